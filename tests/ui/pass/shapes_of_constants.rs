//! Lengths in a shape may be constants and expressions of them.
#![deny(warnings)]

use view_core::{SizeError, view};

const ROWS: usize = 2;
const COLUMNS: usize = 3;

struct Image;

impl Image {
    const WIDTH: usize = 4;
    const HEIGHT: usize = ROWS + 1;

    fn get(bytes: &[u8; Self::WIDTH * Self::HEIGHT], x: usize, y: usize) -> Option<u8> {
        view!(bytes, "B", [Self::HEIGHT, Self::WIDTH]).get([y, x])
    }
}

mod sizes {
    pub const fn twice(n: usize) -> usize {
        2 * n
    }
}

fn main() -> Result<(), SizeError> {
    let bytes: [u8; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    assert_eq!(view!(&bytes, "<H", [ROWS, COLUMNS]).shape(), [2, 3]);
    assert_eq!(view!(&bytes, "<H", [COLUMNS, ROWS], order = "F").get([1, 0]), Some(0x0302));
    assert_eq!(Image::get(&bytes, 1, 2), Some(9));
    assert_eq!(view!(&bytes[..], "B", [sizes::twice(COLUMNS), ROWS])?.shape(), [6, 2]);
    assert_eq!(view!(&bytes, "B:a: B:b:", [_, COLUMNS])?.shape(), [2, 3]);
    assert_eq!(view!(&bytes, "B", [2 * ROWS, 3usize,]).shape(), [4, 3]);
    assert_eq!(view!(&bytes, "B", [0x6, 1_0 - 8]).shape(), [6, 2]);
    assert_eq!(view!(&bytes[..0], "<H", [0])?.len(), 0);
    assert_eq!(view!(&bytes, "<3I", []).value().f0().at(2), 0x0b0a_0908);
    // A length that is found out while the program runs is an argument.
    let rows = bytes.len() / 4;
    assert_eq!(view_core::TypedView::<_, view_core::Le<u16>, 2>::contiguous(&bytes, [rows, 2])?.shape(), [3, 2]);
    Ok(())
}
