//! Layouts of one number, baked: what most casts are to needs no memory.

use super::{Field, Kind, List, Name, Scalar, ScalarKind};
use crate::order::ByteOrder;

/// The fields of a layout that is one scalar and nothing else, for the scalars that have a size of their own.
pub(crate) fn baked_scalar(scalar: Scalar) -> Option<&'static [Field]> {
    macro_rules! one_of {
        ($($kind:ident $size:literal)*) => {
            match (scalar.kind(), scalar.size(), scalar.order(), scalar.is_native()) {
                $(
                    (ScalarKind::$kind, $size, ByteOrder::Little, false) => one!($kind $size Little),
                    (ScalarKind::$kind, $size, ByteOrder::Big, false) => one!($kind $size Big),
                    (ScalarKind::$kind, $size, ByteOrder::Little, true) => one!($kind $size Little native),
                    (ScalarKind::$kind, $size, ByteOrder::Big, true) => one!($kind $size Big native),
                )*
                _ => None,
            }
        };
    }
    macro_rules! one {
        ($kind:ident $size:literal $order:ident $($native:ident)?) => {{
            const SCALAR: Scalar = Scalar::new(ScalarKind::$kind, $size, ByteOrder::$order)$(.$native())?;
            static FIELD: [Field; 1] = [plain(SCALAR)];
            Some(&FIELD)
        }};
    }
    one_of! {
        Int 1 Int 2 Int 4 Int 8 Uint 1 Uint 2 Uint 4 Uint 8 Float 2 Float 4 Float 8
        Bool 1 Char 1 Complex 8 Complex 16 Pointer 4 Pointer 8
    }
}

const fn plain(scalar: Scalar) -> Field {
    Field { name: Name::NONE, offset: 0, kind: Kind::Scalar(scalar), repeat: 1, shape: List::EMPTY }
}
