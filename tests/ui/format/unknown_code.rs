view_core::view! {
    struct Header = "<2s:magic: ~:size:";
}

fn main() {}
