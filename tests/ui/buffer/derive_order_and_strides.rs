use view_core::Buffer;

#[derive(Buffer)]
#[buffer(shape = [2, 2], strides = [2, 1], order = "F")]
struct Image {
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
