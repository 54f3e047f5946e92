use view_core::__private as __view_Header;
/// What a file begins with.
#[must_use]
/**
 `<2s:magic: >I:size: 4x ?:open:`, 11 bytes.

 ```text
    +---------------+-------------------------------+---------------+
  0 | magic 2s      | size I                        | padding       |
    +---------------+-------+-----------------------+---------------+
  8 | (padding)     | open  |
    +---------------+-------+
 ```*/
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[repr(transparent)]
pub struct Header<B = [__view_Header::u8; 11]>(B);
#[allow(dead_code)]
impl Header {
    /// The format.
    pub const FORMAT: &'static __view_Header::str = "<2s:magic: >I:size: 4x ?:open:";
    /// Bytes of one.
    pub const SIZE: __view_Header::usize = 11;
    /// Where the fields lie, and what they hold.
    pub const LAYOUT: __view_Header::Layout = __view_Header::layout_of::<Self>();
}
#[allow(dead_code)]
impl<B: __view_Header::Bytes> Header<B> {
    /// Over an array of 11 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    pub const fn new(bytes: B) -> Self
    where
        B: __view_Header::Holds<11>,
    {
        Header(bytes)
    }
    /** Over exactly 11 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    pub fn from_bytes<S: __view_Header::Source<11, Array = B>>(
        bytes: S,
    ) -> __view_Header::Result<Self, __view_Header::SizeError> {
        bytes.exact().map(Header)
    }
    /** Over the first 11 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_prefix<S: __view_Header::Source<11, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> __view_Header::Result<(Self, R), __view_Header::SizeError> {
        bytes.prefix_as(Header)
    }
    /** Over the 11 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_offset<S: __view_Header::Source<11, Array = B>>(
        bytes: S,
        offset: __view_Header::usize,
    ) -> __view_Header::Result<Self, __view_Header::SizeError> {
        bytes.at(offset).map(Header)
    }
    /// What holds the bytes.
    #[inline(always)]
    pub fn into_inner(self) -> B {
        self.0
    }
    /// `2s:magic:` at 0: `&[u8; 2]`
    #[inline(always)]
    pub fn magic(&self) -> B::Text<'_, 2> {
        self.0.text(0)
    }
    /// Sets `2s:magic:` at 0: `&[u8; 2]`
    #[inline(always)]
    pub fn set_magic(&mut self, value: &[__view_Header::u8; 2])
    where
        B: __view_Header::BytesMut,
    {
        self.0.store(0, *value)
    }
    /// `I:size:` at 2: `u32`, big-endian
    #[inline(always)]
    pub fn size(&self) -> __view_Header::u32 {
        self.0.load_u32_be(2)
    }
    /// Sets `I:size:` at 2: `u32`, big-endian
    #[inline(always)]
    pub fn set_size(&mut self, value: __view_Header::u32)
    where
        B: __view_Header::BytesMut,
    {
        self.0.store_u32_be(2, value)
    }
    /// `?:open:` at 10: `bool`
    #[inline(always)]
    pub fn open(&self) -> __view_Header::bool {
        self.0.load_bool(10)
    }
    /// Sets `?:open:` at 10: `bool`
    #[inline(always)]
    pub fn set_open(&mut self, value: __view_Header::bool)
    where
        B: __view_Header::BytesMut,
    {
        self.0.store_bool(10, value)
    }
}
const _: () = {
    impl<B: __view_Header::Bytes> ::core::fmt::Debug for Header<B> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.debug_struct("Header")
                .field("magic", &__view_Header::Shown(self.magic()))
                .field("size", &self.size())
                .field("open", &self.open())
                .finish()
        }
    }
    impl<
        B: __view_Header::Bytes,
        C: __view_Header::Bytes,
    > ::core::cmp::PartialEq<Header<C>> for Header<B> {
        fn eq(&self, other: &Header<C>) -> __view_Header::bool {
            true
                && ::core::convert::AsRef::<[__view_Header::u8]>::as_ref(&self.magic())
                    == ::core::convert::AsRef::<
                        [__view_Header::u8],
                    >::as_ref(&other.magic()) && self.size() == other.size()
                && self.open() == other.open()
        }
    }
    impl<B: __view_Header::Bytes> ::core::cmp::Eq for Header<B> {}
    impl<B: __view_Header::Bytes> ::core::hash::Hash for Header<B> {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(
                ::core::convert::AsRef::<[__view_Header::u8]>::as_ref(&self.magic()),
                state,
            );
            ::core::hash::Hash::hash(&self.size(), state);
            ::core::hash::Hash::hash(&self.open(), state);
        }
    }
    impl ::core::default::Default for Header {
        /// All bytes zero.
        fn default() -> Self {
            Header([0; 11])
        }
    }
    /// The columns of many [`Header`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct HeaderColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: __view_Header::Bytes,
        const RANK: __view_Header::usize,
    > HeaderColumns<__view_Header::TypedView<B, Header, { RANK }>> {
        /// `2s:magic:` of all records.
        #[inline(always)]
        pub fn magic(
            self,
        ) -> __view_Header::TypedView<B, __view_Header::Text<2>, { RANK }> {
            self.0.__field(0)
        }
        /// `I:size:` of all records.
        #[inline(always)]
        pub fn size(
            self,
        ) -> __view_Header::TypedView<
            B,
            __view_Header::Be<__view_Header::u32>,
            { RANK },
        > {
            self.0.__field(2)
        }
        /// `?:open:` of all records.
        #[inline(always)]
        pub fn open(self) -> __view_Header::TypedView<B, __view_Header::Bool, { RANK }> {
            self.0.__field(10)
        }
    }
    #[allow(
        dead_code,
        non_snake_case,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations
    )]
    pub struct HeaderOffsets {
        pub magic: __view_Header::usize,
        pub size: __view_Header::usize,
        pub open: __view_Header::usize,
    }
    #[allow(dead_code)]
    impl Header {
        /// The byte at which each field starts.
        pub const OFFSETS: HeaderOffsets = HeaderOffsets {
            magic: 0,
            size: 2,
            open: 10,
        };
    }
    impl __view_Header::RecordType for Header {
        type By = __view_Header::ByView;
    }
    impl __view_Header::Viewed for Header {
        type Array = [__view_Header::u8; 11];
        type Over<B> = Header<B>;
        type Columns<B> = HeaderColumns<B>;
        const FACTS: __view_Header::Facts = __view_Header::Facts {
            format: <Header>::FORMAT,
            size: 11,
            align: 1,
            fields: &__view_Header::named(
                ["magic", "size", "open"],
                [0, 2, 10],
                [
                    __view_Header::baked::text(2),
                    __view_Header::baked::UINT4_BE,
                    __view_Header::baked::BOOL1,
                ],
            ),
            item: "T{<2s:magic:>I:size:4x?:open:}",
            codes: [__view_Header::Option::None, __view_Header::Option::Some("2sI4x?")],
        };
        #[inline(always)]
        fn over<B>(bytes: B) -> Header<B> {
            Header(bytes)
        }
        #[inline(always)]
        fn columns<B>(view: B) -> HeaderColumns<B> {
            HeaderColumns(view)
        }
        #[inline(always)]
        fn bytes(&self) -> &[__view_Header::u8; 11] {
            &self.0
        }
        fn debug<B: __view_Header::Bytes>(
            bytes: B,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&Header(bytes), f)
        }
    }
    __view_Header::export_record!(Header);
};
