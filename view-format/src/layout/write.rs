//! From a layout back to a format, in standard sizes with every gap written as `x`: the canonical form, which means the
//! same on every target.

use alloc::string::String;
use core::fmt::Write;

use super::{Field, Kind, Layout};
use crate::code::Code;
use crate::dialect::Dialect;
use crate::limit::MAX_TEXT;
use crate::order::{ByteOrder, Mark};
use crate::scalar::{Scalar, ScalarKind};

impl Layout {
    /// A format of PEP 3118 that means this layout: names, nesting and shapes as they are, gaps as `x`, standard sizes.
    ///
    /// `None` where no format can say it: a name with a colon in it.
    ///
    /// ```
    /// use view_format::{Layout, Target};
    ///
    /// let native = Layout::parse_for("@b:kind: l:size: (2)h:at:", &Target::LP64)?;
    /// let format = native.to_format().unwrap();
    /// assert_eq!(format, "<b:kind:7xq:size:(2)h:at:");
    /// assert_eq!(Layout::parse_for(&format, &Target::I386)?, native);
    /// # Ok::<(), view_format::FormatError>(())
    /// ```
    pub fn to_format(&self) -> Option<String> {
        Writer::write(self, Dialect::Pep3118)
    }

    /// A format of Python's `struct` that unpacks to the same values, one after the other: names, nesting and shapes left
    /// out.
    ///
    /// `None` where `struct` has no such format: fields of both byte orders, or more text than a format may have. What has
    /// no code there (`w`, `g`) is given as bytes.
    ///
    /// ```
    /// use view_format::Layout;
    ///
    /// let layout = Layout::parse("<H:id: T{<h:x: h:y:}:at: (3,4)<f:m: 2x")?;
    /// assert_eq!(layout.to_struct_format().unwrap(), "<Hhh12f2x");
    /// assert_eq!(Layout::parse("<h >h")?.to_struct_format(), None);
    /// # Ok::<(), view_format::FormatError>(())
    /// ```
    pub fn to_struct_format(&self) -> Option<String> {
        Writer::write(self, Dialect::Struct)
    }
}

struct Writer {
    out: String,
    dialect: Dialect,
    /// The mark in force; `None` as long as nothing depends on it.
    mark: Option<Mark>,
}

impl Writer {
    fn write(layout: &Layout, dialect: Dialect) -> Option<String> {
        let mut writer = Writer { out: String::new(), dialect, mark: None };
        if dialect == Dialect::Struct {
            // One mark for all, in front. Without a number any will do, and `<` rules out native sizes.
            let mut orders = None;
            let order = if one_order(layout, &mut orders) { orders.unwrap_or(ByteOrder::Little) } else { return None };
            writer.mark(order)?;
        }
        writer.fields(layout, layout.size())?;
        Some(writer.out)
    }

    /// The fields, with gaps between them and up to `end`.
    fn fields(&mut self, layout: &Layout, end: usize) -> Option<()> {
        let mut at = 0;
        for field in layout.fields() {
            self.gap(field.offset() - at)?;
            self.field(field)?;
            at = field.offset() + field.size();
        }
        self.gap(end - at)
    }

    fn gap(&mut self, bytes: usize) -> Option<()> {
        match bytes {
            0 => Some(()),
            1 => self.text(format_args!("x")),
            _ => self.text(format_args!("{bytes}x")),
        }
    }

    fn field(&mut self, field: &Field) -> Option<()> {
        match self.dialect {
            Dialect::Struct => self.flat(field),
            Dialect::Pep3118 => self.nested(field),
        }
    }

    /// A field of PEP 3118.
    fn nested(&mut self, field: &Field) -> Option<()> {
        for (i, length) in field.shape().iter().enumerate() {
            self.text(format_args!("{}{length}", if i == 0 { '(' } else { ',' }))?;
        }
        if !field.shape().is_empty() {
            self.text(format_args!(")"))?;
        }
        // numpy reads a mark behind the shape, and no shape behind a mark.
        if let Kind::Scalar(scalar) = field.kind() {
            self.mark_of(*scalar)?;
        }
        if field.repeat() != 1 {
            self.text(format_args!("{}", field.repeat()))?;
        }
        match field.kind() {
            Kind::Scalar(scalar) => self.code(*scalar)?,
            Kind::Record(layout) => {
                self.text(format_args!("T{{"))?;
                self.fields(layout, layout.size())?;
                self.text(format_args!("}}"))?;
            }
        }
        match field.name() {
            Some(name) if name.contains(':') => None,
            Some(name) => self.text(format_args!(":{name}:")),
            None => Some(()),
        }
    }

    /// All values of a field, one after the other.
    fn flat(&mut self, field: &Field) -> Option<()> {
        let count = field.repeat() * field.shape().iter().product::<usize>();
        match field.kind() {
            Kind::Scalar(scalar) if !is_counted(scalar.kind()) => {
                if count != 1 {
                    self.text(format_args!("{count}"))?;
                }
                self.code(*scalar)
            }
            // What takes no room would take no text either, and could be repeated for ever.
            kind if field.size() == 0 && !matches!(kind, Kind::Scalar(_) if count == 1) => Some(()),
            Kind::Scalar(scalar) => (0..count).try_for_each(|_| self.code(*scalar)),
            Kind::Record(layout) => (0..count).try_for_each(|_| self.fields(layout, layout.size())),
        }
    }

    /// A code, with its count if that is part of it.
    fn code(&mut self, scalar: Scalar) -> Option<()> {
        let size = scalar.size();
        let code = match (scalar.kind(), self.dialect) {
            (ScalarKind::Pointer, Dialect::Struct) if size == 4 => Code::UnsignedInt,
            (ScalarKind::Pointer, Dialect::Struct) => Code::UnsignedLongLong,
            (ScalarKind::LongDouble, _) if size != 16 || self.dialect == Dialect::Struct => {
                return self.counted(size, Code::Bytes);
            }
            (ScalarKind::Ucs4, Dialect::Pep3118) => return self.counted(size / 4, Code::Ucs4),
            (ScalarKind::Void, Dialect::Pep3118) => return self.counted(size, Code::Pad),
            (ScalarKind::Pascal, _) => return self.counted(size, Code::Pascal),
            (ScalarKind::Bytes | ScalarKind::Ucs4 | ScalarKind::Void, _) => return self.counted(size, Code::Bytes),
            _ => Code::of(scalar),
        };
        let code = code.text();
        self.text(format_args!("{code}"))
    }

    fn counted(&mut self, count: usize, code: Code) -> Option<()> {
        let code = code.text();
        match count {
            1 => self.text(format_args!("{code}")),
            _ => self.text(format_args!("{count}{code}")),
        }
    }

    /// The mark that a scalar needs, if it is not in force.
    fn mark_of(&mut self, scalar: Scalar) -> Option<()> {
        match scalar.kind() {
            // Addresses and C's `long double` have no standard size.
            ScalarKind::Pointer | ScalarKind::LongDouble => self.put_mark(Mark::NativeUnaligned),
            kind if scalar.size() > 1 && kind.has_byte_order() => self.mark(scalar.order()),
            // Where there is no order, only native sizes and alignment must not be in force: they are at the start.
            _ if self.mark.is_none() => self.mark(ByteOrder::Little),
            _ => Some(()),
        }
    }

    fn mark(&mut self, order: ByteOrder) -> Option<()> {
        self.put_mark(match order {
            ByteOrder::Little => Mark::Little,
            ByteOrder::Big => Mark::Big,
        })
    }

    fn put_mark(&mut self, mark: Mark) -> Option<()> {
        if self.mark == Some(mark) {
            return Some(());
        }
        self.mark = Some(mark);
        self.text(format_args!("{mark}"))
    }

    fn text(&mut self, text: core::fmt::Arguments<'_>) -> Option<()> {
        self.out.write_fmt(text).ok()?;
        (self.out.len() <= MAX_TEXT).then_some(())
    }
}

/// Whether a count in front of the code is part of the value, so that several values have to be written one by one.
fn is_counted(kind: ScalarKind) -> bool {
    use ScalarKind::*;
    matches!(kind, Bytes | Pascal | Void | Ucs4 | LongDouble)
}

/// Whether all numbers have one byte order, which is left in `found`.
fn one_order(layout: &Layout, found: &mut Option<ByteOrder>) -> bool {
    layout.fields().iter().all(|field| match field.kind() {
        Kind::Record(layout) => one_order(layout, found),
        Kind::Scalar(scalar) if scalar.size() > 1 && scalar.kind().has_byte_order() => {
            *found.get_or_insert(scalar.order()) == scalar.order()
        }
        Kind::Scalar(_) => true,
    })
}
