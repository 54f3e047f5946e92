use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(format = "HH")]
    size: u32,
}

fn main() {}
