#![no_implicit_prelude]
#![deny(warnings, missing_docs, unreachable_pub, missing_debug_implementations)]
#![forbid(unsafe_code)]
//! Nothing in the output of the derives depends on what is in scope.

mod convert {
    pub(crate) fn unpack(of: u16) -> ::std::result::Result<u8, ::std::num::TryFromIntError> {
        ::std::convert::TryFrom::try_from(of)
    }
    pub(crate) fn pack(of: &u8) -> u16 {
        ::std::convert::Into::into(*of)
    }
}

/// What it is.
#[derive(::view_core::Record, Debug, Clone, Copy, PartialEq)]
#[view(native_endian)]
#[repr(i32)]
pub enum Kind {
    /// First.
    First = -1,
    /// Second.
    Second,
}

/// Inside.
#[derive(::view_core::Record, Debug, PartialEq)]
#[view(format = "@hl")]
pub struct Inner(pub i16, ::core::ffi::c_long);

/// All ways in and out.
#[derive(::view_core::Record, Debug, PartialEq)]
#[view(native_endian)]
pub struct Outer<const N: usize = 2> {
    kind: Kind,
    kinds: [Kind; N],
    inner: Inner,
    text: [u8; N],
    #[view(format = "H", with = convert)]
    small: u8,
    #[view(format = "5p")]
    name: ::view_core::PascalText<[u8; 5]>,
    z: ::view_core::Complex<f64>,
    #[view(skip)]
    of: ::std::marker::PhantomData<()>,
}

/// Views of both.
#[derive(::view_core::Record, Debug, PartialEq)]
#[view(big_endian)]
pub struct Whole {
    /// First.
    pub outer: Outer<3>,
    inner: [[Inner; 2]; 1],
    kind: Kind,
}

/// Exports its numbers.
#[derive(::view_core::Buffer, ::view_core::BufferMut, Debug)]
#[buffer(format = "<H", shape = [self.n, 1], strides = [2, -2], offset = 0)]
pub struct Numbers {
    n: u8,
    #[buffer(bytes)]
    of: ::std::vec::Vec<u8>,
}

fn main() {
    let outer = Outer {
        kind: Kind::First,
        kinds: [Kind::Second; 3],
        inner: Inner(1, -1),
        text: *b"abc",
        small: 7,
        name: ::std::result::Result::unwrap(::view_core::PascalText::from_text(b"view")),
        z: ::view_core::Complex { re: 1.0, im: 2.0 },
        of: ::std::marker::PhantomData,
    };
    let whole = Whole { outer, inner: [[Inner(2, 3), Inner(4, 5)]], kind: Kind::First };
    let bytes = whole.pack();
    ::std::assert_eq!(Whole::unpack(&bytes), ::std::result::Result::Ok(whole));
    ::std::assert!(Whole::FORMAT.len() > Whole::STRUCT_FORMAT.len());
    let view = ::std::result::Result::unwrap(Whole::view(&bytes));
    ::std::assert_eq!(view.kind(), ::std::result::Result::Ok(Kind::First));
    let mut numbers = Numbers { n: 2, of: ::std::vec![1, 0, 2, 0] };
    ::std::assert!(::view_core::View::of_mut(&mut numbers).is_ok());
    numbers.n = 3;
    ::std::assert!(::view_core::View::of(&numbers).is_err());
}
