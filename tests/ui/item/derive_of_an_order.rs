view_core::view! {
    #[derive(PartialEq, PartialOrd)]
    struct Trade = "<I:id: I:price:";
}

fn main() {}
