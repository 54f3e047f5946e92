use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: Option<u32>,
}

fn main() {}
