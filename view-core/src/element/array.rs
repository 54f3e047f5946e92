//! Elements that are arrays of others: fields with a shape (`(3)f`), which read as `[T; N]`.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

use view_format::{Kind, Layout};

use super::{Bool, Complex, Element, Ordered, ReadAs, Scalar, Text};
use crate::bytes::Bytes;
use crate::geometry::Shown;

impl<E: Element, const N: usize> Element for [E; N] {
    const SIZE: usize = E::SIZE * N;
    type Order = E::Order;
    type Of<'s, B: Bytes + 's> = [E::Of<'s, B>; N];

    #[inline]
    #[track_caller]
    fn read<'s, B: Bytes>(bytes: &'s B, at: usize, order: E::Order) -> [E::Of<'s, B>; N] {
        core::array::from_fn(|i| E::read(bytes, at + i * E::SIZE, order))
    }
    fn accept(layout: &Layout) -> Option<E::Order> {
        let (kind, shape) = alone(layout)?;
        Self::accept_item(kind, shape)
    }
    fn accept_item(kind: &Kind, shape: &[usize]) -> Option<E::Order> {
        match shape.split_first() {
            Some((&length, shape)) if length == N => E::accept_item(kind, shape),
            _ => None,
        }
    }
    fn describe(order: E::Order) -> (Option<&'static str>, Layout) {
        let (_, inner) = E::describe(order);
        let (item, shape) = match alone(&inner) {
            Some((kind, shape)) => (item(kind), shape),
            None => (item(&Kind::Record(inner.clone())), &[][..]),
        };
        let shape: String = shape.iter().map(|length| format!(",{length}")).collect();
        // Every layout has a format, and that of an array of it is read as well, unless nothing is in it.
        let format = if N == 0 { String::new() } else { format!("({N}{shape}){item}") };
        (None, Layout::parse(&format).unwrap_or(inner))
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, order: E::Order, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (place, index) in Shown::of(&[N], 0).indices(N).enumerate() {
            f.write_str(if place == 0 { "" } else { ", " })?;
            match index {
                Ok(i) => E::debug(bytes, at + i * E::SIZE, order, f)?,
                Err(left) => write!(f, "... {left} more ...")?,
            }
        }
        f.write_str("]")
    }
}

#[diagnostic::do_not_recommend]
impl<E: Scalar, const N: usize> Scalar for [E; N] {
    type Value = [E::Value; N];
    type Raw = [E::Raw; N];

    #[inline(always)]
    fn decode(raw: [E::Raw; N], order: E::Order) -> [E::Value; N] {
        raw.map(|raw| E::decode(raw, order))
    }
    #[inline(always)]
    fn encode(value: [E::Value; N], order: E::Order) -> [E::Raw; N] {
        value.map(|value| E::encode(value, order))
    }
}

/// The one field of an element that has no name and is all of it.
fn alone(layout: &Layout) -> Option<(&Kind, &[usize])> {
    match layout.fields() {
        [field] if field.name().is_none() && field.repeat() == 1 && field.size() == layout.size() => {
            Some((field.kind(), field.shape()))
        }
        _ => None,
    }
}

/// The format of one item.
fn item(kind: &Kind) -> String {
    match kind {
        Kind::Scalar(scalar) => Layout::scalar(*scalar).to_format().unwrap_or_default().to_string(),
        Kind::Record(layout) => format!("T{{{}}}", layout.to_format().unwrap_or_default()),
    }
}

/// Arrays of numbers, and arrays of these.
macro_rules! read_as {
    ($($t:ty: $element:ty;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl<const N: usize> ReadAs for [$t; N] {
            type Element = [$element; N];
        }

        #[diagnostic::do_not_recommend]
        impl<const N: usize, const M: usize> ReadAs for [[$t; N]; M] {
            type Element = [[$element; N]; M];
        }
    )* };
}
read_as! {
    i8: Ordered<i8>; u16: Ordered<u16>; i16: Ordered<i16>; u32: Ordered<u32>; i32: Ordered<i32>; u64: Ordered<u64>;
    i64: Ordered<i64>; usize: Ordered<usize>; isize: Ordered<isize>; f32: Ordered<f32>; f64: Ordered<f64>;
    Complex<f32>: Ordered<Complex<f32>>; Complex<f64>: Ordered<Complex<f64>>; bool: Bool;
}
#[cfg(feature = "half")]
read_as! { half::f16: Ordered<half::f16>; }

/// Bytes are strings, and these stand in arrays too.
#[diagnostic::do_not_recommend]
impl<const K: usize, const N: usize> ReadAs for [[u8; K]; N] {
    type Element = [Text<K>; N];
}

#[cfg(test)]
mod tests {
    use alloc::{format, vec::Vec};

    use super::*;
    use crate::{Index, Le, Pascal, PascalText, Slice, TypedView, View, Writable};

    const BYTES: [u8; 24] = [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0, 9, 0, 10, 0, 11, 0, 12];

    #[test]
    fn fields_with_a_shape_are_arrays() {
        let view = View::new(&BYTES).cast("(3)>H").unwrap();
        let typed = view.clone().typed::<[u16; 3], 1>().unwrap();
        assert_eq!(typed.iter().collect::<Vec<_>>(), [[1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]]);
        assert_eq!((typed.at(2), typed.get([4])), ([7, 8, 9], None));
        assert!(format!("{typed:?}").contains("[10, 11, 12]"), "{typed:?}");
        // And back, to the same values.
        let back = typed.into_view();
        assert_eq!((back.format(), back.to_list()), ("(3)>H", view.to_list()));

        let nested = View::new(&BYTES).cast("(2,3)>h").unwrap().typed::<[[i16; 3]; 2], 1>().unwrap();
        assert_eq!(nested.iter().collect::<Vec<_>>(), [[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [10, 11, 12]]]);
        assert_eq!(nested.into_view().format(), "(2,3)>h");
        let texts = View::new(b"abcdef").cast("(3)2s").unwrap();
        assert_eq!(texts.typed::<[[u8; 2]; 3], 1>().unwrap().at(0), [b"ab", b"cd", b"ef"]);
        let flags = View::new(&[0, 7]).cast("(2)?").unwrap();
        assert_eq!(flags.typed::<[bool; 2], 1>().unwrap().at(0), [false, true]);
        // Backwards, and at odd places.
        let odd = View::new(&BYTES[1..]).cast_strided("(2)<H", &[3], &[-7], 14).unwrap();
        assert_eq!(odd.typed::<[u16; 2], 1>().unwrap().iter().collect::<Vec<_>>(), [[8, 9], [0x0500, 0x0600], [1, 2]]);
    }

    /// Whatever holds the bytes, and wherever the elements lie.
    #[test]
    fn arrays_and_strings_are_written_as_a_whole() {
        fn check<B: Writable>(mut view: TypedView<B, [Ordered<u16>; 3], 1>) {
            view.set([1], [0x0102, 3, 4]).unwrap();
            assert_eq!(view.to_vec(), [[1, 2, 3], [0x0102, 3, 4], [7, 8, 9], [10, 11, 12]]);
            assert_eq!(
                (view.count([7, 8, 9]), view.index([10, 11, 12]), view.max()),
                (1, Some(3), Some([0x0102, 3, 4]))
            );
            view.slice_axis_mut(0, 2..).unwrap().fill([5, 6, 7]).unwrap();
            assert_eq!(view.to_vec(), [[1, 2, 3], [0x0102, 3, 4], [5, 6, 7], [5, 6, 7]]);
            view.copy_from_slice(&[[1; 3], [2; 3], [3; 3], [4, 5, 6]]).unwrap();
            assert!(view.copy_from_slice(&[[9; 3]]).is_err() && view.set([4], [9; 3]).is_err());
            assert_eq!(view.to_bytes(), [0, 1, 0, 1, 0, 1, 0, 2, 0, 2, 0, 2, 0, 3, 0, 3, 0, 3, 0, 4, 0, 5, 0, 6]);
            {
                let mut part =
                    view.slice_mut::<1>([Index::Slice(Slice { start: None, stop: None, step: -3 })]).unwrap();
                part.fill([8, 8, 9]).unwrap();
                assert_eq!(part, part.view());
            }
            assert_eq!(view.to_vec(), [[8, 8, 9], [2; 3], [3; 3], [8, 8, 9]]);
        }
        let mut bytes = BYTES;
        check(View::cells(&mut bytes).cast("(3)>H").unwrap().typed::<[u16; 3], 1>().unwrap());
        bytes = BYTES;
        check(View::new(&mut bytes).cast("(3)>H").unwrap().typed::<[u16; 3], 1>().unwrap());
        check(View::new(BYTES.to_vec()).cast("(3)>H").unwrap().typed::<[u16; 3], 1>().unwrap());
        let mut spaced: Vec<u8> = BYTES.chunks(6).flat_map(|chunk| [chunk, &[9]].concat()).collect();
        let view = View::new(&mut spaced).cast_strided("(3)>H", &[4], &[7], 0).unwrap();
        check(view.typed::<[u16; 3], 1>().unwrap());
        assert!(spaced.iter().skip(6).step_by(7).all(|&byte| byte == 9), "what stands between is left alone");

        let mut texts = *b"abcdef";
        let mut view = View::new(&mut texts).cast("2s").unwrap().typed::<[u8; 2], 1>().unwrap();
        view.set([2], *b"xy").unwrap();
        view.slice_axis_mut(0, ..2).unwrap().copy_from_slice(&[*b"gh", *b"ij"]).unwrap();
        assert_eq!((view.to_vec(), view.min()), (Vec::from([*b"gh", *b"ij", *b"xy"]), Some(*b"gh")));
        let mut pairs = View::new(&mut texts).cast("(3)2s").unwrap().typed::<[[u8; 2]; 3], 1>().unwrap();
        pairs.fill([*b"AB", *b"CD", *b"EF"]).unwrap();
        assert_eq!(&texts, b"ABCDEF");
        let mut names = *b"\x03abc\x02de_";
        let mut view = TypedView::<_, Pascal<4>>::from_bytes(&mut names).unwrap();
        view.set([1], PascalText::from_text(b"x").unwrap()).unwrap();
        assert_eq!(view.iter().map(|name| name.len()).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(&names, b"\x03abc\x01x\0\0");
        // Without bytes there is nothing to write, and nothing that fails.
        let mut none = TypedView::<_, Text<0>>::contiguous(&mut names[..0], [3]).unwrap();
        none.set([2], []).unwrap();
        none.fill([]).unwrap();
        assert_eq!((none.to_vec(), none.count([])), (Vec::from([[0; 0]; 3]), 3));
        let mut none = TypedView::<_, [Le<u16>; 0]>::contiguous(&mut names[..0], [2]).unwrap();
        none.copy_from_slice(&[[]; 2]).unwrap();
        assert_eq!((none.to_vec(), none == none.view()), (Vec::from([[]; 2]), true));
    }

    #[test]
    fn other_shapes_and_types_are_refused() {
        #[track_caller]
        fn check<T: ReadAs>(format: &str) {
            let view = View::new(&BYTES).cast(format).unwrap();
            let error = view.typed::<T, 1>().unwrap_err();
            assert!(
                format!("{error}").starts_with(&format!("elements of format `{format}` cannot be read as")),
                "{error}"
            );
        }
        check::<[u16; 3]>("(2)<H");
        check::<[u16; 3]>("(3)<h");
        check::<[u16; 3]>("3H");
        check::<[u16; 3]>("(3)H:xyz:");
        check::<[u16; 4]>("(2,2)H");
        check::<[[u16; 2]; 2]>("(4)H");
        check::<[u16; 1]>("H");
        check::<u16>("(1)H");
        check::<[u16; 3]>("<(3)Hxx");
        check::<[Le<u16>; 3]>("(3)>H");
    }

    #[test]
    fn arrays_are_elements_at_build_time() {
        let view = TypedView::<_, [Le<u16>; 2]>::from_bytes(&BYTES).unwrap();
        assert_eq!((view.len(), view.at(1)), (6, [0x0300, 0x0400]));
        let long = TypedView::<_, [Le<u8>; 24]>::from_bytes(&BYTES).unwrap();
        assert_eq!(format!("{long:?}"), "[[0, 1, 0, 2, 0, 3, ... 12 more ..., 0, 10, 0, 11, 0, 12]]");
        assert_eq!(view.into_view().format(), "(2)<H");
        // No format has arrays of nothing: what is left is an element without values.
        let view = TypedView::<_, [Le<u16>; 0]>::contiguous(&BYTES[..0], [2]).unwrap();
        assert_eq!(view.get([1]), Some([]));
        let view = view.into_view();
        assert_eq!((view.itemsize(), view.to_list().to_string()), (0, "[(), ()]".into()));
    }
}
