fn main() {
    let bytes = [0u8; 4];
    let rows = view_core::view!(&bytes, "<2s:tag:", [2]);
    let _ = rows.columns().tag().sum();
}
