view_core::view! {
    struct Point = "<h:x h:y:";
}

fn main() {}
