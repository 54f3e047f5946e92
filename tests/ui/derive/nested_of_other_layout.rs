use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Point {
    x: i16,
    y: i16,
}

#[derive(Record)]
#[view(format = "<T{i:x: i:y:}:from:")]
struct Line {
    from: Point,
}

fn main() {}
