fn main() {
    let _ = view_core::view!("hello", "<i");
}
