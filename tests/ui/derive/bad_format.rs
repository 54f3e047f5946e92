use view_core::Record;

#[derive(Record)]
#[view(format = "<2sI4 xI")]
struct Header {
    signature: [u8; 2],
    file_size: u32,
    data_offset: u32,
}

fn main() {
    let _ = Header::unpack(b"..............");
}
