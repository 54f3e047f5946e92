view_core::view! {
    struct Point = "<h:new:";
}

fn main() {}
