use view_core::Record;

#[derive(Record)]
#[view(little)]
struct Header {
    size: u32,
}

fn main() {}
