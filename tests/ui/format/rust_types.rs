view_core::view! {
    struct Header = "<u16:version: u32:size:";
}

fn main() {}
