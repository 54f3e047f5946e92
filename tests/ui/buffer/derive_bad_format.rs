use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "<3y")]
struct Image {
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
