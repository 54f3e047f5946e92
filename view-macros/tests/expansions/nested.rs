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
struct LineFrom<B = [u8; 4usize]>(B);
#[allow(dead_code)]
impl LineFrom {
    /// The format.
    const FORMAT: &'static str = "<h:x:h:y:";
    /// Bytes of one.
    const SIZE: usize = 4usize;
    /// Where the fields lie, and what they hold.
    const LAYOUT: view_core::__private::Layout = view_core::__private::layout_of::<
        Self,
    >();
}
#[allow(dead_code)]
impl<B: view_core::__private::Bytes> LineFrom<B> {
    /// Over an array of 4 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    const fn new(bytes: B) -> Self
    where
        B: view_core::__private::Holds<4usize>,
    {
        LineFrom(bytes)
    }
    /** Over exactly 4 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    fn from_bytes<S: view_core::__private::Source<4usize, Array = B>>(
        bytes: S,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        bytes.exact().map(LineFrom)
    }
    /** Over the first 4 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<S: view_core::__private::Source<4usize, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        bytes.prefix_as(LineFrom)
    }
    /** Over the 4 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<S: view_core::__private::Source<4usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        bytes.at(offset).map(LineFrom)
    }
    /// What holds the bytes.
    #[inline(always)]
    fn into_inner(self) -> B {
        self.0
    }
    /// `h:x:` at 0: `i16`, little-endian
    #[inline(always)]
    fn x(&self) -> i16 {
        self.0.load_i16_le(0usize)
    }
    /// Sets `h:x:` at 0: `i16`, little-endian
    #[inline(always)]
    fn set_x(&mut self, value: i16)
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store_i16_le(0usize, value)
    }
    /// `h:y:` at 2: `i16`, little-endian
    #[inline(always)]
    fn y(&self) -> i16 {
        self.0.load_i16_le(2usize)
    }
    /// Sets `h:y:` at 2: `i16`, little-endian
    #[inline(always)]
    fn set_y(&mut self, value: i16)
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store_i16_le(2usize, value)
    }
}
const _: () = {
    /// The columns of many [`LineFrom`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct LineFromColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
        const RANK: usize,
    > LineFromColumns<view_core::__private::TypedView<B, LineFrom, { RANK }>> {
        /// `h:x:` of all records.
        #[inline(always)]
        pub fn x(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Le<i16>,
            { RANK },
        > {
            self.0.__field(0usize)
        }
        /// `h:y:` of all records.
        #[inline(always)]
        pub fn y(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Le<i16>,
            { RANK },
        > {
            self.0.__field(2usize)
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
        pub x: usize,
        pub y: usize,
    }
    #[allow(dead_code)]
    impl LineFrom {
        /// The byte at which each field starts.
        const OFFSETS: Offsets = Offsets { x: 0usize, y: 2usize };
    }
    impl view_core::__private::RecordType for LineFrom {
        type By = view_core::__private::ByView;
    }
    impl view_core::__private::Viewed for LineFrom {
        type Array = [u8; 4usize];
        type Over<B> = LineFrom<B>;
        type Columns<B> = LineFromColumns<B>;
        const FACTS: view_core::__private::Facts = view_core::__private::Facts {
            format: <LineFrom>::FORMAT,
            size: 4usize,
            align: 1usize,
            fields: &view_core::__private::named(
                ["x", "y"],
                [0usize, 2usize],
                [
                    view_core::__private::baked::INT2_LE,
                    view_core::__private::baked::INT2_LE,
                ],
            ),
            item: "T{<h:x:h:y:}",
            codes: [::core::option::Option::Some("hh"), ::core::option::Option::None],
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
        fn bytes(&self) -> &[u8; 4usize] {
            &self.0
        }
    }
    view_core::__private::export_record!(LineFrom);
};
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
struct Line<B = [u8; 37usize]>(B);
#[allow(dead_code)]
impl Line {
    /// The format.
    const FORMAT: &'static str = "<T{h:x: h:y:}:from: (2,3)f:m: =I:own: 5p:name:";
    /// Bytes of one.
    const SIZE: usize = 37usize;
    /// Where the fields lie, and what they hold.
    const LAYOUT: view_core::__private::Layout = view_core::__private::layout_of::<
        Self,
    >();
}
#[allow(dead_code)]
impl<B: view_core::__private::Bytes> Line<B> {
    /// Over an array of 37 bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    const fn new(bytes: B) -> Self
    where
        B: view_core::__private::Holds<37usize>,
    {
        Line(bytes)
    }
    /** Over exactly 37 bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    fn from_bytes<S: view_core::__private::Source<37usize, Array = B>>(
        bytes: S,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        bytes.exact().map(Line)
    }
    /** Over the first 37 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<S: view_core::__private::Source<37usize, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        bytes.prefix_as(Line)
    }
    /** Over the 37 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<S: view_core::__private::Source<37usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        bytes.at(offset).map(Line)
    }
    /// What holds the bytes.
    #[inline(always)]
    fn into_inner(self) -> B {
        self.0
    }
    /// `T{h:x: h:y:}:from:` at 0: [`LineFrom`]
    #[inline(always)]
    fn from(&self) -> LineFrom<B::Part<'_, 4usize>> {
        LineFrom(self.0.part(0usize))
    }
    /// `T{h:x: h:y:}:from:` at 0: [`LineFrom`], to write
    #[inline(always)]
    fn from_mut(&mut self) -> LineFrom<B::PartMut<'_, 4usize>>
    where
        B: view_core::__private::BytesMut,
    {
        LineFrom(self.0.part_mut(0usize))
    }
    /// `(2,3)f:m:` at 4: [2, 3] of `f32`
    #[inline(always)]
    fn m(
        &self,
    ) -> view_core::__private::TypedView<
        B::Part<'_, 24usize>,
        view_core::__private::Le<f32>,
        2usize,
    > {
        view_core::__private::TypedView::__contiguous(
            self.0.part(4usize),
            [2usize, 3usize],
        )
    }
    /// `(2,3)f:m:` at 4: [2, 3] of `f32`, to write
    #[inline(always)]
    fn m_mut(
        &mut self,
    ) -> view_core::__private::TypedView<
        B::PartMut<'_, 24usize>,
        view_core::__private::Le<f32>,
        2usize,
    >
    where
        B: view_core::__private::BytesMut,
    {
        view_core::__private::TypedView::__contiguous(
            self.0.part_mut(4usize),
            [2usize, 3usize],
        )
    }
    /// `I:own:` at 28: `u32`, in the target's byte order
    #[inline(always)]
    fn own(&self) -> u32 {
        <u32>::from_ne_bytes(self.0.load(28usize))
    }
    /// Sets `I:own:` at 28: `u32`, in the target's byte order
    #[inline(always)]
    fn set_own(&mut self, value: u32)
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store(28usize, value.to_ne_bytes())
    }
    /// `5p:name:` at 32: `Pascal string of at most 4 bytes`
    #[inline(always)]
    fn name(&self) -> view_core::__private::PascalText<B::Text<'_, 5usize>> {
        view_core::__private::PascalText::new(self.0.text(32usize))
    }
    /// Sets `5p:name:` at 32: `Pascal string of at most 4 bytes`
    #[inline(always)]
    fn set_name(&mut self, value: &[u8])
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store(32usize, view_core::__private::pascal_bytes::<5usize>(value))
    }
}
const _: () = {
    /// The columns of many [`Line`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct LineColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
        const RANK: usize,
    > LineColumns<view_core::__private::TypedView<B, Line, { RANK }>> {
        /// `T{h:x: h:y:}:from:` of all records.
        #[inline(always)]
        pub fn from(self) -> view_core::__private::TypedView<B, LineFrom, { RANK }> {
            self.0.__field(0usize)
        }
        /// `I:own:` of all records.
        #[inline(always)]
        pub fn own(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Ne<u32>,
            { RANK },
        > {
            self.0.__field(28usize)
        }
        /// `5p:name:` of all records.
        #[inline(always)]
        pub fn name(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Pascal<5usize>,
            { RANK },
        > {
            self.0.__field(32usize)
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
    > LineColumns<view_core::__private::TypedView<B, Line, 1usize>> {
        /// `(2,3)f:m:` of all records.
        #[inline(always)]
        pub fn m(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Le<f32>, 3usize> {
            self.0
                .__field_array::<
                    view_core::__private::Le<f32>,
                    2usize,
                    3usize,
                >(4usize, [2usize, 3usize])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
    > LineColumns<view_core::__private::TypedView<B, Line, 2usize>> {
        /// `(2,3)f:m:` of all records.
        #[inline(always)]
        pub fn m(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Le<f32>, 4usize> {
            self.0
                .__field_array::<
                    view_core::__private::Le<f32>,
                    2usize,
                    4usize,
                >(4usize, [2usize, 3usize])
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
    > LineColumns<view_core::__private::TypedView<B, Line, 3usize>> {
        /// `(2,3)f:m:` of all records.
        #[inline(always)]
        pub fn m(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Le<f32>, 5usize> {
            self.0
                .__field_array::<
                    view_core::__private::Le<f32>,
                    2usize,
                    5usize,
                >(4usize, [2usize, 3usize])
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
        pub from: usize,
        pub m: usize,
        pub own: usize,
        pub name: usize,
    }
    #[allow(dead_code)]
    impl Line {
        /// The byte at which each field starts.
        const OFFSETS: Offsets = Offsets {
            from: 0usize,
            m: 4usize,
            own: 28usize,
            name: 32usize,
        };
    }
    impl view_core::__private::RecordType for Line {
        type By = view_core::__private::ByView;
    }
    impl view_core::__private::Viewed for Line {
        type Array = [u8; 37usize];
        type Over<B> = Line<B>;
        type Columns<B> = LineColumns<B>;
        const FACTS: view_core::__private::Facts = view_core::__private::Facts {
            format: <Line>::FORMAT,
            size: 37usize,
            align: 1usize,
            fields: &[
                view_core::__private::Field::baked(
                    ::core::option::Option::Some("from"),
                    0usize,
                    view_core::__private::Kind::Record(<LineFrom>::LAYOUT),
                    1usize,
                    &[],
                ),
                view_core::__private::Field::baked(
                    ::core::option::Option::Some("m"),
                    4usize,
                    view_core::__private::Kind::Scalar(
                        view_core::__private::baked::FLOAT4_LE,
                    ),
                    1usize,
                    &[2usize, 3usize],
                ),
                view_core::__private::Field::baked(
                    ::core::option::Option::Some("own"),
                    28usize,
                    view_core::__private::Kind::Scalar(
                        view_core::__private::LayoutScalar::new(
                            view_core::__private::ScalarKind::Uint,
                            4usize,
                            view_core::__private::ByteOrder::NATIVE,
                        ),
                    ),
                    1usize,
                    &[],
                ),
                view_core::__private::Field::baked(
                    ::core::option::Option::Some("name"),
                    32usize,
                    view_core::__private::Kind::Scalar(
                        view_core::__private::LayoutScalar::new(
                            view_core::__private::ScalarKind::Pascal,
                            5usize,
                            view_core::__private::ByteOrder::Little,
                        ),
                    ),
                    1usize,
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
                    ::core::option::Option::None
                } else {
                    ::core::option::Option::Some("hh6fI5p")
                },
                ::core::option::Option::None,
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
        fn bytes(&self) -> &[u8; 37usize] {
            &self.0
        }
    }
    view_core::__private::export_record!(Line);
};
