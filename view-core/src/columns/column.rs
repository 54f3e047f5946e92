//! One column whose type is known at run time only.

use alloc::vec::Vec;

use view_format::{Kind, ScalarKind};

use crate::compiled::Place;
use crate::element::Complex;
use crate::value::Value;

/// One value of many records, in a vector of the type that its code says: for formats that are known at run time only.
///
/// ```
/// use view_core::{Column, Struct};
///
/// let format = Struct::new("<Hxf2s")?;
/// let bytes = b"\x01\0.\0\0\x80\x3fab\x02\0.\0\0\0\x40cd";
/// let columns = format.unpack_columns::<Vec<Column>>(bytes)?;
/// assert_eq!(columns[0], Column::U16(vec![1, 2]));
/// assert_eq!(columns[1].as_slice::<f32>(), Some(&[1.0, 2.0][..]));
/// assert_eq!(columns[2], Column::Bytes(b"abcd".to_vec()));
///
/// let total: f32 = columns.iter().filter_map(Column::as_slice::<f32>).flatten().sum();
/// assert_eq!(total, 3.0);
/// assert_eq!(format.pack_columns(&columns)?, b"\x01\0\0\0\0\x80\x3fab\x02\0\0\0\0\0\x40cd");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It is as many values as the format has, in its order, and not as many fields: `2H` is two columns. A field with a shape is one
/// column, flat: of `(2,2)<h`, each record has four items, in C order.
///
/// | variant | codes |
/// |---|---|
/// | [`I8`](Column::I8) to [`I64`](Column::I64), [`U8`](Column::U8) to [`U64`](Column::U64) | integers of that size; `P` as unsigned |
/// | [`F32`](Column::F32), [`F64`](Column::F64) | `f`, `d`; also `e` as `F32`, which holds every number of it |
/// | [`Complex32`](Column::Complex32), [`Complex64`](Column::Complex64) | `Zf`, `Zd` |
/// | [`Bool`](Column::Bool) | `?` |
/// | [`Bytes`](Column::Bytes) | `c`, `s`, `g`, padding with a name: all the bytes, one record after the other |
/// | [`Values`](Column::Values) | all else (`p`, `w`, records), and what has no bytes: one value for each record |
///
/// To pack, a column has to be of the variant that unpacking gives; `Values` will do for every code. It is `Values` that can be
/// out of range, and `F32` for `e`: nothing is written then.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Column {
    /// Signed integers of one byte.
    I8(Vec<i8>),
    /// Unsigned integers of one byte.
    U8(Vec<u8>),
    /// Signed integers of two bytes.
    I16(Vec<i16>),
    /// Unsigned integers of two bytes.
    U16(Vec<u16>),
    /// Signed integers of four bytes.
    I32(Vec<i32>),
    /// Unsigned integers of four bytes.
    U32(Vec<u32>),
    /// Signed integers of eight bytes.
    I64(Vec<i64>),
    /// Unsigned integers of eight bytes.
    U64(Vec<u64>),
    /// Single precision, and half.
    F32(Vec<f32>),
    /// Double precision.
    F64(Vec<f64>),
    /// Complex numbers of single precision.
    Complex32(Vec<Complex<f32>>),
    /// Complex numbers of double precision.
    Complex64(Vec<Complex<f64>>),
    /// Truths.
    Bool(Vec<bool>),
    /// Strings of one length, without anything between them.
    Bytes(Vec<u8>),
    /// Values of any kind, one for each record.
    Values(Vec<Value>),
}

/// Runs the same for the vector of each variant, and for those of numbers apart.
macro_rules! each_column {
    ($column:expr, $numbers:ident => $then:expr, bytes $bytes:ident => $of_bytes:expr, values $values:ident => $of_values:expr) => {
        match $column {
            Column::I8($numbers) => $then,
            Column::U8($numbers) => $then,
            Column::I16($numbers) => $then,
            Column::U16($numbers) => $then,
            Column::I32($numbers) => $then,
            Column::U32($numbers) => $then,
            Column::I64($numbers) => $then,
            Column::U64($numbers) => $then,
            Column::F32($numbers) => $then,
            Column::F64($numbers) => $then,
            Column::Complex32($numbers) => $then,
            Column::Complex64($numbers) => $then,
            Column::Bool($numbers) => $then,
            Column::Bytes($bytes) => $of_bytes,
            Column::Values($values) => $of_values,
        }
    };
}
pub(super) use each_column;

impl Column {
    /// How many items: those of one record times the records. Of `Bytes` it is bytes.
    pub fn len(&self) -> usize {
        each_column!(self, items => items.len(), bytes items => items.len(), values items => items.len())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items, if they are of this type: a number, `bool`, or [`Value`]. `u8` are both `U8` and `Bytes`.
    pub fn as_slice<T: ColumnType>(&self) -> Option<&[T]> {
        T::of(self)
    }

    /// An empty one of the variant for a value, and how many items of it each record has.
    pub(super) fn empty(place: Place<'_>) -> (Column, usize) {
        let values = (Column::Values(Vec::new()), 1);
        let Kind::Scalar(scalar) = place.kind else { return values };
        let column = match (scalar.kind(), scalar.size()) {
            _ if place.size == 0 => return values,
            (ScalarKind::Int, 1) => Column::I8(Vec::new()),
            (ScalarKind::Int, 2) => Column::I16(Vec::new()),
            (ScalarKind::Int, 4) => Column::I32(Vec::new()),
            (ScalarKind::Int, 8) => Column::I64(Vec::new()),
            (ScalarKind::Uint, 1) => Column::U8(Vec::new()),
            (ScalarKind::Uint, 2) => Column::U16(Vec::new()),
            (ScalarKind::Uint | ScalarKind::Pointer, 4) => Column::U32(Vec::new()),
            (ScalarKind::Uint | ScalarKind::Pointer, 8) => Column::U64(Vec::new()),
            (ScalarKind::Float, 2 | 4) => Column::F32(Vec::new()),
            (ScalarKind::Float, 8) => Column::F64(Vec::new()),
            (ScalarKind::Complex, 8) => Column::Complex32(Vec::new()),
            (ScalarKind::Complex, 16) => Column::Complex64(Vec::new()),
            (ScalarKind::Bool, 1) => Column::Bool(Vec::new()),
            (ScalarKind::Char | ScalarKind::Bytes | ScalarKind::LongDouble | ScalarKind::Void, _) => {
                return (Column::Bytes(Vec::new()), place.size);
            }
            _ => return values,
        };
        (column, place.shape.iter().product())
    }

    /// The name of the type of its items.
    pub(super) fn type_name(&self) -> &'static str {
        fn name<T>(_: &[T]) -> &'static str {
            core::any::type_name::<T>()
        }
        each_column!(self, items => name(items), bytes _items => "bytes", values _items => "Value")
    }
}

/// A type that the items of a [`Column`] have.
#[diagnostic::on_unimplemented(
    message = "no `Column` is made of `{Self}`",
    label = "not the type of a column",
    note = "`u8` to `u64`, `i8` to `i64`, `f32`, `f64`, `Complex` of these, `bool` and `Value` are"
)]
pub trait ColumnType: Sized {
    #[doc(hidden)]
    fn of(column: &Column) -> Option<&[Self]>;
}

macro_rules! types {
    ($($t:ty: $variant:ident $(| $other:ident)?;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl ColumnType for $t {
            fn of(column: &Column) -> Option<&[$t]> {
                match column {
                    Column::$variant(items) $(| Column::$other(items))? => Some(items),
                    _ => None,
                }
            }
        }

        impl From<Vec<$t>> for Column {
            fn from(items: Vec<$t>) -> Column {
                Column::$variant(items)
            }
        }
    )* };
}
types! {
    i8: I8;
    u8: U8 | Bytes;
    i16: I16;
    u16: U16;
    i32: I32;
    u32: U32;
    i64: I64;
    u64: U64;
    f32: F32;
    f64: F64;
    Complex<f32>: Complex32;
    Complex<f64>: Complex64;
    bool: Bool;
    Value: Values;
}
