//! For 200 random record formats, generated code agrees with the run-time view: layouts, values read, values written.

use view_core::{Complex, Layout, Value, View};

/// What `build.rs` has written for one format.
struct Generated {
    format: &'static str,
    layout: &'static Layout,
    values: fn(&[u8]) -> Value,
    copy: fn(&[u8], &mut [u8]),
}

fn float(value: f32) -> Value {
    Value::Float(value.into())
}

fn complex(value: Complex<f32>) -> Value {
    Value::Complex(value.re.into(), value.im.into())
}

fn complex64(value: Complex<f64>) -> Value {
    Value::Complex(value.re, value.im)
}

fn text(value: &[u8]) -> Value {
    Value::Bytes(value.to_vec())
}

include!(concat!(env!("OUT_DIR"), "/records.rs"));

/// Bytes that differ from format to format. No byte has its upper bits all set, so that no float is NaN, which is unequal to
/// itself.
fn bytes(size: usize, seed: usize) -> Vec<u8> {
    (0..size).map(|i| ((i + seed) * 89 % 97) as u8).collect()
}

fn dynamic(bytes: &[u8], format: &str) -> Value {
    View::new(bytes).cast_shape(format, &[]).unwrap().get([]).unwrap()
}

/// As a tuple, also where an element is one value without a name.
fn as_record(value: Value) -> Value {
    match value {
        Value::Record(_) => value,
        other => Value::tuple([other]),
    }
}

#[test]
fn baked_layouts_are_parsed_layouts() {
    for Generated { format, layout, .. } in &ALL {
        assert_eq!(Layout::parse(format).as_ref(), Ok(*layout), "{format}");
    }
}

#[test]
fn getters_read_what_the_run_time_view_reads() {
    for (seed, Generated { format, layout, values, .. }) in ALL.iter().enumerate() {
        let bytes = bytes(layout.size(), seed);
        assert_eq!(values(&bytes), as_record(dynamic(&bytes, format)), "{format}");
    }
}

#[test]
fn setters_write_what_getters_read() {
    for (seed, Generated { format, layout, values, copy }) in ALL.iter().enumerate() {
        let bytes = bytes(layout.size(), seed);
        let mut copied = vec![0; layout.size()];
        copy(&bytes, &mut copied);
        assert_eq!(values(&copied), values(&bytes), "{format}");
        // Padding stays as it was, and nothing else does.
        let mut packed = vec![0; layout.size()];
        let mut view = View::new(&mut packed[..]).cast_shape(format, &[]).unwrap();
        view.set([], dynamic(&bytes, format)).unwrap();
        assert_eq!(copied, packed, "{format}");
    }
}
