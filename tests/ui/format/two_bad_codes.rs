fn main() {
    let bytes = [0u8; 12];
    let _ = view_core::view!(&bytes, "<2I uHz");
}
