//! One method per number and byte order. Generated code calls these, since they compile about twice as fast as a call
//! that has to infer a constant.

/// The loads, as provided methods of `Bytes`: `load_u16_le(at)`.
macro_rules! loads {
    () => {
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn load_u8(&self, at: usize) -> u8 {
            u8::from_le_bytes(self.load(at))
        }
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn load_i8(&self, at: usize) -> i8 {
            i8::from_le_bytes(self.load(at))
        }
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn load_bool(&self, at: usize) -> bool {
            self.load_u8(at) != 0
        }
        scalars::loads! {
            u16 load_u16_le load_u16_be, i16 load_i16_le load_i16_be,
            u32 load_u32_le load_u32_be, i32 load_i32_le load_i32_be,
            u64 load_u64_le load_u64_be, i64 load_i64_le load_i64_be,
            f32 load_f32_le load_f32_be, f64 load_f64_le load_f64_be
        }
    };
    ($($t:ident $le:ident $be:ident),*) => { $(
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn $le(&self, at: usize) -> $t {
            $t::from_le_bytes(self.load(at))
        }
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn $be(&self, at: usize) -> $t {
            $t::from_be_bytes(self.load(at))
        }
    )* };
}

/// The stores, as provided methods of `BytesMut`: `store_u16_le(at, value)`.
macro_rules! stores {
    () => {
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn store_u8(&mut self, at: usize, value: u8) {
            self.store(at, value.to_le_bytes());
        }
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn store_i8(&mut self, at: usize, value: i8) {
            self.store(at, value.to_le_bytes());
        }
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn store_bool(&mut self, at: usize, value: bool) {
            self.store(at, [value.into()]);
        }
        scalars::stores! {
            u16 store_u16_le store_u16_be, i16 store_i16_le store_i16_be,
            u32 store_u32_le store_u32_be, i32 store_i32_le store_i32_be,
            u64 store_u64_le store_u64_be, i64 store_i64_le store_i64_be,
            f32 store_f32_le store_f32_be, f64 store_f64_le store_f64_be
        }
    };
    ($($t:ident $le:ident $be:ident),*) => { $(
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn $le(&mut self, at: usize, value: $t) {
            self.store(at, value.to_le_bytes());
        }
        #[doc(hidden)]
        #[inline(always)]
        #[track_caller]
        fn $be(&mut self, at: usize, value: $t) {
            self.store(at, value.to_be_bytes());
        }
    )* };
}

pub(super) use {loads, stores};
