use view_core::Buffer;

#[derive(Buffer)]
#[buffer(dtype = "B")]
struct Image {
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
