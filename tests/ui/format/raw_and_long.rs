view_core::view! {
    struct Header = r#"
        <2s:magic:
        I:size:
        3 H:pages:
    "#;
}

fn main() {}
