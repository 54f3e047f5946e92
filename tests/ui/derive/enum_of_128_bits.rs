use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
#[repr(u128)]
enum Kind {
    One = 1,
}

fn main() {}
