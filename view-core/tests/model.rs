//! Random shapes, slices, parts, transposes and writes, against a plain list of element numbers.
#![expect(clippy::unwrap_used, reason = "these are tests")]

use std::cell::Cell;

use proptest::prelude::*;
use view_core::{Bytes, MaybeMut, MemoryOrder, Value, View, Writable};

/// A view as a shape and, in C order, the number of each element: what a nested list would hold.
#[derive(Debug, Clone)]
struct Model {
    shape: Vec<usize>,
    elements: Vec<usize>,
}

impl Model {
    fn new(shape: &[usize]) -> Model {
        Model { shape: shape.to_vec(), elements: (0..shape.iter().product()).collect() }
    }

    fn apply(&self, operation: Operation) -> Model {
        let Some((&length, rest)) = self.shape.split_first() else { return self.clone() };
        let row: usize = rest.iter().product();
        match operation {
            Operation::Slice(start, end) => {
                let (start, end) = ends(start, end, length);
                let shape = [&[end - start], rest].concat();
                Model { shape, elements: self.elements[start * row..end * row].to_vec() }
            }
            Operation::Part(_) if length == 0 => self.clone(),
            Operation::Part(index) => {
                let start = index % length * row;
                Model { shape: rest.to_vec(), elements: self.elements[start..start + row].to_vec() }
            }
            Operation::Transpose => {
                let shape: Vec<usize> = self.shape.iter().rev().copied().collect();
                let elements = indices(&shape).map(|mut index| {
                    index.reverse();
                    let place = index.iter().zip(&self.shape).fold(0, |place, (i, length)| place * length + i);
                    self.elements[place]
                });
                Model { elements: elements.collect(), shape: shape.clone() }
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Operation {
    Slice(usize, usize),
    Part(usize),
    Transpose,
}

/// Any two numbers as a range of an axis.
fn ends(a: usize, b: usize, length: usize) -> (usize, usize) {
    let (a, b) = (a % (length + 1), b % (length + 1));
    (a.min(b), a.max(b))
}

/// All indices of a shape, in C order.
fn indices(shape: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    (0..shape.iter().product()).map(|mut place| {
        let mut index: Vec<usize> = shape.iter().rev().map(|length| (place % length, place /= length).0).collect();
        index.reverse();
        index
    })
}

/// The same operations on a view over cells, whose parts live as long as the bytes do.
fn apply(view: View<&[Cell<u8>]>, operation: Operation) -> View<&[Cell<u8>]> {
    let length = view.shape().first().copied();
    match (operation, length) {
        (_, None) => view,
        (Operation::Slice(start, end), Some(length)) => {
            let (start, end) = ends(start, end, length);
            view.slice(start..end).unwrap()
        }
        (Operation::Part(_), Some(0)) => view,
        (Operation::Part(index), Some(length)) => view.part([index % length]).unwrap(),
        (Operation::Transpose, _) => view.transpose(),
    }
}

/// Everything that reads, on one view; `number` is what the element of a number holds.
fn check_reads(view: &View<impl Bytes>, model: &Model, number: impl Fn(usize) -> u32) {
    let numbers: Vec<u32> = model.elements.iter().map(|&element| number(element)).collect();
    assert_eq!(view.shape(), model.shape);
    assert_eq!(view.nbytes(), 4 * numbers.len());
    assert_eq!(view.to_bytes(), numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<_>>());
    for (index, &number) in indices(&model.shape).zip(&numbers) {
        assert_eq!(view.get(&index).unwrap(), Value::from(number));
    }
    let mut flat = Vec::new();
    flatten(view.to_list(), &mut flat);
    assert_eq!(flat, numbers.iter().map(|&number| Value::from(number)).collect::<Vec<_>>());
    let sum: u64 = numbers.iter().map(|&number| u64::from(number)).sum();
    match model.shape.len() {
        0 => assert_eq!(view.view().typed::<u32, 0>().unwrap().to_vec(), numbers),
        1 => assert_eq!(view.view().typed::<u32, 1>().unwrap().to_vec(), numbers),
        2 => assert_eq!(view.view().typed::<u32, 2>().unwrap().sum::<u64>(), sum),
        _ => assert_eq!(view.view().typed::<u32, 3>().unwrap().sum::<u64>(), sum),
    }
    if view.is_contiguous() {
        assert_eq!(view.view().cast("B").unwrap().to_bytes(), view.to_bytes_in(MemoryOrder::Any));
    } else {
        assert!(view.view().cast("B").is_err());
    }
}

fn flatten(value: Value, into: &mut Vec<Value>) {
    match value {
        Value::List(values) => values.into_iter().for_each(|value| flatten(value, into)),
        value => into.push(value),
    }
}

/// Overwrites the view with the numbers 1000, 1001, ...
fn write(view: &mut View<impl Writable>, count: usize) {
    let bytes: Vec<u8> = (0..count).flat_map(|i| (1000 + i as u32).to_be_bytes()).collect();
    view.copy_from(&bytes).unwrap();
}

fn operation() -> impl Strategy<Value = Operation> {
    prop_oneof![
        (0..9_usize, 0..9_usize).prop_map(|(start, end)| Operation::Slice(start, end)),
        (0..9_usize).prop_map(Operation::Part),
        Just(Operation::Transpose),
    ]
}

fn shape() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        6 => prop::collection::vec(1..5_usize, 0..4),
        1 => prop::collection::vec(0..3_usize, 1..4),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn views_are_lists(shape in shape(), operations in prop::collection::vec(operation(), 0..6)) {
        let count: usize = shape.iter().product();
        let bytes: Vec<u8> = (0..count as u32).flat_map(u32::to_be_bytes).collect();

        // One after the other over shared bytes, over cells and over bytes of run-time mutability.
        let mut written = bytes.clone();
        let mut model = Model::new(&shape);
        let mut view = View::cells(&mut written).cast_shape(">I", &shape).unwrap();
        check_reads(&view, &model, |element| element as u32);
        check_reads(&View::new(&bytes).cast_shape(">I", &shape).unwrap(), &model, |element| element as u32);
        let whole = view.clone();
        for &operation in &operations {
            model = model.apply(operation);
            view = apply(view, operation);
            check_reads(&view, &model, |element| element as u32);
        }

        // A write through the part is seen by the whole, and touches nothing else.
        write(&mut view, model.elements.len());
        let expected = |element| match model.elements.iter().position(|&written| written == element) {
            Some(place) => 1000 + place as u32,
            None => element as u32,
        };
        check_reads(&view, &model, expected);
        check_reads(&whole, &Model::new(&shape), expected);

        let mut again = bytes.clone();
        let mut view = View::new(MaybeMut::from(&mut again[..])).cast_shape(">I", &shape).unwrap();
        write(&mut view, count);
        check_reads(&view, &Model::new(&shape), |element| 1000 + element as u32);
        let mut fixed = View::new(MaybeMut::from(&bytes[..])).cast_shape(">I", &shape).unwrap();
        prop_assert!(fixed.copy_from(&bytes).is_err());
    }

    /// Whatever the numbers, the answer is an error or a view that reads.
    #[test]
    fn casts_never_panic(length in 0..40_usize, shape in prop::collection::vec(any::<usize>(), 0..4), small in shape()) {
        let bytes = vec![0; length];
        for shape in [shape, small] {
            for format in ["B", "<i", "3s", "0s", "", ">hx", "(2,2)H"] {
                if let Ok(view) = View::new(&bytes).cast_shape(format, &shape) {
                    prop_assert_eq!(view.nbytes(), length);
                    prop_assert_eq!(view.to_bytes(), &bytes[..]);
                }
            }
        }
    }
}
