use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(rename = "a:b")]
    size: u32,
}

fn main() {}
