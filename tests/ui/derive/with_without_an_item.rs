use view_core::Record;

struct Seconds(u32);

mod seconds {}

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(with = seconds)]
    size: Seconds,
}

fn main() {}
