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
    const LAYOUT: view_core::__private::Layout = view_core::__private::layout_of::<
        Self,
    >();
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
        bytes.exact().map(Native)
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
        bytes.prefix_as(Native)
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
        bytes.at(offset).map(Native)
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
    pub struct NativeColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: view_core::__private::Bytes,
        const RANK: usize,
    > NativeColumns<view_core::__private::TypedView<B, Native, { RANK }>> {
        /// `b:kind:` of all records.
        #[inline(always)]
        pub fn kind(
            self,
        ) -> view_core::__private::TypedView<B, view_core::__private::Le<i8>, { RANK }> {
            self.0.__field(0usize)
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
                .__field(const {
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
    impl view_core::__private::RecordType for Native {
        type By = view_core::__private::ByView;
    }
    impl view_core::__private::Viewed for Native {
        type Array = [u8; {
            view_core::__private::by_target([16usize, 8usize, 8usize, 8usize])
        }];
        type Over<B> = Native<B>;
        type Columns<B> = NativeColumns<B>;
        const FACTS: view_core::__private::Facts = view_core::__private::Facts {
            format: <Native>::FORMAT,
            size: { view_core::__private::by_target([16usize, 8usize, 8usize, 8usize]) },
            align: { view_core::__private::by_target([8usize, 4usize, 4usize, 4usize]) },
            fields: &[
                view_core::__private::Field::baked(
                    ::core::option::Option::Some("kind"),
                    0usize,
                    view_core::__private::Kind::Scalar(
                        view_core::__private::baked::INT1,
                    ),
                    1usize,
                    &[],
                ),
                view_core::__private::Field::baked(
                    ::core::option::Option::Some("size"),
                    {
                        view_core::__private::by_target([8usize, 4usize, 4usize, 4usize])
                    },
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
                    1usize,
                    &[],
                ),
            ],
            item: if ::core::cfg!(target_endian = "big") {
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
            },
            codes: [
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
            ],
        };
        #[inline(always)]
        fn over<B>(bytes: B) -> Native<B> {
            Native(bytes)
        }
        #[inline(always)]
        fn columns<B>(view: B) -> NativeColumns<B> {
            NativeColumns(view)
        }
        #[inline(always)]
        fn bytes(
            &self,
        ) -> &[u8; {
            view_core::__private::by_target([16usize, 8usize, 8usize, 8usize])
        }] {
            &self.0
        }
    }
    view_core::__private::export_record!(Native);
};
