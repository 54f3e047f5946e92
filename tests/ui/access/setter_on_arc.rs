use std::sync::Arc;

view_core::view! {
    struct Header = "<2s:magic: I:size:";
}

fn main() {
    let mut header = Header::new(Arc::new([0; 6]));
    header.set_size(70);
}
