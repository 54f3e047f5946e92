//! Layouts of one number, baked: what most casts are to needs no memory.

use super::{Field, Kind, List, Name};
use crate::order::{ByteOrder, Mark};
use crate::scalar::{Scalar, ScalarKind};

/// The fields of a layout that is one scalar and nothing else, for the scalars that have a size of their own.
pub(crate) fn baked_scalar(scalar: Scalar) -> Option<&'static [Field]> {
    macro_rules! one_of {
        ($($kind:ident $size:literal)*) => {
            match (scalar.kind(), scalar.size(), scalar.order()) {
                $(
                    (ScalarKind::$kind, $size, ByteOrder::Little) => {
                        static FIELD: [Field; 1] = [plain(Scalar::new(ScalarKind::$kind, $size, ByteOrder::Little))];
                        Some(&FIELD)
                    }
                    (ScalarKind::$kind, $size, ByteOrder::Big) => {
                        static FIELD: [Field; 1] = [plain(Scalar::new(ScalarKind::$kind, $size, ByteOrder::Big))];
                        Some(&FIELD)
                    }
                )*
                _ => None,
            }
        };
    }
    // Native floats, which pack in another way.
    if scalar.saturates() {
        return saturating(scalar);
    }
    one_of! {
        Int 1 Int 2 Int 4 Int 8 Uint 1 Uint 2 Uint 4 Uint 8 Float 2 Float 4 Float 8
        Bool 1 Char 1 Complex 8 Complex 16 Pointer 4 Pointer 8
    }
}

/// Of native floats of the machine's order.
fn saturating(scalar: Scalar) -> Option<&'static [Field]> {
    const fn native(kind: ScalarKind, size: usize) -> [Field; 1] {
        [plain(Scalar::new(kind, size, ByteOrder::NATIVE).under(Mark::Native))]
    }
    static FLOAT: [Field; 1] = native(ScalarKind::Float, 4);
    static COMPLEX: [Field; 1] = native(ScalarKind::Complex, 8);
    match scalar.kind() {
        _ if scalar.order() != ByteOrder::NATIVE => None,
        ScalarKind::Float => Some(&FLOAT),
        ScalarKind::Complex => Some(&COMPLEX),
        _ => None,
    }
}

const fn plain(scalar: Scalar) -> Field {
    Field { name: Name::NONE, offset: 0, kind: Kind::Scalar(scalar), repeat: 1, shape: List::EMPTY }
}
