use view_core::Record;

#[derive(Record)]
#[view(format = ">I", little_endian)]
struct Header {
    size: u32,
}

fn main() {}
