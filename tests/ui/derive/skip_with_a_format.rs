use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(skip, format = "I")]
    size: u32,
}

fn main() {}
