//! The dependency has another name, and there is nothing called `view_core`.
#![no_implicit_prelude]

mod deep {
    pub mod inside {
        pub use ::view_core as binary;
    }
}
use deep::inside::binary;

binary::view! {
    struct Header = "<2s:magic: I:size:";
}

#[derive(binary::Record)]
#[view(format = "<HH", crate = crate::deep::inside::binary)]
struct Pair {
    low: u16,
    high: u16,
}

fn main() {
    ::std::assert_eq!(Header::new([0; 6]).size(), 0);
    let pair = Pair { low: 1, high: 2 };
    ::std::assert_eq!(pair.pack(), [1, 0, 2, 0]);
    ::std::assert_eq!(pair.low + pair.high, 3);
}
