use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B")]
struct Image {
    #[buffer(bytes)]
    width: [u8; 4],
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
