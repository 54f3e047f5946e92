fn main() {
    let bytes = [0u8; 16];
    let _ = view_core::view!(&bytes, "@g");
}
