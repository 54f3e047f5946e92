//! What a format means for one target: the fields of an element, with offset, size and kind. No spans, no text.

mod baked;
mod list;
#[cfg(feature = "alloc")]
mod scalars;
#[cfg(feature = "alloc")]
mod write;

pub use baked::same_layout;
pub use list::{List, Name};
#[cfg(feature = "alloc")]
pub(crate) use scalars::baked_scalar;

use core::fmt;

use crate::scalar::Scalar;

/// The layout of one element: where its fields lie, and what they hold.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_format::Layout;
///
/// let layout = Layout::parse("<2sI4xI")?;
/// assert_eq!(layout.size(), 14);
/// let offsets: Vec<_> = layout.fields().iter().map(|field| field.offset()).collect();
/// assert_eq!(offsets, [0, 2, 10]);
/// # }
/// # Ok::<(), view_format::FormatError>(())
/// ```
///
/// Invariants, held by whoever makes one:
/// 1. Fields stand in the order of the format, and that is also the order of their offsets.
/// 2. No field reaches past `size`. Where two fields share an offset, one of them is empty.
/// 3. All sums and products (of sizes, counts and shapes) fit an `isize` of the compiling machine.
///
/// Layouts compare by meaning: the `l` and the `q` of one size are equal, as are `2i` and `ii`, while `<i` and `>i`
/// are not. Alignment takes no part: it says where elements may lie, not what they hold.
#[derive(Clone)]
pub struct Layout {
    size: usize,
    align: usize,
    fields: List<Field>,
}

impl Layout {
    /// A layout that a macro has computed.
    #[doc(hidden)]
    pub const fn baked(size: usize, align: usize, fields: &'static [Field]) -> Layout {
        Layout { size, align, fields: List::Baked(fields) }
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn new(size: usize, align: usize, fields: alloc::vec::Vec<Field>) -> Layout {
        Layout { size, align, fields: fields.into() }
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn of_parts(size: usize, align: usize, fields: List<Field>) -> Layout {
        Layout { size, align, fields }
    }

    /// The same fields in a longer element.
    #[cfg(feature = "alloc")]
    pub(crate) fn extended(self, size: usize) -> Layout {
        Layout { size: size.max(self.size), ..self }
    }

    /// One number, character or string, and nothing else.
    #[cfg(feature = "alloc")]
    pub fn scalar(scalar: Scalar) -> Layout {
        let fields = match baked_scalar(scalar) {
            Some(fields) => List::Baked(fields),
            None => alloc::vec![Field::single(scalar)].into(),
        };
        Layout { size: scalar.size(), align: 1, fields }
    }

    /// Bytes from the start of one element to its end, as `struct.calcsize` gives it. Under `@` there is no padding
    /// after the last field; see [`padded_size`](Layout::padded_size).
    pub const fn size(&self) -> usize {
        self.size
    }

    /// The strictest alignment of any field that was laid out aligned; 1 if none was.
    pub const fn align(&self) -> usize {
        self.align
    }

    /// The size with padding at the end up to a multiple of the alignment: C's `sizeof` of the same struct.
    pub const fn padded_size(&self) -> usize {
        self.size.next_multiple_of(self.align)
    }

    /// The fields, in order.
    pub fn fields(&self) -> &[Field] {
        self.fields.as_slice()
    }

    /// The field called `name`.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields().iter().find(|field| field.name() == Some(name))
    }

    /// The only thing an element holds, if it is one number, character or string without a name, and nothing else:
    /// then an element is that value. Otherwise an element is a record.
    pub fn as_scalar(&self) -> Option<Scalar> {
        match self.fields() {
            [field] if field.is_plain() && field.size() == self.size => match field.kind() {
                Kind::Scalar(scalar) => Some(*scalar),
                Kind::Record(_) => None,
            },
            _ => None,
        }
    }

    /// How many values `struct.unpack` gives: one for each field, and as many as it repeats for a repeated one.
    pub fn values(&self) -> usize {
        self.fields().iter().map(Field::repeat).sum()
    }
}

impl PartialEq for Layout {
    fn eq(&self, other: &Layout) -> bool {
        self.size == other.size && runs(self).eq(runs(other))
    }
}

impl Eq for Layout {}

/// The fields with neighbours merged that differ in their offset only, as if a repeated field had been written.
fn runs(layout: &Layout) -> impl Iterator<Item = Run<'_>> {
    let mut fields = layout.fields().iter().peekable();
    core::iter::from_fn(move || {
        let first = fields.next()?;
        let mut repeat = first.repeat();
        let end = |repeat: usize| first.offset() + first.item_size() * repeat;
        while let Some(next) = fields.next_if(|next| {
            first.name().is_none()
                && next.name().is_none()
                && next.offset() == end(repeat)
                && next.kind() == first.kind()
                && next.shape() == first.shape()
        }) {
            repeat += next.repeat();
        }
        Some((first.name(), first.offset(), first.kind(), repeat, first.shape()))
    })
}

type Run<'l> = (Option<&'l str>, usize, &'l Kind, usize, &'l [usize]);

impl fmt::Debug for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Layout({} bytes, align {}) ", self.size, self.align)?;
        f.debug_list().entries(self.fields()).finish()
    }
}

/// One thing in a layout: a name if it has one, where it lies, what it holds.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_format::Layout;
///
/// // A count without a name is that many values, one with a name is a shape.
/// let layout = Layout::parse("<3H (2,4)f:m: 5s:tag:")?;
/// let [values, m, tag] = layout.fields() else { unreachable!() };
/// assert_eq!((values.name(), values.repeat(), values.size()), (None, 3, 6));
/// assert_eq!((m.name(), m.offset(), m.shape(), m.scalar_size()), (Some("m"), 6, &[2, 4][..], 4));
/// assert_eq!((tag.offset(), tag.item_size()), (38, 5));
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Field {
    name: Name,
    offset: usize,
    kind: Kind,
    repeat: usize,
    shape: List<usize>,
}

impl Field {
    /// A field that a macro has computed.
    #[doc(hidden)]
    pub const fn baked(
        name: Option<&'static str>,
        offset: usize,
        kind: Kind,
        repeat: usize,
        shape: &'static [usize],
    ) -> Field {
        Field { name: Name::baked(name), offset, kind, repeat, shape: List::Baked(shape) }
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn new(name: Name, offset: usize, kind: Kind, repeat: usize, shape: List<usize>) -> Field {
        Field { name, offset, kind, repeat, shape }
    }

    /// One scalar at the start, without a name.
    #[cfg(feature = "alloc")]
    pub(crate) fn single(scalar: Scalar) -> Field {
        Field::new(Name::NONE, 0, Kind::Scalar(scalar), 1, List::EMPTY)
    }

    /// The name between the colons; `None` where the format gives none.
    pub fn name(&self) -> Option<&str> {
        self.name.as_str()
    }

    /// Bytes from the start of the element.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// What one item of it holds.
    pub const fn kind(&self) -> &Kind {
        &self.kind
    }

    /// How many values stand one after the other: the count of an item without a name (`3i` is three values). It is never
    /// 0: `0i` only aligns and is no field. A named field is always one value, its count is a dimension of its shape.
    pub const fn repeat(&self) -> usize {
        self.repeat
    }

    /// The shape, in elements, of a field that is an array: `[3, 4]` for `(3,4)f`. Empty for a single item.
    pub fn shape(&self) -> &[usize] {
        self.shape.as_slice()
    }

    /// Bytes of one item: of one number of a field `(3,4)f`, that is 4.
    pub const fn scalar_size(&self) -> usize {
        match &self.kind {
            Kind::Scalar(scalar) => scalar.size(),
            Kind::Record(layout) => layout.size(),
        }
    }

    /// Bytes of one value: the items of its whole shape.
    pub fn item_size(&self) -> usize {
        self.shape().iter().product::<usize>() * self.scalar_size()
    }

    /// Bytes of the whole field: of all the values that it repeats.
    pub fn size(&self) -> usize {
        self.repeat * self.item_size()
    }

    /// Whether it is one item at the start, without a name.
    fn is_plain(&self) -> bool {
        self.name().is_none() && self.offset == 0 && self.repeat == 1 && self.shape().is_empty()
    }
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.offset)?;
        if let Some(name) = self.name() {
            write!(f, " {name:?}")?;
        }
        write!(f, ": ")?;
        if self.repeat != 1 {
            write!(f, "{} x ", self.repeat)?;
        }
        if !self.shape().is_empty() {
            write!(f, "{:?} ", self.shape())?;
        }
        match &self.kind {
            Kind::Scalar(scalar) => write!(f, "{scalar:?}"),
            Kind::Record(layout) => write!(f, "{layout:?}"),
        }
    }
}

/// What one item of a field holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A number, a character or a string.
    Scalar(Scalar),
    /// Fields of its own: `T{...}`.
    Record(Layout),
}
