view_core::view! {
    struct Header = "<2s:magic: I:size:"
}

fn main() {}
