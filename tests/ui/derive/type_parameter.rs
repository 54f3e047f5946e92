use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
struct Header<T> {
    size: T,
}

fn main() {}
