fn main() {
    let mut bytes = [0u8; 12];
    let _ = view_core::view!(&mut bytes, "<q");
}
