view_core::view! {
    struct Sample = "<I:time: e: ?:valid: 3s:unit:";
}

fn main() {}
