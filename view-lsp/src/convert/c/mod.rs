//! Layouts as structs of C, as a compiler for a target lays them out.

mod constant;
mod declare;
mod names;
mod read;
mod token;
mod write;

pub(super) use read::read;
pub(super) use write::write;
