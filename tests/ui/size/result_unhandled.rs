fn main() {
    let bytes = vec![0u8; 12];
    let numbers = view_core::view!(&bytes, "<i", [3]);
    assert_eq!(numbers.at(0), 0);
}
