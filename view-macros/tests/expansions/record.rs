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
pub struct Header<B = [u8; 11usize]>(B);
#[allow(dead_code)]
impl Header {
    /// The format.
    pub const FORMAT: &'static str = "<2s:magic: >I:size: 4x ?:open:";
    /// Bytes of one.
    pub const SIZE: usize = 11usize;
    /// Where the fields lie, and what they hold.
    pub const LAYOUT: view_core::__private::Layout = view_core::__private::layout_of::<
        Self,
    >();
}
#[allow(dead_code)]
impl<B: view_core::__private::Bytes> Header<B> {
    /// Over an array of 11 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    pub const fn new(bytes: B) -> Self
    where
        B: view_core::__private::Holds<11usize>,
    {
        Header(bytes)
    }
    /** Over exactly 11 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    pub fn from_bytes<S: view_core::__private::Source<11usize, Array = B>>(
        bytes: S,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        bytes.exact().map(Header)
    }
    /** Over the first 11 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_prefix<S: view_core::__private::Source<11usize, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        bytes.prefix_as(Header)
    }
    /** Over the 11 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_offset<S: view_core::__private::Source<11usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        bytes.at(offset).map(Header)
    }
    /// What holds the bytes.
    #[inline(always)]
    pub fn into_inner(self) -> B {
        self.0
    }
    /// `2s:magic:` at 0: `&[u8; 2]`
    #[inline(always)]
    pub fn magic(&self) -> B::Text<'_, 2usize> {
        self.0.text(0usize)
    }
    /// Sets `2s:magic:` at 0: `&[u8; 2]`
    #[inline(always)]
    pub fn set_magic(&mut self, value: &[u8; 2usize])
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store(0usize, *value)
    }
    /// `I:size:` at 2: `u32`, big-endian
    #[inline(always)]
    pub fn size(&self) -> u32 {
        self.0.load_u32_be(2usize)
    }
    /// Sets `I:size:` at 2: `u32`, big-endian
    #[inline(always)]
    pub fn set_size(&mut self, value: u32)
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store_u32_be(2usize, value)
    }
    /// `?:open:` at 10: `bool`
    #[inline(always)]
    pub fn open(&self) -> bool {
        self.0.load_bool(10usize)
    }
    /// Sets `?:open:` at 10: `bool`
    #[inline(always)]
    pub fn set_open(&mut self, value: bool)
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store_bool(10usize, value)
    }
}
impl<B: view_core::__private::Bytes> ::core::fmt::Debug for Header<B> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("Header")
            .field("magic", &view_core::__private::Shown(self.magic()))
            .field("size", &self.size())
            .field("open", &self.open())
            .finish()
    }
}
impl<
    B: view_core::__private::Bytes,
    C: view_core::__private::Bytes,
> ::core::cmp::PartialEq<Header<C>> for Header<B> {
    fn eq(&self, other: &Header<C>) -> bool {
        true
            && ::core::convert::AsRef::<[u8]>::as_ref(&self.magic())
                == ::core::convert::AsRef::<[u8]>::as_ref(&other.magic())
            && self.size() == other.size() && self.open() == other.open()
    }
}
impl<B: view_core::__private::Bytes> ::core::cmp::Eq for Header<B> {}
impl<B: view_core::__private::Bytes> ::core::hash::Hash for Header<B> {
    fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
        ::core::hash::Hash::hash(
            ::core::convert::AsRef::<[u8]>::as_ref(&self.magic()),
            state,
        );
        ::core::hash::Hash::hash(&self.size(), state);
        ::core::hash::Hash::hash(&self.open(), state);
    }
}
impl ::core::default::Default for Header {
    /// All bytes zero.
    fn default() -> Self {
        Header([0; 11usize])
    }
}
const _: () = {
    /// The columns of many [`Header`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct HeaderColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
        const RANK: usize,
    > HeaderColumns<view_core::__private::TypedView<B, Header, { RANK }>> {
        /// `2s:magic:` of all records.
        #[inline(always)]
        pub fn magic(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Text<2usize>,
            { RANK },
        > {
            self.0.__field(0usize)
        }
        /// `I:size:` of all records.
        #[inline(always)]
        pub fn size(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Be<u32>,
            { RANK },
        > {
            self.0.__field(2usize)
        }
        /// `?:open:` of all records.
        #[inline(always)]
        pub fn open(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Bool, { RANK }> {
            self.0.__field(10usize)
        }
    }
    #[allow(
        dead_code,
        non_snake_case,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations
    )]
    pub struct Offsets {
        pub magic: usize,
        pub size: usize,
        pub open: usize,
    }
    #[allow(dead_code)]
    impl Header {
        /// The byte at which each field starts.
        pub const OFFSETS: Offsets = Offsets {
            magic: 0usize,
            size: 2usize,
            open: 10usize,
        };
    }
    impl view_core::__private::RecordType for Header {
        type By = view_core::__private::ByView;
    }
    impl view_core::__private::Viewed for Header {
        type Array = [u8; 11usize];
        type Over<B> = Header<B>;
        type Columns<B> = HeaderColumns<B>;
        const FACTS: view_core::__private::Facts = view_core::__private::Facts {
            format: <Header>::FORMAT,
            size: 11usize,
            align: 1usize,
            fields: &view_core::__private::named(
                ["magic", "size", "open"],
                [0usize, 2usize, 10usize],
                [
                    view_core::__private::baked::text(2usize),
                    view_core::__private::baked::UINT4_BE,
                    view_core::__private::baked::BOOL1,
                ],
            ),
            item: "T{<2s:magic:>I:size:4x?:open:}",
            codes: [::core::option::Option::None, ::core::option::Option::Some("2sI4x?")],
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
        fn bytes(&self) -> &[u8; 11usize] {
            &self.0
        }
        fn debug<B: view_core::__private::Bytes>(
            bytes: B,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&Header(bytes), f)
        }
    }
    view_core::__private::export_record!(Header);
};
