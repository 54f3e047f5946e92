fn main() {
    let bytes = [0u8; 8];
    let _ = view_core::view!(&bytes, "<i", [2, 1], order = "fortran");
}
