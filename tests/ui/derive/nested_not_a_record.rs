use view_core::Record;

struct Point {
    x: i16,
    y: i16,
}

#[derive(Record)]
#[view(format = "<T{h:x: h:y:}:from:")]
struct Line {
    from: Point,
}

fn main() {}
