fn main() {
    let bytes = [0u8; 16];
    let numbers = view_core::view!(&bytes, "<Q", [2]);
    let _ = numbers.sum::<u64>();
}
