view_core::view! {
    struct Node = "<I:id: O:object:";
}

fn main() {}
