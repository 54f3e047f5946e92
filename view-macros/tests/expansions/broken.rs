#[allow(dead_code, non_camel_case_types)]
type __view_Header_error = <[(); {
    ::core::compile_error! {
        "unknown code `Y`\n  |\n  | \"<I:id: Y:kind: T{H:x: (0)H:y:}:at:\"\n  |         ^ not a code\n  |\n  = help: codes are `x c b B ? h H i I l L q Q n N e f d s p P`, and of PEP 3118 `g w Zf Zd Zg T{}`"
    }
    ::core::compile_error! {
        "array without elements\n  |\n  | \"<I:id: Y:kind: T{H:x: (0)H:y:}:at:\"\n  |                         ^\n  |\n  = help: leave the item out, or write how many there are"
    }
}] as ::core::iter::Iterator>::Item;
use view_core::__private as __view_Header;
/// A record inside [`Header`].
#[derive(::core::clone::Clone, ::core::marker::Copy)]
struct HeaderAt<B = __view_Header_error>(B);
#[allow(dead_code, missing_docs)]
impl HeaderAt {
    const FORMAT: &'static __view_Header::str = <__view_Header_error>::VALUE;
    const SIZE: __view_Header::usize = <__view_Header_error>::VALUE;
    const LAYOUT: __view_Header::Layout = <__view_Header_error>::VALUE;
    const OFFSETS: __view_Header_error = <__view_Header_error>::VALUE;
    const fn new<S>(_: S) -> Self {
        <__view_Header_error>::VALUE
    }
    fn from_bytes<S>(_: S) -> __view_Header::Result<Self, __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
    fn from_prefix<S>(
        _: S,
    ) -> __view_Header::Result<(Self, __view_Header_error), __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
    fn from_offset<S>(
        _: S,
        _: __view_Header::usize,
    ) -> __view_Header::Result<Self, __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
}
impl<B> __view_Header::RecordType for HeaderAt<B> {
    type By = __view_Header_error;
}
const _: () = {
    __view_Header::export_record!(HeaderAt);
};
#[allow(dead_code)]
impl<B: __view_Header::Bytes> HeaderAt<B> {
    /// `H:x:` at 0: `u16`, little-endian
    #[inline(always)]
    fn x(&self) -> __view_Header::u16 {
        self.0.load_u16_le(0)
    }
    /// Sets `H:x:` at 0: `u16`, little-endian
    #[inline(always)]
    fn set_x(&mut self, value: __view_Header::u16)
    where
        B: __view_Header::BytesMut,
    {
        self.0.store_u16_le(0, value)
    }
}
#[allow(dead_code, missing_docs)]
impl<B> HeaderAt<B> {
    fn into_inner(self) -> B {
        <__view_Header_error>::VALUE
    }
    fn y(&self) -> __view_Header_error {
        <__view_Header_error>::VALUE
    }
    fn set_y(&mut self, _: __view_Header_error) {}
    fn y_mut(&mut self) -> __view_Header_error {
        <__view_Header_error>::VALUE
    }
}
#[derive(::core::clone::Clone, ::core::marker::Copy)]
struct Header<B = __view_Header_error>(B);
#[allow(dead_code, missing_docs)]
impl Header {
    const FORMAT: &'static __view_Header::str = <__view_Header_error>::VALUE;
    const SIZE: __view_Header::usize = <__view_Header_error>::VALUE;
    const LAYOUT: __view_Header::Layout = <__view_Header_error>::VALUE;
    const OFFSETS: __view_Header_error = <__view_Header_error>::VALUE;
    const fn new<S>(_: S) -> Self {
        <__view_Header_error>::VALUE
    }
    fn from_bytes<S>(_: S) -> __view_Header::Result<Self, __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
    fn from_prefix<S>(
        _: S,
    ) -> __view_Header::Result<(Self, __view_Header_error), __view_Header::SizeError> {
        <__view_Header_error>::VALUE
    }
    fn from_offset<S>(
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
#[allow(dead_code)]
impl<B: __view_Header::Bytes> Header<B> {
    /// `I:id:` at 0: `u32`, little-endian
    #[inline(always)]
    fn id(&self) -> __view_Header::u32 {
        self.0.load_u32_le(0)
    }
    /// Sets `I:id:` at 0: `u32`, little-endian
    #[inline(always)]
    fn set_id(&mut self, value: __view_Header::u32)
    where
        B: __view_Header::BytesMut,
    {
        self.0.store_u32_le(0, value)
    }
    #[allow(missing_docs, non_snake_case)]
    fn at(&self) -> HeaderAt {
        <__view_Header_error>::VALUE
    }
    #[allow(missing_docs, non_snake_case)]
    fn at_mut(&mut self) -> HeaderAt {
        <__view_Header_error>::VALUE
    }
}
#[allow(dead_code, missing_docs)]
impl<B> Header<B> {
    fn into_inner(self) -> B {
        <__view_Header_error>::VALUE
    }
    fn kind(&self) -> __view_Header_error {
        <__view_Header_error>::VALUE
    }
    fn set_kind(&mut self, _: __view_Header_error) {}
    fn kind_mut(&mut self) -> __view_Header_error {
        <__view_Header_error>::VALUE
    }
}
const _: () = {};
