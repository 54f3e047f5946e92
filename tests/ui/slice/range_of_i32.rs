fn main() {
    let end: i32 = 2;
    let _ = view_core::View::new(b"abc").slice(0..end);
}
