//! Layouts as numpy's dtypes.

use view_format::{Code, Scalar, ScalarKind};

/// A scalar in numpy's short notation: `<u4`, `S2`, `V3`. `None` where numpy has none.
pub fn numpy_scalar(scalar: Scalar) -> Option<String> {
    let size = scalar.size();
    let mark = scalar.order().mark();
    Some(match scalar.kind() {
        ScalarKind::Bytes => format!("S{size}"),
        ScalarKind::Char => "S1".into(),
        ScalarKind::Void => format!("V{size}"),
        ScalarKind::Ucs4 => format!("{mark}U{}", size / 4),
        ScalarKind::Bool => "?".into(),
        ScalarKind::Int | ScalarKind::Uint if size == 1 => Code::of(scalar).info().numpy.into(),
        ScalarKind::Int => format!("{mark}i{size}"),
        ScalarKind::Uint | ScalarKind::Pointer => format!("{mark}u{size}"),
        ScalarKind::Float => format!("{mark}f{size}"),
        ScalarKind::Complex => format!("{mark}c{size}"),
        ScalarKind::LongDouble if size > 16 => format!("{mark}c{size}"),
        ScalarKind::LongDouble => format!("{mark}f{size}"),
        _ => return None,
    })
}
