use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B")]
struct Image {
    width: usize,
    pixels: Vec<u8>,
}

fn main() {}
