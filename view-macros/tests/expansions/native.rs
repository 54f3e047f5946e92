use view_core::__private as __view_Native;
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
struct Native<B = [__view_Native::u8; { __view_Native::by_target([16, 8, 8, 8]) }]>(B);
#[allow(dead_code)]
impl Native {
    /// The format.
    const FORMAT: &'static __view_Native::str = "@b:kind: l:size:";
    /// Bytes of one.
    const SIZE: __view_Native::usize = { __view_Native::by_target([16, 8, 8, 8]) };
    /// Where the fields lie, and what they hold.
    const LAYOUT: __view_Native::Layout = __view_Native::layout_of::<Self>();
}
#[allow(dead_code)]
impl<B: __view_Native::Bytes> Native<B> {
    /// Over an array of 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes, owned or by reference. The compiler checks the size.
    #[inline(always)]
    const fn new(bytes: B) -> Self
    where
        B: __view_Native::Holds<{ __view_Native::by_target([16, 8, 8, 8]) }>,
    {
        Native(bytes)
    }
    /** Over exactly 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes.

 # Errors
 Where there are fewer or more.*/
    #[inline(always)]
    fn from_bytes<
        S: __view_Native::Source<{ __view_Native::by_target([16, 8, 8, 8]) }, Array = B>,
    >(bytes: S) -> __view_Native::Result<Self, __view_Native::SizeError> {
        bytes.exact().map(Native)
    }
    /** Over the first 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes, and what follows them.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_prefix<
        S: __view_Native::Source<
                { __view_Native::by_target([16, 8, 8, 8]) },
                Array = B,
                Rest = R,
            >,
        R,
    >(bytes: S) -> __view_Native::Result<(Self, R), __view_Native::SizeError> {
        bytes.prefix_as(Native)
    }
    /** Over the 16 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 8) bytes from `offset` on.

 # Errors
 Where there are fewer.*/
    #[inline(always)]
    fn from_offset<
        S: __view_Native::Source<{ __view_Native::by_target([16, 8, 8, 8]) }, Array = B>,
    >(
        bytes: S,
        offset: __view_Native::usize,
    ) -> __view_Native::Result<Self, __view_Native::SizeError> {
        bytes.at(offset).map(Native)
    }
    /// What holds the bytes.
    #[inline(always)]
    fn into_inner(self) -> B {
        self.0
    }
    /// `b:kind:` at 0: `i8`
    #[inline(always)]
    fn kind(&self) -> __view_Native::i8 {
        self.0.load_i8(0)
    }
    /// Sets `b:kind:` at 0: `i8`
    #[inline(always)]
    fn set_kind(&mut self, value: __view_Native::i8)
    where
        B: __view_Native::BytesMut,
    {
        self.0.store_i8(0, value)
    }
    /// `l:size:` at 8 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 4): `c_long`, in the target's byte order
    #[inline(always)]
    fn size(&self) -> ::core::ffi::c_long {
        <::core::ffi::c_long>::from_ne_bytes(
            self.0.load(const { __view_Native::by_target([8, 4, 4, 4]) }),
        )
    }
    /// Sets `l:size:` at 8 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 4): `c_long`, in the target's byte order
    #[inline(always)]
    fn set_size(&mut self, value: ::core::ffi::c_long)
    where
        B: __view_Native::BytesMut,
    {
        self.0
            .store(const { __view_Native::by_target([8, 4, 4, 4]) }, value.to_ne_bytes())
    }
}
const _: () = {
    const _: () = {
        #[repr(C)]
        #[allow(dead_code)]
        struct C {
            f0: ::core::ffi::c_schar,
            f1: ::core::ffi::c_long,
        }
        __view_Native::by_target([(); 4]);
        ::core::assert!(
            ::core::mem::offset_of!(C, f0) == 0,
            "C lays this field out elsewhere on this target"
        );
        ::core::assert!(
            ::core::mem::offset_of!(C, f1) == { __view_Native::by_target([8, 4, 4, 4]) },
            "C lays this field out elsewhere on this target"
        );
    };
    /// The columns of many [`Native`]s.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    #[allow(missing_debug_implementations, unreachable_pub)]
    pub struct NativeColumns<B>(B);
    #[allow(dead_code, non_snake_case, unreachable_pub)]
    impl<
        B: __view_Native::Bytes,
        const RANK: __view_Native::usize,
    > NativeColumns<__view_Native::TypedView<B, Native, { RANK }>> {
        /// `b:kind:` of all records.
        #[inline(always)]
        pub fn kind(
            self,
        ) -> __view_Native::TypedView<
            B,
            __view_Native::Le<__view_Native::i8>,
            { RANK },
        > {
            self.0.__field(0)
        }
        /// `l:size:` of all records.
        #[inline(always)]
        pub fn size(
            self,
        ) -> __view_Native::TypedView<
            B,
            __view_Native::Ne<::core::ffi::c_long>,
            { RANK },
        > {
            self.0.__field(const { __view_Native::by_target([8, 4, 4, 4]) })
        }
    }
    #[allow(
        dead_code,
        non_snake_case,
        unreachable_pub,
        missing_debug_implementations,
        missing_copy_implementations
    )]
    pub struct NativeOffsets {
        pub kind: __view_Native::usize,
        pub size: __view_Native::usize,
    }
    #[allow(dead_code)]
    impl Native {
        /// The byte at which each field starts.
        const OFFSETS: NativeOffsets = NativeOffsets {
            kind: 0,
            size: { __view_Native::by_target([8, 4, 4, 4]) },
        };
    }
    impl __view_Native::RecordType for Native {
        type By = __view_Native::ByView;
    }
    impl __view_Native::Viewed for Native {
        type Array = [__view_Native::u8; { __view_Native::by_target([16, 8, 8, 8]) }];
        type Over<B> = Native<B>;
        type Columns<B> = NativeColumns<B>;
        const FACTS: __view_Native::Facts = __view_Native::Facts {
            format: <Native>::FORMAT,
            size: { __view_Native::by_target([16, 8, 8, 8]) },
            align: { __view_Native::by_target([8, 4, 4, 4]) },
            fields: &[
                __view_Native::Field::baked(
                    __view_Native::Option::Some("kind"),
                    0,
                    __view_Native::Kind::Scalar(__view_Native::baked::INT1),
                    1,
                    &[],
                ),
                __view_Native::Field::baked(
                    __view_Native::Option::Some("size"),
                    { __view_Native::by_target([8, 4, 4, 4]) },
                    __view_Native::Kind::Scalar(
                        __view_Native::LayoutScalar::new(
                            __view_Native::ScalarKind::Int,
                            { __view_Native::by_target([8, 4, 4, 4]) },
                            __view_Native::ByteOrder::NATIVE,
                        ),
                    ),
                    1,
                    &[],
                ),
            ],
            item: if ::core::cfg!(target_endian = "big") {
                __view_Native::by_target([
                    "T{<b:kind:7x>q:size:}",
                    "T{<b:kind:3x>i:size:}",
                    "T{<b:kind:3x>i:size:}",
                    "T{<b:kind:3x>i:size:}",
                ])
            } else {
                __view_Native::by_target([
                    "T{<b:kind:7xq:size:}",
                    "T{<b:kind:3xi:size:}",
                    "T{<b:kind:3xi:size:}",
                    "T{<b:kind:3xi:size:}",
                ])
            },
            codes: [
                if ::core::cfg!(target_endian = "big") {
                    __view_Native::Option::None
                } else {
                    __view_Native::Option::Some(
                        __view_Native::by_target(["b7xq", "b3xi", "b3xi", "b3xi"]),
                    )
                },
                if ::core::cfg!(target_endian = "big") {
                    __view_Native::Option::Some(
                        __view_Native::by_target(["b7xq", "b3xi", "b3xi", "b3xi"]),
                    )
                } else {
                    __view_Native::Option::None
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
        ) -> &[__view_Native::u8; { __view_Native::by_target([16, 8, 8, 8]) }] {
            &self.0
        }
    }
    __view_Native::export_record!(Native);
};
