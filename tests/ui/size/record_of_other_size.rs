view_core::view! {
    struct Header = "<2sI";
}

fn main() {
    let _ = Header::new(&[0u8; 8]);
}
