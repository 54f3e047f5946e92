view_core::view! {
    struct Header: "<I:id:";
}

fn main() {}
