fn main() {
    let numbers = [1u32, 2, 3];
    let _ = view_core::view!(&numbers, "<I", [3]);
}
