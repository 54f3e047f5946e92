view_core::view! {
    struct Point = "<h:file size:";
}

fn main() {}
