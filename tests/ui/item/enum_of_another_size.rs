#[derive(view_core::Record)]
#[repr(u8)]
enum Kind {
    One = 1,
}

view_core::view! {
    struct Header = "<H:kind:" where kind: Kind;
}

fn main() {
    let _ = Kind::One;
}
