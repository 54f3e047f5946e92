#![deny(warnings)]

use std::cell::Cell;

use view_core::{SizeError, View, view};

fn main() -> Result<(), SizeError> {
    let mut bytes = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
    // arrays: no `Result`
    assert_eq!(view!(&bytes, "<i", [3]).at(2), 3);
    assert_eq!(view!(bytes, "<3i").f0().at(1), 2);
    assert_eq!(view!(&bytes, "<I:a: 8x").a(), 1);
    let mut numbers = view!(&mut bytes, "<i", [3, 1]);
    numbers.set([0, 0], 7).unwrap();
    // slices: a `Result`
    assert_eq!(view!(&bytes[..], "<i", [3])?.sum(), 12);
    assert_eq!(view!(&bytes.to_vec(), "<i", [4]).unwrap_err(), SizeError::new(16, 12));
    let cells = Cell::from_mut(&mut bytes[..]).as_slice_of_cells();
    let mut one = view!(cells, "<i", [3])?;
    let two = one;
    one.set([1], 9).unwrap();
    assert_eq!(two.at(1), 9);
    // one length found out: always a `Result`
    let rows = view!(&bytes, "<H:low: H:high:", [_])?;
    assert_eq!(rows.columns().low().iter().collect::<Vec<_>>(), [7, 9, 3]);
    assert_eq!(view!(&bytes, ">H", [_, 2])?.shape(), [3, 2]);
    assert!(view!(&bytes, "<5s", [_]).is_err());
    // nested, and with a shape of its own
    let nested = view!(&bytes, "<T{<H:x: H:y:}:from: (2,2)H:m:");
    assert_eq!((nested.from().x(), nested.m().get([1, 0])), (7, Some(3)));
    // the source is any expression
    let parts = [&bytes[..4], &bytes[4..]];
    let part = view!(if parts.is_empty() { parts[0] } else { parts[1] }, "<i", [2])?;
    assert_eq!(part.at(0), 9);
    // the run-time view of the same says the same
    let view = View::new(&bytes).cast_shape("<i", &[3, 1]).unwrap();
    assert_eq!(view.typed::<i32, 2>().unwrap().get([2, 0]), view!(&bytes, "<i", [3, 1]).get([2, 0]));
    Ok(())
}
