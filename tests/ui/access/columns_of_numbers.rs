fn main() {
    let bytes = [0u8; 24];
    let grid = view_core::view!(&bytes, "<i", [6]);
    let _ = grid.columns();
}
