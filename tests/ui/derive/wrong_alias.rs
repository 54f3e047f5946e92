use view_core::Record;

type Size = u16;

#[derive(Record)]
#[view(format = "<I")]
struct Header {
    size: Size,
}

fn main() {}
