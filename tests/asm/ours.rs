//! Accessors as the macros make them. `hand.rs` has the same by hand; the test `asm` compares what they compile to.

use std::cell::Cell;

use view_core::view;

view! {
    pub struct Trade = "<I:id: >I:number: <d:price: b:kind: ?:open: T{<h:x: >h:y:}:spot: (2,3)<f:m: 3s:tag:";
}
pub type Shared<'a> = Trade<&'a [u8; Trade::SIZE]>;
pub type Exclusive<'a> = Trade<&'a mut [u8; Trade::SIZE]>;
pub type Cells<'a> = Trade<&'a [Cell<u8>; Trade::SIZE]>;

macro_rules! functions {
    ($($name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? { $($body:tt)* })*) => {
        $(#[inline(never)] pub fn $name($($argument: $type),*) $(-> $result)? { $($body)* })*
    };
}

functions! {
    u32_little(bytes: Shared<'_>) -> u32 { bytes.id() }
    u32_big(bytes: Shared<'_>) -> u32 { bytes.number() }
    f64_little(bytes: Shared<'_>) -> f64 { bytes.price() }
    i8_signed(bytes: Shared<'_>) -> i8 { bytes.kind() }
    truth(bytes: Shared<'_>) -> bool { bytes.open() }
    nested_little(bytes: Shared<'_>) -> i16 { bytes.spot().x() }
    nested_big(bytes: Shared<'_>) -> i16 { bytes.spot().y() }
    grid_constant(bytes: Shared<'_>) -> f32 { bytes.m().get([1, 2]).unwrap_or(0.0) }
    grid_index(bytes: Shared<'_>, i: usize, j: usize) -> Option<f32> { bytes.m().get([i, j]) }
    string(bytes: Shared<'_>) -> &[u8; 3] { bytes.tag() }
    cells_little(bytes: Cells<'_>) -> u32 { bytes.id() }
    cells_big(bytes: Cells<'_>) -> u32 { bytes.number() }
    cells_nested(bytes: Cells<'_>) -> i16 { bytes.spot().x() }
    set_little(bytes: &mut Exclusive<'_>, value: u32) { bytes.set_id(value) }
    set_big(bytes: &mut Exclusive<'_>, value: u32) { bytes.set_number(value) }
    set_f64(bytes: &mut Exclusive<'_>, value: f64) { bytes.set_price(value) }
    set_truth(bytes: &mut Exclusive<'_>, value: bool) { bytes.set_open(value) }
    set_cells(bytes: Cells<'_>, value: u32) { let mut bytes = bytes; bytes.set_id(value) }
    from_slice(bytes: &[u8]) -> Option<u32> { Some(Trade::from_prefix(bytes).ok()?.0.number()) }
    in_place(bytes: &[u8; 48]) -> Option<i32> { view!(bytes, ">i", [3, 4]).get([2, 1]) }
}
