use view_core::Record;

#[derive(Record)]
#[repr(u8)]
enum Kind {
    One(u32),
    Two,
}

fn main() {}
