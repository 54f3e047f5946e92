use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B")]
struct Image {
    width: usize,
    #[buffer(bytes)]
    pixels: Vec<String>,
}

fn main() {}
