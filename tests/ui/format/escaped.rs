fn main() {
    let bytes = [0u8; 12];
    let _ = view_core::view!(&bytes, "<\x49\u{48} y");
}
