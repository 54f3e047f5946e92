//! Iteration over the parts of an axis: single indices, and chunks of several.

use core::fmt;
use core::iter::FusedIterator;
use core::ops::Range;

use super::split::split;
use super::{OneLess, Rank, TypedView};
use crate::bytes::{Bytes, SplitMut, Writable};
use crate::element::Element;
use crate::error::ViewError;
use crate::geometry::Fixed;

impl<B: Bytes, E: Element, const R: usize> TypedView<B, E, R> {
    /// The parts at each index of the first axis, in order: the rows of a table. For up to eight dimensions.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous(&[1, 2, 3, 4, 5, 6], [2, 3])?;
    /// assert!(grid.rows().map(|row| row.sum()).eq([6, 15]));
    /// # Ok::<(), view_core::SizeError>(())
    /// ```
    #[inline]
    pub fn rows(&self) -> AxisIter<'_, B, E, R>
    where
        Rank<R>: OneLess,
    {
        AxisIter { view: self, axis: 0, indices: 0..self.geometry.shape[0] }
    }

    /// The parts at each index of an axis, in order, from either end. For up to eight dimensions.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let grid = TypedView::<_, Le<u8>, 2>::contiguous(&[1, 2, 3, 4, 5, 6], [2, 3])?;
    /// assert!(grid.axis_iter(1)?.map(|column| column.sum()).rev().eq([9, 7, 5]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis.
    #[inline]
    pub fn axis_iter(&self, axis: usize) -> Result<AxisIter<'_, B, E, R>, ViewError>
    where
        Rank<R>: OneLess,
    {
        Ok(AxisIter { view: self, axis, indices: 0..self.geometry.count_chunks(axis, 1)? })
    }

    /// As [`axis_iter`](TypedView::axis_iter), to write. Over cells, `axis_iter` is enough.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let mut data = [1, 2, 3, 4, 5, 6];
    /// let mut grid = TypedView::<_, Le<u8>, 2>::contiguous(&mut data, [2, 3])?;
    /// for mut row in grid.axis_iter_mut(0)? {
    ///     row.set([0], 0)?;
    /// }
    /// assert_eq!(data, [0, 2, 3, 0, 5, 6]);
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis; where the bytes turn out to be read-only; and where exclusive bytes of one part lie
    /// between those of another, as those of columns do.
    pub fn axis_iter_mut(&mut self, axis: usize) -> Result<AxisIterMut<B::SliceMut<'_>, E, R>, ViewError>
    where
        B: Writable,
        Rank<R>: OneLess,
    {
        Ok(AxisIterMut(self.chunks_mut(axis, 1)?))
    }

    /// The parts of `size` indices each of an axis, in order, from either end; the last may be shorter.
    ///
    /// ```
    /// use view_core::{Le, TypedView};
    ///
    /// let numbers = TypedView::<_, Le<u8>>::from_bytes(&[1, 2, 3, 4, 5])?;
    /// assert!(numbers.chunks(0, 2)?.map(|chunk| chunk.sum()).eq([3, 7, 5]));
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where there is no such axis, and where `size` is 0.
    #[inline]
    pub fn chunks(&self, axis: usize, size: usize) -> Result<Chunks<'_, B, E, R>, ViewError> {
        Ok(Chunks { view: self, axis, size, numbers: 0..self.geometry.count_chunks(axis, size)? })
    }

    /// As [`chunks`](TypedView::chunks), to write. Over cells, `chunks` is enough.
    ///
    /// # Errors
    ///
    /// As for [`chunks`](TypedView::chunks), and as for [`axis_iter_mut`](TypedView::axis_iter_mut).
    pub fn chunks_mut(&mut self, axis: usize, size: usize) -> Result<ChunksMut<B::SliceMut<'_>, E, R>, ViewError>
    where
        B: Writable,
    {
        let chunks = self.geometry.count_chunks(axis, size)?;
        let (geometry, order) = (self.geometry, self.order);
        let bytes = match self.bytes.writable()?.share() {
            Ok((bytes, _)) => bytes,
            Err(bytes) => {
                if chunks > 1 {
                    geometry.check_apart(axis, E::SIZE)?;
                }
                bytes
            }
        };
        Ok(ChunksMut { rest: Some(TypedView { bytes, geometry, order }), axis, size })
    }
}

/// The parts at each index of an axis: what [`TypedView::axis_iter`] gives.
pub struct AxisIter<'v, B, E: Element, const R: usize> {
    view: &'v TypedView<B, E, R>,
    axis: usize,
    indices: Range<usize>,
}

impl<'v, B: Bytes, E: Element, const R: usize> AxisIter<'v, B, E, R>
where
    Rank<R>: OneLess,
{
    #[inline]
    fn part(&self, index: usize) -> Option<<Rank<R> as OneLess>::View<B::Slice<'v>, E>> {
        self.view.index_axis(self.axis, index).ok()
    }
}

impl<'v, B: Bytes, E: Element, const R: usize> Iterator for AxisIter<'v, B, E, R>
where
    Rank<R>: OneLess,
{
    type Item = <Rank<R> as OneLess>::View<B::Slice<'v>, E>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.indices.next().and_then(|index| self.part(index))
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.indices.size_hint()
    }
    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.indices.nth(n).and_then(|index| self.part(index))
    }
}

impl<B: Bytes, E: Element, const R: usize> DoubleEndedIterator for AxisIter<'_, B, E, R>
where
    Rank<R>: OneLess,
{
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.indices.next_back().and_then(|index| self.part(index))
    }
}

impl<B: Bytes, E: Element, const R: usize> ExactSizeIterator for AxisIter<'_, B, E, R> where Rank<R>: OneLess {}
impl<B: Bytes, E: Element, const R: usize> FusedIterator for AxisIter<'_, B, E, R> where Rank<R>: OneLess {}

/// The parts of several indices each of an axis: what [`TypedView::chunks`] gives.
pub struct Chunks<'v, B, E: Element, const R: usize> {
    view: &'v TypedView<B, E, R>,
    axis: usize,
    size: usize,
    numbers: Range<usize>,
}

impl<'v, B: Bytes, E: Element, const R: usize> Chunks<'v, B, E, R> {
    #[inline]
    fn chunk(&self, number: usize) -> TypedView<B::Slice<'v>, E, R> {
        let geometry = self.view.geometry.chunk(self.axis, self.size, number);
        TypedView { geometry, ..self.view.view() }
    }
}

impl<'v, B: Bytes, E: Element, const R: usize> Iterator for Chunks<'v, B, E, R> {
    type Item = TypedView<B::Slice<'v>, E, R>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        self.numbers.next().map(|number| self.chunk(number))
    }
    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.numbers.size_hint()
    }
    #[inline]
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        self.numbers.nth(n).map(|number| self.chunk(number))
    }
}

impl<B: Bytes, E: Element, const R: usize> DoubleEndedIterator for Chunks<'_, B, E, R> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.numbers.next_back().map(|number| self.chunk(number))
    }
}

impl<B: Bytes, E: Element, const R: usize> ExactSizeIterator for Chunks<'_, B, E, R> {}
impl<B: Bytes, E: Element, const R: usize> FusedIterator for Chunks<'_, B, E, R> {}

/// The parts of several indices each of an axis, to write: what [`TypedView::chunks_mut`] gives.
pub struct ChunksMut<C, E: Element, const R: usize> {
    /// What has not been handed out.
    rest: Option<TypedView<C, E, R>>,
    axis: usize,
    size: usize,
}

impl<C: SplitMut, E: Element, const R: usize> ChunksMut<C, E, R> {
    /// The first `at` indices, and the others; the caller has seen to it that they can be parted.
    fn split(&self, rest: TypedView<C, E, R>, at: usize) -> Option<[TypedView<C, E, R>; 2]> {
        let order = rest.order;
        let parts = rest.geometry.split_axis(self.axis, at).ok()?;
        let (first, second) = split(rest.bytes, parts, E::SIZE, self.axis).ok()?;
        Some([first, second].map(|(bytes, geometry): (C, Fixed<R>)| TypedView { bytes, geometry, order }))
    }

    fn left(&self) -> usize {
        self.rest.as_ref().map_or(0, |rest| rest.geometry.shape[self.axis])
    }
}

impl<C: SplitMut, E: Element, const R: usize> Iterator for ChunksMut<C, E, R> {
    type Item = TypedView<C, E, R>;

    fn next(&mut self) -> Option<Self::Item> {
        let size = self.size.min(self.left());
        let rest = self.rest.take().filter(|_| size > 0)?;
        let [chunk, rest] = self.split(rest, size)?;
        self.rest = Some(rest);
        Some(chunk)
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        let chunks = self.left().div_ceil(self.size);
        (chunks, Some(chunks))
    }
}

impl<C: SplitMut, E: Element, const R: usize> DoubleEndedIterator for ChunksMut<C, E, R> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let left = self.left();
        let rest = self.rest.take().filter(|_| left > 0)?;
        let [rest, chunk] = self.split(rest, (left - 1) / self.size * self.size)?;
        self.rest = Some(rest);
        Some(chunk)
    }
}

impl<C: SplitMut, E: Element, const R: usize> ExactSizeIterator for ChunksMut<C, E, R> {}
impl<C: SplitMut, E: Element, const R: usize> FusedIterator for ChunksMut<C, E, R> {}

/// The parts at each index of an axis, to write: what [`TypedView::axis_iter_mut`] gives.
pub struct AxisIterMut<C, E: Element, const R: usize>(ChunksMut<C, E, R>);

impl<C: SplitMut, E: Element, const R: usize> AxisIterMut<C, E, R>
where
    Rank<R>: OneLess,
{
    /// A chunk of one index, without its axis.
    fn part(&self, chunk: TypedView<C, E, R>) -> Option<<Rank<R> as OneLess>::View<C, E>> {
        let geometry = chunk.geometry.index_axis::<<Rank<R> as OneLess>::Axes>(self.0.axis, 0).ok()?;
        Some(Rank::<R>::view(chunk.bytes, geometry, chunk.order))
    }
}

impl<C: SplitMut, E: Element, const R: usize> Iterator for AxisIterMut<C, E, R>
where
    Rank<R>: OneLess,
{
    type Item = <Rank<R> as OneLess>::View<C, E>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().and_then(|chunk| self.part(chunk))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl<C: SplitMut, E: Element, const R: usize> DoubleEndedIterator for AxisIterMut<C, E, R>
where
    Rank<R>: OneLess,
{
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().and_then(|chunk| self.part(chunk))
    }
}

impl<C: SplitMut, E: Element, const R: usize> ExactSizeIterator for AxisIterMut<C, E, R> where Rank<R>: OneLess {}
impl<C: SplitMut, E: Element, const R: usize> FusedIterator for AxisIterMut<C, E, R> where Rank<R>: OneLess {}

macro_rules! debug {
    ($($name:ident [$($generics:tt)*] [$($arguments:tt)*] |$it:ident| $left:expr;)*) => { $(
        impl<$($generics)* E: Element, const R: usize> fmt::Debug for $name<$($arguments)* E, R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let $it = self;
                f.debug_struct(stringify!($name)).field("left", &$left).finish_non_exhaustive()
            }
        }
    )* };
}
debug! {
    AxisIter ['v, B,] ['v, B,] |it| it.indices.len();
    Chunks ['v, B,] ['v, B,] |it| it.numbers.len();
    ChunksMut [C: SplitMut,] [C,] |it| it.left().div_ceil(it.size);
    AxisIterMut [C: SplitMut,] [C,] |it| it.0.left();
}
