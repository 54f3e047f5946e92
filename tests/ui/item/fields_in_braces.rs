view_core::view! {
    pub struct Header {
        size: u32,
    }
}

fn main() {}
