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
    const LAYOUT: view_core::__private::Layout = {
        const FIELDS: &[view_core::__private::Field] = &[
            view_core::__private::named(
                "x",
                0usize,
                view_core::__private::baked::INT2_LE,
            ),
            view_core::__private::named(
                "y",
                2usize,
                view_core::__private::baked::INT2_LE,
            ),
        ];
        view_core::__private::Layout::baked(4usize, 1usize, FIELDS)
    };
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
        view_core::__private::Source::<4usize>::exact(bytes).map(LineFrom)
    }
    /** Over the first 4 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<S: view_core::__private::Source<4usize, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        view_core::__private::Source::<4usize>::prefix(bytes)
            .map(|(bytes, rest)| (LineFrom(bytes), rest))
    }
    /** Over the 4 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<S: view_core::__private::Source<4usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        view_core::__private::Source::<4usize>::at(bytes, offset).map(LineFrom)
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
    pub struct LineFromColumns<B, const RANK: usize = 1>(
        view_core::__private::TypedView<B, LineFrom, { RANK }>,
    );
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
        const RANK: usize,
    > LineFromColumns<B, { RANK }> {
        /// `h:x:` of all records.
        #[inline(always)]
        pub fn x(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Le<i16>,
            { RANK },
        > {
            self.0.__field::<view_core::__private::Le<i16>>(0usize)
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
            self.0.__field::<view_core::__private::Le<i16>>(2usize)
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
    impl view_core::__private::Element for LineFrom {
        const SIZE: usize = 4usize;
        type Order = ();
        type Of<'s, B: view_core::__private::Bytes + 's> = LineFrom<B::Part<'s, 4usize>>;
        #[inline(always)]
        fn read<'s, B: view_core::__private::Bytes>(
            bytes: &'s B,
            at: usize,
            _: (),
        ) -> Self::Of<'s, B> {
            LineFrom(bytes.part(at))
        }
        fn accept(layout: &view_core::__private::Layout) -> ::core::option::Option<()> {
            if *layout == <LineFrom>::LAYOUT {
                ::core::option::Option::Some(())
            } else {
                ::core::option::Option::None
            }
        }
        fn describe(
            _: (),
        ) -> (::core::option::Option<&'static str>, view_core::__private::Layout) {
            (::core::option::Option::Some(<LineFrom>::FORMAT), <LineFrom>::LAYOUT)
        }
    }
    impl view_core::__private::Nested for LineFrom {
        const SIZE: usize = 4usize;
        const KIND: view_core::__private::Kind = view_core::__private::Kind::Record(
            <LineFrom>::LAYOUT,
        );
        const ITEM: &'static str = "T{<h:x:h:y:}";
        const CODES: [::core::option::Option<&'static str>; 2] = [
            ::core::option::Option::Some("hh"),
            ::core::option::Option::None,
        ];
        type View = LineFrom;
        #[inline]
        fn read<B: view_core::__private::Bytes>(
            bytes: &B,
            at: usize,
        ) -> ::core::result::Result<Self, view_core::__private::UnpackError> {
            ::core::result::Result::Ok(
                LineFrom(view_core::__private::Bytes::load(bytes, at)),
            )
        }
        #[inline]
        fn write<B: view_core::__private::BytesMut>(&self, bytes: &mut B, at: usize) {
            view_core::__private::BytesMut::store(bytes, at, self.0);
        }
    }
    impl view_core::__private::Record for LineFrom {
        const FORMAT: &'static str = <LineFrom>::FORMAT;
        type Columns<B: view_core::__private::Bytes, const RANK: usize> = LineFromColumns<
            B,
            { RANK },
        >;
        type Mut<'s, B: view_core::__private::Bytes + 's> = LineFrom<
            B::PartMut<'s, 4usize>,
        >;
        #[inline(always)]
        fn __columns<B: view_core::__private::Bytes, const RANK: usize>(
            of: view_core::__private::TypedView<B, Self, { RANK }>,
        ) -> LineFromColumns<B, { RANK }> {
            LineFromColumns(of)
        }
        #[inline(always)]
        fn __read_mut<'s, B: view_core::__private::BytesMut>(
            bytes: &'s mut B,
            at: usize,
        ) -> Self::Mut<'s, B> {
            LineFrom(bytes.part_mut(at))
        }
    }
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
    const LAYOUT: view_core::__private::Layout = {
        const FIELDS: &[view_core::__private::Field] = &[
            view_core::__private::named(
                "from",
                0usize,
                view_core::__private::Kind::Record(<LineFrom>::LAYOUT),
            ),
            view_core::__private::Field::baked(
                ::core::option::Option::Some("m"),
                4usize,
                view_core::__private::baked::FLOAT4_LE,
                1usize,
                &[2usize, 3usize],
            ),
            view_core::__private::named(
                "own",
                28usize,
                view_core::__private::Kind::Scalar(
                    view_core::__private::LayoutScalar::new(
                        view_core::__private::ScalarKind::Uint,
                        4usize,
                        view_core::__private::ByteOrder::NATIVE,
                    ),
                ),
            ),
            view_core::__private::named(
                "name",
                32usize,
                view_core::__private::Kind::Scalar(
                    view_core::__private::LayoutScalar::new(
                        view_core::__private::ScalarKind::Pascal,
                        5usize,
                        view_core::__private::ByteOrder::Little,
                    ),
                ),
            ),
        ];
        view_core::__private::Layout::baked(37usize, 1usize, FIELDS)
    };
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
        view_core::__private::Source::<37usize>::exact(bytes).map(Line)
    }
    /** Over the first 37 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<S: view_core::__private::Source<37usize, Array = B, Rest = R>, R>(
        bytes: S,
    ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        view_core::__private::Source::<37usize>::prefix(bytes)
            .map(|(bytes, rest)| (Line(bytes), rest))
    }
    /** Over the 37 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<S: view_core::__private::Source<37usize, Array = B>>(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        view_core::__private::Source::<37usize>::at(bytes, offset).map(Line)
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
    pub struct LineColumns<B, const RANK: usize = 1>(
        view_core::__private::TypedView<B, Line, { RANK }>,
    );
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: view_core::__private::Bytes, const RANK: usize> LineColumns<B, { RANK }> {
        /// `T{h:x: h:y:}:from:` of all records.
        #[inline(always)]
        pub fn from(self) -> view_core::__private::TypedView<B, LineFrom, { RANK }> {
            self.0.__field::<LineFrom>(0usize)
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
            self.0.__field::<view_core::__private::Ne<u32>>(28usize)
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
            self.0.__field::<view_core::__private::Pascal<5usize>>(32usize)
        }
    }
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: view_core::__private::Bytes> LineColumns<B, 1usize> {
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
    impl<B: view_core::__private::Bytes> LineColumns<B, 2usize> {
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
    impl<B: view_core::__private::Bytes> LineColumns<B, 3usize> {
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
    impl view_core::__private::Element for Line {
        const SIZE: usize = 37usize;
        type Order = ();
        type Of<'s, B: view_core::__private::Bytes + 's> = Line<B::Part<'s, 37usize>>;
        #[inline(always)]
        fn read<'s, B: view_core::__private::Bytes>(
            bytes: &'s B,
            at: usize,
            _: (),
        ) -> Self::Of<'s, B> {
            Line(bytes.part(at))
        }
        fn accept(layout: &view_core::__private::Layout) -> ::core::option::Option<()> {
            if *layout == <Line>::LAYOUT {
                ::core::option::Option::Some(())
            } else {
                ::core::option::Option::None
            }
        }
        fn describe(
            _: (),
        ) -> (::core::option::Option<&'static str>, view_core::__private::Layout) {
            (::core::option::Option::Some(<Line>::FORMAT), <Line>::LAYOUT)
        }
    }
    impl view_core::__private::Nested for Line {
        const SIZE: usize = 37usize;
        const KIND: view_core::__private::Kind = view_core::__private::Kind::Record(
            <Line>::LAYOUT,
        );
        const ITEM: &'static str = if ::core::cfg!(target_endian = "big") {
            "T{T{<h:x:h:y:}:from:(2,3)f:m:>I:own:5p:name:}"
        } else {
            "T{T{<h:x:h:y:}:from:(2,3)f:m:I:own:5p:name:}"
        };
        const CODES: [::core::option::Option<&'static str>; 2] = [
            if ::core::cfg!(target_endian = "big") {
                ::core::option::Option::None
            } else {
                ::core::option::Option::Some("hh6fI5p")
            },
            ::core::option::Option::None,
        ];
        type View = Line;
        #[inline]
        fn read<B: view_core::__private::Bytes>(
            bytes: &B,
            at: usize,
        ) -> ::core::result::Result<Self, view_core::__private::UnpackError> {
            ::core::result::Result::Ok(
                Line(view_core::__private::Bytes::load(bytes, at)),
            )
        }
        #[inline]
        fn write<B: view_core::__private::BytesMut>(&self, bytes: &mut B, at: usize) {
            view_core::__private::BytesMut::store(bytes, at, self.0);
        }
    }
    impl view_core::__private::Record for Line {
        const FORMAT: &'static str = <Line>::FORMAT;
        type Columns<B: view_core::__private::Bytes, const RANK: usize> = LineColumns<
            B,
            { RANK },
        >;
        type Mut<'s, B: view_core::__private::Bytes + 's> = Line<
            B::PartMut<'s, 37usize>,
        >;
        #[inline(always)]
        fn __columns<B: view_core::__private::Bytes, const RANK: usize>(
            of: view_core::__private::TypedView<B, Self, { RANK }>,
        ) -> LineColumns<B, { RANK }> {
            LineColumns(of)
        }
        #[inline(always)]
        fn __read_mut<'s, B: view_core::__private::BytesMut>(
            bytes: &'s mut B,
            at: usize,
        ) -> Self::Mut<'s, B> {
            Line(bytes.part_mut(at))
        }
    }
};
