use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(pad = 4)]
    size: u32,
}

fn main() {}
