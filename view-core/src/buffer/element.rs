//! What slices, arrays and vectors that export themselves are made of: types that lie in memory as a format says.

use view_format::{ByteOrder, Layout, Scalar, ScalarKind};
use zerocopy::{FromBytes, IntoBytes};

/// A type whose values lie in memory as a format says, so that slices of it are a [`Buffer`](super::Buffer).
///
/// | type | format |
/// |---|---|
/// | `u8`, `i8`, `bool` | `B`, `b`, `?` |
/// | `u16`, `i16` | `H`, `h` |
/// | `u32`, `i32` | `I`, `i` |
/// | `u64`, `i64` | `Q`, `q` |
/// | `usize`, `isize` | the code of the integer of their size: `Q`, `q` where pointers have 64 bits |
/// | `f32`, `f64` | `f`, `d` |
/// | `char` | `w` |
/// | `[T; N]` | that of `T`; one dimension more |
/// | with feature `half`: `half::f16` | `e` |
/// | with feature `num-complex`: `num_complex::Complex` of `f32`, `f64` | `Zf`, `Zd` |
/// | with feature `zerocopy`: `zerocopy::byteorder::U16<LE>` to `F64<BE>` | `<H` to `>d` |
/// | with feature `zerocopy`: records made by `view!` that derive `zerocopy::IntoBytes` and `Immutable` | their own |
///
/// There is no mark, which means native size and byte order: that is what Python's `array` says of its items, and the
/// only form that `memoryview` indexes. Of the codes with one size it is never `l` or `n`, whose size depends on the
/// machine.
///
/// ```
/// use view_core::{BufferElement, View};
///
/// assert_eq!((<i32>::FORMAT, <[[u16; 4]; 4]>::FORMAT), ("i", "H"));
/// assert_eq!(View::of(&[[0_u16; 4]; 3])?.shape(), [3, 4]);
/// # Ok::<(), view_core::ViewError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no element that a format can describe",
    label = "not an element of a buffer",
    note = "numbers, `bool`, `char` and arrays of them are"
)]
pub trait BufferElement: Sized {
    /// The format.
    const FORMAT: &'static str;

    /// What the format means.
    #[doc(hidden)]
    fn layout() -> Layout;
    /// Calls `axis` with the length of each dimension that one element has itself.
    #[doc(hidden)]
    fn axes(_axis: &mut dyn FnMut(usize)) {}
    /// The bytes of some of them.
    #[doc(hidden)]
    fn bytes(of: &[Self]) -> &[u8];
}

/// A [`BufferElement`] of which any bytes are a value, so that they can be written: numbers, and arrays of numbers.
#[diagnostic::on_unimplemented(
    message = "not every byte is a value of `{Self}`",
    label = "cannot be written as bytes",
    note = "numbers and arrays of numbers can be written; others export themselves to read"
)]
pub trait BufferElementMut: BufferElement {
    /// The bytes of some of them, to write.
    #[doc(hidden)]
    fn bytes_mut(of: &mut [Self]) -> &mut [u8];
}

/// A number of which a slice can lie in memory as in a view: any bytes of its size and alignment are a value.
///
/// What [`View::as_slice`](crate::View::as_slice) takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot lie in a view",
    label = "not a number that can be lent",
    note = "numbers can: `u8` to `u64`, `i8` to `i64`, `usize`, `isize`, `f32`, `f64`; by features others too",
    note = "anything else is read by `View::typed`, or copied by `to_vec`"
)]
pub trait Plain: BufferElementMut {
    /// As many as there are in a whole number of them; `None` where they are not aligned.
    #[doc(hidden)]
    fn slice(bytes: &[u8]) -> Option<&[Self]>;
    /// As [`slice`](Plain::slice), to write.
    #[doc(hidden)]
    fn slice_mut(bytes: &mut [u8]) -> Option<&mut [Self]>;
}

/// Scalars, and those of them that any bytes are a value of.
macro_rules! elements {
    (read $($t:ident $format:expr, $kind:ident;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl BufferElement for $t {
            const FORMAT: &'static str = $format;

            fn layout() -> Layout {
                Layout::scalar(Scalar::new(ScalarKind::$kind, size_of::<$t>(), ByteOrder::NATIVE))
            }
            #[inline]
            fn bytes(of: &[$t]) -> &[u8] {
                of.as_bytes()
            }
        }
    )* };
    (write $($t:ident $format:expr, $kind:ident;)*) => {
        elements! { read $($t $format, $kind;)* }
        $(
            #[diagnostic::do_not_recommend]
            impl BufferElementMut for $t {
                #[inline]
                fn bytes_mut(of: &mut [$t]) -> &mut [u8] {
                    of.as_mut_bytes()
                }
            }

            #[diagnostic::do_not_recommend]
            impl Plain for $t {
                #[inline]
                fn slice(bytes: &[u8]) -> Option<&[$t]> {
                    <[$t]>::ref_from_bytes(bytes).ok()
                }
                #[inline]
                fn slice_mut(bytes: &mut [u8]) -> Option<&mut [$t]> {
                    <[$t]>::mut_from_bytes(bytes).ok()
                }
            }
        )*
    };
}
elements! { read
    bool "?", Bool;
    char "w", Ucs4;
}
elements! { write
    u8 "B", Uint; u16 "H", Uint; u32 unsigned(4), Uint; u64 "Q", Uint; usize unsigned(size_of::<usize>()), Uint;
    i8 "b", Int; i16 "h", Int; i32 signed(4), Int; i64 "q", Int; isize signed(size_of::<isize>()), Int;
    f32 "f", Float; f64 "d", Float;
}
#[cfg(feature = "half")]
use half::f16;
#[cfg(feature = "half")]
elements! { write f16 "e", Float; }

/// By way of bytemuck, which is what num-complex says its layout to.
#[cfg(feature = "num-complex")]
macro_rules! complex {
    ($($t:ident $format:literal;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl BufferElement for num_complex::Complex<$t> {
            const FORMAT: &'static str = $format;

            fn layout() -> Layout {
                Layout::scalar(Scalar::new(ScalarKind::Complex, size_of::<Self>(), ByteOrder::NATIVE))
            }
            #[inline]
            fn bytes(of: &[Self]) -> &[u8] {
                bytemuck::cast_slice(of)
            }
        }

        #[diagnostic::do_not_recommend]
        impl BufferElementMut for num_complex::Complex<$t> {
            #[inline]
            fn bytes_mut(of: &mut [Self]) -> &mut [u8] {
                bytemuck::cast_slice_mut(of)
            }
        }

        #[diagnostic::do_not_recommend]
        impl Plain for num_complex::Complex<$t> {
            #[inline]
            fn slice(bytes: &[u8]) -> Option<&[Self]> {
                bytemuck::try_cast_slice(bytes).ok()
            }
            #[inline]
            fn slice_mut(bytes: &mut [u8]) -> Option<&mut [Self]> {
                bytemuck::try_cast_slice_mut(bytes).ok()
            }
        }
    )* };
}
#[cfg(feature = "num-complex")]
complex! { f32 "Zf"; f64 "Zd"; }

/// The code of an integer of so many bytes. On the machines whose `int` has two bytes, four of them are a `long`.
const fn signed(size: usize) -> &'static str {
    match size {
        2 => "h",
        4 if size_of::<core::ffi::c_int>() == 4 => "i",
        4 => "l",
        _ => "q",
    }
}

const fn unsigned(size: usize) -> &'static str {
    match size {
        2 => "H",
        4 if size_of::<core::ffi::c_uint>() == 4 => "I",
        4 => "L",
        _ => "Q",
    }
}

#[diagnostic::do_not_recommend]
impl<T: BufferElement, const N: usize> BufferElement for [T; N] {
    const FORMAT: &'static str = T::FORMAT;

    fn layout() -> Layout {
        T::layout()
    }
    fn axes(axis: &mut dyn FnMut(usize)) {
        axis(N);
        T::axes(axis);
    }
    #[inline]
    fn bytes(of: &[[T; N]]) -> &[u8] {
        T::bytes(of.as_flattened())
    }
}

#[diagnostic::do_not_recommend]
impl<T: BufferElementMut, const N: usize> BufferElementMut for [T; N] {
    #[inline]
    fn bytes_mut(of: &mut [[T; N]]) -> &mut [u8] {
        T::bytes_mut(of.as_flattened_mut())
    }
}
