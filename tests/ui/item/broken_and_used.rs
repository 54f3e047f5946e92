view_core::view! {
    #[derive(Debug, PartialEq)]
    struct Header = "<I:id: Y:kind: H:size:";
}

fn size(bytes: &[u8]) -> u16 {
    let (header, _) = Header::from_prefix(bytes).unwrap();
    let mut owned = Header::new([0; 8]);
    owned.set_id(header.id());
    println!("{owned:?}");
    header.size()
}

fn main() {
    size(&[0; 16]);
}
