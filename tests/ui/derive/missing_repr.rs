use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
enum Kind {
    One,
}

fn main() {}
