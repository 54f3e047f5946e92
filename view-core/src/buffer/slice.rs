//! The elements of a view as a slice of numbers in place, where they lie in memory as the machine has them.

use alloc::boxed::Box;
use core::any::type_name;

use super::Plain;
use crate::bytes::{Bytes, BytesMut};
use crate::error::{Numbers, ViewError};
use crate::view::{View, reads_as};

/// Whether the elements of a view are numbers `T`, as they lie in memory here.
pub(super) fn check_type<T: Plain, B: Bytes>(view: &View<B>) -> Result<(), ViewError> {
    let layout = T::layout();
    if *view.layout() == layout && view.itemsize() == size_of::<T>() {
        return Ok(());
    }
    let (format, type_name) = (Box::from(view.format()), type_name::<T>());
    match (view.layout().as_scalar(), layout.as_scalar()) {
        (Some(a), Some(b)) if a.kind() == b.kind() && a.size() == b.size() => {
            Err(ViewError::ByteOrder { format, type_name })
        }
        _ => Err(ViewError::Type { format, type_name, reads_as: reads_as(view.layout()) }),
    }
}

/// That the bytes are not aligned.
pub(super) fn misaligned<T>(bytes: &[u8]) -> ViewError {
    let needed = align_of::<T>();
    ViewError::Alignment { needed, past: bytes.as_ptr().addr() % needed, type_name: type_name::<T>() }
}

/// That the strides are not those of a slice.
pub(super) fn not_a_slice<B: Bytes>(view: &View<B>) -> ViewError {
    ViewError::NotASlice {
        shape: Numbers::new(view.shape()),
        strides: view.strides().into(),
        itemsize: view.itemsize(),
    }
}

impl<B: Bytes<Unit = u8>> View<B> {
    /// The elements as a slice of numbers, in place: where they lie one after the other, the last index fastest, in the
    /// machine's own byte order and aligned as it wants them.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let numbers = [[1_u32, 2], [3, 4]];
    /// let view = View::of(&numbers)?;
    /// assert_eq!(view.as_slice::<u32>()?, [1, 2, 3, 4]);
    ///
    /// let error = view.as_slice::<f32>().unwrap_err();
    /// assert_eq!(error.to_string(), "elements of format `I` cannot be read as `f32`; `u32` reads them");
    ///
    /// // What is not aligned can be read all the same, element by element.
    /// let bytes = View::of(&numbers)?.into_inner();
    /// let view = View::new(&bytes[1..13]).cast("I")?;
    /// assert!(view.as_slice::<u32>().is_err());
    /// assert_eq!(view.typed::<u32, 1>()?.len(), 3);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the format is not that of `T`, or in the other byte order; where the elements are not C-contiguous; and where
    /// the first one is not aligned. It says which.
    pub fn as_slice<T: Plain>(&self) -> Result<&[T], ViewError> {
        check_type::<T, B>(self)?;
        let range = self.packed_range().ok_or_else(|| not_a_slice(self))?;
        if range.is_empty() {
            return Ok(&[]);
        }
        let bytes = &self.units()[range];
        T::slice(bytes).ok_or_else(|| misaligned::<T>(bytes))
    }

    /// As [`as_slice`](View::as_slice), to write.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut numbers = [[1.0_f64, 2.0], [3.0, 4.0]];
    /// let mut view = View::of_mut(&mut numbers)?;
    /// view.slice_mut(1..2)?.as_slice_mut::<f64>()?.fill(0.5);
    /// assert_eq!(numbers, [[1.0, 2.0], [0.5, 0.5]]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`as_slice`](View::as_slice).
    pub fn as_slice_mut<T: Plain>(&mut self) -> Result<&mut [T], ViewError>
    where
        B: BytesMut,
    {
        check_type::<T, B>(self)?;
        let range = self.packed_range().ok_or_else(|| not_a_slice(self))?;
        if range.is_empty() {
            return Ok(&mut []);
        }
        let error = misaligned::<T>(&self.units()[range.clone()]);
        self.plain_mut().and_then(|bytes| T::slice_mut(&mut bytes[range])).ok_or(error)
    }
}
