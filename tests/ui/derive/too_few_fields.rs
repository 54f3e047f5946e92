use view_core::Record;

#[derive(Record)]
#[view(format = "<2sI4xI")]
struct Header {
    signature: [u8; 2],
    file_size: u32,
}

fn main() {}
