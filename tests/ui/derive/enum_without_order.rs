use view_core::Record;

#[derive(Record)]
#[repr(u16)]
enum Kind {
    One = 1,
}

fn main() {}
