view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn main() {
    let _ = Header::new(vec![0u8; 6]);
}
