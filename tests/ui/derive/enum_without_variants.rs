use view_core::Record;

#[derive(Record)]
#[repr(u8)]
enum Kind {

}

fn main() {}
