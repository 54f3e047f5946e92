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
    pub const LAYOUT: view_core::__private::Layout = {
        const FIELDS: &[view_core::__private::Field] = &[
            view_core::__private::named(
                "magic",
                0usize,
                view_core::__private::baked::text(2usize),
            ),
            view_core::__private::named(
                "size",
                2usize,
                view_core::__private::baked::UINT4_BE,
            ),
            view_core::__private::named(
                "open",
                10usize,
                view_core::__private::baked::BOOL1,
            ),
        ];
        view_core::__private::Layout::baked(11usize, 1usize, FIELDS)
    };
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
        view_core::__private::Source::<11usize>::exact(bytes).map(Header)
    }
    /** Over the first 11 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_prefix<S: view_core::__private::Source<11usize, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        view_core::__private::Source::<11usize>::prefix(bytes)
            .map(|(bytes, rest)| (Header(bytes), rest))
    }
    /** Over the 11 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_offset<S: view_core::__private::Source<11usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        view_core::__private::Source::<11usize>::at(bytes, offset).map(Header)
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
    pub struct HeaderColumns<B, const RANK: usize = 1>(
        view_core::__private::TypedView<B, Header, { RANK }>,
    );
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: view_core::__private::Bytes, const RANK: usize> HeaderColumns<B, { RANK }> {
        /// `2s:magic:` of all records.
        #[inline(always)]
        pub fn magic(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Text<2usize>,
            { RANK },
        > {
            self.0.__field::<view_core::__private::Text<2usize>>(0usize)
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
            self.0.__field::<view_core::__private::Be<u32>>(2usize)
        }
        /// `?:open:` of all records.
        #[inline(always)]
        pub fn open(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Bool, { RANK }> {
            self.0.__field::<view_core::__private::Bool>(10usize)
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
    impl view_core::__private::Element for Header {
        const SIZE: usize = 11usize;
        type Order = ();
        type Of<'s, B: view_core::__private::Bytes + 's> = Header<B::Part<'s, 11usize>>;
        #[inline(always)]
        fn read<'s, B: view_core::__private::Bytes>(
            bytes: &'s B,
            at: usize,
            _: (),
        ) -> Self::Of<'s, B> {
            Header(bytes.part(at))
        }
        fn accept(layout: &view_core::__private::Layout) -> ::core::option::Option<()> {
            if *layout == <Header>::LAYOUT {
                ::core::option::Option::Some(())
            } else {
                ::core::option::Option::None
            }
        }
        fn describe(
            _: (),
        ) -> (::core::option::Option<&'static str>, view_core::__private::Layout) {
            (::core::option::Option::Some(<Header>::FORMAT), <Header>::LAYOUT)
        }
        fn debug<B: view_core::__private::Bytes>(
            bytes: &B,
            at: usize,
            _: (),
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&Header(bytes.part::<11usize>(at)), f)
        }
    }
    impl view_core::__private::Nested for Header {
        const SIZE: usize = 11usize;
        const KIND: view_core::__private::Kind = view_core::__private::Kind::Record(
            <Header>::LAYOUT,
        );
        const ITEM: &'static str = "T{<2s:magic:>I:size:4x?:open:}";
        const CODES: [::core::option::Option<&'static str>; 2] = [
            ::core::option::Option::None,
            ::core::option::Option::Some("2sI4x?"),
        ];
        type View = Header;
        #[inline]
        fn read<B: view_core::__private::Bytes>(
            bytes: &B,
            at: usize,
        ) -> ::core::result::Result<Self, view_core::__private::UnpackError> {
            ::core::result::Result::Ok(
                Header(view_core::__private::Bytes::load(bytes, at)),
            )
        }
        #[inline]
        fn write<B: view_core::__private::BytesMut>(&self, bytes: &mut B, at: usize) {
            view_core::__private::BytesMut::store(bytes, at, self.0);
        }
    }
    impl view_core::__private::Record for Header {
        const FORMAT: &'static str = <Header>::FORMAT;
        type Columns<B: view_core::__private::Bytes, const RANK: usize> = HeaderColumns<
            B,
            { RANK },
        >;
        type Mut<'s, B: view_core::__private::Bytes + 's> = Header<
            B::PartMut<'s, 11usize>,
        >;
        #[inline(always)]
        fn __columns<B: view_core::__private::Bytes, const RANK: usize>(
            of: view_core::__private::TypedView<B, Self, { RANK }>,
        ) -> HeaderColumns<B, { RANK }> {
            HeaderColumns(of)
        }
        #[inline(always)]
        fn __read_mut<'s, B: view_core::__private::BytesMut>(
            bytes: &'s mut B,
            at: usize,
        ) -> Self::Mut<'s, B> {
            Header(bytes.part_mut(at))
        }
    }
};
