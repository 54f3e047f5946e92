//! Whole-view operations against plain loops over single elements: all strides, orders and formats, over every kind of byte.

use alloc::{format, vec, vec::Vec};
use core::cell::Cell;
use std::string::{String, ToString};

use proptest::prelude::*;
use smallvec::SmallVec;

use super::*;
use crate::kernel::Domain;
use crate::order::MemoryOrder;
use crate::value::Value;

/// A geometry of apart elements: a shape, and for each axis the gap behind its elements and whether it runs backwards, in the
/// order in which the axes nest.
#[derive(Clone, Debug)]
struct Plan {
    shape: Vec<usize>,
    axes: Vec<(usize, usize, bool)>,
    offset: usize,
}

impl Plan {
    /// The geometry for elements of a size, and how many bytes it takes.
    fn lay(&self, itemsize: usize) -> (Dynamic, usize) {
        let mut strides: SmallVec<[isize; 4]> = SmallVec::from_elem(0, self.shape.len());
        let mut order: Vec<usize> = (0..self.shape.len()).collect();
        order.sort_by_key(|&axis| self.axes[axis].0);
        let (mut extent, mut offset) = (itemsize, self.offset);
        for axis in order {
            let (_, gap, backwards) = self.axes[axis];
            let length = self.shape[axis];
            let stride = extent + gap;
            let span = stride * length.saturating_sub(1);
            offset += if backwards { span } else { 0 };
            strides[axis] = if backwards { -(stride as isize) } else { stride as isize };
            extent += span;
        }
        let offset = if self.shape.contains(&0) { 0 } else { offset };
        (Geometry { shape: self.shape[..].into(), strides, offset }, self.offset + extent)
    }
}

fn shape() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        6 => prop::collection::vec(1..6_usize, 0..4),
        2 => (1..150_usize, 1..150_usize).prop_map(|(rows, columns)| vec![rows, columns]),
        2 => (1..40_usize, 1..40_usize, 1..5_usize).prop_map(|(rows, columns, colours)| vec![rows, columns, colours]),
        2 => (1..300_usize).prop_map(|length| vec![length]),
        1 => prop::collection::vec(0..3_usize, 1..4),
    ]
}

fn plan(shape: Vec<usize>) -> impl Strategy<Value = Plan> {
    let gap = prop_oneof![4 => Just(0_usize), 1 => 0..9_usize];
    let axes = prop::collection::vec((0..9_usize, gap, prop::bool::weighted(0.2)), shape.len());
    (axes, 0..5_usize).prop_map(move |(axes, offset)| Plan { shape: shape.clone(), axes, offset })
}

const FORMATS: [&str; 26] = [
    "B",
    "b",
    "?",
    "c",
    "<h",
    ">h",
    "<H",
    ">H",
    "<i",
    ">i",
    "<I",
    ">Q",
    "<q",
    "<e",
    ">f",
    "<f",
    "<d",
    ">d",
    "3s",
    ">Zd",
    "<Zd",
    "12s",
    "<2hB",
    ">2bi",
    "<hxb",
    "T{>h:x: <d:y:}",
];

/// Bytes that often make equal and small numbers.
fn bytes(length: usize, seed: u64) -> Vec<u8> {
    let mut state = seed | 1;
    (0..length)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            [0, 0, 0, 0, 1, 1, 2, 255, (state >> 40) as u8, 0x3f][(state >> 20) as usize % 10]
        })
        .collect()
}

fn indices(shape: &[usize]) -> Vec<Vec<usize>> {
    shape.iter().fold(vec![vec![]], |indices, &length| {
        indices.iter().flat_map(|index| (0..length).map(|i| [&index[..], &[i]].concat())).collect()
    })
}

fn element(format: &str) -> ElementType {
    ElementType::parse(format).unwrap()
}

/// The elements of a geometry, over bytes that another function makes.
fn view<B: Bytes>(bytes: B, geometry: &Dynamic, format: &str) -> View<B> {
    View::<B>::with_geometry(bytes, geometry.clone(), &element(format))
}

fn cells(bytes: &mut [u8]) -> &[Cell<u8>] {
    Cell::from_mut(bytes).as_slice_of_cells()
}

/// Two plans of one shape.
fn two_plans() -> impl Strategy<Value = (Plan, Plan)> {
    shape().prop_flat_map(|shape| (plan(shape.clone()), plan(shape)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn copies_out(plan in shape().prop_flat_map(plan), format in 0..FORMATS.len(), seed: u64) {
        let format = FORMATS[format];
        let itemsize = element(format).itemsize();
        let (geometry, length) = plan.lay(itemsize);
        let mut bytes = bytes(length, seed);
        let copied = bytes.clone();
        let of = |indices: Vec<Vec<usize>>| -> Vec<u8> {
            indices.iter().flat_map(|index| copied[geometry.locate(index).unwrap()..][..itemsize].to_vec()).collect()
        };
        let c = of(indices(&plan.shape));
        let reversed: Vec<usize> = plan.shape.iter().rev().copied().collect();
        let f = of(indices(&reversed).into_iter().map(|index| index.into_iter().rev().collect()).collect());
        let hex: String = c.iter().map(|byte| format!("{byte:02x}")).collect();
        let shared = view(&bytes[..], &geometry, format);
        let values: Vec<Value> = indices(&plan.shape).iter().map(|index| shared.get(index).unwrap()).collect();
        let mut listed = Vec::new();
        flatten(shared.to_list(), &mut listed);
        // As text, since NaN is equal to nothing.
        prop_assert_eq!(format!("{listed:?}"), format!("{values:?}"));
        prop_assert_eq!(shared.to_bytes(), &c[..]);
        prop_assert_eq!(shared.to_bytes_in(MemoryOrder::F), &f[..]);
        let any = shared.to_bytes_in(MemoryOrder::Any);
        let is_f = shared.is_f_contiguous() && !shared.is_c_contiguous();
        prop_assert_eq!(&any, if is_f { &f } else { &c });
        prop_assert_eq!(shared.hex(), &hex[..]);
        let cells = view(cells(&mut bytes), &geometry, format);
        prop_assert_eq!(cells.to_bytes(), c);
        prop_assert_eq!(cells.to_bytes_in(MemoryOrder::F), f);
        prop_assert_eq!(cells.hex(), hex);
    }

    #[test]
    fn copies_between_formats((a, b) in two_plans(), from in 0..FORMATS.len(), to in 0..FORMATS.len(), seed: u64) {
        let (from, to) = (FORMATS[from], FORMATS[to]);
        let (a, a_length) = a.lay(element(from).itemsize());
        let (b, b_length) = b.lay(element(to).itemsize());
        let (source, mut target) = (bytes(a_length, seed), bytes(b_length, seed ^ 0xffff));
        let mut expected = target.clone();
        let values = view(&source[..], &a, from);
        let mut one = view(&mut expected[..], &b, to);
        let is_good = indices(&a.shape).iter().all(|index| one.set(index, values.get(index).unwrap()).is_ok());
        if from == to {
            for index in indices(&a.shape) {
                let size = element(to).itemsize();
                let place = b.locate(&index).unwrap();
                expected[place..][..size].copy_from_slice(&source[a.locate(&index).unwrap()..][..size]);
            }
        } else if !is_good {
            expected.clone_from(&target);
        }
        let mut again = target.clone();
        prop_assert_eq!(view(&mut target[..], &b, to).copy_from(&values).is_ok(), is_good || from == to);
        // The payload of a NaN is not specified: a value of Python, which is a double, cannot keep that of a float.
        let has_nan = indices(&a.shape).iter().any(|index| format!("{}", values.get(index).unwrap()).contains("nan"));
        if has_nan {
            let shown = |bytes: &[u8]| view(bytes, &b, to).to_list().to_string();
            prop_assert!(shown(&target) == shown(&expected), "{} to {}", from, to);
            return Ok(());
        }
        prop_assert!(target == expected, "{} to {}", from, to);
        let mut shared = source.clone();
        let result = view(cells(&mut again), &b, to).copy_from(&view(cells(&mut shared), &a, from));
        prop_assert_eq!(result.is_ok(), is_good || from == to);
        prop_assert!(again == expected, "{} to {} over cells", from, to);
    }

    #[test]
    fn overlapping_copies_read_first((a, b) in two_plans(), format in 0..FORMATS.len(), shift in 0..20_usize, seed: u64) {
        let format = FORMATS[format];
        let itemsize = element(format).itemsize();
        let ((mut a, a_length), (b, b_length)) = (a.lay(itemsize), b.lay(itemsize));
        a.offset += shift;
        let mut bytes = bytes(b_length.max(a_length + shift), seed);
        let copied = view(&bytes[..], &a, format).to_bytes();
        let mut expected = bytes.clone();
        view(&mut expected[..], &b, format).copy_from(&copied).unwrap();
        let all = cells(&mut bytes);
        view(all, &b, format).copy_from(&view(all, &a, format)).unwrap();
        prop_assert_eq!(bytes, expected);
    }

    #[test]
    fn equality_is_that_of_all_elements((a, b) in two_plans(), from in 0..FORMATS.len(), to in 0..FORMATS.len(), seed: u64, same: bool) {
        let (from, to) = (FORMATS[from], FORMATS[to]);
        let (a, a_length) = a.lay(element(from).itemsize());
        let (b, b_length) = b.lay(element(to).itemsize());
        let (mut source, mut target) = (bytes(a_length, seed), bytes(b_length, seed ^ 0xffff));
        if same {
            let _ = view(&mut target[..], &b, to).copy_from(&view(&source[..], &a, from));
        }
        let (one, other) = (view(&source[..], &a, from), view(&target[..], &b, to));
        let expected = indices(&a.shape).iter().all(|index| one.get(index).unwrap() == other.get(index).unwrap());
        prop_assert_eq!(one == other, expected, "{} {}", from, to);
        prop_assert_eq!(other == one, expected, "{} {}", to, from);
        let (one, other) = (view(cells(&mut source), &a, from), view(cells(&mut target), &b, to));
        prop_assert_eq!(one == other, expected, "{} {} over cells", from, to);
    }

    #[test]
    fn one_value_everywhere_and_found_again(plan in shape().prop_flat_map(plan), format in 0..FORMATS.len(), seed: u64) {
        let format = FORMATS[format];
        let (geometry, length) = plan.lay(element(format).itemsize());
        let mut bytes = bytes(length, seed);
        let mut expected = bytes.clone();
        let values: Vec<Value> = {
            let view = view(&bytes[..], &geometry, format);
            indices(&plan.shape).iter().map(|index| view.get(index).unwrap()).collect()
        };
        let Some(value) = values.get(seed as usize % values.len().max(1)).cloned() else { return Ok(()) };
        {
            let view = view(&bytes[..], &geometry, format);
            let start = (seed >> 20) as usize % (values.len() + 1);
            let equal = |other: &Value| *other == value;
            prop_assert_eq!(view.count(&value), values.iter().filter(|other| equal(other)).count());
            prop_assert_eq!(view.index(&value, ..), values.iter().position(equal));
            let found = values[start..].iter().position(equal).map(|place| place + start);
            prop_assert_eq!(view.index(&value, start..), found);
            prop_assert_eq!(view.index(&value, ..start), values[..start].iter().position(equal));
            prop_assert_eq!(view.contains(&value), values.iter().any(equal));
        }
        let mut one = view(&mut expected[..], &geometry, format);
        indices(&plan.shape).iter().for_each(|index| one.set(index, &value).unwrap());
        let mut again = bytes.clone();
        view(&mut bytes[..], &geometry, format).fill(&value).unwrap();
        prop_assert_eq!(&bytes, &expected);
        view(cells(&mut again), &geometry, format).fill(&value).unwrap();
        prop_assert_eq!(&again, &expected);
    }

    #[test]
    fn sums_and_extremes(plan in shape().prop_flat_map(plan), format in 0..18_usize, seed: u64) {
        let format = FORMATS[format];
        let (geometry, length) = plan.lay(element(format).itemsize());
        let bytes = bytes(length, seed);
        let view = view(&bytes[..], &geometry, format);
        let values: Vec<Value> = view.fold(Vec::new(), |mut values, value| {
            values.push(value);
            values
        });
        if element(format).layout().as_scalar().is_none_or(|scalar| Domain::of(scalar).is_none()) {
            prop_assert!(view.sum().is_err() && view.min().is_err());
            return Ok(());
        }
        let integers: Option<Vec<i128>> = values.iter().map(Value::as_integer).collect();
        match integers {
            Some(integers) => {
                let sum: i128 = integers.iter().sum();
                match view.sum() {
                    Ok(Value::Uint(found)) => prop_assert_eq!(i128::from(found), sum),
                    Ok(found) => prop_assert_eq!(found, Value::Int(sum as i64)),
                    Err(error) => prop_assert_eq!(error, ViewError::SumOverflow { sum }),
                }
                prop_assert_eq!(view.min().unwrap().and_then(|least| least.as_integer()), integers.iter().min().copied());
                prop_assert_eq!(view.max().unwrap().and_then(|most| most.as_integer()), integers.iter().max().copied());
            }
            None => {
                let floats: Vec<f64> = values.iter().map(|value| value.as_f64().unwrap()).collect();
                let sum = view.sum().unwrap().as_f64().unwrap();
                let magnitude: f64 = floats.iter().map(|number| number.abs()).sum();
                let expected: f64 = floats.iter().sum();
                if magnitude.is_finite() {
                    prop_assert!((sum - expected).abs() <= magnitude * 1e-12);
                }
                let has_nan = floats.iter().any(|number| number.is_nan());
                let least = floats.iter().copied().reduce(f64::min).filter(|_| !has_nan);
                prop_assert_eq!(view.min().unwrap().and_then(|least| least.as_f64()).filter(|least| !least.is_nan()), least);
            }
        }
    }
}

fn flatten(value: Value, into: &mut Vec<Value>) {
    match value {
        Value::List(values) => values.into_iter().for_each(|value| flatten(value, into)),
        value => into.push(value),
    }
}

#[test]
fn wrong_shapes_and_values_are_told_and_write_nothing() {
    let mut data = [7; 6];
    let mut view = View::new(&mut data).cast_shape("B", &[2, 3]).unwrap();
    let mut check = |value: Value, error: &str| {
        assert_eq!(view.copy_from(&value).unwrap_err().to_string(), error);
        assert_eq!(view.to_bytes(), [7; 6]);
    };
    let row = |values: [i32; 3]| Value::list(values);
    check(Value::list([row([1, 2, 3]), row([4, 5, 256])]), "element [1, 2]: `B` requires 0 <= number <= 255, got 256");
    check(Value::list([row([1, 2, 3])]), "element []: 2 values needed, got 1");
    check(Value::list([row([1, 2, 3]), Value::list([1])]), "element [1]: 3 values needed, got 1");
    check(Value::list([row([1, 2, 3]), 4.into()]), "element [1]: a list needed, got an integer");
    check(
        Value::list([row([1, 2, 3]), Value::list(["a", "b", "c"])]),
        "element [1, 0]: `B` requires an integer, got a string",
    );
    let other = [0; 6];
    let error = view.copy_from(&View::new(&other)).unwrap_err().to_string();
    assert_eq!(error, "cannot copy elements of shape [6] into a view of shape [2, 3]");
    let big = [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    let error = view.copy_from(&View::new(&big).cast_shape("<h", &[2, 3]).unwrap()).unwrap_err().to_string();
    assert_eq!(error, "element [0, 1]: `B` requires 0 <= number <= 255, got 256");
    assert_eq!(data, [7; 6]);
}
