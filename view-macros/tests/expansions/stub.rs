#[allow(dead_code, non_camel_case_types)]
type __view_Header_error = <[(); {
    ::core::compile_error! {
        "the format has to be a string literal: macros see tokens, not what a constant holds"
    }
}] as ::core::iter::Iterator>::Item;
use view_core::__private as __view_Header;
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct Header<B = __view_Header_error>(B);
#[allow(dead_code, missing_docs)]
impl Header {
    pub const FORMAT: &'static __view_Header::str = <__view_Header_error>::VALUE;
    pub const SIZE: __view_Header::usize = <__view_Header_error>::VALUE;
    pub const LAYOUT: __view_Header::Layout = <__view_Header_error>::VALUE;
    pub const OFFSETS: __view_Header_error = <__view_Header_error>::VALUE;
    pub const fn new<S>(_: S) -> Self {
        <__view_Header_error>::VALUE
    }
    pub fn from_bytes<S>(_: S) -> __view_Header::Result<Self, __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
    pub fn from_prefix<S>(
        _: S,
    ) -> __view_Header::Result<(Self, __view_Header_error), __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
    pub fn from_offset<S>(
        _: S,
        _: __view_Header::usize,
    ) -> __view_Header::Result<Self, __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
}
impl<B> __view_Header::RecordType for Header<B> {
    type By = __view_Header_error;
}
const _: () = {
    __view_Header::export_record!(Header);
};
#[allow(dead_code, missing_docs)]
impl<B> Header<B> {
    pub fn into_inner(self) -> B {
        <__view_Header_error>::VALUE
    }
}
const _: () = {
    impl<B> ::core::ops::Deref for Header<B> {
        type Target = __view_Header_error;
        fn deref(&self) -> &__view_Header_error {
            <__view_Header_error>::VALUE
        }
    }
    impl<B> ::core::ops::DerefMut for Header<B> {
        fn deref_mut(&mut self) -> &mut __view_Header_error {
            <__view_Header_error>::VALUE
        }
    }
};
