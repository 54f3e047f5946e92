use view_core::Record;

#[derive(Record)]
#[repr(u8)]
enum Kind {
    One = 1,
}

#[derive(Record)]
#[view(format = "<H")]
struct Header {
    kind: Kind,
}

fn main() {}
