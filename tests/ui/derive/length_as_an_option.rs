use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(string = 16)]
    size: [u8; 16],
}

fn main() {}
