fn main() {
    let view = view_core::__private::in_place(
        {
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
            struct Record<B = [u8; 2usize]>(B);
            #[allow(dead_code)]
            impl Record {
                /// The format.
                const FORMAT: &'static str = "<H:low:";
                /// Bytes of one.
                const SIZE: usize = 2usize;
                /// Where the fields lie, and what they hold.
                const LAYOUT: view_core::__private::Layout = {
                    const FIELDS: &[view_core::__private::Field] = &view_core::__private::named(
                        ["low"],
                        [0usize],
                        [view_core::__private::baked::UINT2_LE],
                    );
                    view_core::__private::Layout::baked(2usize, 1usize, FIELDS)
                };
            }
            #[allow(dead_code)]
            impl<B: view_core::__private::Bytes> Record<B> {
                /// Over an array of 2 bytes, owned or by reference. The compiler checks the size.
                #[inline(always)]
                const fn new(bytes: B) -> Self
                where
                    B: view_core::__private::Holds<2usize>,
                {
                    Record(bytes)
                }
                /** Over exactly 2 bytes.

 # Errors
 Where there are fewer or more.*/
                #[inline(always)]
                fn from_bytes<S: view_core::__private::Source<2usize, Array = B>>(
                    bytes: S,
                ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
                    bytes.exact().map(Record)
                }
                /** Over the first 2 bytes, and what follows them.

 # Errors
 Where there are fewer.*/
                #[inline(always)]
                fn from_prefix<
                    S: view_core::__private::Source<2usize, Array = B, Rest = R>,
                    R,
                >(
                    bytes: S,
                ) -> ::core::result::Result<(Self, R), view_core::__private::SizeError> {
                    bytes.prefix_as(Record)
                }
                /** Over the 2 bytes from `offset` on.

 # Errors
 Where there are fewer.*/
                #[inline(always)]
                fn from_offset<S: view_core::__private::Source<2usize, Array = B>>(
                    bytes: S,
                    offset: usize,
                ) -> ::core::result::Result<Self, view_core::__private::SizeError> {
                    bytes.at(offset).map(Record)
                }
                /// What holds the bytes.
                #[inline(always)]
                fn into_inner(self) -> B {
                    self.0
                }
                /// `H:low:` at 0: `u16`, little-endian
                #[inline(always)]
                fn low(&self) -> u16 {
                    self.0.load_u16_le(0usize)
                }
                /// Sets `H:low:` at 0: `u16`, little-endian
                #[inline(always)]
                fn set_low(&mut self, value: u16)
                where
                    B: view_core::__private::BytesMut,
                {
                    self.0.store_u16_le(0usize, value)
                }
            }
            impl<B: view_core::__private::Bytes> ::core::fmt::Debug for Record<B> {
                fn fmt(
                    &self,
                    f: &mut ::core::fmt::Formatter<'_>,
                ) -> ::core::fmt::Result {
                    f.debug_struct("Record").field("low", &self.low()).finish()
                }
            }
            view_core::__private::Plan::<
                _,
                Record,
                2usize,
                2usize,
                1usize,
            >::new({
                struct Maker;
                impl<A: view_core::__private::Bytes> view_core::__private::Make<A>
                for Maker {
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
