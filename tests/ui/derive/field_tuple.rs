use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: (u16, u16),
}

fn main() {}
