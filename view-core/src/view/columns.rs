//! Columns: one field of all records.

use smallvec::SmallVec;
use view_format::{Field, Kind, Layout};

use super::suggest::{no_field, number};
use super::{ElementType, View};
use crate::bytes::{Bytes, Writable};
use crate::error::{Numbers, ViewError};
use crate::geometry::{Dynamic, GeometryError, Grow, is_bounded};

impl<B: Bytes> View<B> {
    /// One field of every record, without a copy: a view of the same shape with the strides of the records. A path leads
    /// into nested records (`"at.x"`), and the dimensions of fields that are arrays follow those of the view.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let bytes = *b"\x01a\x0a\x0b\x02b\x14\x15";
    /// let rows = View::new(&bytes).cast("<B:id: c:kind: T{2B:xy:}:at:")?;
    /// let ids = rows.column("id")?;
    /// assert_eq!((ids.format(), ids.strides(), ids.to_list().to_string()), ("<B", &[4][..], "[1, 2]".into()));
    /// assert_eq!(rows.column("at.xy")?.to_list().to_string(), "[[10, 11], [20, 21]]");
    /// assert_eq!(rows.column("it").unwrap_err().to_string(), "no field `it` in `<B:id: c:kind: T{2B:xy:}:at:`; did you mean `id`?");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// Fields without a name are called `f0`, `f1` and so on, names that are taken left out, as numpy calls them; a count
    /// in front of one (`3h`) is a dimension.
    ///
    /// # Errors
    ///
    /// Where no field is called so, and where there would be more than 64 dimensions.
    pub fn column(&self, path: &str) -> Result<View<B::Slice<'_>>, ViewError> {
        let (geometry, element) = self.column_of(path)?;
        Ok(Self::with_geometry(self.bytes.slice(), geometry, &element))
    }

    /// As [`column`](View::column), to write.
    ///
    /// ```
    /// use view_core::View;
    ///
    /// let mut bytes = *b"\x01\0\0\x02\0\0";
    /// let mut rows = View::new(&mut bytes).cast("B:id: <H:size:")?;
    /// rows.column_mut("size")?.set([1], 0x0403)?;
    /// assert_eq!(bytes, *b"\x01\0\0\x02\x03\x04");
    /// # Ok::<(), view_core::ViewError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`column`](View::column); and where the bytes turn out to be read-only.
    pub fn column_mut(&mut self, path: &str) -> Result<View<B::SliceMut<'_>>, ViewError>
    where
        B: Writable,
    {
        let (geometry, element) = self.column_of(path)?;
        Ok(Self::with_geometry(self.bytes.writable()?, geometry, &element))
    }

    fn column_of(&self, path: &str) -> Result<(Dynamic, ElementType), ViewError> {
        let mut fields = SmallVec::new();
        if !find(self.layout(), path, &mut fields) {
            return Err(no_field(path, self.layout(), self.format()));
        }
        let mut axes = Dynamic::start();
        let whole = self.shape().iter().copied().zip(self.strides().iter().copied());
        whole.for_each(|(length, stride)| axes.push(length, stride));
        let mut at = 0;
        for field in &fields {
            at += field.offset();
            push_axes(field, &mut axes);
        }
        let Some(field) = fields.last() else {
            return Err(no_field(path, self.layout(), self.format()));
        };
        if !is_bounded(axes.shape.iter().copied(), field.scalar_size()) {
            return Err(GeometryError::TooLarge { shape: Numbers::new(&axes.shape) }.into());
        }
        // Without elements the offset may be the end of the bytes, and stays there.
        let offset = self.geometry.offset + if axes.shape.contains(&0) { 0 } else { at };
        Ok((axes.finish(offset)?, ElementType::of_field(field)))
    }
}

/// The dimensions of one field, behind the others.
fn push_axes(field: &Field, axes: &mut Dynamic) {
    if field.repeat() != 1 {
        axes.push(field.repeat(), field.item_size() as isize);
    }
    let mut span = field.item_size();
    for &length in field.shape() {
        // A length of 0 leaves nothing to step over.
        span = span.checked_div(length).unwrap_or(0);
        axes.push(length, span as isize);
    }
}

/// The fields on a path, from the outermost to the one that it names. A name may hold a `.` itself, and then goes before.
fn find<'l>(layout: &'l Layout, path: &str, found: &mut SmallVec<[&'l Field; 4]>) -> bool {
    if let Some(field) = named(layout, path) {
        found.push(field);
        return true;
    }
    path.match_indices('.').any(|(dot, _)| {
        let Some(field) = named(layout, &path[..dot]) else { return false };
        let Kind::Record(inner) = field.kind() else { return false };
        found.push(field);
        let is_found = find(inner, &path[dot + 1..], found);
        if !is_found {
            found.pop();
        }
        is_found
    })
}

/// The field that is called so, or would be.
pub(super) fn named<'l>(layout: &'l Layout, name: &str) -> Option<&'l Field> {
    if let Some(field) = layout.field(name) {
        return Some(field);
    }
    let asked = number(name)?;
    let taken = layout.fields().iter().filter_map(|field| number(field.name()?)).filter(|&taken| taken < asked).count();
    layout.fields().iter().filter(|field| field.name().is_none()).nth(asked - taken)
}
