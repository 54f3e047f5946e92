//! Visibility, documentation and attributes go where the user wrote them.
#![deny(warnings, missing_docs)]

use std::mem::size_of;

use view_core::view;

view! {
    /// One.
    ///
    /// With more than one line.
    #[derive(Clone, Copy, Debug)]
    #[must_use]
    pub struct One = "<I:id:";

    #[doc(hidden)]
    #[allow(dead_code)]
    #[derive(Debug)]
    #[derive(PartialEq, Default)]
    pub(crate) struct Two = "<I:id: d:price:";

    #[cfg(any())]
    struct Never = "<I:id:";

    #[cfg(all())]
    #[deprecated = "there are better ones"]
    struct Always = "<I:id:";
    #[derive(std::fmt::Debug, ::core::cmp::PartialEq, std::hash::Hash, core::cmp::Eq)]
    struct ByPath = "<I:id: 2x H:kind:";
}

// Not there, so that the name is free.
struct Never;

#[allow(deprecated)]
fn always() -> u32 {
    Always::new([1, 0, 0, 0]).id()
}

fn main() {
    let _ = (Never, One::new([0; 4]));
    assert_eq!(size_of::<One>(), One::SIZE);
    assert_eq!(size_of::<Two<&[u8; 12]>>(), size_of::<&[u8; 12]>());
    assert_eq!(Two::default(), Two::new(&[0; 12]));
    assert_eq!(always(), 1);
    assert_eq!(format!("{:?}", ByPath::new([0; 8])), "ByPath { id: 0, kind: 0 }");
}
