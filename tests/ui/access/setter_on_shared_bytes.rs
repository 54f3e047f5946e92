view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn main() {
    let bytes = [0u8; 6];
    let mut header = Header::new(&bytes);
    header.set_size(70);
}
