//! A struct of one's own exports nothing until it says how.

struct Image {
    pixels: Vec<u8>,
}

fn main() {
    let image = Image { pixels: vec![0; 12] };
    let _ = view_core::View::of(&image);
}
