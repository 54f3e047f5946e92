use view_core::Record;

struct Point {
    x: i16,
}

#[derive(Record)]
#[view(little_endian)]
struct Header {
    size: Point,
}

fn main() {}
