use view_core::View;

fn main() {
    let bytes = [0u8; 6];
    let mut view = View::new(&bytes);
    let _ = view.set([0], 119);
}
