fn bytes() -> Vec<u8> {
    vec![0; 12]
}

fn main() {
    let numbers = view_core::view!(&bytes(), "<i", [3]).unwrap();
    assert_eq!(numbers.at(0), 0);
}
