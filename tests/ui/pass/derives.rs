//! Derives see the fields, not raw bytes and padding.
#![deny(warnings)]

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use view_core::view;

view! {
    #[derive(Debug, PartialEq, Eq, Hash, Default, Clone, Copy)]
    struct Tagged = "<H:id: 2x 3s:tag: 4p:name: (2)T{B:x: x}:rows: (2)2s:tags: (3)H:m: T{h:y:}:at:";
}

fn main() {
    let (mut one, mut other) = ([0u8; Tagged::SIZE], vec![0u8; Tagged::SIZE]);
    one[2] = 9; // padding
    one[12] = 9; // padding of the first row
    let (a, b) = (Tagged::new(&one), Tagged::from_bytes(&other).unwrap());
    assert_eq!(a, b);
    let state = RandomState::new();
    assert_eq!(state.hash_one(a), state.hash_one(b));
    assert_eq!(a, Tagged::default());
    let rows = format!("{a:?}");
    assert!(rows.contains(r#"tag: b"\x00\x00\x00""#), "{rows}");
    other[0] = 1;
    let b = Tagged::from_bytes(&other).unwrap();
    assert_ne!(a, b);
    assert_eq!(HashSet::from([Tagged::new(one), Tagged::default()]).len(), 1);
}
