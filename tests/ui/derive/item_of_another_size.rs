use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(format = "H")]
    size: u32,
}

fn main() {}
