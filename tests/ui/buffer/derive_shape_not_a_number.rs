use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B", shape = [self.name])]
struct Image {
    name: String,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

fn main() {}
