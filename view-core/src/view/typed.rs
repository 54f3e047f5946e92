//! From views whose format and rank are known at run time to those of which the compiler knows them, and back; and what the one
//! kind does with the other.

use alloc::{boxed::Box, format};

use view_format::{Code, Kind, Layout, ScalarKind};

use super::{CopySource, ElementType, View};
use crate::bytes::{Bytes, Writable};
use crate::element::{Element, ReadAs};
use crate::error::{Numbers, ViewError};
use crate::geometry::{Geometry, MAX_RANK};
use crate::typed::TypedView;

/// The type that [`View::typed`] reads elements as which are one value.
pub(crate) fn reads_as(layout: &Layout) -> Option<Box<str>> {
    let [field] = layout.fields() else { return None };
    let Kind::Scalar(scalar) = field.kind() else { return None };
    if field.name().is_some() || field.repeat() != 1 || field.size() != layout.size() {
        return None;
    }
    let size = scalar.size();
    let one = match (scalar.kind(), size) {
        (ScalarKind::Bytes | ScalarKind::Void, _) => format!("[u8; {size}]"),
        (ScalarKind::Pascal, _) => format!("Pascal<{size}>"),
        (ScalarKind::Float, 2) => "Ordered<Half>".into(),
        (ScalarKind::Complex, _) => format!("Complex<f{}>", 4 * size),
        (ScalarKind::Int | ScalarKind::Uint | ScalarKind::Float | ScalarKind::Bool | ScalarKind::Char, _) => {
            Code::of(*scalar).info().rust.into()
        }
        (ScalarKind::Pointer, _) if size == size_of::<usize>() => "usize".into(),
        (ScalarKind::Pointer, _) => format!("u{}", 8 * size),
        _ => return None,
    };
    Some(field.shape().iter().rev().fold(one, |of, length| format!("[{of}; {length}]")).into())
}

impl<B: Bytes> View<B> {
    /// The elements as a type of Rust: `i8` to `i64`, `u8` to `u64`, `f32`, `f64`, `bool`, `[u8; N]` for strings, an array
    /// of numbers for a field with a shape, or a record. Type and rank are checked once; then each access is one load, with a swap where the format says so.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let bytes = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3];
    /// let view = View::new(&bytes).cast_shape(">i", &[3, 1])?;
    /// let column = view.view().typed::<i32, 2>()?; // `view` is there for more; `view.typed()` takes it
    /// assert_eq!((column.get([2, 0]), column.sum(), view.shape()), (Some(3), 6, &[3, 1][..]));
    ///
    /// let points = View::new(&bytes).cast("(3)>i")?;
    /// assert_eq!(points.typed::<[i32; 3], 1>()?.at(0), [1, 2, 3]);
    /// let mut bytes = *b"ab\x01\0cd\x02\0";
    /// let mut rows = View::new(&mut bytes).cast("<2s:tag: H:id:")?;
    /// rows.column_mut("tag")?.typed::<[u8; 2], 1>()?.set([1], *b"xy")?; // written as they are read
    /// assert_eq!(&bytes, b"ab\x01\0xy\x02\0");
    ///
    /// let view = View::new(&bytes).cast(">i")?;
    /// let error = view.typed::<f32, 1>().unwrap_err();
    /// assert_eq!(error.to_string(), "elements of format `>i` cannot be read as `f32`; `i32` reads them");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// It takes the view, as exclusive bytes can be in one view only. To keep it, ask [`view()`](View::view), or
    /// [`view_mut()`](View::view_mut) to write.
    ///
    /// # Errors
    ///
    /// Where the format holds something else, or the view has another number of dimensions.
    pub fn typed<T: ReadAs, const R: usize>(self) -> Result<TypedView<B, T::Element, R>, ViewError> {
        let order = self.order_of::<T>()?;
        match (<[usize; R]>::try_from(self.shape()), <[isize; R]>::try_from(self.strides())) {
            (Ok(shape), Ok(strides)) => {
                let geometry = Geometry { shape, strides, offset: self.geometry.offset };
                Ok(TypedView::from_parts(self.bytes, geometry, order))
            }
            _ => Err(ViewError::Rank { dimensions: R, shape: Numbers::new(self.shape()) }),
        }
    }
}

impl<B: Bytes> View<B> {
    /// What a type has to know to read the elements, if it can.
    pub(super) fn order_of<T: ReadAs>(&self) -> Result<<T::Element as Element>::Order, ViewError> {
        let order = <T::Element>::accept(self.layout()).filter(|_| self.itemsize() == <T::Element>::SIZE);
        order.ok_or_else(|| ViewError::Type {
            format: self.format().into(),
            type_name: core::any::type_name::<T>(),
            reads_as: reads_as(self.layout()),
        })
    }
}

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The same elements as a [`View`], which knows format and rank at run time: to print them as Python would, to compare
    /// them with other formats, to hand them to code that takes any view.
    ///
    /// ```
    /// use view_core::{Be, TypedView, Value};
    ///
    /// let mut bytes = [0, 1, 0, 2, 0, 3];
    /// let mut view = TypedView::<_, Be<u16>>::from_bytes(&mut bytes)?.into_view();
    /// assert_eq!((view.format(), view.shape(), view.strides()), (">H", &[3][..], &[2][..]));
    /// view.set([2], 770)?;
    /// assert_eq!(view.to_list(), Value::list([1, 2, 770]));
    ///
    /// let numbers = view.typed::<u16, 1>()?; // and back
    /// assert_eq!(numbers.at(2), 770);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// To keep the typed view, take `view().into_view()`. The format is that of the element: `<H` for `Le<u16>`, and for a
    /// record the one that it was made of.
    pub fn into_view(self) -> View<B> {
        const { assert!(R <= MAX_RANK, "a run-time view has at most 64 dimensions") };
        let (bytes, geometry, order) = self.into_parts();
        let Geometry { shape, strides, offset } = geometry;
        let geometry = Geometry { shape: shape[..].into(), strides: strides[..].into(), offset };
        View::<B>::with_geometry(bytes, geometry, &ElementType::of::<E>(order))
    }

    /// Overwrites all elements with those of another view, of any format; also with bytes as they are, and with lists of values.
    /// It is [`View::copy_from`] of the same elements. Slices of numbers go by [`copy_from_slice`](TypedView::copy_from_slice).
    ///
    /// ```
    /// use view_core::{Be, Le, TypedView};
    ///
    /// let (big, mut little) = ([0, 1, 0, 2, 0, 3], [0; 6]);
    /// let from = TypedView::<_, Be<u16>>::from_bytes(&big)?;
    /// let mut to = TypedView::<_, Le<i16>>::from_bytes(&mut little)?;
    /// to.copy_from(&from)?; // values, in another byte order
    /// assert_eq!(little, [1, 0, 2, 0, 3, 0]);
    ///
    /// let mut bytes = *b"...";
    /// let error = TypedView::<_, Le<i8>>::from_bytes(&mut bytes)?.copy_from(&TypedView::<_, Le<u8>>::from_bytes(b"A\xffA")?);
    /// assert_eq!(error.unwrap_err().to_string(), "element [1]: `b` requires -128 <= number <= 127, got 255");
    /// assert_eq!(&bytes, b"..."); // nothing is written when any value is bad
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Over cells the two may lie in the same bytes: all is read before any is written.
    ///
    /// # Errors
    ///
    /// As for [`View::copy_from`]: where the shapes differ, where a value does not fit, and where the bytes turn out to be
    /// read-only. Nothing is written then.
    pub fn copy_from<S: CopySource>(&mut self, source: S) -> Result<(), ViewError>
    where
        B: Writable,
    {
        let (bytes, geometry, order) = self.parts_mut()?;
        TypedView::<_, E, R>::from_parts(bytes, geometry, order).into_view().copy_from(source)
    }
}

/// A typed view and one of a format that is known at run time are equal where their shapes and values are, as two of these are:
/// views of different types compare by [`into_view`](TypedView::into_view) of one of them.
///
/// ```
/// use view_core::{Be, Le, TypedView};
///
/// let little = TypedView::<_, Le<u16>>::from_bytes(&[1, 0, 2, 0])?;
/// let big = TypedView::<_, Be<i32>>::from_bytes(&[0, 0, 0, 1, 0, 0, 0, 2])?;
/// assert_eq!(little, big.into_view());
/// # Ok::<(), view_core::SizeError>(())
/// ```
impl<B: Bytes, C: Bytes, E: Element, const R: usize> PartialEq<View<C>> for TypedView<B, E, R> {
    fn eq(&self, other: &View<C>) -> bool {
        self.view().into_view() == *other
    }
}

impl<B: Bytes, C: Bytes, E: Element, const R: usize> PartialEq<TypedView<C, E, R>> for View<B> {
    fn eq(&self, other: &TypedView<C, E, R>) -> bool {
        *self == other.view().into_view()
    }
}

impl<B: Bytes, E: Element, const R: usize> From<TypedView<B, E, R>> for View<B> {
    fn from(view: TypedView<B, E, R>) -> View<B> {
        view.into_view()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Complex, Half, Ordered, Pascal};
    use std::string::ToString;
    use std::vec;

    /// What the error names does read the elements.
    #[test]
    fn the_type_that_would_do_does() {
        #[track_caller]
        fn check<T: ReadAs>(format: &str, name: &str) {
            let bytes = vec![0; crate::Struct::calcsize(format).unwrap()];
            let view = View::new(&bytes).cast(format).unwrap();
            assert!(view.view().typed::<T, 1>().is_ok(), "{format}");
            let error = view.typed::<[u8; 99], 1>().unwrap_err().to_string();
            assert!(error.ends_with(&format!("; `{name}` reads them")), "{error}");
        }
        check::<i8>("b", "i8");
        check::<u8>("c", "u8");
        check::<u16>(">H", "u16");
        check::<i64>("<q", "i64");
        check::<f32>("f", "f32");
        check::<bool>("?", "bool");
        check::<usize>("P", "usize");
        check::<Ordered<Half>>(">e", "Ordered<Half>");
        check::<Complex<f32>>("Zf", "Complex<f32>");
        check::<Complex<f64>>("<D", "Complex<f64>");
        check::<[u8; 5]>("5s", "[u8; 5]");
        check::<Pascal<5>>("5p", "Pascal<5>");
        check::<[[u16; 3]; 2]>("(2,3)<H", "[[u16; 3]; 2]");
        check::<[[u8; 2]; 3]>("(3)2s", "[[u8; 2]; 3]");
        for format in ["<HH", "<H:a:", "2w", "Hx", "T{B:a:}"] {
            let bytes = vec![0; crate::Struct::calcsize(format).unwrap()];
            let error = View::new(&bytes).cast(format).unwrap().typed::<u64, 1>().unwrap_err().to_string();
            assert!(error.ends_with("; a column of them may, or read them as values"), "{error}");
        }
    }
}
