view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn main() {
    let header = Header::new([0; 6]);
    assert_eq!(header.size, 0);
}
