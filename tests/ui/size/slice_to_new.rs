view_core::view! {
    struct Header = "<2sI";
}

fn main() {
    let bytes = vec![0u8; 6];
    let _ = Header::new(&bytes[..]);
}
