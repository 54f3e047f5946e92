//! Every error, provoked, with its sentence.

use core::hash::Hasher;
use std::string::ToString;
use std::vec::Vec;
use std::{format, vec};

use super::*;
use crate::{Be, Index, Le, MaybeMut, Shape, Slice, TypedView, Value, VariantError, View};

const LETTERS: &[u8; 12] = b"ABCDEFGHIJKL";

fn letters() -> View<&'static [u8]> {
    View::new(LETTERS)
}

fn grid() -> View<&'static [u8]> {
    TypedView::<_, Le<u8>, 2>::__contiguous(&LETTERS[..], [3, 4]).into_view()
}

/// The same without a wildcard, so that a new variant does not compile before it stands here.
fn number(error: &ViewError) -> usize {
    match error {
        ViewError::ReadOnly => 0,
        ViewError::Size(_) => 1,
        ViewError::Unpack(_) => 2,
        ViewError::Index { .. } => 3,
        ViewError::Range { .. } => 4,
        ViewError::NoAxis => 5,
        ViewError::Format(_) => 6,
        ViewError::CastSize { .. } => 7,
        ViewError::CastShape { .. } => 8,
        ViewError::EmptyElements { .. } => 9,
        ViewError::NotContiguous { .. } => 10,
        ViewError::ByteOrder { .. } => 11,
        ViewError::Alignment { .. } => 12,
        ViewError::NotASlice { .. } => 13,
        ViewError::Type { .. } => 14,
        ViewError::Rank { .. } => 15,
        ViewError::CopySize { .. } => 16,
        ViewError::CopyShape { .. } => 17,
        ViewError::ElementCount { .. } => 18,
        ViewError::HashOfWritable => 19,
        ViewError::HashOfFormat { .. } => 20,
        ViewError::NotNumbers { .. } => 21,
        ViewError::SumOverflow { .. } => 22,
        ViewError::Field { .. } => 23,
        ViewError::Value(_) => 24,
        ViewError::Element { .. } => 25,
        ViewError::Geometry(error) => {
            26 + match error {
                GeometryError::Index { .. } => 0,
                GeometryError::StepZero { .. } => 1,
                GeometryError::TooManyIndices { .. } => 2,
                GeometryError::TwoEllipses => 3,
                GeometryError::Axis { .. } => 4,
                GeometryError::Permutation { .. } => 5,
                GeometryError::Rank { .. } => 6,
                GeometryError::TooManyDimensions { .. } => 7,
                GeometryError::Broadcast { .. } => 8,
                GeometryError::TooLarge { .. } => 9,
                GeometryError::Reshape { .. } => 10,
                GeometryError::Scattered { .. } => 11,
                GeometryError::Inferred { .. } => 12,
                GeometryError::Strides { .. } => 13,
                GeometryError::Outside { .. } => 14,
                GeometryError::Split { .. } => 15,
                GeometryError::Size { .. } => 16,
                GeometryError::Interleaved { .. } => 17,
            }
        }
        ViewError::Memory { .. } => 44,
    }
}

#[derive(Default)]
struct NoHasher;
impl Hasher for NoHasher {
    fn finish(&self) -> u64 {
        0
    }
    fn write(&mut self, _: &[u8]) {}
}

#[test]
fn every_error_can_be_had_and_says_what_disagrees() {
    let mut bytes = *LETTERS;
    let none = || Slice { start: None, stop: None, step: 0 };
    let most = usize::MAX;
    let mut one = *LETTERS;
    let mut rows = View::new(&mut one).reshape(&[3, 4]).unwrap();
    let numbers = [1_u32, 2, 3];
    let native = View::of(&numbers).unwrap().into_inner();
    let swapped = if cfg!(target_endian = "little") { ">I" } else { "<I" };
    #[rustfmt::skip]
    let cases: Vec<(ViewError, &str)> = vec![
        (View::new(MaybeMut::from(&LETTERS[..])).set([0], 1).unwrap_err(), "cannot modify read-only memory"),
        (TypedView::<_, Le<u32>>::from_bytes(&LETTERS[1..]).unwrap_err().into(), "11 bytes are not a multiple of 4"),
        (letters().to_bytes_into(crate::MemoryOrder::C, &mut [0; 3]).unwrap_err(), "12 bytes needed, 3 there"),
        (UnpackError::from(VariantError::new("Kind", 7, &[("Query", 1)])).into(), "`7` is no `Kind`: 1 is `Query`"),
        (grid().get([3, 0]).unwrap_err(), "index [3, 0] is out of range for shape [3, 4]"),
        (grid().get([3]).unwrap_err(), "index [3] has 1 numbers, shape [3, 4] needs 2"),
        (grid().slice(2..5).unwrap_err(), "range 2..5 is out of range for an axis of length 3"),
        (View::new(b"A").reshape(&[]).unwrap().slice(..).unwrap_err(), "a view of 0 dimensions cannot be sliced"),
        (letters().cast("<5").unwrap_err(), "count without a code\n  |\n  | \"<5\"\n  |   ^ a code must follow\n  |\n  = help: a count stands before its code: `4h`, not `h4`"),
        (letters().cast("<5s").unwrap_err(), "cannot cast 12 bytes to `<5s`: 12 is not a multiple of 5"),
        (letters().cast("").unwrap_err(), "cannot cast 12 bytes to ``, whose elements take 0 bytes"),
        (letters().cast_shape("<H", &[5]).unwrap_err(), "`<H` of shape [5] needs 10 bytes, the view has 12"),
        (View::new(b"").cast_shape("", &[5]).unwrap_err(), "`` takes no bytes, so that shape [5] could be any other; cast to a format with a field"),
        (grid().slice([Index::Slice(Slice { step: 2, ..none() })]).unwrap().cast("B").unwrap_err(), "cannot cast a view of shape [2, 4] and strides [8, 1], which is not contiguous; cast the bytes that `to_bytes` copies"),
        (View::new(native).cast(swapped).unwrap().as_slice::<u32>().map(drop).unwrap_err(), if swapped == ">I" { "elements of format `>I` stand in the other byte order than `u32` does here; read them by `typed`, or copy them by `to_vec`" } else { "elements of format `<I` stand in the other byte order than `u32` does here; read them by `typed`, or copy them by `to_vec`" }),
        (View::new(&native[1..9]).cast("I").unwrap().as_slice::<u32>().map(drop).unwrap_err(), "`u32` has to lie at a multiple of 4 bytes, the first element lies 1 after one; read them by `typed`, or copy them by `to_vec`"),
        (View::of(&numbers).unwrap().flip(0).unwrap().as_slice::<u32>().map(drop).unwrap_err(), "elements of 4 bytes in shape [3] and strides [-4] are no slice of them; copy them by `to_vec`"),
        (letters().typed::<f64, 1>().unwrap_err(), "elements of format `B` cannot be read as `f64`; `u8` reads them"),
        (letters().typed::<u8, 2>().unwrap_err(), "2 dimensions asked for, shape [12] has 1"),
        (View::new(&mut bytes).copy_from(b"AB").unwrap_err(), "cannot copy 2 bytes into a view of 12"),
        (View::new(&mut bytes).copy_from(&grid()).unwrap_err(), "cannot copy elements of shape [3, 4] into a view of shape [12]"),
        (letters().to_vec_into::<u8>(&mut [0; 3]).unwrap_err(), "the view has 12 elements, the slice 3"),
        (View::new(&mut bytes).hash_into(&mut NoHasher).unwrap_err(), "cannot hash a view that can be written; hash its `as_readonly`"),
        (letters().cast("<H").unwrap().hash_into(&mut NoHasher).unwrap_err(), "cannot hash elements of format `<H`: equal numbers have different bytes in other formats; hash `to_bytes`, or cast to `B`"),
        (letters().cast("2s").unwrap().sum().unwrap_err(), "elements of format `2s` are not numbers with an order and a sum; a column of them may be, and `fold` takes values of any kind"),
        (View::of(&[u64::MAX; 2]).unwrap().sum().unwrap_err(), "the sum, 36893488147419103230, does not fit 64 bits; `fold` adds up in any type"),
        (letters().cast("<H:a:").unwrap().column("b").unwrap_err(), "no field `b` in `<H:a:`; there is `a`"),
        (View::new(&mut bytes).set([0], 256).unwrap_err(), "`B` requires 0 <= number <= 255, got 256"),
        (View::new(&mut bytes).slice_mut(..2).unwrap().copy_from(&Value::list([1, -1])).unwrap_err(), "element [1]: `B` requires 0 <= number <= 255, got -1"),
        (grid().slice([Index::At(-4)]).unwrap_err(), "index -4 is out of range for axis 0 of length 3"),
        (grid().slice([Index::Slice(none())]).unwrap_err(), "the slice of axis 0 has the step 0"),
        (grid().slice([Index::At(0); 3]).unwrap_err(), "3 indices and slices for a view of 2 dimensions"),
        (grid().slice([Index::Ellipsis; 2]).unwrap_err(), "a key has at most one `...`"),
        (grid().flip(2).unwrap_err(), "axis 2 asked for, the axes of this view are 0 to 1"),
        (grid().permute(&[1, 1]).unwrap_err(), "axes [1, 1] are no order of the 2 axes of this view, each once"),
        (TypedView::<_, Be<u8>>::from_bytes(LETTERS).unwrap().slice::<1>([Index::At(0)]).unwrap_err(), "1 dimensions asked for, the result has 0"),
        (letters().reshape(&[1; 65]).unwrap_err(), "65 dimensions asked for, a view has at most 64"),
        (grid().broadcast_to(&[2, 3, 5]).unwrap_err(), "cannot broadcast shape [3, 4] to [2, 3, 5]: counted from the last, each length has to be the same, or 1"),
        (grid().reshape(&[5, 5]).unwrap_err(), "cannot reshape [3, 4] to [5, 5]: 25 elements needed, 12 there; the lengths have to multiply to 12"),
        (grid().transpose().reshape(&[12]).unwrap_err(), "cannot reshape [4, 3] to [12] without a copy, as the elements lie; reshape what `to_bytes` copies"),
        (grid().reshape(Shape::new(&[5, 0]).infer(1)).unwrap_err(), "no length in place of `_` makes shape [5, _] of 12 elements"),
        (letters().cast_strided("B", &[2, 2], &[1], 0).unwrap_err(), "shape [2, 2] needs 2 strides, 1 given"),
        (letters().cast_strided("B", &[2, 2], &[8, 8], 0).unwrap_err(), "shape [2, 2] of elements of 1 bytes takes bytes 0 to 17, there are 0 to 12"),
        (grid().split_at(1, 5).unwrap_err(), "cannot cut axis 1 of length 4 at 5"),
        (grid().windows(0, 4).unwrap_err(), "windows of 4 elements do not fit axis 0 of length 3"),
        (rows.split_at_mut(1, 2).map(drop).unwrap_err(), "the parts of axis 1 of shape [3, 4] lie among each other in memory, and only one can be written at a time; a view over cells (`into_cells`) has them all at once"),
    ];
    let large = View::new(b"A").broadcast_to(&[most]).unwrap_err();
    assert_eq!(large.to_string(), format!("shape [{most}] has more elements than there can be"));
    // A machine of 32 bits may have half of its addresses for a copy, but not for two.
    let most = most / 2;
    let mut half = Vec::<u8>::new();
    let _ = half.try_reserve_exact(most);
    let memory = View::new(b"A").broadcast_to(&[most]).unwrap().to_vec::<u8>().map(drop).unwrap_err();
    let expected =
        format!("no memory for {most} bytes: the view repeats its elements; take a part of it, or what it repeats");
    assert_eq!(memory.to_string(), expected);
    let mut seen = vec![number(&large), number(&memory)];
    for (error, expected) in &cases {
        assert_eq!(error.to_string(), *expected, "{error:?}");
        seen.push(number(error));
        // What is wrapped is the source.
        let source = core::error::Error::source(error).map(ToString::to_string);
        assert!(source.is_none_or(|source| expected.ends_with(&source)), "{error:?}");
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, (0..45).collect::<Vec<_>>());
}
