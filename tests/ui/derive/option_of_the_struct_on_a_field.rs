use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(big_endian)]
    size: u32,
}

fn main() {}
