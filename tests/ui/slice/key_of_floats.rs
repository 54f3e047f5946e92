fn main() {
    let _ = view_core::View::new(b"abc").slice(view_core::s![1.5]);
}
