view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn size(header: &Header) -> u32 {
    header.size()
}

fn main() {
    let bytes = [0u8; 6];
    size(&Header::new(&bytes));
}
