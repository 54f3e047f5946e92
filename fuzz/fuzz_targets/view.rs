//! Any format, shape and strides over any bytes, and any operations one after the other: nothing panics, what is a view
//! reads, all ways to read agree, and nothing is written on an error.
#![no_main]

use std::cell::Cell;

use libfuzzer_sys::fuzz_target;
use view_core::{Index, MemoryOrder, Numeric, ReadAs, Shape, Slice, Value, View, ViewError};
use view_format::ScalarKind;

type Cells<'a> = View<&'a [Cell<u8>]>;

/// What to do, and with which numbers.
type Operation = (u8, i8, i16, i64);

/// More elements than this are not looked at one by one: a broadcast makes any number of them.
const MANY: usize = 2000;

fuzz_target!(|input: (&str, Vec<usize>, Vec<i16>, u16, Vec<Operation>, Vec<u8>)| {
    let (format, shape, strides, offset, operations, mut bytes) = input;
    single_elements(format, offset.into(), &mut bytes);
    let strides: Vec<isize> = strides.into_iter().map(isize::from).collect();
    let view = View::cells(&mut bytes);
    let whole = view.clone();
    let shape = Shape::new(&shape);
    let shape = match offset % 4 {
        0 => shape,
        1 => shape.fortran(),
        _ => shape.infer(usize::from(offset % 3)),
    };
    let views = [
        view.clone().cast_shape(format, shape),
        view.clone().cast_strided(format, &vec![usize::from(offset % 5); strides.len()], &strides, offset.into()),
        view.clone().reshape(shape),
    ];
    for view in views.into_iter().flatten() {
        // What those before have written is there.
        let plain = whole.to_bytes();
        let mut before = view.clone();
        let mut view = view;
        check(&view, &plain);
        for operation in &operations {
            if let Ok(next) = apply(&view, operation) {
                before = std::mem::replace(&mut view, next);
                check(&view, &plain);
            }
        }
        // Parts written one by one, over exclusive bytes and over cells.
        let mut copy = plain.clone();
        if let Ok(mut exclusive) =
            View::new(&mut copy).cast_strided(view.format(), view.shape(), view.strides(), view.offset())
            && few(&view)
        {
            let axis = usize::from(offset) % view.ndim().max(1);
            let parts = exclusive.axis_iter_mut(axis).into_iter().flatten().map(|mut part| part.copy_from(&view)).count();
            assert!(parts == 0 || parts == view.shape()[axis]);
            if let Ok((mut first, second)) = exclusive.split_at_mut(axis, usize::from(offset) % 3) {
                let _ = first.copy_from(&second);
            }
        }
        // Writing comes last: until here `plain` is what the bytes are.
        if few(&view) && few(&before) {
            let old = view.to_bytes();
            if view.copy_from(&before).is_err() {
                assert_eq!(view.to_bytes(), old);
            }
            if view.shape() == before.shape() && !overlap(&view) {
                assert!(view.copy_from(&before.to_list()).is_err() || view.copy_from(&view.to_list()).is_ok());
            }
            let old = view.to_bytes();
            let range = usize::from(offset) % 3..usize::from(offset) % 7;
            if view.copy_within(range.clone(), usize::from(offset) % 5).is_err() || range.is_empty() {
                assert_eq!(view.to_bytes(), old);
            }
            if let Some(value) = view.iter().next() {
                let filled = view.fill(value.clone());
                assert!(filled.is_err() || overlap(&view) || view.iter().all(|other| other == value || value != value));
            }
        }
    }
});

/// A value goes back where it came from; what has no single value of its own may be refused, and then nothing has changed.
fn single_elements(format: &str, at: usize, bytes: &mut [u8]) {
    let before = bytes.to_vec();
    if let Ok(mut view) = View::new(&mut bytes[..]).cast(format) {
        match view.get([at]) {
            Ok(value) => {
                if view.set([at], value).is_err() {
                    assert_eq!(bytes, before);
                }
            }
            Err(_) => assert!(view.set([at], 0).is_err() && bytes == before),
        }
    }
}

/// Whether elements share bytes, so that what is written to one is read from another.
fn overlap(view: &Cells<'_>) -> bool {
    let mut starts: Vec<isize> = view
        .indexed_iter()
        .map(|(index, _)| index.iter().zip(view.strides()).map(|(&i, &stride)| i as isize * stride).sum())
        .collect();
    starts.sort_unstable();
    starts.windows(2).any(|pair| pair[1] - pair[0] < view.itemsize().max(1) as isize)
}

fn few(view: &Cells<'_>) -> bool {
    let elements = view.shape().iter().try_fold(1, |all: usize, &length| all.checked_mul(length.max(1)));
    elements.is_some_and(|elements| elements <= MANY) && view.nbytes() <= 100 * MANY
}

/// All ways to read a view agree with the bytes that it is of.
fn check(view: &Cells<'_>, plain: &[u8]) {
    let _ = (view.is_contiguous(), view.nbytes(), format!("{view:?}"));
    if !few(view) {
        return;
    }
    let bytes = view.to_bytes();
    assert_eq!(bytes.len(), view.nbytes());
    let again = View::new(plain).cast_strided(view.format(), view.shape(), view.strides(), view.offset());
    // The format of a column is the one that its layout prints as, which takes as many bytes.
    assert_eq!(again.unwrap().to_bytes(), bytes);
    assert_eq!(view.clone().transpose().to_bytes(), view.to_bytes_in(MemoryOrder::F));
    whole(view);
    let mut values = view.indexed_iter();
    while let (Some((index, _)), last) = (values.next(), values.next_back()) {
        assert!(view.get(&index).is_ok() && last.is_none_or(|(index, _)| view.get(&index).is_ok()));
    }
    for axis in 0..view.ndim() {
        assert_eq!(view.axis_iter(axis).unwrap().map(|part| part.nbytes()).sum::<usize>(), bytes.len());
        let chunks = view.chunks(axis, 2).unwrap().rev();
        assert_eq!(chunks.map(|part| part.to_bytes().len()).sum::<usize>(), bytes.len());
    }
}

/// Everything that is asked of a whole view agrees with its elements one by one.
fn whole(view: &Cells<'_>) {
    let list = view.to_list();
    let mut over = Value::list([Value::from(&b"before"[..]), Value::list([1])]);
    view.to_list_into(&mut over);
    assert_eq!(format!("{over:?}"), format!("{list:?}"));
    let values: Vec<Value> = view.iter().collect();
    let folded = view.fold(Vec::new(), |mut all, value| (all.push(value), all).1);
    assert_eq!(format!("{folded:?}"), format!("{values:?}"));
    if let Some(value) = values.last() {
        let first = values.iter().position(|other| other == value);
        assert_eq!(view.index(value.clone(), ..), first, "{value:?} in {view}");
        assert_eq!(view.count(value.clone()), values.iter().filter(|other| *other == value).count());
        assert_eq!(view.contains(value.clone()), first.is_some());
        assert_eq!(view == view, values.iter().all(|value| value == value));
    }
    assert_eq!(view.hex().len(), 2 * view.nbytes());
    assert_eq!(view.hex_with(':', -3).replace(':', ""), view.hex());
    assert!(matches!(view.sum(), Ok(_) | Err(ViewError::NotNumbers { .. } | ViewError::SumOverflow { .. })));
    if let (Ok(least), Ok(greatest)) = (view.min(), view.max()) {
        assert_eq!(least.is_some(), !values.is_empty());
        assert!(least.into_iter().chain(greatest).all(|value| value != value || view.contains(value)));
    }
    typed::<i32>(view, &values);
    typed::<u8>(view, &values);
    typed::<f64>(view, &values);
    typed::<bool>(view, &values);
    assert!(view.to_vec::<[u8; 3]>().is_ok_and(|strings| strings.concat() == view.to_bytes()) || view.itemsize() != 3 || {
        !matches!(view.layout().as_scalar().map(|scalar| scalar.kind()), Some(ScalarKind::Bytes))
    });
}

/// The elements as numbers, if they are such.
fn typed<T>(view: &Cells<'_>, values: &[Value])
where
    T: ReadAs<Element: Numeric<Value = T>> + Copy + Into<Value> + PartialEq,
{
    let Ok(numbers) = view.to_vec::<T>() else { return };
    assert_eq!(numbers.len(), values.len());
    // A byte may be a string of one, too.
    if !matches!(values.first(), Some(Value::Char(_))) {
        let same = |(number, value): (&T, &Value)| (*number).into() == *value || value != value;
        assert!(numbers.iter().zip(values).all(same), "{view}");
    }
    if let Ok(typed) = view.clone().typed::<T, 2>() {
        let mut typed = typed;
        let show = |numbers: Vec<T>| format!("{:?}", numbers.into_iter().map(Into::into).collect::<Vec<Value>>());
        assert_eq!(show(typed.to_vec()), show(numbers));
        let turned = typed.transpose();
        assert!(turned.checked_sum().is_some());
        typed = turned;
        // Back onto itself, by way of the other order: nothing changes, whatever overlaps.
        let before = typed.to_bytes();
        typed.copy_from(&typed.clone()).expect("it is of the same shape");
        assert!(typed.to_bytes() == before || std::any::type_name::<T>() == "bool");
    }
}

fn apply<'a>(view: &Cells<'a>, &(operation, a, b, c): &Operation) -> Result<Cells<'a>, ViewError> {
    let (axis, other) = (usize::from(a.unsigned_abs()) % 4, usize::from(b.unsigned_abs()) % 4);
    let number = usize::from(b.unsigned_abs()) % 70;
    let slice = Slice { start: Some(b.into()), stop: (c % 3 != 0).then_some(c as isize), step: a.into() };
    let key = [Index::Slice(slice), Index::Ellipsis, Index::At(a.into()), Index::NewAxis];
    match operation % 20 {
        0 => view.slice(number..axis),
        1 => view.slice(&key[..1]),
        2 => view.slice(&key[1..3]),
        3 => view.slice(&key[..]),
        4 => view.slice(&[key[usize::from(operation) % 4], key[axis], key[other]]),
        5 => view.part([number]),
        6 => view.index_axis(axis, number),
        7 => view.slice_axis(axis, ..number),
        8 => Ok(view.clone().transpose()),
        9 => view.clone().permute(&[axis, other, 0][..view.ndim().min(3)]),
        10 => view.clone().swap_axes(axis, other),
        11 => view.clone().flip(axis),
        12 => Ok(view.clone().squeeze()),
        13 => view.clone().insert_axis(number),
        14 => view.clone().reshape(Shape::new(&[number, axis][..other.min(2)]).infer(axis)),
        15 => view.clone().broadcast_to(&[number, c as usize, axis][..other.min(3)]),
        16 => view.clone().windows(axis, number),
        17 => view.split_at(axis, number).map(|(first, second)| if a < 0 { first } else { second }),
        18 => view.column(&format!("f{}", number % 5)),
        _ => view.clone().cast(["B", "<H", "3s", ">bh", "(2)i", "T{<h:x:}:a:"][axis]),
    }
}
