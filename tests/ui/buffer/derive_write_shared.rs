use view_core::{Buffer, BufferMut};

#[derive(Buffer, BufferMut)]
struct Image {
    pixels: std::sync::Arc<[u8]>,
}

fn main() {}
