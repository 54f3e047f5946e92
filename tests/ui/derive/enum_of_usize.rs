use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
#[repr(usize)]
enum Kind {
    One = 1,
}

fn main() {}
