fn main() {
    let bytes = [0u8; 4];
    let _ = view_core::view!("<i", &bytes);
}
