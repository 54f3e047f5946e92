//! The accessors of `ours.rs` as one would write them by hand.

use std::cell::Cell;

type Shared<'a> = &'a [u8; 49];
type Exclusive<'a> = &'a mut [u8; 49];
type Cells<'a> = &'a [Cell<u8>; 49];

macro_rules! functions {
    ($($name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? { $($body:tt)* })*) => {
        $(#[inline(never)] pub fn $name($($argument: $type),*) $(-> $result)? { $($body)* })*
    };
}

functions! {
    u32_little(bytes: Shared<'_>) -> u32 { u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]) }
    u32_big(bytes: Shared<'_>) -> u32 { u32::from_be_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]) }
    f64_little(bytes: Shared<'_>) -> f64 {
        f64::from_le_bytes([
            bytes[8], bytes[9], bytes[10], bytes[11], bytes[12], bytes[13], bytes[14], bytes[15],
        ])
    }
    i8_signed(bytes: Shared<'_>) -> i8 { bytes[16] as i8 }
    truth(bytes: Shared<'_>) -> bool { bytes[17] != 0 }
    nested_little(bytes: Shared<'_>) -> i16 { i16::from_le_bytes([bytes[18], bytes[19]]) }
    nested_big(bytes: Shared<'_>) -> i16 { i16::from_be_bytes([bytes[20], bytes[21]]) }
    grid_constant(bytes: Shared<'_>) -> f32 { f32::from_le_bytes([bytes[42], bytes[43], bytes[44], bytes[45]]) }
    grid_index(bytes: Shared<'_>, i: usize, j: usize) -> Option<f32> {
        if i >= 2 || j >= 3 {
            return None;
        }
        let at = 22 + 12 * i + 4 * j;
        Some(f32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]))
    }
    string(bytes: Shared<'_>) -> &[u8; 3] { bytes[46..].first_chunk().unwrap() }
    cells_little(bytes: Cells<'_>) -> u32 {
        u32::from_le_bytes([bytes[0].get(), bytes[1].get(), bytes[2].get(), bytes[3].get()])
    }
    cells_big(bytes: Cells<'_>) -> u32 {
        u32::from_be_bytes([bytes[4].get(), bytes[5].get(), bytes[6].get(), bytes[7].get()])
    }
    cells_nested(bytes: Cells<'_>) -> i16 { i16::from_le_bytes([bytes[18].get(), bytes[19].get()]) }
    set_little(bytes: &mut Exclusive<'_>, value: u32) { bytes[0..4].copy_from_slice(&value.to_le_bytes()) }
    set_big(bytes: &mut Exclusive<'_>, value: u32) { bytes[4..8].copy_from_slice(&value.to_be_bytes()) }
    set_f64(bytes: &mut Exclusive<'_>, value: f64) { bytes[8..16].copy_from_slice(&value.to_le_bytes()) }
    set_truth(bytes: &mut Exclusive<'_>, value: bool) { bytes[17] = value as u8 }
    set_cells(bytes: Cells<'_>, value: u32) {
        for (cell, byte) in bytes.iter().zip(value.to_le_bytes()) { cell.set(byte) }
    }
    from_slice(bytes: &[u8]) -> Option<u32> {
        if bytes.len() < 49 { return None; }
        Some(u32::from_be_bytes([bytes[4], bytes[5], bytes[6], bytes[7]]))
    }
    in_place(bytes: &[u8; 48]) -> Option<i32> { Some(i32::from_be_bytes([bytes[36], bytes[37], bytes[38], bytes[39]])) }
}
