use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: u32,
    set_size: u32,
}

fn main() {}
