//! What `view!` takes in place: arrays cannot fail, the others are checked; owners are owned by the view.
#![deny(warnings)]

use std::cell::Cell;
use std::sync::Arc;

use view_core::{MaybeMut, SizeError, TypedView, View, view};

/// A view that owns its bytes goes where it likes.
fn made() -> TypedView<Box<[u8; 6]>, view_core::Be<u16>, 2> {
    view!(vec![0, 1, 0, 2, 0, 3], ">H", [3, 1]).unwrap()
}

fn main() -> Result<(), SizeError> {
    let mut bytes = [1, 0, 2, 0, 3, 0];
    let copy: Vec<u8> = bytes.to_vec();

    // the compiler knows the length
    assert_eq!(view!(bytes, "<H", [3]).at(1), 2);
    assert_eq!(view!(&bytes, "<H", [3]).at(1), 2);
    view!(&mut bytes, "<H", [3]).set([1], 9).unwrap();
    assert_eq!(view!(Box::new(bytes), "<H", [3]).at(1), 9);
    assert_eq!(view!(&Box::new(bytes), "<H", [3]).at(1), 9);
    view!(&mut Box::new(bytes), "<H", [3]).set([0], 1).unwrap();
    let shared = view!(Arc::new(bytes), "<H:a: H:b: H:c:");
    let also = shared.clone();
    std::thread::spawn(move || assert_eq!(also.b(), 9)).join().unwrap();
    assert_eq!(view!(&Arc::new(bytes), "<H:a: 4x").a(), 1);
    let cells = Cell::from_mut(&mut bytes).as_array_of_cells();
    let (mut one, two) = (view!(cells, "<H:a: H:b: 2x"), view!(cells, "<H:a: H:b: 2x"));
    one.set_b(2);
    assert_eq!(two.b(), 2);
    assert_eq!(shared.b(), 9);

    // it does not
    assert_eq!(view!(&bytes[..], "<H", [3])?.at(1), 2);
    view!(&mut bytes[2..], "<H", [2])?.set([0], 3).unwrap();
    assert_eq!(view!(&copy, "<H:a: 4x")?.a(), 1);
    let boxed: Box<[u8]> = copy.clone().into();
    assert_eq!(view!(&boxed, "<H", [3])?.at(2), 3);
    assert_eq!(view!(boxed, "<3H")?.f0().at(2), 3);
    let shared: Arc<[u8]> = copy.clone().into();
    assert_eq!(view!(&shared, "<H", [3])?.at(2), 3);
    assert_eq!(view!(shared, "<H", [3])?.at(2), 3);
    let mut owned = view!(copy.clone(), "<H:a: H:b: H:c:")?;
    owned.set_a(7);
    assert_eq!(owned.into_inner()[0], 7);
    assert_eq!(view!(copy, "<H", [4]).unwrap_err(), SizeError::new(8, 6));
    let mut maybe = view!(MaybeMut::from(&bytes[..]), "<H", [3])?;
    assert!(maybe.set([0], 1).is_err());
    assert_eq!(made().get([2, 0]), Some(3));

    // the first index fastest
    let grid = view!(&[1, 2, 3, 4, 5, 6], "B", [2, 3], order = "F");
    assert_eq!((grid.get([1, 0]), grid.get([0, 1]), grid.strides()), (Some(2), Some(3), [1, 2]));
    assert!(grid.is_f_contiguous() && !grid.is_c_contiguous());
    let grid = view!(&bytes, "<B:a: B:b:", [_, 1], order = "C",)?;
    assert_eq!(grid.get([2, 0]).unwrap().a(), 3);
    let grid = view!(&bytes, "B", [2, _], order = "F")?;
    assert_eq!((grid.shape(), grid.get([0, 1])), ([2, 3], Some(3)));

    // to a run-time view, and back
    let view = view!(&bytes, "<H:a: B:b: x", [_]);
    assert!(view.is_err());
    let view: View<_> = view!(&bytes, "<H", [3, 1]).into_view();
    assert_eq!((view.format(), view.shape()), ("<H", &[3, 1][..]));
    assert_eq!(view.view().typed::<u16, 2>().unwrap().get([2, 0]), Some(3));
    assert!(view.view().typed::<i16, 2>().is_err() && view.typed::<u16, 1>().is_err());
    let one = view!(&bytes, "<H:a: 4x", []).into_view();
    assert_eq!((one.ndim(), one.get([]).unwrap().to_string()), (0, String::from("(a=1)")));
    Ok(())
}
