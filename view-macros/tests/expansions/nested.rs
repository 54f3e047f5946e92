use view_core::__private as __view_Line;
/// A record inside [`Line`].
/**
 `T{h:x: h:y:}`, 4 bytes.

 ```text
    +---------------+---------------+
  0 | x h           | y h           |
    +---------------+---------------+
 ```*/
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[repr(transparent)]
struct LineFrom<B = [__view_Line::u8; 4]>(B);
#[allow(dead_code)]
impl LineFrom {
    /// The format.
    const FORMAT: &'static __view_Line::str = "<h:x:h:y:";
    /// Bytes of one.
    const SIZE: __view_Line::usize = 4;
    /// Where the fields lie, and what they hold.
    const LAYOUT: __view_Line::Layout = __view_Line::layout_of::<Self>();
}
#[allow(dead_code)]
impl<B: __view_Line::Bytes> LineFrom<B> {
    /// Over an array of 4 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    const fn new(bytes: B) -> Self
    where
        B: __view_Line::Holds<4>,
    {
        LineFrom(bytes)
    }
    /** Over exactly 4 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    fn from_bytes<S: __view_Line::Source<4, Array = B>>(
        bytes: S,
    ) -> __view_Line::Result<Self, __view_Line::SizeError> {
        bytes.exact().map(LineFrom)
    }
    /** Over the first 4 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<S: __view_Line::Source<4, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> __view_Line::Result<(Self, R), __view_Line::SizeError> {
        bytes.prefix_as(LineFrom)
    }
    /** Over the 4 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<S: __view_Line::Source<4, Array = B>>(
        bytes: S,
        offset: __view_Line::usize,
    ) -> __view_Line::Result<Self, __view_Line::SizeError> {
        bytes.at(offset).map(LineFrom)
    }
    /// What holds the bytes.
    #[inline(always)]
    fn into_inner(self) -> B {
        self.0
    }
    /// `h:x:` at 0: `i16`, little-endian
    #[inline(always)]
    fn x(&self) -> __view_Line::i16 {
        self.0.load_i16_le(0)
    }
    /// Sets `h:x:` at 0: `i16`, little-endian
    #[inline(always)]
    fn set_x(&mut self, value: __view_Line::i16)
    where
        B: __view_Line::BytesMut,
    {
        self.0.store_i16_le(0, value)
    }
    /// `h:y:` at 2: `i16`, little-endian
    #[inline(always)]
    fn y(&self) -> __view_Line::i16 {
        self.0.load_i16_le(2)
    }
    /// Sets `h:y:` at 2: `i16`, little-endian
    #[inline(always)]
    fn set_y(&mut self, value: __view_Line::i16)
    where
        B: __view_Line::BytesMut,
    {
        self.0.store_i16_le(2, value)
    }
}
/**
 `<T{h:x: h:y:}:from: (2,3)f:m: =I:own: 5p:name:`, 37 bytes.

 ```text
    +---------------+---------------+-------------------------------+
  0 | from.x h      | from.y h      | m (2,3)f                      |
    +---------------+---------------+                               |
  8 |                                                               |
    |                                                               |
 16 |                                                               |
    |                               +-------------------------------+
 24 |                               | own I                         |
    +-------------------------------+-------+-----------------------+
 32 | name 5p                               |
    +---------------------------------------+
 ```*/
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[repr(transparent)]
struct Line<B = [__view_Line::u8; 37]>(B);
#[allow(dead_code)]
impl Line {
    /// The format.
    const FORMAT: &'static __view_Line::str = "<T{h:x: h:y:}:from: (2,3)f:m: =I:own: 5p:name:";
    /// Bytes of one.
    const SIZE: __view_Line::usize = 37;
    /// Where the fields lie, and what they hold.
    const LAYOUT: __view_Line::Layout = __view_Line::layout_of::<Self>();
}
#[allow(dead_code)]
impl<B: __view_Line::Bytes> Line<B> {
    /// Over an array of 37 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    const fn new(bytes: B) -> Self
    where
        B: __view_Line::Holds<37>,
    {
        Line(bytes)
    }
    /** Over exactly 37 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    fn from_bytes<S: __view_Line::Source<37, Array = B>>(
        bytes: S,
    ) -> __view_Line::Result<Self, __view_Line::SizeError> {
        bytes.exact().map(Line)
    }
    /** Over the first 37 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<S: __view_Line::Source<37, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> __view_Line::Result<(Self, R), __view_Line::SizeError> {
        bytes.prefix_as(Line)
    }
    /** Over the 37 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<S: __view_Line::Source<37, Array = B>>(
        bytes: S,
        offset: __view_Line::usize,
    ) -> __view_Line::Result<Self, __view_Line::SizeError> {
        bytes.at(offset).map(Line)
    }
    /// What holds the bytes.
    #[inline(always)]
    fn into_inner(self) -> B {
        self.0
    }
    /// `T{h:x: h:y:}:from:` at 0: [`LineFrom`]
    #[inline(always)]
    fn from(&self) -> LineFrom<B::Part<'_, 4>> {
        LineFrom(self.0.part(0))
    }
    /// `T{h:x: h:y:}:from:` at 0: [`LineFrom`], to write
    #[inline(always)]
    fn from_mut(&mut self) -> LineFrom<B::PartMut<'_, 4>>
    where
        B: __view_Line::BytesMut,
    {
        LineFrom(self.0.part_mut(0))
    }
    /// `(2,3)f:m:` at 4: [2, 3] of `f32`
    #[inline(always)]
    fn m(
        &self,
    ) -> __view_Line::TypedView<B::Part<'_, 24>, __view_Line::Le<__view_Line::f32>, 2> {
        __view_Line::TypedView::__contiguous(self.0.part(4), [2, 3])
    }
    /// `(2,3)f:m:` at 4: [2, 3] of `f32`, to write
    #[inline(always)]
    fn m_mut(
        &mut self,
    ) -> __view_Line::TypedView<B::PartMut<'_, 24>, __view_Line::Le<__view_Line::f32>, 2>
    where
        B: __view_Line::BytesMut,
    {
        __view_Line::TypedView::__contiguous(self.0.part_mut(4), [2, 3])
    }
    /// `I:own:` at 28: `u32`, in the target's byte order
    #[inline(always)]
    fn own(&self) -> __view_Line::u32 {
        <__view_Line::u32>::from_ne_bytes(self.0.load(28))
    }
    /// Sets `I:own:` at 28: `u32`, in the target's byte order
    #[inline(always)]
    fn set_own(&mut self, value: __view_Line::u32)
    where
        B: __view_Line::BytesMut,
    {
        self.0.store(28, value.to_ne_bytes())
    }
    /// `5p:name:` at 32: `Pascal string of at most 4 bytes`
    #[inline(always)]
    fn name(&self) -> __view_Line::PascalText<B::Text<'_, 5>> {
        __view_Line::PascalText::new(self.0.text(32))
    }
    /// Sets `5p:name:` at 32: `Pascal string of at most 4 bytes`
    #[inline(always)]
    fn set_name(&mut self, value: &[__view_Line::u8])
    where
        B: __view_Line::BytesMut,
    {
        self.0.store(32, __view_Line::pascal_bytes::<5>(value))
    }
}
const _: () = {
    /// The columns of many [`LineFrom`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct LineFromColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: __view_Line::Bytes,
        const RANK: __view_Line::usize,
    > LineFromColumns<__view_Line::TypedView<B, LineFrom, { RANK }>> {
        /// `h:x:` of all records.
        #[inline(always)]
        pub fn x(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Le<__view_Line::i16>, { RANK }> {
            self.0.__field(0)
        }
        /// `h:y:` of all records.
        #[inline(always)]
        pub fn y(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Le<__view_Line::i16>, { RANK }> {
            self.0.__field(2)
        }
    }
    #[allow(
        dead_code,
        non_snake_case,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations
    )]
    pub struct LineFromOffsets {
        pub x: __view_Line::usize,
        pub y: __view_Line::usize,
    }
    #[allow(dead_code)]
    impl LineFrom {
        /// The byte at which each field starts.
        const OFFSETS: LineFromOffsets = LineFromOffsets { x: 0, y: 2 };
    }
    impl __view_Line::RecordType for LineFrom {
        type By = __view_Line::ByView;
    }
    impl __view_Line::Viewed for LineFrom {
        type Array = [__view_Line::u8; 4];
        type Over<B> = LineFrom<B>;
        type Columns<B> = LineFromColumns<B>;
        const FACTS: __view_Line::Facts = __view_Line::Facts {
            format: <LineFrom>::FORMAT,
            size: 4,
            align: 1,
            fields: &__view_Line::named(
                ["x", "y"],
                [0, 2],
                [__view_Line::baked::INT2_LE, __view_Line::baked::INT2_LE],
            ),
            item: "T{<h:x:h:y:}",
            codes: [__view_Line::Option::Some("hh"), __view_Line::Option::None],
        };
        #[inline(always)]
        fn over<B>(bytes: B) -> LineFrom<B> {
            LineFrom(bytes)
        }
        #[inline(always)]
        fn columns<B>(view: B) -> LineFromColumns<B> {
            LineFromColumns(view)
        }
        #[inline(always)]
        fn bytes(&self) -> &[__view_Line::u8; 4] {
            &self.0
        }
    }
    __view_Line::export_record!(LineFrom);
    /// The columns of many [`Line`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct LineColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: __view_Line::Bytes,
        const RANK: __view_Line::usize,
    > LineColumns<__view_Line::TypedView<B, Line, { RANK }>> {
        /// `T{h:x: h:y:}:from:` of all records.
        #[inline(always)]
        pub fn from(self) -> __view_Line::TypedView<B, LineFrom, { RANK }> {
            self.0.__field(0)
        }
        /// `I:own:` of all records.
        #[inline(always)]
        pub fn own(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Ne<__view_Line::u32>, { RANK }> {
            self.0.__field(28)
        }
        /// `5p:name:` of all records.
        #[inline(always)]
        pub fn name(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Pascal<5>, { RANK }> {
            self.0.__field(32)
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: __view_Line::Bytes> LineColumns<__view_Line::TypedView<B, Line, 1>> {
        /// `(2,3)f:m:` of all records.
        #[inline(always)]
        pub fn m(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Le<__view_Line::f32>, 3> {
            self.0.__field_array::<__view_Line::Le<__view_Line::f32>, 2, 3>(4, [2, 3])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: __view_Line::Bytes> LineColumns<__view_Line::TypedView<B, Line, 2>> {
        /// `(2,3)f:m:` of all records.
        #[inline(always)]
        pub fn m(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Le<__view_Line::f32>, 4> {
            self.0.__field_array::<__view_Line::Le<__view_Line::f32>, 2, 4>(4, [2, 3])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: __view_Line::Bytes> LineColumns<__view_Line::TypedView<B, Line, 3>> {
        /// `(2,3)f:m:` of all records.
        #[inline(always)]
        pub fn m(
            self,
        ) -> __view_Line::TypedView<B, __view_Line::Le<__view_Line::f32>, 5> {
            self.0.__field_array::<__view_Line::Le<__view_Line::f32>, 2, 5>(4, [2, 3])
        }
    }
    #[allow(
        dead_code,
        non_snake_case,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations
    )]
    pub struct LineOffsets {
        pub from: __view_Line::usize,
        pub m: __view_Line::usize,
        pub own: __view_Line::usize,
        pub name: __view_Line::usize,
    }
    #[allow(dead_code)]
    impl Line {
        /// The byte at which each field starts.
        const OFFSETS: LineOffsets = LineOffsets {
            from: 0,
            m: 4,
            own: 28,
            name: 32,
        };
    }
    impl __view_Line::RecordType for Line {
        type By = __view_Line::ByView;
    }
    impl __view_Line::Viewed for Line {
        type Array = [__view_Line::u8; 37];
        type Over<B> = Line<B>;
        type Columns<B> = LineColumns<B>;
        const FACTS: __view_Line::Facts = __view_Line::Facts {
            format: <Line>::FORMAT,
            size: 37,
            align: 1,
            fields: &[
                __view_Line::Field::baked(
                    __view_Line::Option::Some("from"),
                    0,
                    __view_Line::Kind::Record(<LineFrom>::LAYOUT),
                    1,
                    &[],
                ),
                __view_Line::Field::baked(
                    __view_Line::Option::Some("m"),
                    4,
                    __view_Line::Kind::Scalar(__view_Line::baked::FLOAT4_LE),
                    1,
                    &[2, 3],
                ),
                __view_Line::Field::baked(
                    __view_Line::Option::Some("own"),
                    28,
                    __view_Line::Kind::Scalar(
                        __view_Line::LayoutScalar::new(
                            __view_Line::ScalarKind::Uint,
                            4,
                            __view_Line::ByteOrder::NATIVE,
                        ),
                    ),
                    1,
                    &[],
                ),
                __view_Line::Field::baked(
                    __view_Line::Option::Some("name"),
                    32,
                    __view_Line::Kind::Scalar(
                        __view_Line::LayoutScalar::new(
                            __view_Line::ScalarKind::Pascal,
                            5,
                            __view_Line::ByteOrder::Little,
                        ),
                    ),
                    1,
                    &[],
                ),
            ],
            item: if ::core::cfg!(target_endian = "big") {
                "T{T{<h:x:h:y:}:from:(2,3)f:m:>I:own:5p:name:}"
            } else {
                "T{T{<h:x:h:y:}:from:(2,3)f:m:I:own:5p:name:}"
            },
            codes: [
                if ::core::cfg!(target_endian = "big") {
                    __view_Line::Option::None
                } else {
                    __view_Line::Option::Some("hh6fI5p")
                },
                __view_Line::Option::None,
            ],
        };
        #[inline(always)]
        fn over<B>(bytes: B) -> Line<B> {
            Line(bytes)
        }
        #[inline(always)]
        fn columns<B>(view: B) -> LineColumns<B> {
            LineColumns(view)
        }
        #[inline(always)]
        fn bytes(&self) -> &[__view_Line::u8; 37] {
            &self.0
        }
    }
    __view_Line::export_record!(Line);
};
