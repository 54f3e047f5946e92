#[derive(view_core::Record)]
#[repr(u8)]
enum Kind {
    One = 1,
}

view_core::view! {
    struct Header = "<B:kind: I:size:" where knid: Kind;
}

fn main() {
    let _ = Kind::One;
}
