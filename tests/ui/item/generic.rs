view_core::view! {
    pub struct Header<T> = "<I:id:";
}

fn main() {}
