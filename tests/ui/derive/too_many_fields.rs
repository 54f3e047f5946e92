use view_core::Record;

#[derive(Record)]
#[view(format = "<I")]
struct Header {
    size: u32,
    offset: u32,
}

fn main() {}
