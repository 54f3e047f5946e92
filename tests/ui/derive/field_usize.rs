use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: usize,
}

fn main() {}
