use view_core::Record;

#[derive(Record)]
#[view(format = "<4s")]
struct Header<const N: usize> {
    name: [u8; N],
}

fn main() {}
