use view_core::View;

fn main() {
    let view;
    {
        let bytes = vec![1u8, 2, 3];
        view = View::new(&bytes);
    }
    println!("{view:?}");
}
