use view_core::Record;

#[derive(Record)]
struct Header {
    size: u32,
}

fn main() {}
