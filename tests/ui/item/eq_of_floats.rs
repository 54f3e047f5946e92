view_core::view! {
    #[derive(PartialEq, Eq)]
    struct Trade = "<I:id: d:price:";
}

fn main() {}
