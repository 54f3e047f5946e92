//! From views whose format and rank are known at run time to those of which the compiler knows them, and back.

use super::{ElementType, View};
use crate::bytes::Bytes;
use crate::element::{Element, ReadAs};
use crate::error::{Numbers, ViewError};
use crate::geometry::{Geometry, MAX_RANK};
use crate::typed::TypedView;

impl<B: Bytes> View<B> {
    /// The elements as a type of Rust: `i8` to `i64`, `u8` to `u64`, `f32`, `f64`, `bool`, `[u8; N]` for strings, an array
    /// of numbers for a field with a shape, or a record. Type and rank are checked once; then each access is one load, with a swap where the format says so.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let bytes = [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3];
    /// let view = View::new(&bytes).cast_shape(">i", &[3, 1])?;
    /// assert_eq!(view.typed::<i32, 2>()?.get([2, 0]), Some(3));
    ///
    /// let points = View::new(&bytes).cast("(3)>i")?;
    /// assert_eq!(points.typed::<[i32; 3], 1>()?.at(0), [1, 2, 3]);
    ///
    /// let view = View::new(&bytes).cast(">i")?;
    /// let error = view.typed::<f32, 1>().unwrap_err();
    /// assert_eq!(error.to_string(), "elements of format `>i` cannot be read as `f32`");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the format holds something else, or the view has another number of dimensions.
    pub fn typed<T: ReadAs, const R: usize>(self) -> Result<TypedView<B, T::Element, R>, ViewError> {
        let order = <T::Element>::accept(self.layout()).filter(|_| self.itemsize() == <T::Element>::SIZE);
        let Some(order) = order else {
            return Err(ViewError::Type { format: self.format().into(), type_name: core::any::type_name::<T>() });
        };
        match (<[usize; R]>::try_from(self.shape()), <[isize; R]>::try_from(self.strides())) {
            (Ok(shape), Ok(strides)) => {
                let geometry = Geometry { shape, strides, offset: self.geometry.offset };
                Ok(TypedView::from_parts(self.bytes, geometry, order))
            }
            _ => Err(ViewError::Rank { dimensions: R, shape: Numbers::new(self.shape()) }),
        }
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
}

impl<B: Bytes, E: Element, const R: usize> From<TypedView<B, E, R>> for View<B> {
    fn from(view: TypedView<B, E, R>) -> View<B> {
        view.into_view()
    }
}
