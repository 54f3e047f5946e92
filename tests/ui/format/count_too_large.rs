view_core::view! {
    struct Huge = "<99999999999999999999B:data:";
}

fn main() {}
