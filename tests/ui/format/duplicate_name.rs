view_core::view! {
    struct Point = "<h:x: h:x:";
}

fn main() {}
