view_core::view! {
    struct Header = <I:id: H:kind:;
}

fn main() {}
