const FORMAT: &str = "<I:id:";

view_core::view! {
    struct Header = FORMAT;
}

fn main() {
    let _ = Header::new([0; 4]);
}
