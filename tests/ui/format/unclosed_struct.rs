view_core::view! {
    struct Line = "<I:id: T{h:x: h:y:";
}

fn main() {}
