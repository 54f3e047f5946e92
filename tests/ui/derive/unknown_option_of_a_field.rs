use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(nam = "x")]
    size: u32,
}

fn main() {}
