use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    new: u32,
}

fn main() {}
