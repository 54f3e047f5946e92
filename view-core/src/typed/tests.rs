//! Typed views over all kinds of byte, against plain loops.

use core::cell::Cell;
use std::format;
use std::string::ToString;
use std::vec::Vec;

use super::*;
use crate::bytes::MaybeMut;
use crate::element::{Be, Bool, Half, Le, Text};
use crate::error::ViewError;
use crate::source::SizeError;

const BYTES: [u8; 12] = [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0];

#[test]
fn reads_alike_over_every_kind_of_byte() {
    fn check<B: Bytes>(view: TypedView<B, Le<u16>, 2>) {
        assert_eq!(view.shape(), [2, 3]);
        assert_eq!(view.strides(), [6, 2]);
        assert_eq!(view.get([1, 1]), Some(5));
        assert_eq!(view.get([1, 3]), None);
        assert_eq!(view.sum(), 21);
        assert_eq!(view.slice(1..).unwrap().fold(0, |state, value| state * 10 + value), 456);
        assert_eq!(format!("{view:?}"), "[[1, 2, 3], [4, 5, 6]]");
    }
    let mut bytes = BYTES;
    check(TypedView::contiguous(&bytes, [2, 3]).unwrap());
    check(TypedView::contiguous(&mut bytes, [2, 3]).unwrap());
    check(TypedView::contiguous(MaybeMut::from(&bytes[..]), [2, 3]).unwrap());
    check(TypedView::contiguous(Cell::from_mut(&mut bytes[..]).as_slice_of_cells(), [2, 3]).unwrap());
    check(TypedView::__contiguous(bytes, [2, 3]));
}

#[test]
fn sizes_must_fit() {
    let from = TypedView::<_, Le<u32>>::from_bytes;
    assert_eq!(from(&BYTES[..]).unwrap().len(), 3);
    assert_eq!(from(&BYTES[..11]).unwrap_err(), SizeError::new(12, 11));
    assert_eq!(from(&BYTES[..0]).unwrap().len(), 0);
    let shaped = TypedView::<_, Le<u32>, 2>::contiguous::<&[u8]>;
    assert_eq!(shaped(&BYTES, [2, 2]).unwrap_err(), SizeError::new(16, 12));
    assert_eq!(shaped(&BYTES, [usize::MAX, 2]).unwrap_err(), SizeError::new(usize::MAX, 12));
    let inferred = TypedView::<_, Le<u16>, 2>::__inferred::<&[u8]>;
    assert_eq!(inferred(&BYTES, [7, 3], 0, false).unwrap().shape(), [2, 3]);
    assert_eq!(inferred(&BYTES, [2, 7], 1, false).unwrap().shape(), [2, 3]);
    assert_eq!(inferred(&BYTES, [7, 4], 0, false).unwrap_err(), SizeError::new(16, 12));
    assert!(inferred(&BYTES, [7, 0], 0, false).is_err());
    assert_eq!(TypedView::<_, Text<0>>::from_bytes::<&[u8]>(&[]).unwrap().len(), 0);
}

#[test]
fn writes_what_it_reads() -> Result<(), ViewError> {
    let mut bytes = BYTES;
    let mut view = TypedView::<_, Be<i16>>::from_bytes(&mut bytes)?;
    view.set([5], -2)?;
    view.slice_mut(..2)?.set([1], 7)?;
    assert_eq!(view.set([6], 0).unwrap_err().to_string(), "index [6] is out of range for shape [6]");
    assert_eq!(view.slice(4..7).unwrap_err().to_string(), "range 4..7 is out of range for an axis of length 6");
    assert_eq!(bytes, [1, 0, 0, 7, 3, 0, 4, 0, 5, 0, 255, 254]);
    let mut view = TypedView::<_, Le<u8>>::from_bytes(MaybeMut::from(&bytes[..]))?;
    assert!(matches!(view.set([0], 0), Err(ViewError::ReadOnly)));
    Ok(())
}

#[cfg(feature = "alloc")]
#[test]
fn copies_between_types_or_not_at_all() {
    let mut bytes = BYTES;
    let wide = [0, 0, 0, 7, 0xff, 0xff, 0xff, 0xff, 0, 0, 0x80, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3];
    let from = TypedView::<_, Be<i32>>::from_bytes(&wide).unwrap();
    let mut to = TypedView::<_, Le<i16>>::from_bytes(&mut bytes).unwrap();
    let error = to.copy_from(&from).unwrap_err().to_string();
    assert_eq!(error, "element [2]: `h` requires -32768 <= number <= 32767, got 32768");
    assert_eq!(to.to_vec(), [1, 2, 3, 4, 5, 6], "nothing is written when any is bad");
    let error = to.copy_from(&from.slice(..2).unwrap()).unwrap_err().to_string();
    assert_eq!(error, "cannot copy elements of shape [2] into a view of shape [6]");
    to.slice_mut(..2).unwrap().copy_from(&from.slice(..2).unwrap()).unwrap();
    to.slice_mut(2..4).unwrap().copy_from(&crate::View::of(&[0_i64, -9]).unwrap()).unwrap();
    to.slice_mut(4..).unwrap().copy_from(b"\x01\x02\x03\x04").unwrap();
    assert_eq!(to.to_vec(), [7, -1, 0, -9, 0x0201, 0x0403]);
    let mut view = crate::View::new(&mut bytes).cast("<H").unwrap();
    view.slice_mut(1..2).unwrap().copy_from(&from.slice(..1).unwrap()).unwrap();
    let numbers = TypedView::<_, Be<i32>>::from_bytes(&wide[..4]).unwrap();
    assert!(view.slice(1..2).unwrap() == numbers && numbers == view.slice(..1).unwrap() && numbers != view);
    assert_eq!(view.to_list(), crate::Value::list([7, 7, 0, 0xfff7, 0x0201, 0x0403]));
    let mut shared = TypedView::<_, Le<i16>>::from_bytes(MaybeMut::from(&wide[..])).unwrap();
    assert!(matches!(shared.copy_from(&from), Err(ViewError::ReadOnly)));
}

#[test]
fn updates_every_element_once() {
    let mut bytes = BYTES;
    let mut view = TypedView::<_, Be<u16>, 2>::strided(&mut bytes, [2, 2], [-6, 4], 6).unwrap();
    let mut seen = Vec::new();
    view.update(|value| (seen.push(value), value + 1).1).unwrap();
    assert_eq!(seen, [0x0400, 0x0600, 0x0100, 0x0300]);
    assert_eq!(bytes, [1, 1, 2, 0, 3, 1, 4, 1, 5, 0, 6, 1]);
    // Elements that are all the same are it one after the other; over cells everybody sees it.
    let cells = Cell::from_mut(&mut bytes[..]).as_slice_of_cells();
    let mut ones = TypedView::<_, Le<u8>>::strided(cells, [3], [0], 2).unwrap();
    ones.update(|value| value * 2).unwrap();
    assert_eq!(cells[2].get(), 16);
    let mut shared = TypedView::<_, Le<u8>>::from_bytes(MaybeMut::from(&BYTES[..])).unwrap();
    assert!(matches!(shared.update(|_| unreachable!()), Err(ViewError::ReadOnly)));
}

#[test]
fn iterates_from_both_ends() {
    let view = TypedView::<_, Le<u16>>::from_bytes(&BYTES).unwrap();
    let mut iter = view.iter();
    assert_eq!((iter.len(), iter.next(), iter.next_back(), iter.nth(1), iter.len()), (6, Some(1), Some(6), Some(3), 2));
    assert!((&view).into_iter().eq([1, 2, 3, 4, 5, 6]));
    let texts = TypedView::<_, Text<3>>::from_bytes(b"abcdef").unwrap();
    assert_eq!(texts.iter().collect::<Vec<_>>(), [b"abc", b"def"]);
    assert_eq!(TypedView::<_, Bool>::from_bytes(&[0, 1, 2]).unwrap().sum(), 2);
    assert_eq!(TypedView::<_, Be<Half>>::from_bytes(&[0x3c, 0, 0xc0, 0]).unwrap().at(1), -2.0);
}

#[test]
fn fields_are_strided() {
    let view = TypedView::<_, Text<3>>::from_bytes(b"a\x01\x00b\x02\x00").unwrap();
    let column = view.view().__field::<Le<u16>>(1);
    assert_eq!((column.shape(), column.strides(), column.at(1)), ([2], [3], 2));
    assert_eq!(column.sum(), 3);
    let bytes: Vec<u8> = (0..14).collect();
    let rows = TypedView::<_, Text<7>>::from_bytes(&bytes[..]).unwrap();
    let grids = rows.__field_array::<Le<u8>, 2, 3>(1, [2, 3]);
    assert_eq!((grids.shape(), grids.strides()), ([2, 2, 3], [7, 3, 1]));
    assert_eq!(format!("{grids:?}"), "[[[1, 2, 3], [4, 5, 6]], [[8, 9, 10], [11, 12, 13]]]");
    let none = view.slice(2..).unwrap();
    assert_eq!(none.__field::<Le<u16>>(1).sum(), 0);
}

#[test]
fn views_are_small_and_follow_their_bytes() {
    fn copied<T: Copy + Send + Sync>() -> usize {
        size_of::<T>()
    }
    let word = size_of::<usize>();
    assert_eq!(copied::<TypedView<&[u8], Le<u32>>>(), 5 * word);
    assert_eq!(copied::<TypedView<&[u8; 12], Le<u32>, 2>>(), 6 * word);
    assert_eq!(size_of::<TypedView<[u8; 24], Le<u32>>>(), 24 + 3 * word);
}

#[test]
fn long_views_print_short() {
    let bytes: Vec<u8> = (0..100).collect();
    let view = TypedView::<_, Le<u8>>::from_bytes(&bytes[..]).unwrap();
    assert_eq!(format!("{view:?}"), "[0, 1, 2, 3, 4, 5, ... 88 more ..., 94, 95, 96, 97, 98, 99]");
}
