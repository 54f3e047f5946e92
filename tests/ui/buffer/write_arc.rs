//! What is shared is not written.

fn main() {
    let mut shared = std::sync::Arc::new([1, 2]);
    let _ = view_core::View::of_mut(&mut shared);
}
