use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header<'a> {
    name: &'a [u8; 4],
}

fn main() {}
