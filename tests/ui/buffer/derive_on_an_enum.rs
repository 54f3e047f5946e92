use view_core::Buffer;

#[derive(Buffer)]
#[buffer(format = "B")]
enum Image {
    Pixels(Vec<u8>),
}

fn main() {}
