fn main() {
    let _ = view_core::view!(&[0u8; 12], "<i", [3, 2]);
}
