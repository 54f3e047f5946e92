/// A view of the bytes of a [`Tile`].
/**
 `>H:width:(2)h:at:4s:name:`, 10 bytes.

 ```text
    +---------------+-------------------------------+---------------+
  0 | width H       | at (2)h                       | name 4s       |
    +---------------+-------------------------------+---------------+
  8 | (name 4s)     |
    +---------------+
 ```*/
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[repr(transparent)]
pub struct TileView<B = [u8; 10usize]>(B);
#[allow(dead_code)]
impl TileView {
    /// The format.
    pub const FORMAT: &'static str = ">H:width:(2)h:at:4s:name:";
    /// Bytes of one.
    pub const SIZE: usize = 10usize;
    /// Where the fields lie, and what they hold.
    pub const LAYOUT: ::view_core::__private::Layout = ::view_core::__private::layout_of::<
        Self,
    >();
}
#[allow(dead_code)]
impl<B: ::view_core::__private::Bytes> TileView<B> {
    /// Over an array of 10 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    pub const fn new(bytes: B) -> Self
    where
        B: ::view_core::__private::Holds<10usize>,
    {
        TileView(bytes)
    }
    /** Over exactly 10 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    pub fn from_bytes<S: ::view_core::__private::Source<10usize, Array = B>>(
        bytes: S,
    ) -> ::core::result::Result<Self, ::view_core::__private::SizeError> {
        bytes.exact().map(TileView)
    }
    /** Over the first 10 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_prefix<
        S: ::view_core::__private::Source<10usize, Array = B, Rest = R>,
        R,
    >(bytes: S) -> ::core::result::Result<(Self, R), ::view_core::__private::SizeError> {
        bytes.prefix_as(TileView)
    }
    /** Over the 10 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_offset<S: ::view_core::__private::Source<10usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, ::view_core::__private::SizeError> {
        bytes.at(offset).map(TileView)
    }
    /// What holds the bytes.
    #[inline(always)]
    pub fn into_inner(self) -> B {
        self.0
    }
    /// `H:width:` at 0: `u16`, big-endian
    #[inline(always)]
    pub fn width(&self) -> u16 {
        self.0.load_u16_be(0usize)
    }
    /// Sets `H:width:` at 0: `u16`, big-endian
    #[inline(always)]
    pub fn set_width(&mut self, value: u16)
    where
        B: ::view_core::__private::BytesMut,
    {
        self.0.store_u16_be(0usize, value)
    }
    /// `(2)h:at:` at 2: [2] of `i16`
    #[inline(always)]
    pub fn at(
        &self,
    ) -> ::view_core::__private::TypedView<
        B::Part<'_, 4usize>,
        ::view_core::__private::Be<i16>,
        1usize,
    > {
        ::view_core::__private::TypedView::__contiguous(self.0.part(2usize), [2usize])
    }
    /// `(2)h:at:` at 2: [2] of `i16`, to write
    #[inline(always)]
    pub fn at_mut(
        &mut self,
    ) -> ::view_core::__private::TypedView<
        B::PartMut<'_, 4usize>,
        ::view_core::__private::Be<i16>,
        1usize,
    >
    where
        B: ::view_core::__private::BytesMut,
    {
        ::view_core::__private::TypedView::__contiguous(
            self.0.part_mut(2usize),
            [2usize],
        )
    }
    /// `4s:name:` at 6: `&[u8; 4]`
    #[inline(always)]
    pub fn name(&self) -> B::Text<'_, 4usize> {
        self.0.text(6usize)
    }
    /// Sets `4s:name:` at 6: `&[u8; 4]`
    #[inline(always)]
    pub fn set_name(&mut self, value: &[u8; 4usize])
    where
        B: ::view_core::__private::BytesMut,
    {
        self.0.store(6usize, *value)
    }
}
impl<B: ::view_core::__private::Bytes> ::core::fmt::Debug for TileView<B> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_struct("TileView")
            .field("width", &self.width())
            .field("at", &self.at())
            .field("name", &::view_core::__private::Shown(self.name()))
            .finish()
    }
}
const _: () = {
    /// The columns of many [`TileView`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct TileViewColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: ::view_core::__private::Bytes,
        const RANK: usize,
    > TileViewColumns<::view_core::__private::TypedView<B, TileView, { RANK }>> {
        /// `H:width:` of all records.
        #[inline(always)]
        pub fn width(
            self,
        ) -> ::view_core::__private::TypedView<
            B,
            ::view_core::__private::Be<u16>,
            { RANK },
        > {
            self.0.__field(0usize)
        }
        /// `4s:name:` of all records.
        #[inline(always)]
        pub fn name(
            self,
        ) -> ::view_core::__private::TypedView<
            B,
            ::view_core::__private::Text<4usize>,
            { RANK },
        > {
            self.0.__field(6usize)
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: ::view_core::__private::Bytes,
    > TileViewColumns<::view_core::__private::TypedView<B, TileView, 1usize>> {
        /// `(2)h:at:` of all records.
        #[inline(always)]
        pub fn at(
            self,
        ) -> ::view_core::__private::TypedView<
            B,
            ::view_core::__private::Be<i16>,
            2usize,
        > {
            self.0
                .__field_array::<
                    ::view_core::__private::Be<i16>,
                    1usize,
                    2usize,
                >(2usize, [2usize])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: ::view_core::__private::Bytes,
    > TileViewColumns<::view_core::__private::TypedView<B, TileView, 2usize>> {
        /// `(2)h:at:` of all records.
        #[inline(always)]
        pub fn at(
            self,
        ) -> ::view_core::__private::TypedView<
            B,
            ::view_core::__private::Be<i16>,
            3usize,
        > {
            self.0
                .__field_array::<
                    ::view_core::__private::Be<i16>,
                    1usize,
                    3usize,
                >(2usize, [2usize])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: ::view_core::__private::Bytes,
    > TileViewColumns<::view_core::__private::TypedView<B, TileView, 3usize>> {
        /// `(2)h:at:` of all records.
        #[inline(always)]
        pub fn at(
            self,
        ) -> ::view_core::__private::TypedView<
            B,
            ::view_core::__private::Be<i16>,
            4usize,
        > {
            self.0
                .__field_array::<
                    ::view_core::__private::Be<i16>,
                    1usize,
                    4usize,
                >(2usize, [2usize])
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
        pub width: usize,
        pub at: usize,
        pub name: usize,
    }
    #[allow(dead_code)]
    impl TileView {
        /// The byte at which each field starts.
        pub const OFFSETS: Offsets = Offsets {
            width: 0usize,
            at: 2usize,
            name: 6usize,
        };
    }
    impl ::view_core::__private::RecordType for TileView {
        type By = ::view_core::__private::ByView;
    }
    impl ::view_core::__private::Viewed for TileView {
        type Array = [u8; 10usize];
        type Over<B> = TileView<B>;
        type Columns<B> = TileViewColumns<B>;
        const FACTS: ::view_core::__private::Facts = ::view_core::__private::Facts {
            format: <TileView>::FORMAT,
            size: 10usize,
            align: 1usize,
            fields: &[
                ::view_core::__private::Field::baked(
                    ::core::option::Option::Some("width"),
                    0usize,
                    ::view_core::__private::Kind::Scalar(
                        ::view_core::__private::baked::UINT2_BE,
                    ),
                    1usize,
                    &[],
                ),
                ::view_core::__private::Field::baked(
                    ::core::option::Option::Some("at"),
                    2usize,
                    ::view_core::__private::Kind::Scalar(
                        ::view_core::__private::baked::INT2_BE,
                    ),
                    1usize,
                    &[2usize],
                ),
                ::view_core::__private::Field::baked(
                    ::core::option::Option::Some("name"),
                    6usize,
                    ::view_core::__private::Kind::Scalar(
                        ::view_core::__private::baked::text(4usize),
                    ),
                    1usize,
                    &[],
                ),
            ],
            item: "T{>H:width:(2)h:at:4s:name:}",
            codes: [::core::option::Option::None, ::core::option::Option::Some("H2h4s")],
        };
        #[inline(always)]
        fn over<B>(bytes: B) -> TileView<B> {
            TileView(bytes)
        }
        #[inline(always)]
        fn columns<B>(view: B) -> TileViewColumns<B> {
            TileViewColumns(view)
        }
        #[inline(always)]
        fn bytes(&self) -> &[u8; 10usize] {
            &self.0
        }
        fn debug<B: ::view_core::__private::Bytes>(
            bytes: B,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&TileView(bytes), f)
        }
    }
    ::view_core::__private::export_record!(TileView);
};
#[allow(dead_code)]
impl Tile {
    /// The format.
    pub const FORMAT: &'static str = <TileView>::FORMAT;
    /// Bytes of one.
    pub const SIZE: usize = 10usize;
    /// Where the fields lie, and what they hold.
    pub const LAYOUT: ::view_core::__private::Layout = ::view_core::__private::layout_of::<
        TileView,
    >();
    /// The format without names and nesting, as Python's `struct` reads it.
    pub const STRUCT_FORMAT: &'static str = ">H2h4s";
    /** The values in exactly 10 bytes.

 # Errors
 Where there are fewer or more, or a field does not take what it finds.*/
    #[inline]
    pub fn unpack<S: ::view_core::__private::Source<10usize>>(
        bytes: S,
    ) -> ::core::result::Result<Self, ::view_core::__private::UnpackError> {
        ::view_core::__private::unpack_exact(bytes)
    }
    /** The values in the 10 bytes from `offset` on.

 # Errors
 Where there are fewer, or a field does not take what it finds.*/
    #[inline]
    pub fn unpack_from<S: ::view_core::__private::Source<10usize>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, ::view_core::__private::UnpackError> {
        ::view_core::__private::unpack_at(bytes, offset)
    }
    /// The values as 10 bytes. Padding is zero.
    #[inline]
    pub fn pack(&self) -> [u8; 10usize] {
        ::view_core::__private::pack(self)
    }
    /** Writes the values to the first 10 bytes. Padding becomes zero.

 # Errors
 Where there are fewer bytes; then nothing is written.*/
    #[inline]
    pub fn pack_into(
        &self,
        bytes: &mut [u8],
    ) -> ::core::result::Result<(), ::view_core::__private::SizeError> {
        ::view_core::__private::pack_into::<_, 10usize>(self, bytes)
    }
    /** A view of exactly 10 bytes, no values read. It writes where the bytes can be written.

 # Errors
 Where there are fewer or more.*/
    #[inline]
    pub fn view<
        S: ::view_core::__private::Source<10usize, Array = B>,
        B: ::view_core::__private::Bytes,
    >(
        bytes: S,
    ) -> ::core::result::Result<TileView<B>, ::view_core::__private::SizeError> {
        TileView::from_bytes(bytes)
    }
    /** A view of exactly 10 bytes, to write.

 # Errors
 Where there are fewer or more.*/
    #[inline]
    pub fn view_mut<
        S: ::view_core::__private::Source<10usize, Array = B>,
        B: ::view_core::__private::BytesMut,
    >(
        bytes: S,
    ) -> ::core::result::Result<TileView<B>, ::view_core::__private::SizeError> {
        TileView::from_bytes(bytes)
    }
}
impl ::view_core::__private::RecordType for Tile {
    type By = ::view_core::__private::ByValue;
}
impl ::view_core::__private::Values for Tile {
    type View = TileView;
    type Of = Self;
    #[inline]
    fn read<B: ::view_core::__private::Bytes>(
        bytes: &B,
        at: usize,
    ) -> ::core::result::Result<Self, ::view_core::__private::UnpackError> {
        ::core::result::Result::Ok(Tile {
            width: ::view_core::__private::Bytes::load_u16_be(bytes, at + 0usize),
            at: ::core::array::from_fn(|i0| ::view_core::__private::Bytes::load_i16_be(
                bytes,
                at + 2usize + (i0) * 2usize,
            )),
            name: ::view_core::__private::Bytes::load::<4usize>(bytes, at + 6usize),
        })
    }
    #[inline]
    fn write<B: ::view_core::__private::BytesMut>(&self, bytes: &mut B, at: usize) {
        ::view_core::__private::BytesMut::store_u16_be(bytes, at + 0usize, self.width);
        {
            let item: [i16; 2usize] = self.at;
            for (i0, item) in ::core::iter::Iterator::enumerate(
                ::core::iter::IntoIterator::into_iter(item),
            ) {
                ::view_core::__private::BytesMut::store_i16_be(
                    bytes,
                    at + 2usize + (i0) * 2usize,
                    item,
                );
            }
        }
        {
            let item: [u8; 4usize] = self.name;
            ::view_core::__private::BytesMut::store(bytes, at + 6usize, item);
        }
    }
}
