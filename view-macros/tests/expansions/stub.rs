::core::compile_error! {
    "the format has to be a string literal: macros see tokens, not what a constant holds"
}
pub struct Header<B = ()>(B);
#[allow(dead_code, missing_docs)]
impl<B> Header<B> {
    pub const fn new(bytes: B) -> Self {
        Header(bytes)
    }
    pub fn from_bytes(bytes: B) -> ::core::result::Result<Self, ()> {
        ::core::result::Result::Ok(Header(bytes))
    }
    pub fn from_prefix(bytes: B) -> ::core::result::Result<(Self, B), ()>
    where
        B: ::core::clone::Clone,
    {
        ::core::result::Result::Ok((Header(bytes.clone()), bytes))
    }
    pub fn from_offset(bytes: B, _: usize) -> ::core::result::Result<Self, ()> {
        ::core::result::Result::Ok(Header(bytes))
    }
    pub fn into_inner(self) -> B {
        self.0
    }
}
