//! Views that repeat their elements: whatever can be known of a few bytes costs no more than these, however many elements there are.

use std::hash::DefaultHasher;
use std::panic::catch_unwind;
use std::string::{String, ToString};
use std::vec::Vec;

use crate::{Be, Index, Le, TypedView, Value, View, ViewError};

/// More elements than anybody waits for, and fewer than a number holds.
#[cfg(target_pointer_width = "64")]
const MANY: usize = 1 << 40;
#[cfg(not(target_pointer_width = "64"))]
const MANY: usize = 1 << 27;

fn repeated<'b>(bytes: &'b [u8], format: &str, shape: &[usize], to: &[usize]) -> View<&'b [u8]> {
    View::new(bytes).cast_shape(format, shape).unwrap().broadcast_to(to).unwrap()
}

#[test]
fn one_value_of_all_is_found_in_the_bytes() {
    let view = repeated(&[1, 0, 2, 0, 3, 0], "<h", &[3, 1], &[3, MANY]);
    let many = MANY as u64;
    assert_eq!(view.sum().unwrap(), Value::from(6 * many));
    assert_eq!((view.min().unwrap(), view.max().unwrap()), (Some(Value::from(1)), Some(Value::from(3))));
    assert_eq!((view.count(2), view.count(7)), (MANY, 0));
    assert!(view.contains(3) && !view.contains(4));
    let numbers = [1, 2, 3, 4].map(|value| view.index(value, ..));
    assert_eq!(numbers, [Some(0), Some(MANY), Some(2 * MANY), None]);
    let typed = view.view().typed::<i16, 2>().unwrap();
    assert_eq!((typed.sum() as u64, typed.count(2)), (6 * many, MANY));
    assert_eq!((typed.min(), typed.max()), (Some(1), Some(3)));
    assert_eq!([1, 2, 3, 4].map(|value| typed.index(value)), numbers);
    assert!(view.to_string().contains("more") && std::format!("{typed:?}").contains("more"));
    assert_eq!((view.iter().len(), view.iter().next_back()), (3 * MANY, Some(Value::from(3))));
    assert_eq!(view.iter().nth(2 * MANY), Some(Value::from(3)));

    // What needs more than 64 bits says so.
    let most = repeated(&[0xff; 8], "<Q", &[1], &[MANY / 8]).sum().unwrap_err();
    assert_eq!(most, ViewError::SumOverflow { sum: i128::from(u64::MAX) * (MANY as i128 / 8) });
    let floats = repeated(&[0, 0, 0xc0, 0x3f], "<f", &[1], &[MANY / 4]);
    assert_eq!(floats.sum().unwrap(), Value::from(1.5 * (MANY / 4) as f64));
    assert_eq!(floats.typed::<f32, 1>().unwrap().sum(), 1.5 * (MANY / 4) as f64);
    let complex = repeated(&[0, 0, 0xc0, 0x3f, 0, 0, 0, 0], "<Zf", &[1], &[MANY / 8]);
    assert_eq!(complex.sum().unwrap(), Value::Complex(1.5 * (MANY / 8) as f64, 0.0));

    // Elements without a number, and without bytes.
    let strings = repeated(b"abcd", "2s", &[2, 1], &[2, MANY / 2]);
    assert_eq!((strings.count(b"cd"), strings.index(b"cd", ..)), (MANY / 2, Some(MANY / 2)));
    let empty = repeated(b"", "0s", &[1], &[MANY]);
    assert_eq!((empty.count(b""), empty.index(b"", 5..)), (MANY, Some(5)));
    assert!(empty == empty && empty.to_bytes().is_empty());
}

/// From any element on, against a search one by one.
#[test]
fn the_first_from_a_number_on_is_found() {
    let bytes = [1, 2, 1, 3, 2, 1];
    for (from, to) in [([1, 6, 1], [3, 6, 2]), ([3, 1, 2], [3, 4, 2]), ([2, 1, 1], [2, 3, 2]), ([1, 1, 1], [2, 3, 2])] {
        let view = repeated(&bytes[..from.iter().product()], "B", &from, &to);
        let values: Vec<_> = view.iter().collect();
        for start in 0..=values.len() + 1 {
            for value in 0..5 {
                let expected = (start..values.len()).find(|&i| values[i] == Value::from(value));
                assert_eq!(view.index(value, start..), expected, "{from:?} {to:?} {start} {value}");
                assert_eq!(view.index(value, start..9), expected.filter(|found| *found < 9));
            }
        }
    }
    let far = repeated(&[1, 2], "B", &[2, 1], &[2, MANY / 2]);
    assert_eq!((far.index(2, 1..), far.index(1, 7..), far.index(1, MANY / 2..)), (Some(MANY / 2), Some(7), None));
}

#[test]
fn repeated_views_are_compared_by_what_they_repeat() {
    let (a, b) = ([1, 0, 2, 0], [0, 0, 0, 1, 0, 0, 0, 2]);
    let shapes = |bytes, format, shape: &[usize]| repeated(bytes, format, shape, &[2, MANY / 16]);
    assert_eq!(shapes(&a, "<h", &[2, 1]), shapes(&b, ">i", &[2, 1]));
    assert_ne!(shapes(&a, "<h", &[2, 1]), shapes(&b[..4], ">i", &[1, 1]));
    let typed = |bytes, format| shapes(bytes, format, &[2, 1]).typed::<u16, 2>().unwrap();
    assert_eq!(typed(&a, "<H"), typed(&[0, 1, 0, 2], ">H"));
    assert_ne!(typed(&a, "<H"), typed(&[0, 1, 0, 3], ">H"));
    let nan = repeated(&[0, 0, 0xc0, 0x7f], "<f", &[1], &[MANY / 4]);
    assert_ne!(nan, nan);

    // Each along an axis of its own.
    let length = 1 << 13;
    let (same, mut other) = (std::vec![7_u8; length], std::vec![7_u8; length]);
    let crossed = |a: &[u8], b: &[u8]| {
        let rows = repeated(a, "B", &[length, 1], &[length, length]);
        let columns = repeated(b, "B", &[1, length], &[length, length]);
        let typed =
            |view: &View<&[u8]>| view.view().typed::<u8, 2>().unwrap() == columns.view().typed::<u8, 2>().unwrap();
        assert_eq!(rows == columns, typed(&rows));
        rows == columns
    };
    assert!(crossed(&same, &other));
    other[length - 1] = 8;
    assert!(!crossed(&same, &other) && !crossed(&other, &same) && !crossed(&other, &other));
}

#[test]
fn repeated_elements_are_written_once() {
    let mut bytes = [1, 2, 3, 4];
    let mut view = View::cells(&mut bytes).cast_shape("<H", &[2, 1]).unwrap().broadcast_to(&[2, MANY / 2]).unwrap();
    view.fill(0x0605).unwrap();
    assert_eq!(view.count(0x0605), MANY);
    let source = repeated(&[1, 2], "B", &[2, 1], &[2, MANY / 2]);
    view.copy_from(&source).unwrap();
    assert_eq!((view.count(1), view.count(2)), (MANY / 2, MANY / 2));
    let own = view.view();
    view.copy_from(&own).unwrap();
    let row = view.slice([Index::At(1)]).unwrap();
    view.copy_within(1..2, 0).unwrap();
    assert_eq!((view.min().unwrap(), row.max().unwrap()), (Some(Value::from(2)), Some(Value::from(2))));
    let mut typed = view.view().typed::<u16, 2>().unwrap();
    typed.fill(9).unwrap();
    assert_eq!(typed.count(9), MANY);
    let error = view.copy_from(&repeated(&[0xff; 4], "<i", &[1, 1], &[2, MANY / 2])).unwrap_err();
    assert_eq!(error.to_string(), "element [0, 0]: `H` requires 0 <= number <= 65535, got -1");
    // A list is as long as it is.
    let error = view.copy_from(&Value::list([1, 2])).unwrap_err();
    assert_eq!(error.to_string(), "element [0]: a list needed, got an integer");
    let error = view.copy_from(&Value::list([Value::list([1]), Value::list([2])])).unwrap_err();
    assert_eq!(error.to_string(), std::format!("element [0]: {} values needed, got 1", MANY / 2));
    view.slice(crate::s![.., ..0]).unwrap().fill(5).unwrap();
    assert_eq!(view.count(9), MANY);
    assert_eq!(bytes, [9, 0, 9, 0]);
}

#[cfg(target_pointer_width = "64")]
#[test]
fn copies_that_fit_no_memory_are_errors() {
    let most = 1 << 59;
    let view = repeated(b"A", "B", &[1], &[most]);
    let error = view.to_vec::<u8>().unwrap_err();
    assert_eq!(error, ViewError::Memory { needed: Some(most) });
    assert_eq!(view.hash_into(&mut DefaultHasher::new()), Err(error));
    let says = |what: fn(&View<&[u8]>)| {
        let view = repeated(b"A", "B", &[1], &[1 << 59]);
        let panic = catch_unwind(move || what(&view)).unwrap_err();
        panic.downcast_ref::<String>().cloned().unwrap()
    };
    let expected = std::format!(
        "no memory for {most} bytes: the view repeats its elements; take a part of it, or what it repeats"
    );
    assert_eq!(says(|view| drop(view.to_bytes())), expected);
    assert_eq!(says(|view| drop(view.view().typed::<u8, 1>().unwrap().to_vec())), expected);
    assert_eq!(says(|view| drop(view.view().typed::<u8, 1>().unwrap().to_bytes())), expected);
    assert!(says(|view| drop(view.hex())).contains("repeats its elements"));
    assert!(says(|view| drop(view.to_list())).contains("repeats its elements"));
    // Part of it is as good as any view.
    assert_eq!(view.slice(..3).unwrap().to_bytes(), b"AAA");
    let typed = TypedView::<_, Be<u8>>::from_bytes(b"A").unwrap().broadcast_to([most]).unwrap();
    assert!(typed == TypedView::<_, Le<u8>>::from_bytes(b"A").unwrap().broadcast_to([most]).unwrap().into_view());
}
