//! `<IHHdB` as the peers declare it: a module of each benchmark, so that it is compiled and inlined with its loops.

use binrw::{BinRead, BinWrite};
use scroll::{Pread, Pwrite};
use zerocopy::little_endian::{F64, U16, U32};
use zerocopy::{FromBytes, IntoBytes};

/// The record for zerocopy.
#[derive(Clone, Copy, FromBytes, IntoBytes, zerocopy::Immutable, zerocopy::KnownLayout, zerocopy::Unaligned)]
#[repr(C)]
pub struct Zero {
    pub a: U32,
    pub b: U16,
    pub c: U16,
    pub x: F64,
    pub e: u8,
}

/// The record for the others.
#[derive(Clone, Copy, BinRead, BinWrite, Pread, Pwrite, deku::DekuRead, deku::DekuWrite)]
#[brw(little)]
#[deku(endian = "little")]
pub struct Plain {
    pub a: u32,
    pub b: u16,
    pub c: u16,
    pub x: f64,
    pub e: u8,
}
