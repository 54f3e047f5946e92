view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn size<B>(header: &Header<B>) -> u32 {
    header.size()
}

fn main() {
    size(&Header::new([0; 6]));
}
