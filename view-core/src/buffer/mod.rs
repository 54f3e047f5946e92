//! What exports its bytes as a view: the buffer protocol, seen from those who have the data.

mod element;
mod holders;
#[cfg(feature = "ndarray")]
mod ndarray;
mod slice;
#[cfg(feature = "zerocopy")]
mod zerocopy;

pub use element::{BufferElement, BufferElementMut, Plain};

use crate::error::ViewError;
use crate::view::View;

/// A value that others can look into without a copy, as elements of a format in a shape: what `memoryview(value)` asks
/// for in Python.
///
/// ```
/// use view_core::{Value, View};
///
/// let table = vec![[1.0_f32, 2.0], [3.0, 4.0], [5.0, 6.0]];
/// let view = View::of(&table)?;
/// assert_eq!((view.format(), view.shape(), view.strides()), ("f", &[3, 2][..], &[8, 4][..]));
/// assert_eq!(view.get([2, 0])?, Value::from(5.0));
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// # Who does
///
/// | exports itself | as |
/// |---|---|
/// | a number, `bool` or `char` | one element, no dimensions |
/// | `[T]`, `[T; N]`, `Vec<T>` of these, also of arrays of arrays of them | one dimension for each slice and array |
/// | `Box`, `Rc`, `Arc`, `Cow`, `&`, `&mut` of what does | what they hold |
/// | [`View`] over plain bytes | itself |
/// | a record of `view!` that owns its bytes | one element of its format, no dimensions |
/// | with feature `ndarray`: arrays whose elements lie one after the other, in any order of axes | their shape and strides |
///
/// The formats of numbers are those that Python's own `memoryview` can index: one code of native size and byte order, without
/// a mark. [`BufferElement`] lists them. Slices and arrays of records do with feature `zerocopy` and its derives only: without
/// `unsafe`, nothing else shows their bytes. A struct with `#[derive(Record)]` is values; its `pack()` gives bytes.
///
/// # Types of your own
///
/// A type that keeps its elements in something that does export itself has one method to write:
///
/// ```
/// use view_core::{Buffer, View, ViewError};
///
/// struct Matrix {
///     rows: usize,
///     columns: usize,
///     cells: Vec<f64>,
/// }
///
/// impl Buffer for Matrix {
///     fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
///         View::of(&self.cells)?.cast_shape("d", &[self.rows, self.columns])
///     }
/// }
///
/// let matrix = Matrix { rows: 2, columns: 3, cells: vec![0.0, 0.1, 0.2, 1.0, 1.1, 1.2] };
/// assert_eq!(View::of(&matrix)?.to_list().to_string(), "[[0.0, 0.1, 0.2], [1.0, 1.1, 1.2]]");
/// # Ok::<(), ViewError>(())
/// ```
///
/// # Errors
///
/// A type may find out only now that its bytes do not hold the shape that it claims. Slices and vectors always succeed;
/// arrays do unless they are nested more than [`MAX_RANK`](crate::MAX_RANK) deep.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not export its bytes",
    label = "not a buffer",
    note = "slices, arrays and `Vec`s of numbers do, nested arrays too; so does what points to one",
    note = "a type of your own can implement `Buffer`: one method, which makes a view of the bytes that it holds"
)]
pub trait Buffer {
    /// A view of the bytes, with the format and the shape that they have here.
    ///
    /// Callers write [`View::of`].
    ///
    /// # Errors
    ///
    /// Where the bytes do not hold what the type says of them.
    fn buffer(&self) -> Result<View<&[u8]>, ViewError>;
}

/// A [`Buffer`] whose elements others may also write, while it is borrowed exclusively.
///
/// ```
/// use view_core::View;
///
/// let mut table = [[1_u16, 2], [3, 4]];
/// View::of_mut(&mut table)?.set([1, 0], 300)?;
/// assert_eq!(table, [[1, 2], [300, 4]]);
/// # Ok::<(), view_core::ViewError>(())
/// ```
///
/// All numbers can be written. `bool` and `char` cannot: not every byte is one.
///
/// ```compile_fail,E0277
/// # use view_core::View;
/// let mut flags = [true, false];
/// View::of_mut(&mut flags)?; // `[bool; 2]` does not export its bytes for writing
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not export its bytes for writing",
    label = "not a buffer that can be written",
    note = "slices, arrays and `Vec`s of numbers do, by `&mut`; `bool` and `char` do not, since not every byte is one",
    note = "to read, there is `View::of`"
)]
pub trait BufferMut: Buffer {
    /// As [`buffer`](Buffer::buffer), to write.
    ///
    /// Callers write [`View::of_mut`].
    ///
    /// # Errors
    ///
    /// As for [`buffer`](Buffer::buffer).
    fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError>;
}

impl<'a> View<&'a [u8]> {
    /// A view of what a value exports: numbers with their own format and shape, where [`View::new`] sees bytes.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::of(&[1_i32, -2, 3])?;
    /// assert_eq!((view.format(), view.itemsize(), view.shape()), ("i", 4, &[3][..]));
    /// assert_eq!(view.to_list().to_string(), "[1, -2, 3]");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where the value finds that its bytes do not hold what it says of them: see [`Buffer`].
    #[inline]
    pub fn of<T: Buffer + ?Sized>(value: &'a T) -> Result<View<&'a [u8]>, ViewError> {
        value.buffer()
    }
}

impl<'a> View<&'a mut [u8]> {
    /// As [`View::of`], to write. [`into_cells`](View::into_cells) makes of it a view that many can write.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut numbers = vec![1.0, 2.0, 3.0];
    /// View::of_mut(&mut numbers)?.set([1], 0.5)?;
    /// assert_eq!(numbers, [1.0, 0.5, 3.0]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`View::of`].
    #[inline]
    pub fn of_mut<T: BufferMut + ?Sized>(value: &'a mut T) -> Result<View<&'a mut [u8]>, ViewError> {
        value.buffer_mut()
    }
}

#[cfg(test)]
mod tests;
