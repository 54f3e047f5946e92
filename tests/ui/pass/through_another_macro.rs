#![deny(warnings)]

macro_rules! header {
    ($name:ident, $format:literal) => {
        view_core::view! {
            pub struct $name = $format;
        }
    };
}
header!(Header, "<2s:magic: I:size:");

macro_rules! number {
    ($bytes:expr, $format:literal) => {
        view_core::view!($bytes, $format).get([])
    };
}

fn main() {
    assert_eq!(Header::new([0; 6]).size(), 0);
    assert_eq!(number!(&[1, 2], ">H"), Some(258));
}
