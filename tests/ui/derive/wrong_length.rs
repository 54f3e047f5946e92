use view_core::Record;

#[derive(Record)]
#[view(format = "<4sI")]
struct Header {
    signature: [u8; 2],
    size: u32,
}

fn main() {}
