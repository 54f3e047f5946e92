//! The tour of `memoryview`, and run-time views over all kinds of byte.

mod repeated;
mod shape;

use alloc::{boxed::Box, format, sync::Arc, vec, vec::Vec};
use std::string::ToString;

use super::*;
use crate::bytes::MaybeMut;
use crate::typed::TypedView;
use crate::value::Value;

const NUMBERS: [u8; 12] = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];

#[test]
fn views_write_side_by_side() -> Result<(), ViewError> {
    let mut data = *b"ABCDEFGH";
    let mut view = View::cells(&mut data);
    let mut middle = view.slice(2..4)?;
    let mut part = view.slice(1..5)?;
    middle.copy_from(b"XY")?;
    assert_eq!(view.to_bytes(), b"ABXYEFGH");
    part.set([0], 90)?;
    assert_eq!(view.to_bytes(), b"AZXYEFGH");
    view.set([2], b'W')?;
    assert_eq!((part.get([1])?, middle.get([0])?), (b'W'.into(), b'W'.into()));
    middle.set([0], b'X')?;
    assert_eq!(part.to_bytes(), b"ZXYE");
    assert_eq!(&data, b"AZXYEFGH");

    let mut data = *b"ABCDEFGH";
    let mut view = View::new(&mut data);
    view.slice_mut(2..4)?.copy_from(b"XY")?;
    view.slice_mut(1..5)?.set([0], 90)?;
    assert_eq!(&data, b"AZXYEFGH");
    Ok(())
}

#[test]
fn an_overlapping_copy_reads_first() -> Result<(), ViewError> {
    let mut data = *b"ABCDEFGH";
    let view = View::cells(&mut data);
    let source = view.slice(0..7)?.into_inner();
    view.slice(1..)?.copy_from(&source[..7])?;
    assert_eq!(&data, b"AABCDEFG");
    Ok(())
}

#[test]
fn mutability_known_at_run_time() -> Result<(), ViewError> {
    let mut world = *b"World";
    let mut view = View::new(MaybeMut::from(&mut world[..]));
    assert!(!view.readonly() && view.slice(..)?.readonly());
    view.set([0], 119)?;
    view.slice_mut(1..)?.set([3], b'D')?;
    assert_eq!(&world, b"worlD");
    let mut view = View::new(MaybeMut::from(&world[..]));
    assert!(view.readonly());
    for error in [
        view.set([0], 119).unwrap_err(),
        view.set([9], 119).unwrap_err(),
        view.copy_from(b"world").unwrap_err(),
        view.slice_mut(1..2).unwrap_err(),
        view.writable().unwrap_err(),
    ] {
        assert_eq!(error.to_string(), "cannot modify read-only memory");
    }
    assert_eq!(&world, b"worlD");
    Ok(())
}

#[test]
fn casts_keep_the_bytes() -> Result<(), ViewError> {
    let view = View::new(&NUMBERS).cast("<i")?;
    assert_eq!((view.ndim(), view.shape(), view.strides()), (1, &[3][..], &[4][..]));
    assert_eq!((view.format(), view.itemsize(), view.nbytes(), view.readonly()), ("<i", 4, 12, true));
    assert_eq!(view.to_list(), Value::list([1, 2, 3]));
    assert_eq!(view.view().cast(">i")?.get([0])?, Value::from(1 << 24));
    assert_eq!(view.view().cast_shape("<i", &[3, 1])?.get([2, 0])?, 3.into());
    let grid = view.view().cast_shape("<h", &[3, 2])?;
    assert_eq!(grid.to_list().to_string(), "[[1, 0], [2, 0], [3, 0]]");
    assert_eq!(grid.part([2])?.to_list(), Value::list([3, 0]));
    assert_eq!(grid.part([2, 0])?.get([])?, 3.into());
    assert_eq!(grid.slice(1..)?.cast("<q")?.to_list(), Value::list([(3_i64 << 32) + 2]));
    assert_eq!(view.cast("B")?.to_bytes(), NUMBERS);
    Ok(())
}

#[test]
fn casts_that_do_not_fit_name_the_numbers() {
    #[track_caller]
    fn check(length: usize, format: &str, shape: Option<&[usize]>, error: &str) {
        let bytes = vec![0; length];
        let view = View::new(&bytes);
        let result = match shape {
            Some(shape) => view.cast_shape(format, shape),
            None => view.cast(format),
        };
        assert_eq!(result.unwrap_err().to_string(), error);
    }
    check(12, "<q", None, "cannot cast 12 bytes to `<q`: 12 is not a multiple of 8");
    check(12, "0s", None, "cannot cast 12 bytes to `0s`, whose elements take 0 bytes");
    check(12, "<i", Some(&[2, 3]), "`<i` of shape [2, 3] needs 24 bytes, the view has 12");
    check(12, "0s", Some(&[2, 3]), "`0s` of shape [2, 3] needs 0 bytes, the view has 12");
    check(
        0,
        "<i",
        Some(&[usize::MAX, 2]),
        &format!("`<i` of shape [{}, 2] needs more bytes than there can be, the view has 0", usize::MAX),
    );
    check(1, "B", Some(&[1; 65]), "65 dimensions asked for, a view has at most 64");
    assert!(View::new(b"").cast("3y").unwrap_err().to_string().contains("not a code"));
    let columns = View::new(&NUMBERS).cast_shape("B", &[12, 1]).unwrap();
    assert!(columns.cast_shape("B", &[1; 64]).is_err());
}

#[test]
fn elements_of_no_bytes() -> Result<(), ViewError> {
    assert_eq!(View::new(b"").cast("0s")?.shape(), [0]);
    assert_eq!(View::new(b"").cast_shape("0s", &[1, 1])?.to_list().to_string(), "[[b'']]");
    // There could be any number of them, and listing so many would cost more than the bytes ever did.
    let error = View::new(b"").cast_shape("0s", &[usize::MAX / 2]).unwrap_err();
    assert!(matches!(error, ViewError::EmptyElements { .. }), "{error}");
    let view = View::new(b"").cast_shape("<i", &[2, 0])?;
    assert_eq!(view.to_list().to_string(), "[[], []]");
    assert!(view.is_c_contiguous() && view.is_f_contiguous());
    assert_eq!(view.slice(2..)?.shape(), [0, 0]);
    Ok(())
}

#[test]
fn a_bad_value_writes_nothing() {
    let mut data = [1, 2, 3, 4];
    let mut view = View::new(&mut data).cast("<hxB").unwrap();
    let error = view.set([0], Value::tuple([9.into(), 256.into()])).unwrap_err();
    assert_eq!(error.to_string(), "`B` requires 0 <= number <= 255, got 256");
    assert_eq!(view.get([0]).unwrap().to_string(), "(513, 4)");
    view.set([0], Value::list([-2, 7])).unwrap();
    assert_eq!(data, [254, 255, 3, 7]);
}

#[test]
fn typed_views_follow_the_format() -> Result<(), ViewError> {
    let view = View::new(&NUMBERS).cast_shape("<i", &[3, 1])?;
    assert_eq!(view.view().typed::<i32, 2>()?.get([2, 0]), Some(3));
    assert_eq!(view.view().typed::<i32, 2>()?.sum(), 6);
    let error = |result: Result<(), ViewError>| result.unwrap_err().to_string();
    assert_eq!(
        error(view.view().typed::<u32, 2>().map(drop)),
        "elements of format `<i` cannot be read as `u32`; `i32` reads them"
    );
    assert_eq!(error(view.view().typed::<i32, 1>().map(drop)), "1 dimensions asked for, shape [3, 1] has 2");
    let big = view.cast(">i")?.typed::<i32, 1>()?;
    assert_eq!(big.to_vec(), [1 << 24, 2 << 24, 3 << 24]);
    let mut data = [0; 4];
    View::new(&mut data).cast(">h")?.typed::<i16, 1>()?.set([1], 258)?;
    assert_eq!(data, [0, 0, 1, 2]);
    assert_eq!(View::new(b"abcd").cast("2s")?.typed::<[u8; 2], 1>()?.at(1), b"cd");
    assert!(View::new(&[0, 2]).cast("?")?.typed::<bool, 1>()?.at(1));
    Ok(())
}

#[test]
fn typed_views_become_views_of_their_format() -> Result<(), ViewError> {
    use crate::element::{Be, Bool, Complex, Half, Le, Ordered, Pascal, Text};

    /// To a view and back: the same format, the same elements.
    #[track_caller]
    fn check<E: crate::Element>(order: E::Order, format: &str) {
        let bytes: Vec<u8> = (0..2 * E::SIZE as u8).collect();
        let geometry = Geometry { shape: [2], strides: [E::SIZE as isize], offset: 0 };
        let view = TypedView::<_, E>::from_parts(&bytes[..], geometry, order).into_view();
        assert_eq!((view.format(), view.itemsize(), view.shape()), (format, E::SIZE, &[2][..]));
        let parsed = View::new(&bytes).cast(format).unwrap();
        assert_eq!(view.layout(), parsed.layout(), "{format}");
        assert_eq!(view.to_list().to_string(), parsed.to_list().to_string(), "{format}");
        assert!(view.typed::<E, 1>().is_ok(), "{format}");
    }
    macro_rules! numbers {
        ($($t:ty, $little:literal, $big:literal;)*) => { $(
            check::<Le<$t>>((), $little);
            check::<Be<$t>>((), $big);
            check::<Ordered<$t>>(view_format::ByteOrder::Little, $little);
            check::<Ordered<$t>>(view_format::ByteOrder::Big, $big);
        )* };
    }
    numbers! {
        u8, "B", "B"; i8, "b", "b"; u16, "<H", ">H"; i16, "<h", ">h"; u32, "<I", ">I"; i32, "<i", ">i";
        u64, "<Q", ">Q"; i64, "<q", ">q"; f32, "<f", ">f"; f64, "<d", ">d"; Half, "<e", ">e";
        Complex<f32>, "<Zf", ">Zf"; Complex<f64>, "<Zd", ">Zd";
    }
    check::<Bool>((), "?");
    check::<Text<5>>((), "<5s");
    check::<Pascal<3>>((), "<3p");

    // Geometry and holder stay what they were.
    let mut data = [1, 2, 3, 4, 5, 6];
    let typed = TypedView::<_, Le<u8>, 2>::contiguous_f(&mut data, [2, 3])?;
    let mut view = View::from(typed);
    assert_eq!((view.shape(), view.strides()), (&[2, 3][..], &[1, 2][..]));
    view.slice_mut(1..)?.copy_from(b"abc")?;
    assert_eq!(&data, b"\x01a\x03b\x05c");
    Ok(())
}

#[test]
fn every_holder_makes_a_view() -> Result<(), ViewError> {
    fn check(view: View<impl Bytes>) -> Result<(), ViewError> {
        assert_eq!(view.slice(1..)?.cast("<h")?.to_list(), Value::list([0x0302]));
        Ok(())
    }
    let mut data = [1, 2, 3];
    check(View::new(&data))?;
    check(View::new(&data[..]))?;
    check(View::new(&mut data))?;
    check(View::new(&mut data[..]))?;
    check(View::cells(&mut data))?;
    check(View::new(vec![1, 2, 3]))?;
    check(View::new(&vec![1, 2, 3]))?;
    check(View::new(Arc::<[u8]>::from(data)))?;
    check(View::new(Box::<[u8]>::from(data)))?;
    check(View::new(MaybeMut::from(&data[..])))?;
    check(View::new(&mut data).into_cells())
}

#[test]
fn copies_outlive_the_bytes() -> Result<(), ViewError> {
    let (bytes, list) = {
        let data = NUMBERS;
        let view = View::new(&data).cast("<i")?;
        (view.to_bytes(), view.to_list())
    };
    assert_eq!((bytes, list), (NUMBERS.to_vec(), Value::list([1, 2, 3])));
    Ok(())
}

#[test]
fn shows_format_shape_and_a_few_values() -> Result<(), ViewError> {
    let mut data: Vec<u8> = (0..20).collect();
    assert_eq!(
        format!("{}", View::new(&data)),
        "read-only view of `B`, shape [20]: [0, 1, 2, 3, 4, 5, ... 8 more ..., 14, 15, 16, 17, 18, 19]"
    );
    let view = View::new(&mut data[..4]).cast_shape("c", &[2, 2])?;
    assert_eq!(format!("{view:?}"), r"view of `c`, shape [2, 2]: [[b'\x00', b'\x01'], [b'\x02', b'\x03']]");
    Ok(())
}
