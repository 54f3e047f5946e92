use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B", shape = self.width)]
struct Image {
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
