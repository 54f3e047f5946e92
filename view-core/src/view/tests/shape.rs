//! What geometry asks of run-time views: errors in words, columns, and as many dimensions as there can be.
#![expect(clippy::allow_attributes, reason = "it stands in `s!`, where nothing may be expected")]

use alloc::{format, vec, vec::Vec};
use std::string::ToString;

use super::super::*;
use crate::geometry::{Index, Shape};
use crate::s;
use crate::value::Value;

const LETTERS: &[u8; 12] = b"ABCDEFGHIJKL";

#[test]
fn what_does_not_fit_is_told_with_its_numbers() {
    let grid = || View::new(LETTERS).reshape(&[3, 4]).unwrap();
    #[track_caller]
    fn check<T: core::fmt::Debug>(result: Result<T, ViewError>, error: &str) {
        assert_eq!(result.unwrap_err().to_string(), error);
    }
    check(grid().slice(s![3]), "index 3 is out of range for axis 0 of length 3");
    check(grid().slice(s![.., -5]), "index -5 is out of range for axis 1 of length 4");
    check(grid().slice(s![.., ..;0]), "the slice of axis 1 has the step 0");
    check(grid().slice(s![0, 0, ..]), "3 indices and slices for a view of 2 dimensions");
    check(grid().slice(s![..., 0, ...]), "a key has at most one `...`");
    check(grid().index_axis(2, 0), "axis 2 asked for, the axes of this view are 0 to 1");
    check(grid().index_axis(1, 4), "index 4 is out of range for axis 1 of length 4");
    check(grid().slice_axis(1, 3..5), "range 3..5 is out of range for an axis of length 4");
    check(View::new(b"A").reshape(&[]).unwrap().flip(0), "a view of 0 dimensions has no axis");
    check(grid().permute(&[0, 0]), "axes [0, 0] are no order of the 2 axes of this view, each once");
    check(grid().permute(&[1]), "axes [1] are no order of the 2 axes of this view, each once");
    check(
        grid().broadcast_to(&[3, 8]),
        "cannot broadcast shape [3, 4] to [3, 8]: counted from the last, each length has to be the same, or 1",
    );
    check(
        View::new(b"A").broadcast_to(&[usize::MAX]),
        &format!("shape [{}] has more elements than there can be", usize::MAX),
    );
    check(
        grid().reshape(&[5]),
        "cannot reshape [3, 4] to [5]: 5 elements needed, 12 there; the lengths have to multiply to 12",
    );
    check(
        grid().reshape(&[usize::MAX, 2]),
        &format!(
            "cannot reshape [3, 4] to [{}, 2]: more elements needed than there can be, 12 there; the lengths have to \
             multiply to 12",
            usize::MAX
        ),
    );
    check(
        grid().transpose().reshape(&[12]),
        "cannot reshape [4, 3] to [12] without a copy, as the elements lie; reshape what `to_bytes` copies",
    );
    check(grid().reshape(Shape::new(&[5, 0]).infer(1)), "no length in place of `_` makes shape [5, _] of 12 elements");
    check(grid().reshape(Shape::new(&[12]).infer(1)), "axis 1 asked for, the axes of this view are 0 to 0");
    check(
        View::new(LETTERS).cast_shape("<H", Shape::new(&[0, 5]).infer(0)),
        "no length in place of `_` makes shape [_, 5] of 6 elements",
    );
    check(
        View::new(LETTERS).cast_shape("<Q", Shape::new(&[0]).infer(0)),
        "cannot cast 12 bytes to `<Q`: 12 is not a multiple of 8",
    );
    check(grid().windows(0, 4), "windows of 4 elements do not fit axis 0 of length 3");
    check(grid().chunks(0, 0), "parts of axis 0 need at least one element each");
    check(grid().split_at(1, 5), "cannot cut axis 1 of length 4 at 5");
    check(grid().cast_strided("B", &[2, 2], &[1], 0), "shape [2, 2] needs 2 strides, 1 given");
    check(
        grid().cast_strided("<H", &[3], &[-2], 2),
        "shape [3] of elements of 2 bytes takes bytes -2 to 4, there are 0 to 12",
    );
    check(
        grid().cast_strided("<H", &[3], &[isize::MAX], 0),
        "shape [3] of elements of 2 bytes takes more bytes than there can be",
    );
    check(
        grid().slice(s![.., 1..]).unwrap().cast("B"),
        "cannot cast a view of shape [3, 3] and strides [4, 1], which is not contiguous; cast the bytes that `to_bytes` \
         copies",
    );
    let mut data = *LETTERS;
    let mut grid = View::new(&mut data).reshape(&[3, 4]).unwrap();
    let error = "the parts of axis 1 of shape [3, 4] lie among each other in memory, and only one can be written at a time; \
                 a view over cells (`into_cells`) has them all at once";
    check(grid.split_at_mut(1, 2), error);
    check(grid.chunks_mut(1, 2), error);
    assert_eq!(grid.chunks_mut(1, 4).unwrap().len(), 1);
}

#[test]
fn columns_are_found_by_name_and_path() -> Result<(), ViewError> {
    // A field of records that is an array, a name with a dot in it, one that looks like a number, and fields without any.
    let format = "<H (2)T{B:x: 3B:rgb:}:at: B:f1: 2B B:a.b: T{B:b:}:a: B";
    let layout = Layout::parse(format)?;
    let bytes: Vec<u8> = (0..2 * layout.size() as u8).collect();
    let rows = View::new(&bytes).cast(format)?;
    assert_eq!(rows.itemsize(), 16);
    #[track_caller]
    fn check(rows: &View<&[u8]>, path: &str, format: &str, strides: &[isize], list: &str) {
        let column = rows.column(path).unwrap();
        assert_eq!((column.format(), column.strides()), (format, strides), "{path}");
        assert_eq!(column.to_list().to_string(), list, "{path}");
    }
    check(&rows, "f0", "<H", &[16], "[256, 4368]");
    check(&rows, "at.x", "<B", &[16, 4], "[[2, 6], [18, 22]]");
    check(&rows, "at.rgb", "<B", &[16, 4, 1], "[[[3, 4, 5], [7, 8, 9]], [[19, 20, 21], [23, 24, 25]]]");
    check(&rows, "f1", "<B", &[16], "[10, 26]");
    check(&rows, "f2", "<B", &[16, 1], "[[11, 12], [27, 28]]");
    check(&rows, "a.b", "<B", &[16], "[13, 29]");
    check(&rows, "a", "<B:b:", &[16], "[(b=14), (b=30)]");
    check(&rows, "f3", "<B", &[16], "[15, 31]");
    for path in ["", "f4", "f01", "f+1", "at.", "at.y", ".x", "at.x.y", "f99999999999999999999"] {
        let error = rows.column(path).unwrap_err().to_string();
        assert!(error.starts_with(&format!("no field `{path}` in `{format}`; ")), "{error}");
    }
    let at = rows.column("at")?;
    assert_eq!(at.column("rgb")?.to_list(), rows.column("at.rgb")?.to_list());
    assert_eq!(rows.slice(2..)?.column("at.x")?.shape(), [0, 2]);
    Ok(())
}

#[test]
fn columns_are_written_in_place() -> Result<(), ViewError> {
    let mut data = [0; 8];
    let mut rows = View::new(&mut data).cast(">B:id: H:size: x")?;
    rows.column_mut("size")?.copy_from(&Value::list([258, 772]))?;
    rows.column_mut("id")?.slice_mut(s![..;-1])?.copy_from(b"ab")?;
    assert_eq!(data, [b'b', 1, 2, 0, b'a', 3, 4, 0]);
    Ok(())
}

#[test]
fn views_have_up_to_64_dimensions() -> Result<(), ViewError> {
    let mut shape = vec![1; 64];
    (shape[3], shape[60]) = (3, 4);
    let view = View::new(LETTERS).reshape(&shape)?;
    let mut key = vec![Index::At(0); 64];
    (key[3], key[60]) = (Index::from(..), Index::from(-1));
    assert_eq!(view.slice(&key)?.to_bytes(), b"DHL");
    assert_eq!(view.view().transpose().slice(s![..., 0])?.ndim(), 63);
    assert_eq!(view.view().squeeze().shape(), [3, 4]);
    assert_eq!(view.axis_iter(3)?.len(), 3);
    assert_eq!(view.cast_shape("<i", Shape::new(&shape[..61]).infer(3)).unwrap_err().to_string(), {
        let ones = "1, ".repeat(56);
        format!("no length in place of `_` makes shape [1, 1, 1, _, {ones}4] of 3 elements")
    });
    let wide = || View::new(LETTERS).reshape(&shape).unwrap();
    for error in [
        wide().insert_axis(0).unwrap_err(),
        wide().windows(60, 2).unwrap_err(),
        wide().slice(s![NewAxis]).unwrap_err(),
        wide().broadcast_to(&[&[2], &shape[..]].concat()).unwrap_err(),
        wide().reshape(&[1; 65]).unwrap_err(),
        wide().cast_strided("B", &[1; 65], &[0; 65], 0).unwrap_err(),
        wide().cast_shape("B", &[1; 65]).unwrap_err(),
    ] {
        assert_eq!(error.to_string(), "65 dimensions asked for, a view has at most 64");
    }
    Ok(())
}
