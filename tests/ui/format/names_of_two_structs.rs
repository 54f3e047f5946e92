view_core::view! {
    struct Trade = "<I:id: T{h:x:}:spot: T{h:y:}:spot_:";
}

fn main() {}
