use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(format = "y")]
    size: u32,
}

fn main() {}
