use view_core::Record;

#[derive(Record)]
#[view(little_endian, pad_after = 4)]
struct Header {
    size: u32,
}

fn main() {}
