//! With feature `zerocopy`: its numbers of a fixed byte order, and records that derive its traits, lie in slices too.

use ::zerocopy::byteorder::{self, BigEndian, LittleEndian};
use ::zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};
use view_format::{ByteOrder, Layout, Scalar, ScalarKind};

use super::{BufferElement, BufferElementMut, Plain};
use crate::element::Record;

/// Numbers of a fixed byte order, which need no alignment.
macro_rules! numbers {
    ($($t:ident $order:ident $format:literal, $kind:ident $size:literal;)*) => { $(
        #[diagnostic::do_not_recommend]
        impl BufferElement for byteorder::$t<orders::$order> {
            const FORMAT: &'static str = $format;

            fn layout() -> Layout {
                Layout::scalar(Scalar::new(ScalarKind::$kind, $size, ByteOrder::$order))
            }
            #[inline]
            fn bytes(of: &[Self]) -> &[u8] {
                of.as_bytes()
            }
        }

        #[diagnostic::do_not_recommend]
        impl BufferElementMut for byteorder::$t<orders::$order> {
            #[inline]
            fn bytes_mut(of: &mut [Self]) -> &mut [u8] {
                of.as_mut_bytes()
            }
        }

        #[diagnostic::do_not_recommend]
        impl Plain for byteorder::$t<orders::$order> {
            #[inline]
            fn slice(bytes: &[u8]) -> Option<&[Self]> {
                <[Self]>::ref_from_bytes(bytes).ok()
            }
            #[inline]
            fn slice_mut(bytes: &mut [u8]) -> Option<&mut [Self]> {
                <[Self]>::mut_from_bytes(bytes).ok()
            }
        }
    )* };
}

/// The byte orders by the names that they have here.
mod orders {
    pub(super) type Little = super::LittleEndian;
    pub(super) type Big = super::BigEndian;
}

numbers! {
    U16 Little "<H", Uint 2; U16 Big ">H", Uint 2; I16 Little "<h", Int 2; I16 Big ">h", Int 2;
    U32 Little "<I", Uint 4; U32 Big ">I", Uint 4; I32 Little "<i", Int 4; I32 Big ">i", Int 4;
    U64 Little "<Q", Uint 8; U64 Big ">Q", Uint 8; I64 Little "<q", Int 8; I64 Big ">q", Int 8;
    F32 Little "<f", Float 4; F32 Big ">f", Float 4; F64 Little "<d", Float 8; F64 Big ">d", Float 8;
}

/// Records whose memory zerocopy has been told of: `#[derive(zerocopy::IntoBytes, zerocopy::Immutable)]` on them.
#[diagnostic::do_not_recommend]
impl<T: Record + IntoBytes + Immutable> BufferElement for T {
    const FORMAT: &'static str = <T as Record>::FORMAT;

    fn layout() -> Layout {
        T::describe(()).1
    }
    #[inline]
    fn bytes(of: &[T]) -> &[u8] {
        of.as_bytes()
    }
}

/// With `zerocopy::FromBytes` besides.
#[diagnostic::do_not_recommend]
impl<T: Record + IntoBytes + Immutable + FromBytes> BufferElementMut for T {
    #[inline]
    fn bytes_mut(of: &mut [T]) -> &mut [u8] {
        of.as_mut_bytes()
    }
}

/// With `zerocopy::KnownLayout` besides.
#[diagnostic::do_not_recommend]
impl<T: Record + IntoBytes + Immutable + FromBytes + KnownLayout> Plain for T {
    #[inline]
    fn slice(bytes: &[u8]) -> Option<&[T]> {
        <[T]>::ref_from_bytes(bytes).ok()
    }
    #[inline]
    fn slice_mut(bytes: &mut [u8]) -> Option<&mut [T]> {
        <[T]>::mut_from_bytes(bytes).ok()
    }
}
