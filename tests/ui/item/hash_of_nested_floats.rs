view_core::view! {
    #[derive(Hash)]
    struct Line = "<I:id: T{f:x: f:y:}:from:";
}

fn main() {}
