//! Types of one's own export their bytes.
#![deny(warnings, missing_docs)]
#![no_implicit_prelude]

use ::std::prelude::rust_2024::*;
use ::std::{assert_eq, assert, vec};

use ::std::sync::Arc;
use ::view_core::{Buffer, BufferElement, BufferElementMut, BufferMut, View};

/// Rows of pixels, with room behind each.
#[derive(Buffer, BufferMut)]
#[buffer(format = "B", shape = [self.height, self.width, 3], strides = [self.pitch, 3, 1], offset = self.start)]
pub struct Image {
    width: u32,
    height: u32,
    pitch: isize,
    start: usize,
    #[buffer(bytes)]
    pixels: Vec<u8>,
}

/// The numbers tell their own format.
#[derive(Buffer, BufferMut)]
#[buffer(shape = [self.rows, self.cells.len() / self.rows], order = "F")]
struct Matrix<T: BufferElement + BufferElementMut> {
    rows: usize,
    #[buffer(bytes)]
    cells: Vec<T>,
}

#[derive(Buffer)]
#[buffer(format = "<h:x: h:y:")]
struct Points<'a>(&'a [u8]);

#[derive(Buffer)]
struct Shared {
    samples: Arc<[[i16; 2]]>,
}

fn main() {
    let mut image = Image { width: 2, height: 2, pitch: 8, start: 1, pixels: (0..16).collect() };
    let view = View::of(&image).unwrap();
    assert_eq!((view.format(), view.shape(), view.strides()), ("B", &[2, 2, 3][..], &[8, 3, 1][..]));
    assert_eq!(view.to_list().to_string(), "[[[1, 2, 3], [4, 5, 6]], [[9, 10, 11], [12, 13, 14]]]");
    View::of_mut(&mut image).unwrap().set([1, 0, 2], 255).unwrap();
    assert_eq!(image.pixels[11], 255);
    image.height = 3;
    assert_eq!(
        View::of(&image).unwrap_err().to_string(),
        "shape [3, 2, 3] of elements of 1 bytes takes bytes 1 to 23, there are 0 to 16"
    );
    image.pitch = -8;
    assert!(View::of_mut(&mut image).is_err());

    let mut matrix = Matrix { rows: 2, cells: vec![0.0_f32, 1.0, 2.0, 3.0, 4.0, 5.0] };
    View::of_mut(&mut matrix).unwrap().set([1, 2], 9.5).unwrap();
    let view = View::of(&matrix).unwrap();
    assert_eq!((view.format(), view.shape()), ("f", &[2, 3][..]));
    assert_eq!(view.to_list().to_string(), "[[0.0, 2.0, 4.0], [1.0, 3.0, 9.5]]");

    let points = Points(b"\x01\0\x02\0\x03\0\x04\0");
    assert_eq!(View::of(&points).unwrap().to_list().to_string(), "[(x=1, y=2), (x=3, y=4)]");
    assert!(View::of(&Points(b"\x01")).is_err());
    let shared = Shared { samples: Arc::from([[1, 2], [3, -4]]) };
    assert_eq!(View::of(&shared).unwrap().to_list().to_string(), "[[1, 2], [3, -4]]");
}
