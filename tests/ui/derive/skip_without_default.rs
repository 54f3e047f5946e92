use view_core::Record;

struct NoDefault;

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(skip)]
    size: NoDefault,
}

fn main() {}
