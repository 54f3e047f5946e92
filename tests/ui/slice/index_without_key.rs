fn main() {
    let _ = view_core::View::new(b"abc").slice(0);
}
