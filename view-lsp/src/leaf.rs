//! The values of an element one by one, each with the path that leads to it and the bytes it lies in.

use std::ops::Range;

use view_core::{Value, View};
use view_format::{Field, Kind, Layout, Scalar, ScalarKind};

/// Values of one field up to which each is a leaf of its own.
const SINGLY: usize = 16;

/// Leaves up to which arrays of records are taken apart.
const MANY: usize = 1024;

/// A value of an element, or a gap between values.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// How it is reached: `shape[2].size`; of a value without a name its index, `[1]`. Empty where the element itself is
    /// the value.
    pub path: String,
    /// Its bytes in the element.
    pub bytes: Range<usize>,
    /// Which of all the scalar fields it belongs to, as in [`Piece`](view_format::query::Piece); `None` for padding and for
    /// arrays of records that are one leaf.
    pub scalar: Option<usize>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Padding,
    /// An array of that shape, or one value where the shape is empty.
    Values(Layout, Vec<usize>),
}

impl Leaf {
    /// Whether it has no meaning.
    pub fn is_padding(&self) -> bool {
        matches!(self.what, What::Padding)
    }

    /// Its value in the bytes of an element. `None` of padding, and where the element ends before it does.
    pub fn value(&self, element: &[u8]) -> Option<Value> {
        let What::Values(layout, shape) = &self.what else { return None };
        let bytes = element.get(self.bytes.clone())?;
        // What has no bytes is an empty string, or an empty array.
        if bytes.is_empty() {
            return Some(if shape.is_empty() { Value::Bytes(Vec::new()) } else { Value::List(Vec::new()) });
        }
        Some(View::from_layout(bytes, "", layout.clone(), shape).ok()?.to_list())
    }
}

impl Leaf {
    /// Its value as text of at most `room` characters. Of a long array only the first items are read; with it comes the
    /// value, or its first item. `None` as for [`value`](Leaf::value).
    pub(crate) fn head(&self, element: &[u8], room: usize) -> Option<(String, Value)> {
        let What::Values(layout, shape) = &self.what else { return None };
        let bytes = element.get(self.bytes.clone())?;
        let items = shape.iter().product::<usize>();
        let some = room / 2;
        if shape.is_empty() || items <= some || layout.size() == 0 {
            // Of a long string, no more than is shown.
            if let Some(scalar) = layout.as_scalar().filter(|_| shape.is_empty() && bytes.len() > 8 * room)
                && matches!(scalar.kind(), ScalarKind::Bytes | ScalarKind::Void | ScalarKind::Ucs4)
            {
                let some = Layout::scalar(Scalar::new(scalar.kind(), 4 * room, scalar.order()));
                let value = View::from_layout(&bytes[..4 * room], "", some, &[]).ok()?.to_list();
                let text = format!("{value}...");
                return Some((if text.len() <= room { text } else { clip(&value.to_string(), room) }, value));
            }
            let value = self.value(element)?;
            return Some((clip(&value.to_string(), room), value));
        }
        let first = View::from_layout(&bytes[..some * layout.size()], "", layout.clone(), &[some]).ok()?.to_list();
        let text = "[".repeat(shape.len() - 1) + first.to_string().trim_end_matches(']');
        Some((clip(&format!("{text}, ..."), room), first))
    }
}

/// At most `room` characters, with dots where some are missing.
fn clip(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.into();
    }
    text.chars().take(room.saturating_sub(3)).chain("...".chars()).collect()
}

/// The leaves of an element, in the order of its bytes.
///
/// ```
/// use view_format::Layout;
/// use view_lsp::leaf::leaves;
///
/// let layout = Layout::parse("<2T{<H:x: x B:y:}:at: 2h")?;
/// let paths: Vec<_> = leaves(&layout).into_iter().map(|leaf| (leaf.path, leaf.bytes.start)).collect();
/// let expected = [("at[0].x", 0), ("", 2), ("at[0].y", 3), ("at[1].x", 4), ("", 6), ("at[1].y", 7), ("[1]", 8), ("[2]", 10)];
/// assert_eq!(paths, expected.map(|(path, at)| (path.to_string(), at)));
/// # Ok::<(), view_format::FormatError>(())
/// ```
pub fn leaves(layout: &Layout) -> Vec<Leaf> {
    let mut walk = Walk { leaves: Vec::new(), scalars: 0 };
    match layout.as_scalar() {
        Some(scalar) => walk.push(String::new(), 0..layout.size(), Some(0), Layout::scalar(scalar), Vec::new()),
        None => walk.structure(layout, 0, ""),
    }
    walk.leaves
}

struct Walk {
    leaves: Vec<Leaf>,
    scalars: usize,
}

impl Walk {
    fn push(&mut self, path: String, bytes: Range<usize>, scalar: Option<usize>, layout: Layout, shape: Vec<usize>) {
        self.leaves.push(Leaf { path, bytes, scalar, what: What::Values(layout, shape) });
    }

    fn gap(&mut self, bytes: Range<usize>) {
        if !bytes.is_empty() {
            self.leaves.push(Leaf { path: String::new(), bytes, scalar: None, what: What::Padding });
        }
    }

    fn structure(&mut self, layout: &Layout, base: usize, path: &str) {
        let (mut at, mut index) = (0, 0);
        for field in layout.fields() {
            self.gap(base + at..base + field.offset());
            let name = |i: usize| match field.name() {
                Some(name) if path.is_empty() => name.to_string(),
                Some(name) => format!("{path}.{name}"),
                None => format!("{path}[{i}]"),
            };
            self.field(field, base + field.offset(), index, &name);
            index += field.repeat();
            at = field.offset() + field.size();
        }
        self.gap(base + at..base + layout.size());
    }

    /// A field whose first value is the `index`th of its struct, at byte `start`.
    fn field(&mut self, field: &Field, start: usize, index: usize, name: &dyn Fn(usize) -> String) {
        let one = field.item_size();
        let (repeat, shape) = (field.repeat(), field.shape());
        let whole = || if repeat == 1 { shape.to_vec() } else { [&[repeat], shape].concat() };
        let many = || match repeat {
            1 => name(index),
            _ => {
                let name = name(index);
                format!("{}..{}]", name.strip_suffix(']').unwrap_or(&name), index + repeat)
            }
        };
        match field.kind() {
            Kind::Scalar(scalar) => {
                let own = Some(self.scalars);
                self.scalars += 1;
                let layout = Layout::scalar(*scalar);
                if repeat > SINGLY {
                    return self.push(many(), start..start + field.size(), own, layout, whole());
                }
                for i in 0..repeat {
                    let bytes = start + i * one..start + (i + 1) * one;
                    self.push(name(index + i), bytes, own, layout.clone(), shape.to_vec());
                }
            }
            Kind::Record(layout) => {
                let records = if one == 0 { 0 } else { field.size() / layout.size() };
                let inside = count(layout);
                if records > SINGLY || records.saturating_mul(inside) > MANY.saturating_sub(self.leaves.len()) {
                    self.scalars += inside;
                    return self.push(many(), start..start + field.size(), None, layout.clone(), whole());
                }
                let first = self.scalars;
                self.scalars += inside;
                let end = self.scalars;
                for record in 0..records {
                    let in_shape = index_of(record % shape.iter().product::<usize>().max(1), shape);
                    let path = name(index + record / shape.iter().product::<usize>().max(1)) + &in_shape;
                    self.scalars = first;
                    self.structure(layout, start + record * layout.size(), &path);
                }
                self.scalars = end;
            }
        }
    }
}

/// The scalar fields of a layout, those in structs included.
fn count(layout: &Layout) -> usize {
    let of = |field: &Field| match field.kind() {
        Kind::Scalar(_) => 1,
        Kind::Record(layout) => count(layout),
    };
    layout.fields().iter().map(of).sum()
}

/// The index of the `n`th item of a shape in C order: `[2][1]`.
pub fn index_of(mut n: usize, shape: &[usize]) -> String {
    let mut indices: Vec<String> = Vec::new();
    for length in shape.iter().rev() {
        indices.push(format!("[{}]", n % (*length).max(1)));
        n /= (*length).max(1);
    }
    indices.reverse();
    indices.concat()
}
