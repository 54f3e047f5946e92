#![deny(warnings)]

macro_rules! header {
    ($name:ident, $format:literal) => {
        view_core::view! {
            pub struct $name = $format;
        }
    };
}
header!(Header, "<2s:magic: I:size:");

macro_rules! pair {
    ($name:ident, $order:ident, $number:ty) => {
        #[derive(view_core::Record, Debug, PartialEq)]
        #[view(format = "<T{<H:low: H:high:}:both:")]
        struct $name {
            both: $number,
        }
    };
}

#[derive(view_core::Record, Clone, Copy, Debug, PartialEq)]
#[view(little_endian)]
struct Halves {
    low: u16,
    high: u16,
}
pair!(Pair, little_endian, Halves);

macro_rules! number {
    ($name:ident, $order:ident, $number:ident) => {
        #[derive(view_core::Record, Debug, PartialEq)]
        #[view($order)]
        struct $name {
            value: $number,
            values: [$number; 2],
        }
    };
    ($bytes:expr, $format:literal) => {
        view_core::view!($bytes, $format).get([])
    };
}
number!(Big, big_endian, u32);

fn main() {
    let pair = Pair { both: Halves { low: 1, high: 2 } };
    assert_eq!(Pair::unpack(&pair.pack()), Ok(pair));
    assert_eq!(Big { value: 1, values: [2, 3] }.pack(), [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3]);
    assert_eq!(Header::new([0; 6]).size(), 0);
    assert_eq!(number!(&[1, 2], ">H"), Some(258));
}
