//! Any format, shape and strides over any bytes, and any operations one after the other: nothing panics, what is a view
//! reads, all ways to read agree, and nothing is written on an error.
#![no_main]

use std::cell::Cell;

use libfuzzer_sys::fuzz_target;
use view_core::{Index, MemoryOrder, Shape, Slice, View, ViewError};

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
    let _ = view.to_list();
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
