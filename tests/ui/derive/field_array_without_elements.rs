use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    sizes: [u32; 0],
}

fn main() {}
