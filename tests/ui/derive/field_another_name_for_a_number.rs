use view_core::Record;

type Size = u32;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: Size,
}

fn main() {}
