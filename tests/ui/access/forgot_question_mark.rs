view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn main() {
    let bytes = vec![0u8; 6];
    let header = Header::from_bytes(&bytes);
    assert_eq!(header.size(), 0);
}
