fn main() {
    let bytes = [0u8; 24];
    let grid = view_core::view!(&bytes, "<i", [2, 3]);
    assert_eq!(grid.get([0]), Some(0));
}
