//! Elements that lie elsewhere cannot be seen.

fn main() {
    let _ = view_core::View::of(&vec![String::from("a")]);
}
