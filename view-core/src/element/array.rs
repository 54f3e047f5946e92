//! Elements that are arrays of others: fields with a shape (`(3)f`), which read as `[T; N]`.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;

use view_format::{Kind, Layout};

use super::{Bool, Complex, Element, Ordered, ReadAs, Text};
use crate::bytes::Bytes;

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
        // Every layout has a format, and that of an array of it is read as well.
        (None, Layout::parse(&format!("({N}{shape}){item}")).unwrap_or(inner))
    }
    fn debug<B: Bytes>(bytes: &B, at: usize, order: E::Order, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for i in 0..N {
            f.write_str(if i == 0 { "" } else { ", " })?;
            E::debug(bytes, at + i * E::SIZE, order, f)?;
        }
        f.write_str("]")
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
    use crate::{Le, TypedView, View};

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
        assert_eq!(view.into_view().format(), "(2)<H");
    }
}
