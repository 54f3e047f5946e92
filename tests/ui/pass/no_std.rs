//! A crate without the standard library: nothing in the output needs it.
#![no_std]
#![no_main]
#![deny(warnings)]

extern crate std;

use view_core::{Record, TypedView, view};

view! {
    /// Written by a sensor.
    #[derive(Debug, PartialEq, Default)]
    pub struct Sample = "<I:time: (3)h:axes: e:load: ?:valid: 3s:unit: T{B:major: B:minor:}:version:";
}

/// As values.
#[derive(Record, Debug, PartialEq)]
#[view(big_endian)]
pub struct Command {
    /// What to do.
    pub code: u16,
    /// To what.
    pub address: [u8; 4],
}

/// The sum of one axis of all samples.
pub fn sum(bytes: &[u8]) -> Option<i64> {
    let samples = TypedView::<_, Sample>::from_bytes(bytes).ok()?;
    Some(samples.iter().filter(|sample| sample.valid()).map(|sample| i64::from(sample.axes().at(2))).sum())
}

/// The first number of a table.
pub const fn table() -> [u8; 4] {
    [1, 0, 2, 0]
}

// A program has to start somewhere, which is the standard library's to know.
#[unsafe(no_mangle)]
extern "C" fn main() -> i32 {
    let mut bytes = [0; 2 * Sample::SIZE];
    let mut samples = view!(&mut bytes, "<I:time: (3)h:axes: e ?:valid: 3s T{B:major: B:minor:}", [2]);
    samples.at_mut(1).set_valid(true);
    samples.at_mut(1).axes_mut().set([2], -5).unwrap();
    assert!(sum(&bytes) == Some(-5));
    assert!(view!(&table(), "<H", [2]).at(1) == 2);
    assert!(Command::unpack(&Command { code: 1, address: [0; 4] }.pack()).is_ok());
    0
}
