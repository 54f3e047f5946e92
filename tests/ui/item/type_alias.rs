view_core::view! {
    pub type Header = "<I:id:";
}

fn main() {}
