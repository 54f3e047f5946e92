view_core::view! {
    pub struct Header;
}

fn main() {
    let _ = Header::new([0u8; 4]);
}
