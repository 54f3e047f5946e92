fn main() {
    let bytes = [0u8; 8];
    let rows = bytes.len() / 4;
    let _ = view_core::view!(&bytes[..], "<i", [rows]);
}
