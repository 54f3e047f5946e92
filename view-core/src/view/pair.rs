//! Two element types side by side: which values of one stand where which of the other do. What copies and compares elements of
//! different formats goes along these pairs, one column at a time, and not element by element.

use smallvec::SmallVec;
use view_format::{Field, Kind, Layout, Scalar};

use super::ElementType;
use crate::kernel::Domain;

/// Scalars at the same place of two structures: kind, offset, and how many of them stand one after the other.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Pair {
    pub(super) a: Scalar,
    pub(super) a_offset: usize,
    pub(super) b: Scalar,
    pub(super) b_offset: usize,
    pub(super) count: usize,
}

/// All pairs of two element types, in order.
pub(super) type Pairs = SmallVec<[Pair; 4]>;

/// More pairs than these are not worth a pass for each.
const MOST: usize = 64;

impl Pair {
    /// The kind of number that each is.
    pub(super) fn domains(&self) -> Option<(Domain, Domain)> {
        Domain::of(self.a).zip(Domain::of(self.b))
    }

    /// Whether they are the same but for the order of their bytes; then the size of what is to be swapped.
    pub(super) fn swapped(&self) -> Option<usize> {
        use view_format::ScalarKind::{Complex, Float, Int, Pointer, Uint};
        let Pair { a, b, .. } = self;
        let is_same = a.kind() == b.kind() && a.size() == b.size() && a.order() != b.order();
        let size = match a.kind() {
            Int | Uint | Pointer | Float => a.size(),
            Complex => a.size() / 2,
            _ => return None,
        };
        (is_same && matches!(size, 2 | 4 | 8)).then_some(size)
    }
}

/// The pairs of two element types; `None` where their values are not of one structure (a record is no list, two values are not
/// three), or where there are very many.
pub(super) fn pairs(a: &ElementType, b: &ElementType) -> Option<Pairs> {
    let mut pairs = Pairs::new();
    if let (Some(a), Some(b)) = (a.layout().as_scalar(), b.layout().as_scalar()) {
        pairs.push(Pair { a, a_offset: 0, b, b_offset: 0, count: 1 });
        return Some(pairs);
    }
    layouts((a.layout(), 0), (b.layout(), 0), &mut pairs)?;
    Some(pairs)
}

/// Whether the elements are the same, byte for byte, names and padding aside.
pub(super) fn is_same(pairs: &Pairs, a: &ElementType, b: &ElementType) -> bool {
    a.itemsize() == b.itemsize() && pairs.iter().all(|pair| pair.a == pair.b && pair.a_offset == pair.b_offset)
}

/// Whether the values of `a` take all its bytes.
pub(super) fn is_full(pairs: &Pairs, a: &ElementType) -> bool {
    pairs.iter().map(|pair| pair.count * pair.a.size()).sum::<usize>() == a.itemsize()
}

fn layouts(a: (&Layout, usize), b: (&Layout, usize), pairs: &mut Pairs) -> Option<()> {
    // An element of one value without a name is that value; else it is a record.
    let single = |layout: &Layout| matches!(layout.fields(), [field] if field.name().is_none() && field.repeat() == 1);
    if single(a.0) != single(b.0) || a.0.values() != b.0.values() {
        return None;
    }
    let (mut a_fields, mut b_fields) = (a.0.fields().iter(), b.0.fields().iter());
    // The field of each that is being read, and how many of its values are done.
    let (mut a_now, mut b_now) = (None, None);
    loop {
        let Some((x, x_done)) = a_now.take().or_else(|| Some((a_fields.next()?, 0))) else { return Some(()) };
        let Some((y, y_done)) = b_now.take().or_else(|| Some((b_fields.next()?, 0))) else { return Some(()) };
        let count = (x.repeat() - x_done).min(y.repeat() - y_done);
        let a_at = a.1 + x.offset() + x_done * x.item_size();
        let b_at = b.1 + y.offset() + y_done * y.item_size();
        fields((x, a_at), (y, b_at), count, pairs)?;
        a_now = (x_done + count < x.repeat()).then_some((x, x_done + count));
        b_now = (y_done + count < y.repeat()).then_some((y, y_done + count));
    }
}

/// `count` values of one field and of another, each with its whole shape.
fn fields((a, a_at): (&Field, usize), (b, b_at): (&Field, usize), count: usize, pairs: &mut Pairs) -> Option<()> {
    if a.shape() != b.shape() {
        return None;
    }
    let count = count * a.shape().iter().product::<usize>();
    match (a.kind(), b.kind()) {
        (Kind::Scalar(x), Kind::Scalar(y)) if pairs.len() < MOST => {
            pairs.push(Pair { a: *x, a_offset: a_at, b: *y, b_offset: b_at, count });
            Some(())
        }
        (Kind::Record(x), Kind::Record(y)) if count <= MOST => (0..count)
            .try_for_each(|i| layouts((x, a_at + i * a.scalar_size()), (y, b_at + i * b.scalar_size()), pairs)),
        _ => None,
    }
}
