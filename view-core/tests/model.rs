//! Random shapes, strides, slices, parts, casts and writes, against a plain list of element numbers.
#![expect(clippy::unwrap_used, reason = "these are tests")]

#[path = "model/lists.rs"]
mod lists;

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use lists::{Model, Operation, ends, indices, operation, permutation, repeated, reshaped, shape};
use proptest::prelude::*;
use view_core::{
    Byte, Bytes, GeometryError, Index, MaybeMut, MemoryOrder, Ordered, Owner, OwnerMut, Shape, Slice, TypedView, Value,
    View, ViewError, Writable,
};

type Cells<'a> = View<&'a [Cell<u8>]>;

/// The operation on a view over cells, whose parts live as long as the bytes do; a view without dimensions, of which most
/// operations ask for an axis, has none of them.
fn apply<'a>(view: &Cells<'a>, operation: &Operation) -> Result<Cells<'a>, ViewError> {
    let rank = view.ndim();
    let axis = |axis: usize| axis % rank.max(1);
    let length = |axis: usize| view.shape().get(axis).copied().unwrap_or(0);
    match *operation {
        Operation::Slice(a, b) => {
            let (start, end) = ends(a, b, length(0));
            view.slice(start..end)
        }
        Operation::Key(ref key) => view.slice(&key[..]),
        Operation::Part(at) => view.part([at]),
        Operation::IndexAxis(a, at) => view.index_axis(axis(a), at),
        Operation::SliceAxis(a, start, end) => {
            let (start, end) = ends(start, end, length(axis(a)));
            view.slice_axis(axis(a), start..end)
        }
        Operation::Transpose => Ok(view.clone().transpose()),
        Operation::Permute(number) => view.clone().permute(&permutation(number, rank)),
        Operation::SwapAxes(a, b) => view.clone().swap_axes(axis(a), axis(b)),
        Operation::Flip(a) => view.clone().flip(axis(a)),
        Operation::Squeeze => Ok(view.clone().squeeze()),
        Operation::InsertAxis(at) => view.clone().insert_axis(at % (rank + 1)),
        Operation::Reshape(number) => view.clone().reshape(&reshaped(view.shape(), number)),
        Operation::Broadcast(number) => view.clone().broadcast_to(&repeated(view.shape(), number)),
        Operation::Windows(a, size) => view.clone().windows(axis(a), size),
        Operation::Half(a, at, first) => {
            view.split_at(axis(a), at).map(|halves| if first { halves.0 } else { halves.1 })
        }
        Operation::AxisPart(a, at) => {
            let mut parts = view.axis_iter(axis(a))?;
            // From the nearer end.
            let part = match at < parts.len() / 2 {
                true => parts.nth(at),
                false => parts.len().checked_sub(at + 1).and_then(|n| parts.nth_back(n)),
            };
            part.ok_or(ViewError::NoAxis)
        }
        Operation::Chunk(a, size, number) => view.chunks(axis(a), size)?.nth(number).ok_or(ViewError::NoAxis),
    }
}

/// The operation on a view of any bytes, which it consumes. It is one that is not refused.
fn consume<B: Bytes>(view: View<B>, operation: &Operation) -> Result<View<B>, ViewError> {
    let (rank, shape) = (view.ndim(), view.shape().to_vec());
    let axis = |axis: usize| axis % rank.max(1);
    let at = |axis: usize, index: Index| [vec![Index::Slice(Slice::new(.., 1)); axis], vec![index]].concat();
    let range = |axis: usize, start: usize, end: usize| at(axis, Index::Slice(Slice::new(start..end, 1)));
    match *operation {
        Operation::Slice(a, b) => {
            let (start, end) = ends(a, b, shape[0]);
            view.into_slice(start..end)
        }
        Operation::Key(ref key) => view.into_slice(&key[..]),
        Operation::Part(index) => view.into_slice(&at(0, Index::At(index as isize))[..]),
        Operation::IndexAxis(a, index) | Operation::AxisPart(a, index) => {
            view.into_slice(&at(axis(a), Index::At(index as isize))[..])
        }
        Operation::SliceAxis(a, start, end) => {
            let (start, end) = ends(start, end, shape[axis(a)]);
            view.into_slice(&range(axis(a), start, end)[..])
        }
        Operation::Half(a, index, true) => view.into_slice(&range(axis(a), 0, index)[..]),
        Operation::Half(a, index, false) => view.into_slice(&range(axis(a), index, shape[axis(a)])[..]),
        Operation::Chunk(a, size, number) => {
            let start = size * number;
            view.into_slice(&range(axis(a), start, (start + size).min(shape[axis(a)]))[..])
        }
        Operation::Transpose => Ok(view.transpose()),
        Operation::Permute(number) => view.permute(&permutation(number, rank)),
        Operation::SwapAxes(a, b) => view.swap_axes(axis(a), axis(b)),
        Operation::Flip(a) => view.flip(axis(a)),
        Operation::Squeeze => Ok(view.squeeze()),
        Operation::InsertAxis(at) => view.insert_axis(at % (rank + 1)),
        Operation::Reshape(number) => view.reshape(&reshaped(&shape, number)),
        Operation::Broadcast(number) => view.broadcast_to(&repeated(&shape, number)),
        Operation::Windows(a, size) => view.windows(axis(a), size),
    }
}

/// A view of bytes that cannot be written: it reads, and refuses.
fn check_shared<B: Bytes>(view: View<B>, model: &Model) {
    check_reads(&view, model, |element| element as u32);
    assert!(view.readonly());
}

/// A view of bytes that can be written: what is written is read again, and nothing else has changed.
fn check_written<B: Writable>(mut view: View<B>, model: &Model) {
    check_reads(&view, model, |element| element as u32);
    assert!(!view.readonly());
    if !model.is_injective() {
        return;
    }
    write(&mut view, model.elements.len());
    let expected = |element| match model.elements.iter().position(|&written| written == element) {
        Some(place) => 1000 + place as u32,
        None => element as u32,
    };
    check_reads(&view, model, expected);
    let all: Vec<u8> = view.into_inner().units().iter().map(Byte::get).collect();
    assert_eq!(all, bytes_of((0..all.len() / 4).map(expected)));
}

/// Does the same to the model and the view, or sees both refuse. A reshape may be refused alone, where a copy would be
/// needed.
fn step<'a>(model: Model, view: Cells<'a>, operation: &Operation) -> (Model, Cells<'a>) {
    match (model.apply(operation), apply(&view, operation)) {
        (Some(model), Ok(view)) => (model, view),
        (None, Err(_)) => (model, view),
        (Some(_), Err(ViewError::Geometry(GeometryError::Scattered { .. }))) => {
            assert!(!view.is_c_contiguous(), "{operation:?} of {view} is refused");
            (model, view)
        }
        (expected, got) => panic!("{operation:?} of {view}: {got:?}, not {expected:?}"),
    }
}

/// Everything that reads, on one view; `number` is what the element of a number holds.
fn check_reads(view: &View<impl Bytes>, model: &Model, number: impl Fn(usize) -> u32) {
    let numbers: Vec<u32> = model.elements.iter().map(|&element| number(element)).collect();
    let values: Vec<Value> = numbers.iter().map(|&number| Value::from(number)).collect();
    assert_eq!(view.shape(), model.shape);
    assert_eq!(view.nbytes(), 4 * numbers.len());
    assert_eq!(view.to_bytes(), numbers.iter().flat_map(|number| number.to_be_bytes()).collect::<Vec<_>>());
    for (index, value) in indices(&model.shape).zip(&values) {
        assert_eq!(view.get(&index).unwrap(), *value);
    }
    assert_eq!(view.to_vec::<u32>().unwrap(), numbers);
    let mut filled = vec![7; numbers.len() + 1];
    assert!(view.to_vec_into::<u32>(&mut filled).is_err() && filled.iter().all(|&number| number == 7));
    view.to_vec_into::<u32>(&mut filled[1..]).unwrap();
    assert_eq!(filled[1..], numbers);
    let mut flat = Vec::new();
    flatten(view.to_list(), &mut flat);
    assert_eq!(flat, values);

    assert!(view.iter().eq(values.iter().cloned()));
    assert!(view.iter().rev().eq(values.iter().rev().cloned()));
    assert!(view.indexed_iter().map(|(index, _)| index).eq(indices(&model.shape)));
    assert!(view.indexed_iter().rev().map(|(_, value)| value).eq(values.iter().rev().cloned()));
    // From both ends, with leaps.
    let (mut ours, mut theirs) = (view.iter(), values.iter().cloned());
    for n in [1, 0, 2] {
        assert_eq!((ours.nth(n), ours.nth_back(n)), (theirs.nth(n), theirs.nth_back(n)));
        assert_eq!(ours.len(), theirs.len());
    }
    assert!(ours.eq(theirs));

    match model.shape.len() {
        0 => check_typed(&view.view().typed::<u32, 0>().unwrap(), model, &numbers),
        1 => check_typed(&view.view().typed::<u32, 1>().unwrap(), model, &numbers),
        2 => check_typed(&view.view().typed::<u32, 2>().unwrap(), model, &numbers),
        3 => check_typed(&view.view().typed::<u32, 3>().unwrap(), model, &numbers),
        _ => {}
    }
    if view.is_contiguous() {
        assert_eq!(view.view().cast("B").unwrap().to_bytes(), view.to_bytes_in(MemoryOrder::Any));
    } else {
        assert!(view.view().cast("B").is_err());
    }
}

fn check_typed<const R: usize>(view: &TypedView<impl Bytes, Ordered<u32>, R>, model: &Model, numbers: &[u32]) {
    assert_eq!(view.to_vec(), numbers);
    assert_eq!((view.nbytes(), view.is_contiguous()), (4 * numbers.len(), view.view().into_view().is_contiguous()));
    assert_eq!(view.sum(), numbers.iter().map(|&number| u64::from(number)).sum::<u64>());
    assert!(view.iter().eq(numbers.iter().copied()));
    assert!(view.iter().rev().eq(numbers.iter().rev().copied()));
    assert!(view.indexed_iter().eq(indices(&model.shape).map(|i| i.try_into().unwrap()).zip(numbers.iter().copied())));
    assert_eq!(view.iter().fold(Vec::new(), |mut all, number| (all.push(number), all).1), numbers);
    let (mut ours, mut theirs) = (view.iter(), numbers.iter().copied());
    assert_eq!((ours.nth(1), ours.nth_back(1), ours.next()), (theirs.nth(1), theirs.nth_back(1), theirs.next()));
    assert_eq!(ours.fold(0, |sum, number| sum + u64::from(number)), theirs.map(u64::from).sum());
    assert_eq!(view.view().into_view().shape(), model.shape);
}

fn flatten(value: Value, into: &mut Vec<Value>) {
    match value {
        Value::List(values) => values.into_iter().for_each(|value| flatten(value, into)),
        value => into.push(value),
    }
}

/// The bytes of the numbers of these elements.
fn bytes_of(numbers: impl IntoIterator<Item = u32>) -> Vec<u8> {
    numbers.into_iter().flat_map(u32::to_be_bytes).collect()
}

/// Overwrites the view with the numbers 1000, 1001, ...
fn write(view: &mut View<impl Writable>, count: usize) {
    view.copy_from(bytes_of((1000..).take(count))).unwrap();
}

/// The lowest and one past the highest byte of a view of numbers, found by looking at every element.
fn span(view: &Cells<'_>) -> Option<Range<isize>> {
    let starts = indices(view.shape()).map(|index| {
        let steps = index.iter().zip(view.strides()).map(|(&i, stride)| i as isize * stride);
        view.offset() as isize + steps.sum::<isize>()
    });
    let starts: Vec<isize> = starts.collect();
    Some(*starts.iter().min()?..starts.iter().max()? + 4)
}

/// Whether the parts lie one behind the other.
fn are_apart<'a>(parts: impl Iterator<Item = Cells<'a>>) -> bool {
    let mut spans: Vec<_> = parts.filter_map(|part| span(&part)).collect();
    spans.sort_by_key(|span| span.start);
    spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
}

/// The typed operations that a typed view of `R` dimensions has, each as it is of the run-time view.
macro_rules! check_typed_operations {
    ($($check:ident $rank:literal [$($less:ident)?];)*) => { $(
        fn $check(view: &Cells<'_>, operation: &Operation) {
            let typed = view.clone().typed::<u32, $rank>().unwrap();
            let axis = |axis: usize| axis % $rank.max(1);
            let expected = apply(view, operation);
            let got: Result<Cells<'_>, ViewError> = match *operation {
                Operation::Slice(a, b) => {
                    let (start, end) = ends(a, b, view.shape().first().copied().unwrap_or(0));
                    typed.slice(start..end).map(Into::into)
                }
                Operation::Key(ref key) => match expected.as_ref().map(View::ndim) {
                    Ok(0) => typed.slice::<0>(&key[..]).map(Into::into),
                    Ok(1) => typed.slice::<1>(&key[..]).map(Into::into),
                    Ok(2) => typed.slice::<2>(&key[..]).map(Into::into),
                    Ok(3) => typed.slice::<3>(&key[..]).map(Into::into),
                    _ => return,
                },
                Operation::Transpose => Ok(typed.transpose().into()),
                Operation::Permute(number) => {
                    typed.permute(permutation(number, $rank).try_into().unwrap()).map(Into::into)
                }
                Operation::SwapAxes(a, b) => typed.swap_axes(axis(a), axis(b)).map(Into::into),
                Operation::Flip(a) => typed.flip(axis(a)).map(Into::into),
                Operation::SliceAxis(a, start, end) => {
                    let (start, end) = ends(start, end, view.shape().get(axis(a)).copied().unwrap_or(0));
                    typed.slice_axis(axis(a), start..end).map(Into::into)
                }
                Operation::InsertAxis(at) => typed.insert_axis(at % (view.ndim() + 1)).map(Into::into),
                Operation::Windows(a, size) => typed.windows(axis(a), size).map(Into::into),
                Operation::Reshape(number) => match reshaped(view.shape(), number)[..] {
                    [] => typed.reshape([]).map(Into::into),
                    [a] => typed.reshape([a]).map(Into::into),
                    [a, b] => typed.reshape([a, b]).map(Into::into),
                    _ => return,
                },
                Operation::Broadcast(number) => match repeated(view.shape(), number)[..] {
                    [a] => typed.broadcast_to([a]).map(Into::into),
                    [a, b] => typed.broadcast_to([a, b]).map(Into::into),
                    _ => return,
                },
                Operation::Half(a, at, first) => {
                    typed.split_at(axis(a), at).map(|halves| if first { halves.0.into() } else { halves.1.into() })
                }
                Operation::Chunk(a, size, number) => typed
                    .chunks(axis(a), size)
                    .and_then(|mut chunks| chunks.nth(number).map(Into::into).ok_or(ViewError::NoAxis)),
                $(Operation::IndexAxis(a, at) => typed.$less(axis(a), at).map(Into::into),
                Operation::AxisPart(a, at) => typed
                    .axis_iter(axis(a))
                    .and_then(|mut parts| parts.nth(at).map(Into::into).ok_or(ViewError::NoAxis)),)?
                _ => return,
            };
            match (expected, got) {
                (Err(_), Err(_)) => {}
                (Ok(expected), Ok(got)) => {
                    assert_eq!((got.shape(), got.strides()), (expected.shape(), expected.strides()), "{operation:?}");
                    assert_eq!((got.offset(), got.to_bytes()), (expected.offset(), expected.to_bytes()));
                }
                (expected, got) => panic!("{operation:?} of {view}: {got:?}, not {expected:?}"),
            }
        }
    )* };
}
check_typed_operations! { check_typed_0 0_usize []; check_typed_1 1_usize [index_axis]; check_typed_2 2_usize [index_axis]; }

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn views_are_lists(shape in shape(), operations in prop::collection::vec(operation(), 0..6)) {
        let count: usize = shape.iter().product();
        let bytes = bytes_of(0..count as u32);

        // One after the other over cells, whose parts live as long as the bytes do.
        let mut written = bytes.clone();
        let mut model = Model::new(&shape);
        let mut view = View::cells(&mut written).cast_shape(">I", &shape).unwrap();
        check_reads(&view, &model, |element| element as u32);
        let whole = view.clone();
        let mut done = Vec::new();
        for operation in &operations {
            match view.ndim() {
                0 => check_typed_0(&view, operation),
                1 => check_typed_1(&view, operation),
                2 => check_typed_2(&view, operation),
                _ => {}
            }
            if model.apply(operation).is_some() && apply(&view, operation).is_ok() {
                done.push(operation);
            }
            (model, view) = step(model, view, operation);
            check_reads(&view, &model, |element| element as u32);
        }

        // The same operations over everything that holds bytes.
        macro_rules! over {
            ($check:ident: $($holder:expr),* $(,)?) => { $(
                let start = View::new($holder).cast_shape(">I", &shape).unwrap();
                let other = done.iter().try_fold(start, |view, operation| consume(view, operation)).unwrap();
                prop_assert_eq!((other.shape(), other.strides(), other.offset()), (view.shape(), view.strides(), view.offset()));
                $check(other, &model);
            )* };
        }
        over! { check_shared:
            &bytes[..], &bytes, Arc::<[u8]>::from(&bytes[..]), Rc::<[u8]>::from(&bytes[..]), Cow::Borrowed(&bytes[..]),
            Cow::<[u8]>::Owned(bytes.clone()), Owner(bytes.clone()), MaybeMut::from(&bytes[..]),
        }
        let (mut one, mut two, mut three) = (bytes.clone(), bytes.clone(), bytes.clone());
        over! { check_written:
            &mut one[..], bytes.clone(), bytes.clone().into_boxed_slice(), OwnerMut(bytes.clone()),
            MaybeMut::from(&mut two[..]), Cell::from_mut(&mut three[..]).as_slice_of_cells(),
        }
        #[cfg(feature = "bytes")]
        over! { check_shared: bytes::Bytes::copy_from_slice(&bytes) }
        #[cfg(feature = "bytes")]
        over! { check_written: bytes::BytesMut::from(&bytes[..]) }

        // The same elements, asked for by their strides.
        let elsewhere = View::new(Arc::<[u8]>::from(&bytes[..]));
        let elsewhere = elsewhere.cast_strided(">I", view.shape(), view.strides(), view.offset()).unwrap();
        check_reads(&elsewhere, &model, |element| element as u32);

        // A write through the part is seen by the whole, and touches nothing else.
        if model.is_injective() {
            write(&mut view, model.elements.len());
            let expected = |element| match model.elements.iter().position(|&written| written == element) {
                Some(place) => 1000 + place as u32,
                None => element as u32,
            };
            check_reads(&view, &model, expected);
            check_reads(&whole, &Model::new(&shape), expected);
        }
    }

    /// Exclusive bytes are lent out in parts exactly where the parts lie apart, and then each writes its own.
    #[test]
    fn exclusive_parts_write_what_cells_write(
        shape in shape(),
        key in prop::collection::vec(operation(), 0..3),
        axis in 0..3_usize,
        size in 1..4_usize,
        backwards in any::<bool>(),
        typed in any::<bool>(),
    ) {
        let count: usize = shape.iter().product();
        let (mut ours, mut theirs) = (bytes_of(0..count as u32), bytes_of(0..count as u32));
        let mut cells = View::cells(&mut theirs).cast_shape(">I", &shape).unwrap();
        for operation in &key {
            if let Ok(view) = apply(&cells, operation) {
                cells = view;
            }
        }
        let (shape, strides, offset) = (cells.shape().to_vec(), cells.strides().to_vec(), cells.offset());
        let mut view = View::new(&mut ours).cast_strided(">I", &shape, &strides, offset).unwrap();
        if shape.is_empty() {
            prop_assert!(view.chunks_mut(0, size).is_err() && view.split_at_mut(0, 0).is_err());
            return Ok(());
        }
        let axis = axis % shape.len();
        let apart = are_apart(cells.chunks(axis, size).unwrap());
        let mut number = 1000;
        let mut next = |elements: usize| bytes_of((0..elements).map(|_| { number += 1; number }));
        let expected: Vec<View<_>> = cells.chunks(axis, size).unwrap().collect();
        let is_lent = match typed && shape.len() == 2 {
            true => {
                let mut view = view.view_mut().typed::<u32, 2>().unwrap();
                let parts = view.chunks_mut(axis, size);
                let is_lent = parts.is_ok();
                let parts: Vec<_> = parts.into_iter().flatten().map(TypedView::into_view).collect();
                write_all(parts, expected, backwards, &mut next);
                is_lent
            }
            false => {
                let parts = view.chunks_mut(axis, size);
                let is_lent = parts.is_ok();
                let parts: Vec<_> = match backwards {
                    true => {
                        let mut parts: Vec<_> = parts.into_iter().flatten().rev().collect();
                        parts.reverse();
                        parts
                    }
                    false => parts.into_iter().flatten().collect(),
                };
                write_all(parts, expected, backwards, &mut next);
                is_lent
            }
        };
        prop_assert_eq!(is_lent, apart, "{} {:?}", cells, view.strides());

        let at = size.min(shape[axis]);
        let (first, second) = cells.split_at(axis, at).unwrap();
        let apart = are_apart([first.clone(), second.clone()].into_iter());
        let halves = view.split_at_mut(axis, at);
        prop_assert_eq!(halves.is_ok(), apart);
        let halves = halves.into_iter().flat_map(|(a, b)| [a, b]).collect();
        write_all(halves, vec![first, second], backwards, &mut next);
        if is_lent {
            let parts: Vec<_> = match view.axis_iter_mut(axis) {
                Ok(parts) => parts.collect(),
                Err(_) => Vec::new(),
            };
            write_all(parts, cells.axis_iter(axis).unwrap().collect(), backwards, &mut next);
        }
        prop_assert_eq!(ours, theirs);
    }

    /// Assignment between parts of the same bytes reads first.
    #[test]
    fn overlapping_assignments_read_first(
        shape in shape(),
        to in prop::collection::vec(operation(), 0..3),
        from in prop::collection::vec(operation(), 0..3),
        typed in any::<bool>(),
    ) {
        let count: usize = shape.iter().product();
        let mut bytes = bytes_of(0..count as u32);
        let whole = View::cells(&mut bytes).cast_shape(">I", &shape).unwrap();
        let start = || (Model::new(&shape), whole.clone());
        let (to_model, mut to) = to.iter().fold(start(), |(model, view), operation| step(model, view, operation));
        let (from_model, from) = from.iter().fold(start(), |(model, view), operation| step(model, view, operation));
        let result = match (to.ndim(), from.ndim()) {
            (1, 1) if typed => copy_typed::<1, 1>(&to, &from),
            (2, 1) if typed => copy_typed::<2, 1>(&to, &from),
            (2, 2) if typed => copy_typed::<2, 2>(&to, &from),
            (3, 3) if typed => copy_typed::<3, 3>(&to, &from),
            _ => to.copy_from(&from),
        };
        prop_assert_eq!(result.is_ok(), to_model.shape == from_model.shape);
        let expected = |element| match to_model.elements.iter().rposition(|&written| written == element) {
            Some(place) if result.is_ok() => from_model.elements[place] as u32,
            _ => element as u32,
        };
        if to_model.is_injective() {
            check_reads(&whole, &Model::new(&shape), expected);
        }
    }

    /// Strides of one's own: every element is where they say, or one lies outside.
    #[test]
    fn strided_casts_are_checked_once(
        length in 0..40_usize,
        axes in prop::collection::vec((0..4_usize, -9..10_isize), 0..4),
        offset in 0..40_usize,
    ) {
        let bytes: Vec<u8> = (0..length as u8).collect();
        let (shape, strides): (Vec<usize>, Vec<isize>) = axes.into_iter().unzip();
        for (format, size) in [("B", 1), (">h", 2), ("3s", 3), ("<hB", 3)] {
            let start = |index: Vec<usize>| {
                offset as isize + index.iter().zip(&strides).map(|(&i, stride)| i as isize * stride).sum::<isize>()
            };
            let starts: Vec<isize> = indices(&shape).map(start).collect();
            let fits = starts.iter().all(|&at| at >= 0 && at + size <= length as isize)
                && (!starts.is_empty() || offset <= length);
            let view = View::new(&bytes).cast_strided(format, &shape, &strides, offset);
            prop_assert_eq!(view.is_ok(), fits, "{:?}", view);
            if let Ok(view) = view {
                let expected: Vec<u8> = starts.iter().flat_map(|&at| &bytes[at as usize..][..size as usize]).copied().collect();
                prop_assert_eq!(view.to_bytes(), expected);
                prop_assert_eq!(view.to_bytes_in(MemoryOrder::F), view.view().transpose().to_bytes());
            }
        }
    }

    /// Whatever the numbers, the answer is an error or a view that reads.
    #[test]
    fn casts_never_panic(
        length in 0..40_usize,
        shape in prop::collection::vec(any::<usize>(), 0..4),
        strides in prop::collection::vec(any::<isize>(), 0..4),
        small in shape(),
        axis in 0..4_usize,
        offset in any::<usize>(),
    ) {
        let bytes = vec![0; length];
        for shape in [shape, small] {
            for format in ["B", "<i", "3s", "0s", "", ">hx", "(2,2)H"] {
                for shape in [Shape::new(&shape), Shape::new(&shape).fortran(), Shape::new(&shape).infer(axis)] {
                    if let Ok(view) = View::new(&bytes).cast_shape(format, shape) {
                        prop_assert_eq!(view.nbytes(), length);
                        prop_assert_eq!(view.to_bytes_in(MemoryOrder::Any), &bytes[..]);
                    }
                    if let Ok(view) = View::new(&bytes).reshape(shape) {
                        prop_assert_eq!(view.nbytes(), length);
                    }
                }
                let strided = View::new(&bytes).cast_strided(format, &shape, &strides[..strides.len().min(shape.len())], offset);
                if let Ok(view) = strided {
                    prop_assert!(view.shape().iter().product::<usize>() * view.itemsize() == view.nbytes());
                }
                let _ = View::new(&bytes).broadcast_to(&shape).map(|view| view.nbytes());
            }
        }
    }
}

/// Copies between typed views of the same elements.
fn copy_typed<const R: usize, const Q: usize>(to: &Cells<'_>, from: &Cells<'_>) -> Result<(), ViewError> {
    to.clone().typed::<u32, R>()?.copy_from(&from.clone().typed::<u32, Q>()?)
}

/// Writes the same numbers through both lists of parts, if there are as many, in one order or the other.
fn write_all(
    ours: Vec<View<impl Writable>>,
    theirs: Vec<Cells<'_>>,
    backwards: bool,
    next: &mut impl FnMut(usize) -> Vec<u8>,
) {
    if ours.is_empty() {
        return;
    }
    assert_eq!(ours.len(), theirs.len());
    let mut pairs: Vec<_> = ours.into_iter().zip(theirs).collect();
    if backwards {
        pairs.reverse();
    }
    for (mut ours, mut theirs) in pairs {
        assert_eq!(ours.shape(), theirs.shape());
        let bytes = next(ours.nbytes() / 4);
        ours.copy_from(&bytes).unwrap();
        theirs.copy_from(&bytes).unwrap();
    }
}
