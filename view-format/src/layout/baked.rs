//! Comparing layouts while the program is compiled.

use super::list::List;
use super::{Field, Kind, Layout};
use crate::scalar::Scalar;

/// Whether two layouts that macros have baked have the same fields at the same places. Names count, since generated code is
/// called by them. A layout made at run time is not looked into; in constants there are none.
#[doc(hidden)]
pub const fn same_layout(one: &Layout, other: &Layout) -> bool {
    let (a, b) = match (&one.fields, &other.fields) {
        (List::Baked(a), List::Baked(b)) => (*a, *b),
        #[cfg(feature = "alloc")]
        _ => return false,
    };
    if one.size != other.size || a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if !same_field(&a[i], &b[i]) {
            return false;
        }
        i += 1;
    }
    true
}

const fn same_field(a: &Field, b: &Field) -> bool {
    let same_kind = match (&a.kind, &b.kind) {
        (Kind::Scalar(a), Kind::Scalar(b)) => same_scalar(*a, *b),
        (Kind::Record(a), Kind::Record(b)) => same_layout(a, b),
        _ => false,
    };
    same_kind
        && a.offset == b.offset
        && a.repeat == b.repeat
        && match (&a.shape, &b.shape) {
            (List::Baked(a), List::Baked(b)) => same_numbers(a, b),
            #[cfg(feature = "alloc")]
            _ => false,
        }
        && match (a.name.as_baked(), b.name.as_baked()) {
            (Some(a), Some(b)) => same_bytes(a.as_bytes(), b.as_bytes()),
            (None, None) => true,
            _ => false,
        }
}

const fn same_scalar(a: Scalar, b: Scalar) -> bool {
    a.kind() as u8 == b.kind() as u8 && a.order() as u8 == b.order() as u8 && a.size() == b.size()
}

const fn same_numbers(a: &[usize], b: &[usize]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    a.len() == b.len()
}

const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    a.len() == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ByteOrder, ScalarKind};

    const fn number(name: &'static str, offset: usize, order: ByteOrder) -> Field {
        Field::baked(Some(name), offset, Kind::Scalar(Scalar::new(ScalarKind::Int, 2, order)), 1, &[])
    }

    #[test]
    fn baked_layouts_compare_in_constants() {
        const FIELDS: &[Field] = &[number("x", 0, ByteOrder::Little), number("y", 2, ByteOrder::Little)];
        const OTHER_ORDER: &[Field] = &[number("x", 0, ByteOrder::Little), number("y", 2, ByteOrder::Big)];
        const OTHER_NAME: &[Field] = &[number("x", 0, ByteOrder::Little), number("z", 2, ByteOrder::Little)];
        static POINT: Layout = Layout::baked(4, 1, FIELDS);
        static OTHERS: [Layout; 4] = [
            Layout::baked(4, 1, FIELDS),
            Layout::baked(5, 1, FIELDS),
            Layout::baked(4, 1, OTHER_ORDER),
            Layout::baked(4, 1, OTHER_NAME),
        ];
        const ANSWERS: [bool; 4] = [
            same_layout(&POINT, &OTHERS[0]),
            same_layout(&POINT, &OTHERS[1]),
            same_layout(&POINT, &OTHERS[2]),
            same_layout(&POINT, &OTHERS[3]),
        ];
        assert_eq!(ANSWERS, [true, false, false, false]);
    }
}
