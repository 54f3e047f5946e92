//! Iteration: over elements as values, and over the parts of an axis.

use alloc::vec::Vec;
use core::fmt;
use core::iter::FusedIterator;
use core::ops::Range;

use smallvec::SmallVec;

use super::{ElementType, View};
use crate::bytes::{Bytes, SplitMut, Writable};
use crate::element::RawRow;
use crate::error::ViewError;
use crate::geometry::{Dynamic, Indices, Offsets};
use crate::kernel::Row;
use crate::typed::split;
use crate::value::Value;

impl<B: Bytes> View<B> {
    /// The values of all elements, in C order: the last index fastest.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let view = View::new(b"\x01\0\x02\0\x03\0").cast("<h")?;
    /// assert_eq!(view.iter().rev().map(|value| value.to_string()).collect::<Vec<_>>(), ["3", "2", "1"]);
    /// assert!(view.iter().any(|value| value == Value::from(2)));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    pub fn iter(&self) -> Elements<'_, B> {
        Elements { view: self, offsets: Offsets::new(self.geometry.clone()) }
    }

    /// The values of all elements with their index, in C order.
    ///
    /// ```
    /// use view_core::{Value, View};
    ///
    /// let view = View::new(b"ABCD").cast_shape("c", &[2, 2])?;
    /// let found = view.indexed_iter().find(|(_, value)| *value == Value::from(b"C"));
    /// assert_eq!(found.unwrap().0, [1, 0]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    pub fn indexed_iter(&self) -> IndexedElements<'_, B> {
        IndexedElements { elements: self.iter(), indices: Indices::new(&self.geometry.shape) }
    }

    /// The parts at each index of an axis, in order, from either end: the rows of a table, or its columns.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let grid = View::new(b"ABCDEF").cast_shape("c", &[2, 3])?;
    /// assert!(grid.axis_iter(1)?.map(|column| column.to_bytes()).eq([b"AD", b"BE", b"CF"]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis.
    pub fn axis_iter(&self, axis: usize) -> Result<Parts<'_, B>, ViewError> {
        Ok(Parts { view: self, axis, size: None, numbers: 0..self.geometry.count_chunks(axis, 1)? })
    }

    /// As [`axis_iter`](View::axis_iter), to write. Over cells, `axis_iter` is enough, and goes along any axis.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut data = *b"ABCDEF";
    /// let mut grid = View::new(&mut data).cast_shape("B", &[2, 3])?;
    /// for mut row in grid.axis_iter_mut(0)? {
    ///     row.set([1], b'-')?;
    /// }
    /// assert!(grid.axis_iter_mut(1).is_err()); // columns lie among each other in memory
    /// assert_eq!(&data, b"A-CD-F");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis; where the bytes turn out to be read-only; and where exclusive bytes of one part lie
    /// between those of another.
    pub fn axis_iter_mut(&mut self, axis: usize) -> Result<PartsMut<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        self.parts_mut(axis, None)
    }

    /// The parts of `size` indices each of an axis, in order, from either end; the last may be shorter.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let view = View::new(b"ABCDE");
    /// assert!(view.chunks(0, 2)?.map(|chunk| chunk.to_bytes()).eq([&b"AB"[..], b"CD", b"E"]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis, and where `size` is 0.
    pub fn chunks(&self, axis: usize, size: usize) -> Result<Parts<'_, B>, ViewError> {
        Ok(Parts { view: self, axis, size: Some(size), numbers: 0..self.geometry.count_chunks(axis, size)? })
    }

    /// As [`chunks`](View::chunks), to write. Over cells, `chunks` is enough.
    ///
    /// # Errors
    ///
    /// As for [`chunks`](View::chunks), and as for [`axis_iter_mut`](View::axis_iter_mut).
    pub fn chunks_mut(&mut self, axis: usize, size: usize) -> Result<PartsMut<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        self.parts_mut(axis, Some(size))
    }

    fn parts_mut(&mut self, axis: usize, size: Option<usize>) -> Result<PartsMut<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let parts = self.geometry.count_chunks(axis, size.unwrap_or(1))?;
        let bytes = match self.bytes.writable()?.share() {
            Ok((bytes, _)) => bytes,
            Err(bytes) => {
                if parts > 1 {
                    self.geometry.check_apart(axis, self.element.itemsize())?;
                }
                bytes
            }
        };
        let rest = Some((bytes, self.geometry.clone()));
        Ok(PartsMut { rest, element: self.element.clone(), axis, size })
    }
}

impl<'v, B: Bytes> IntoIterator for &'v View<B> {
    type Item = Value;
    type IntoIter = Elements<'v, B>;

    fn into_iter(self) -> Elements<'v, B> {
        self.iter()
    }
}

/// The values of the elements of a [`View`], from either end: what [`View::iter`] gives.
pub struct Elements<'v, B> {
    view: &'v View<B>,
    offsets: Offsets<SmallVec<[usize; 4]>, SmallVec<[isize; 4]>>,
}

impl<B: Bytes> Iterator for Elements<'_, B> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        self.offsets.next().map(|at| self.view.value_at(at))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.offsets.len(), Some(self.offsets.len()))
    }
    fn count(self) -> usize {
        self.offsets.len()
    }
    fn last(mut self) -> Option<Value> {
        self.next_back()
    }
    fn nth(&mut self, n: usize) -> Option<Value> {
        self.offsets.nth(n).map(|at| self.view.value_at(at))
    }
    fn fold<A, F: FnMut(A, Value) -> A>(self, init: A, mut each: F) -> A {
        self.offsets.fold_rows(init, |state, row| {
            Row::from(row).fold_places(state, |state, at| each(state, self.view.value_at(at)))
        })
    }
}

impl<B: Bytes> DoubleEndedIterator for Elements<'_, B> {
    fn next_back(&mut self) -> Option<Value> {
        self.offsets.next_back().map(|at| self.view.value_at(at))
    }
    fn nth_back(&mut self, n: usize) -> Option<Value> {
        self.offsets.nth_back(n).map(|at| self.view.value_at(at))
    }
}

impl<B: Bytes> ExactSizeIterator for Elements<'_, B> {}
impl<B: Bytes> FusedIterator for Elements<'_, B> {}

/// The values of the elements of a [`View`] with their index, from either end: what [`View::indexed_iter`] gives.
pub struct IndexedElements<'v, B> {
    elements: Elements<'v, B>,
    indices: Indices<SmallVec<[usize; 4]>>,
}

impl<B: Bytes> Iterator for IndexedElements<'_, B> {
    type Item = (Vec<usize>, Value);

    fn next(&mut self) -> Option<Self::Item> {
        let value = self.elements.next()?;
        Some((self.indices.next(&self.elements.view.geometry.shape).into_vec(), value))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.elements.size_hint()
    }
}

impl<B: Bytes> DoubleEndedIterator for IndexedElements<'_, B> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let value = self.elements.next_back()?;
        Some((self.indices.next_back(&self.elements.view.geometry.shape).into_vec(), value))
    }
}

impl<B: Bytes> ExactSizeIterator for IndexedElements<'_, B> {}
impl<B: Bytes> FusedIterator for IndexedElements<'_, B> {}

/// The parts of an axis of a [`View`], from either end: what [`View::axis_iter`] and [`View::chunks`] give.
pub struct Parts<'v, B> {
    view: &'v View<B>,
    axis: usize,
    /// How many indices each has; `None` for one, without its axis.
    size: Option<usize>,
    numbers: Range<usize>,
}

impl<'v, B: Bytes> Parts<'v, B> {
    fn part(&self, number: usize) -> Option<View<B::Slice<'v>>> {
        let View { bytes, geometry, element } = self.view;
        let geometry = match self.size {
            Some(size) => geometry.chunk(self.axis, size, number),
            None => geometry.index_axis::<Dynamic>(self.axis, number).ok()?,
        };
        Some(View::<B>::with_geometry(bytes.slice(), geometry, element))
    }
}

impl<'v, B: Bytes> Iterator for Parts<'v, B> {
    type Item = View<B::Slice<'v>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.numbers.next().and_then(|number| self.part(number))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.numbers.size_hint()
    }
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.numbers.nth(n).and_then(|number| self.part(number))
    }
}

impl<B: Bytes> DoubleEndedIterator for Parts<'_, B> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.numbers.next_back().and_then(|number| self.part(number))
    }
    fn nth_back(&mut self, n: usize) -> Option<Self::Item> {
        self.numbers.nth_back(n).and_then(|number| self.part(number))
    }
}

impl<B: Bytes> ExactSizeIterator for Parts<'_, B> {}
impl<B: Bytes> FusedIterator for Parts<'_, B> {}

/// The parts of an axis of a [`View`], to write: what [`View::axis_iter_mut`] and [`View::chunks_mut`] give.
pub struct PartsMut<C> {
    /// What has not been handed out.
    rest: Option<(C, Dynamic)>,
    element: ElementType,
    axis: usize,
    /// How many indices each has; `None` for one, without its axis.
    size: Option<usize>,
}

impl<C: SplitMut> PartsMut<C> {
    fn left(&self) -> usize {
        self.rest.as_ref().map_or(0, |(_, geometry)| geometry.shape[self.axis])
    }

    /// Cuts the rest before the index `at`; the maker has seen to it that it can be.
    fn split(&mut self, at: usize) -> Option<[(C, Dynamic); 2]> {
        let (bytes, geometry) = self.rest.take()?;
        let parts = geometry.split_axis(self.axis, at).ok()?;
        let (first, second) = split(bytes, parts, self.element.itemsize(), self.axis).ok()?;
        Some([first, second])
    }

    fn view(&self, (bytes, geometry): (C, Dynamic)) -> Option<View<C>> {
        let geometry = match self.size {
            Some(_) => geometry,
            None => geometry.index_axis::<Dynamic>(self.axis, 0).ok()?,
        };
        Some(View::<C>::with_geometry(bytes, geometry, &self.element))
    }
}

impl<C: SplitMut> Iterator for PartsMut<C> {
    type Item = View<C>;

    fn next(&mut self) -> Option<View<C>> {
        let left = self.left();
        if left == 0 {
            return None;
        }
        let [part, rest] = self.split(left.min(self.size.unwrap_or(1)))?;
        self.rest = Some(rest);
        self.view(part)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let parts = self.left().div_ceil(self.size.unwrap_or(1));
        (parts, Some(parts))
    }
}

impl<C: SplitMut> DoubleEndedIterator for PartsMut<C> {
    fn next_back(&mut self) -> Option<View<C>> {
        let (left, size) = (self.left(), self.size.unwrap_or(1));
        let [rest, part] = self.split(left.checked_sub(1)? / size * size)?;
        self.rest = Some(rest);
        self.view(part)
    }
}

impl<C: SplitMut> ExactSizeIterator for PartsMut<C> {}
impl<C: SplitMut> FusedIterator for PartsMut<C> {}

macro_rules! debug {
    ($($name:ident<$($life:lifetime,)? $bytes:ident: $bound:ident>)*) => { $(
        impl<$($life,)? $bytes: $bound> fmt::Debug for $name<$($life,)? $bytes> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($name)).field("left", &self.len()).finish_non_exhaustive()
            }
        }
    )* };
}
debug! { Elements<'v, B: Bytes> IndexedElements<'v, B: Bytes> Parts<'v, B: Bytes> PartsMut<C: SplitMut> }
