//! The parts of layouts that nearly all records have, under short names: the compiler reads what the macros make in every
//! build, and layouts written out were a fifth of that.

use core::mem::{self, ManuallyDrop};

use view_format::{ByteOrder, Field, Kind, Scalar, ScalarKind};

/// Fields that are one value each and have names: arrays, since a call for each of them takes the compiler longer.
pub const fn named<const N: usize>(names: [&'static str; N], offsets: [usize; N], of: [Scalar; N]) -> [Field; N] {
    let mut fields = [const { Field::baked(None, 0, Kind::Scalar(UINT1), 1, &[]) }; N];
    let mut i = 0;
    while i < N {
        let field = Field::baked(Some(names[i]), offsets[i], Kind::Scalar(of[i]), 1, &[]);
        // Constants can drop nothing, and there is nothing to drop.
        let _ = ManuallyDrop::new(mem::replace(&mut fields[i], field));
        i += 1;
    }
    fields
}

/// A string of so many bytes.
pub const fn text(size: usize) -> Scalar {
    Scalar::new(ScalarKind::Bytes, size, ByteOrder::Little)
}

macro_rules! kinds {
    ($($name:ident $kind:ident $size:literal $order:ident;)*) => { $(
        #[doc = concat!(stringify!($kind), " of ", $size, " bytes, ", stringify!($order), " endian.")]
        pub const $name: Scalar = Scalar::new(ScalarKind::$kind, $size, ByteOrder::$order);
    )* };
}
kinds! {
    BOOL1 Bool 1 Little;
    CHAR1 Char 1 Little;
    UINT1 Uint 1 Little;
    INT1 Int 1 Little;
    UINT2_LE Uint 2 Little;
    UINT2_BE Uint 2 Big;
    INT2_LE Int 2 Little;
    INT2_BE Int 2 Big;
    UINT4_LE Uint 4 Little;
    UINT4_BE Uint 4 Big;
    INT4_LE Int 4 Little;
    INT4_BE Int 4 Big;
    UINT8_LE Uint 8 Little;
    UINT8_BE Uint 8 Big;
    INT8_LE Int 8 Little;
    INT8_BE Int 8 Big;
    FLOAT4_LE Float 4 Little;
    FLOAT4_BE Float 4 Big;
    FLOAT8_LE Float 8 Little;
    FLOAT8_BE Float 8 Big;
}
