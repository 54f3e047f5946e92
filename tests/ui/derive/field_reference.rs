use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: &'static [u8; 4],
}

fn main() {}
