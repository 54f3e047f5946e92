view_core::view! {
    pub enum Kind = "<B";
}

fn main() {}
