use view_core::Record;

#[derive(Record)]
#[view(little_endian)]
union Header {
    a: u32,
    b: f32,
}

fn main() {}
