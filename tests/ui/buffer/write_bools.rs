//! Not every byte is a `bool`.

fn main() {
    let mut flags = [true, false];
    let _ = view_core::View::of_mut(&mut flags);
}
