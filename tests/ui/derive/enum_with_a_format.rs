use view_core::Record;

#[derive(Record)]
#[view(format = "<H")]
#[repr(u16)]
enum Kind {
    One = 1,
}

fn main() {}
