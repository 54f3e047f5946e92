use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B", strides = [1])]
struct Image {
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
