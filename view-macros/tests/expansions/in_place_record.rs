fn main() {
    let view = view_core::__private::in_place(
        {
            use view_core::__private as __view;
            /// The record of one `view!`.
            /**
 `<H:low:`, 2 bytes.

 ```text
    +---------------+
  0 | low H         |
    +---------------+
 ```*/
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[repr(transparent)]
            struct Record<B = [__view::u8; 2]>(B);
            #[allow(dead_code)]
            impl Record {
                /// The format.
                const FORMAT: &'static __view::str = "<H:low:";
                /// Bytes of one.
                const SIZE: __view::usize = 2;
                /// Where the fields lie, and what they hold.
                const LAYOUT: __view::Layout = {
                    const FIELDS: &[__view::Field] = &__view::named(
                        ["low"],
                        [0],
                        [__view::baked::UINT2_LE],
                    );
                    __view::Layout::baked(2, 1, FIELDS)
                };
            }
            #[allow(dead_code)]
            impl<B: __view::Bytes> Record<B> {
                /// Over an array of 2 bytes, owned or by reference. The compiler checks the size.
                #[inline(always)]
                const fn new(bytes: B) -> Self
                where
                    B: __view::Holds<2>,
                {
                    Record(bytes)
                }
                /** Over exactly 2 bytes.

 # Errors
 Where there are fewer or more.*/
                #[inline(always)]
                fn from_bytes<S: __view::Source<2, Array = B>>(
                    bytes: S,
                ) -> __view::Result<Self, __view::SizeError> {
                    bytes.exact().map(Record)
                }
                /** Over the first 2 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
                #[inline(always)]
                fn from_prefix<S: __view::Source<2, Array = B, Rest = R>, R>(
                    bytes: S,
                ) -> __view::Result<(Self, R), __view::SizeError> {
                    bytes.prefix_as(Record)
                }
                /** Over the 2 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
                #[inline(always)]
                fn from_offset<S: __view::Source<2, Array = B>>(
                    bytes: S,
                    offset: __view::usize,
                ) -> __view::Result<Self, __view::SizeError> {
                    bytes.at(offset).map(Record)
                }
                /// What holds the bytes.
                #[inline(always)]
                fn into_inner(self) -> B {
                    self.0
                }
                /// `H:low:` at 0: `u16`, little-endian
                #[inline(always)]
                fn low(&self) -> __view::u16 {
                    self.0.load_u16_le(0)
                }
                /// Sets `H:low:` at 0: `u16`, little-endian
                #[inline(always)]
                fn set_low(&mut self, value: __view::u16)
                where
                    B: __view::BytesMut,
                {
                    self.0.store_u16_le(0, value)
                }
            }
            impl<B: __view::Bytes> ::core::fmt::Debug for Record<B> {
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    f.debug_struct("Record").field("low", &self.low()).finish()
                }
            }
            __view::Plan::<
                _,
                Record,
                2,
                2,
                1,
            >::new({
                struct Maker;
                impl<A: __view::Bytes> __view::Make<A> for Maker {
                    type View = Record<A>;
                    #[inline(always)]
                    fn make(self, bytes: A) -> Record<A> {
                        Record(bytes)
                    }
                }
                Maker
            })
        },
        read(&file),
    );
}
