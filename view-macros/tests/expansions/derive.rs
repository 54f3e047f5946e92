use ::view_core::__private as __view_Tile;
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
pub struct TileView<B = [__view_Tile::u8; 10]>(B);
#[allow(dead_code)]
impl TileView {
    /// The format.
    pub const FORMAT: &'static __view_Tile::str = ">H:width:(2)h:at:4s:name:";
    /// Bytes of one.
    pub const SIZE: __view_Tile::usize = 10;
    /// Where the fields lie, and what they hold.
    pub const LAYOUT: __view_Tile::Layout = __view_Tile::layout_of::<Self>();
}
#[allow(dead_code)]
impl<B: __view_Tile::Bytes> TileView<B> {
    /// Over an array of 10 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    pub const fn new(bytes: B) -> Self
    where
        B: __view_Tile::Holds<10>,
    {
        TileView(bytes)
    }
    /** Over exactly 10 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    pub fn from_bytes<S: __view_Tile::Source<10, Array = B>>(
        bytes: S,
    ) -> __view_Tile::Result<Self, __view_Tile::SizeError> {
        bytes.exact().map(TileView)
    }
    /** Over the first 10 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_prefix<S: __view_Tile::Source<10, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> __view_Tile::Result<(Self, R), __view_Tile::SizeError> {
        bytes.prefix_as(TileView)
    }
    /** Over the 10 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    pub fn from_offset<S: __view_Tile::Source<10, Array = B>>(
        bytes: S,
        offset: __view_Tile::usize,
    ) -> __view_Tile::Result<Self, __view_Tile::SizeError> {
        bytes.at(offset).map(TileView)
    }
    /// What holds the bytes.
    #[inline(always)]
    pub fn into_inner(self) -> B {
        self.0
    }
    /// `H:width:` at 0: `u16`, big-endian
    #[inline(always)]
    pub fn width(&self) -> __view_Tile::u16 {
        self.0.load_u16_be(0)
    }
    /// Sets `H:width:` at 0: `u16`, big-endian
    #[inline(always)]
    pub fn set_width(&mut self, value: __view_Tile::u16)
    where
        B: __view_Tile::BytesMut,
    {
        self.0.store_u16_be(0, value)
    }
    /// `(2)h:at:` at 2: [2] of `i16`
    #[inline(always)]
    pub fn at(
        &self,
    ) -> __view_Tile::TypedView<B::Part<'_, 4>, __view_Tile::Be<__view_Tile::i16>, 1> {
        __view_Tile::TypedView::__contiguous(self.0.part(2), [2])
    }
    /// `(2)h:at:` at 2: [2] of `i16`, to write
    #[inline(always)]
    pub fn at_mut(
        &mut self,
    ) -> __view_Tile::TypedView<B::PartMut<'_, 4>, __view_Tile::Be<__view_Tile::i16>, 1>
    where
        B: __view_Tile::BytesMut,
    {
        __view_Tile::TypedView::__contiguous(self.0.part_mut(2), [2])
    }
    /// `4s:name:` at 6: `&[u8; 4]`
    #[inline(always)]
    pub fn name(&self) -> B::Text<'_, 4> {
        self.0.text(6)
    }
    /// Sets `4s:name:` at 6: `&[u8; 4]`
    #[inline(always)]
    pub fn set_name(&mut self, value: &[__view_Tile::u8; 4])
    where
        B: __view_Tile::BytesMut,
    {
        self.0.store(6, *value)
    }
}
#[allow(dead_code)]
impl Tile {
    /// The format.
    pub const FORMAT: &'static __view_Tile::str = <TileView>::FORMAT;
    /// Bytes of one.
    pub const SIZE: __view_Tile::usize = 10;
    /// Where the fields lie, and what they hold.
    pub const LAYOUT: __view_Tile::Layout = __view_Tile::layout_of::<TileView>();
    /// The format without names and nesting, as Python's `struct` reads it.
    pub const STRUCT_FORMAT: &'static __view_Tile::str = ">H2h4s";
    /** The values in exactly 10 bytes.

 # Errors
 Where there are fewer or more, or a field does not take what it finds.*/
    #[inline]
    pub fn unpack<S: __view_Tile::Source<10>>(
        bytes: S,
    ) -> __view_Tile::Result<Self, __view_Tile::UnpackError> {
        __view_Tile::unpack_exact(bytes)
    }
    /** The values in the 10 bytes from `offset` on.

 # Errors
 Where there are fewer, or a field does not take what it finds.*/
    #[inline]
    pub fn unpack_from<S: __view_Tile::Source<10>>(
        bytes: S,
        offset: __view_Tile::usize,
    ) -> __view_Tile::Result<Self, __view_Tile::UnpackError> {
        __view_Tile::unpack_at(bytes, offset)
    }
    /// The values as 10 bytes. Padding is zero.
    #[inline]
    pub fn pack(&self) -> [__view_Tile::u8; 10] {
        __view_Tile::pack(self)
    }
    /** Writes the values to the first 10 bytes. Padding becomes zero.

 # Errors
 Where there are fewer bytes; then nothing is written.*/
    #[inline]
    pub fn pack_into(
        &self,
        bytes: &mut [__view_Tile::u8],
    ) -> __view_Tile::Result<(), __view_Tile::SizeError> {
        __view_Tile::pack_into::<_, 10>(self, bytes)
    }
    /** A view of exactly 10 bytes, no values read. It writes where the bytes can be written.

 # Errors
 Where there are fewer or more.*/
    #[inline]
    pub fn view<S: __view_Tile::Source<10, Array = B>, B: __view_Tile::Bytes>(
        bytes: S,
    ) -> __view_Tile::Result<TileView<B>, __view_Tile::SizeError> {
        TileView::from_bytes(bytes)
    }
    /** A view of exactly 10 bytes, to write.

 # Errors
 Where there are fewer or more.*/
    #[inline]
    pub fn view_mut<S: __view_Tile::Source<10, Array = B>, B: __view_Tile::BytesMut>(
        bytes: S,
    ) -> __view_Tile::Result<TileView<B>, __view_Tile::SizeError> {
        TileView::from_bytes(bytes)
    }
}
const _: () = {
    impl<B: __view_Tile::Bytes> ::core::fmt::Debug for TileView<B> {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.debug_struct("TileView")
                .field("width", &self.width())
                .field("at", &self.at())
                .field("name", &__view_Tile::Shown(self.name()))
                .finish()
        }
    }
    /// The columns of many [`TileView`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct TileViewColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: __view_Tile::Bytes,
        const RANK: __view_Tile::usize,
    > TileViewColumns<__view_Tile::TypedView<B, TileView, { RANK }>> {
        /// `H:width:` of all records.
        #[inline(always)]
        pub fn width(
            self,
        ) -> __view_Tile::TypedView<B, __view_Tile::Be<__view_Tile::u16>, { RANK }> {
            self.0.__field(0)
        }
        /// `4s:name:` of all records.
        #[inline(always)]
        pub fn name(self) -> __view_Tile::TypedView<B, __view_Tile::Text<4>, { RANK }> {
            self.0.__field(6)
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: __view_Tile::Bytes> TileViewColumns<__view_Tile::TypedView<B, TileView, 1>> {
        /// `(2)h:at:` of all records.
        #[inline(always)]
        pub fn at(
            self,
        ) -> __view_Tile::TypedView<B, __view_Tile::Be<__view_Tile::i16>, 2> {
            self.0.__field_array::<__view_Tile::Be<__view_Tile::i16>, 1, 2>(2, [2])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: __view_Tile::Bytes> TileViewColumns<__view_Tile::TypedView<B, TileView, 2>> {
        /// `(2)h:at:` of all records.
        #[inline(always)]
        pub fn at(
            self,
        ) -> __view_Tile::TypedView<B, __view_Tile::Be<__view_Tile::i16>, 3> {
            self.0.__field_array::<__view_Tile::Be<__view_Tile::i16>, 1, 3>(2, [2])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: __view_Tile::Bytes> TileViewColumns<__view_Tile::TypedView<B, TileView, 3>> {
        /// `(2)h:at:` of all records.
        #[inline(always)]
        pub fn at(
            self,
        ) -> __view_Tile::TypedView<B, __view_Tile::Be<__view_Tile::i16>, 4> {
            self.0.__field_array::<__view_Tile::Be<__view_Tile::i16>, 1, 4>(2, [2])
        }
    }
    #[allow(
        dead_code,
        non_snake_case,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations
    )]
    pub struct TileViewOffsets {
        pub width: __view_Tile::usize,
        pub at: __view_Tile::usize,
        pub name: __view_Tile::usize,
    }
    #[allow(dead_code)]
    impl TileView {
        /// The byte at which each field starts.
        pub const OFFSETS: TileViewOffsets = TileViewOffsets {
            width: 0,
            at: 2,
            name: 6,
        };
    }
    impl __view_Tile::RecordType for TileView {
        type By = __view_Tile::ByView;
    }
    impl __view_Tile::Viewed for TileView {
        type Array = [__view_Tile::u8; 10];
        type Over<B> = TileView<B>;
        type Columns<B> = TileViewColumns<B>;
        const FACTS: __view_Tile::Facts = __view_Tile::Facts {
            format: <TileView>::FORMAT,
            size: 10,
            align: 1,
            fields: &[
                __view_Tile::Field::baked(
                    __view_Tile::Option::Some("width"),
                    0,
                    __view_Tile::Kind::Scalar(__view_Tile::baked::UINT2_BE),
                    1,
                    &[],
                ),
                __view_Tile::Field::baked(
                    __view_Tile::Option::Some("at"),
                    2,
                    __view_Tile::Kind::Scalar(__view_Tile::baked::INT2_BE),
                    1,
                    &[2],
                ),
                __view_Tile::Field::baked(
                    __view_Tile::Option::Some("name"),
                    6,
                    __view_Tile::Kind::Scalar(__view_Tile::baked::text(4)),
                    1,
                    &[],
                ),
            ],
            item: "T{>H:width:(2)h:at:4s:name:}",
            codes: [__view_Tile::Option::None, __view_Tile::Option::Some("H2h4s")],
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
        fn bytes(&self) -> &[__view_Tile::u8; 10] {
            &self.0
        }
        fn debug<B: __view_Tile::Bytes>(
            bytes: B,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::core::fmt::Debug::fmt(&TileView(bytes), f)
        }
    }
    __view_Tile::export_record!(TileView);
    impl __view_Tile::RecordType for Tile {
        type By = __view_Tile::ByValue;
    }
    impl __view_Tile::Values for Tile {
        type View = TileView;
        type Of = Self;
        #[inline]
        fn read<B: __view_Tile::Bytes>(
            bytes: &B,
            at: __view_Tile::usize,
        ) -> __view_Tile::Result<Self, __view_Tile::UnpackError> {
            __view_Tile::Result::Ok(Tile {
                width: __view_Tile::Bytes::load_u16_be(bytes, at + 0),
                at: ::core::array::from_fn(|i0| __view_Tile::Bytes::load_i16_be(
                    bytes,
                    at + 2 + (i0) * 2,
                )),
                name: __view_Tile::Bytes::load::<4>(bytes, at + 6),
            })
        }
        #[inline]
        fn write<B: __view_Tile::BytesMut>(
            &self,
            bytes: &mut B,
            at: __view_Tile::usize,
        ) {
            __view_Tile::BytesMut::store_u16_be(bytes, at + 0, self.width);
            {
                let item: [__view_Tile::i16; 2] = self.at;
                for (i0, item) in ::core::iter::Iterator::enumerate(
                    ::core::iter::IntoIterator::into_iter(item),
                ) {
                    __view_Tile::BytesMut::store_i16_be(bytes, at + 2 + (i0) * 2, item);
                }
            }
            __view_Tile::BytesMut::store(bytes, at + 6, self.name);
        }
    }
};
