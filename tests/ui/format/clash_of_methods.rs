view_core::view! {
    struct Point = "<h:x: h:set_x:";
}

fn main() {}
