//! Types and fields may be called what the output calls its own.
#![deny(warnings)]

use view_core::{TypedView, view};

view! {
    #[derive(Debug, PartialEq)]
    pub struct B = "<H:R: H:S: H:size: H:len: H:shape: H:get: H:type: H:bytes: H:value: T{H:B:}:C:";
}
view! {
    struct S = "<H:self_: H:columns: H:offset: H:f1:";
    struct R = "<T{<H:s:}:s:";
    struct RANK = "<H:at:";
}

fn main() {
    let mut b = B::new([0; 20]);
    b.set_R(1);
    b.set_size(2);
    b.set_type(3);
    b.C_mut().set_B(4);
    assert_eq!((b.R(), b.size(), b.r#type(), b.C().B()), (1, 2, 3, 4));
    assert_eq!(B::SIZE, 20);
    let bytes = [0; 40];
    let rows = TypedView::<_, B>::from_bytes(&bytes).unwrap();
    assert_eq!((rows.len(), rows.columns().len().len()), (2, 2));
    assert_eq!(S::new([1; 8]).columns(), 257);
    assert_eq!(R::new([1, 0]).s().s(), 1);
    let rows = TypedView::<_, RANK>::from_bytes(&bytes).unwrap();
    assert_eq!(rows.columns().at().sum(), 0);
}
