/**
 `@b:kind: l:size:`, 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes. Drawn for 64-bit Unix:

 ```text
    +-------+-------------------------------------------------------+
  0 | kind  | padding                                               |
    +-------+-------------------------------------------------------+
  8 | size q                                                        |
    +---------------------------------------------------------------+
 ```*/
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[repr(transparent)]
struct Native<
    B = [u8; { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) }],
>(
    B,
);
const _: () = {
    #[repr(C)]
    #[allow(dead_code)]
    struct C {
        f0: ::core::ffi::c_schar,
        f1: ::core::ffi::c_long,
    }
    view_core::__private::by_target([(); 4]);
    ::core::assert!(
        ::core::mem::offset_of!(C, f0) == 0usize,
        "C lays this field out elsewhere on this target"
    );
    ::core::assert!(
        ::core::mem::offset_of!(C, f1) == { view_core::__private::by_target([8usize,
        4usize, 4usize, 4usize]) }, "C lays this field out elsewhere on this target"
    );
};
#[allow(dead_code)]
impl Native {
    /// The format.
    const FORMAT: &'static str = "@b:kind: l:size:";
    /// Bytes of one.
    const SIZE: usize = {
        view_core::__private::by_target([16usize, 8usize, 8usize, 8usize])
    };
    /// Where the fields lie, and what they hold.
    const LAYOUT: view_core::__private::Layout = {
        const FIELDS: &[view_core::__private::Field] = &[
            view_core::__private::named(
                "kind",
                0usize,
                view_core::__private::baked::INT1,
            ),
            view_core::__private::named(
                "size",
                { view_core::__private::by_target([8usize, 4usize, 4usize, 4usize]) },
                view_core::__private::Kind::Scalar(
                    view_core::__private::LayoutScalar::new(
                        view_core::__private::ScalarKind::Int,
                        {
                            view_core::__private::by_target([
                                8usize, 4usize, 4usize, 4usize,
                            ])
                        },
                        view_core::__private::ByteOrder::NATIVE,
                    ),
                ),
            ),
        ];
        view_core::__private::Layout::baked(
            { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
            { view_core::__private::by_target([8usize, 4usize, 4usize, 4usize]) },
            FIELDS,
        )
    };
}
#[allow(dead_code)]
impl<B: view_core::__private::Bytes> Native<B> {
    /// Over an array of 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    const fn new(bytes: B) -> Self
    where
        B: view_core::__private::Holds<
            { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
        >,
    {
        Native(bytes)
    }
    /** Over exactly 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    fn from_bytes<
        S: view_core::__private::Source<
                { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
                Array = B,
            >,
    >(bytes: S) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        view_core::__private::Source::<
            { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
        >::exact(bytes)
            .map(Native)
    }
    /** Over the first 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<
        S: view_core::__private::Source<
                { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
                Array = B,
                Rest = R,
            >,
        R,
    >(bytes: S) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
        view_core::__private::Source::<
            { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
        >::prefix(bytes)
            .map(|(bytes, rest)| (Native(bytes), rest))
    }
    /** Over the 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<
        S: view_core::__private::Source<
                { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
                Array = B,
            >,
    >(
        bytes: S,
        offset: usize,
    ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
        view_core::__private::Source::<
            { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
        >::at(bytes, offset)
            .map(Native)
    }
    /// What holds the bytes.
    #[inline(always)]
    fn into_inner(self) -> B {
        self.0
    }
    /// `b:kind:` at 0: `i8`
    #[inline(always)]
    fn kind(&self) -> i8 {
        self.0.load_i8(0usize)
    }
    /// Sets `b:kind:` at 0: `i8`
    #[inline(always)]
    fn set_kind(&mut self, value: i8)
    where
        B: view_core::__private::BytesMut,
    {
        self.0.store_i8(0usize, value)
    }
    /// `l:size:` at 8 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 4): `c_long`, in the target's byte order
    #[inline(always)]
    fn size(&self) -> ::core::ffi::c_long {
        <::core::ffi::c_long>::from_ne_bytes(
            self
                .0
                .load(const {
                    view_core::__private::by_target([8usize, 4usize, 4usize, 4usize])
                }),
        )
    }
    /// Sets `l:size:` at 8 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 4): `c_long`, in the target's byte order
    #[inline(always)]
    fn set_size(&mut self, value: ::core::ffi::c_long)
    where
        B: view_core::__private::BytesMut,
    {
        self.0
            .store(
                const {
                    view_core::__private::by_target([8usize, 4usize, 4usize, 4usize])
                },
                value.to_ne_bytes(),
            )
    }
}
const _: () = {
    /// The columns of many [`Native`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct NativeColumns<B, const RANK: usize = 1>(
        view_core::__private::TypedView<B, Native, { RANK }>,
    );
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<B: view_core::__private::Bytes, const RANK: usize> NativeColumns<B, { RANK }> {
        /// `b:kind:` of all records.
        #[inline(always)]
        pub fn kind(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Le<i8>, { RANK }> {
            self.0.__field::<view_core::__private::Le<i8>>(0usize)
        }
        /// `l:size:` of all records.
        #[inline(always)]
        pub fn size(
            self,
        ) -> view_core::__private::TypedView<
            B,
            view_core::__private::Ne<::core::ffi::c_long>,
            { RANK },
        > {
            self.0
                .__field::<
                    view_core::__private::Ne<::core::ffi::c_long>,
                >(const {
                    view_core::__private::by_target([8usize, 4usize, 4usize, 4usize])
                })
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
        pub kind: usize,
        pub size: usize,
    }
    #[allow(dead_code)]
    impl Native {
        /// The byte at which each field starts.
        const OFFSETS: Offsets = Offsets {
            kind: 0usize,
            size: { view_core::__private::by_target([8usize, 4usize, 4usize, 4usize]) },
        };
    }
    impl view_core::__private::Element for Native {
        const SIZE: usize = {
            view_core::__private::by_target([16usize, 8usize, 8usize, 8usize])
        };
        type Order = ();
        type Of<'s, B: view_core::__private::Bytes + 's> = Native<
            B::Part<
                's,
                { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
            >,
        >;
        #[inline(always)]
        fn read<'s, B: view_core::__private::Bytes>(
            bytes: &'s B,
            at: usize,
            _: (),
        ) -> Self::Of<'s, B> {
            Native(bytes.part(at))
        }
        fn accept(layout: &view_core::__private::Layout) -> ::core::option::Option<()> {
            if *layout == <Native>::LAYOUT {
                ::core::option::Option::Some(())
            } else {
                ::core::option::Option::None
            }
        }
        fn describe(
            _: (),
        ) -> (::core::option::Option<&'static str>, view_core::__private::Layout) {
            (::core::option::Option::Some(<Native>::FORMAT), <Native>::LAYOUT)
        }
    }
    impl view_core::__private::Nested for Native {
        const SIZE: usize = {
            view_core::__private::by_target([16usize, 8usize, 8usize, 8usize])
        };
        const KIND: view_core::__private::Kind = view_core::__private::Kind::Record(
            <Native>::LAYOUT,
        );
        const ITEM: &'static str = if ::core::cfg!(target_endian = "big") {
            view_core::__private::by_target([
                "T{<b:kind:7x>q:size:}",
                "T{<b:kind:3x>i:size:}",
                "T{<b:kind:3x>i:size:}",
                "T{<b:kind:3x>i:size:}",
            ])
        } else {
            view_core::__private::by_target([
                "T{<b:kind:7xq:size:}",
                "T{<b:kind:3xi:size:}",
                "T{<b:kind:3xi:size:}",
                "T{<b:kind:3xi:size:}",
            ])
        };
        const CODES: [::core::option::Option<&'static str>; 2] = [
            if ::core::cfg!(target_endian = "big") {
                ::core::option::Option::None
            } else {
                ::core::option::Option::Some(
                    view_core::__private::by_target(["b7xq", "b3xi", "b3xi", "b3xi"]),
                )
            },
            if ::core::cfg!(target_endian = "big") {
                ::core::option::Option::Some(
                    view_core::__private::by_target(["b7xq", "b3xi", "b3xi", "b3xi"]),
                )
            } else {
                ::core::option::Option::None
            },
        ];
        type View = Native;
        #[inline]
        fn read<B: view_core::__private::Bytes>(
            bytes: &B,
            at: usize,
        ) -> ::core::result::Result<Self, view_core::__private::UnpackError> {
            ::core::result::Result::Ok(
                Native(view_core::__private::Bytes::load(bytes, at)),
            )
        }
        #[inline]
        fn write<B: view_core::__private::BytesMut>(&self, bytes: &mut B, at: usize) {
            view_core::__private::BytesMut::store(bytes, at, self.0);
        }
    }
    impl view_core::__private::Record for Native {
        const FORMAT: &'static str = <Native>::FORMAT;
        type Columns<B: view_core::__private::Bytes, const RANK: usize> = NativeColumns<
            B,
            { RANK },
        >;
        type Mut<'s, B: view_core::__private::Bytes + 's> = Native<
            B::PartMut<
                's,
                { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
            >,
        >;
        #[inline(always)]
        fn __columns<B: view_core::__private::Bytes, const RANK: usize>(
            of: view_core::__private::TypedView<B, Self, { RANK }>,
        ) -> NativeColumns<B, { RANK }> {
            NativeColumns(of)
        }
        #[inline(always)]
        fn __read_mut<'s, B: view_core::__private::BytesMut>(
            bytes: &'s mut B,
            at: usize,
        ) -> Self::Mut<'s, B> {
            Native(bytes.part_mut(at))
        }
    }
};
