//! Answers written by CPython and numpy, held against ours: views with any strides, and slices and sub-views of all axes.
//!
//! Where CPython refuses (it neither reads items of formats that are not native, nor slices more than one axis), the answers
//! are those of the other oracle: the `struct` module for items, numpy for slices.

#[path = "vectors/answers.rs"]
mod answers;

use answers::{agrees, bytes, lines};
use serde_json::Value as Json;
use view_core::{GeometryError, Index, MemoryOrder, Slice, Value, View, ViewError, s};

fn numbers<T: TryFrom<i64, Error: std::fmt::Debug>>(of: &Json) -> Vec<T> {
    of.as_array().unwrap().iter().map(|number| number.as_i64().unwrap().try_into().unwrap()).collect()
}

/// A view as `_testbuffer.ndarray` makes it: format, shape, strides and offset over some memory.
fn strided<'m>(of: &Json, memory: &'m [u8]) -> View<&'m [u8]> {
    let (shape, strides): (Vec<usize>, Vec<isize>) = (numbers(&of["shape"]), numbers(&of["strides"]));
    let offset = of["offset"].as_u64().unwrap() as usize;
    let view = View::new(memory).cast_strided(of["format"].as_str().unwrap(), &shape, &strides, offset);
    let view = view.unwrap_or_else(|error| panic!("{of}: {error}"));
    assert_eq!((view.shape(), view.strides()), (&shape[..], &strides[..]));
    assert_eq!(Some(view.itemsize() as u64), of["itemsize"].as_u64());
    view
}

/// Whether nested lists of values are those expected.
fn same_list(expected: &Json, got: &Value, dimensions: usize) -> bool {
    match (expected, got) {
        (Json::Array(expected), Value::List(got)) if dimensions > 0 => {
            expected.len() == got.len() && expected.iter().zip(got).all(|(e, g)| same_list(e, g, dimensions - 1))
        }
        _ => dimensions == 0 && same_item(expected, got),
    }
}

/// Whether a value is the one expected: a tuple `{"t": [..]}`, or a single one.
fn same_item(expected: &Json, got: &Value) -> bool {
    match (&expected["t"], got) {
        (Json::Array(expected), Value::Record(members)) => {
            expected.len() == members.len() && expected.iter().zip(members).all(|(e, m)| agrees(e, &m.value))
        }
        (Json::Array(_), _) => false,
        _ => agrees(expected, got),
    }
}

#[test]
fn views_with_any_strides_are_those_of_cpython() {
    let mut refused = 0;
    for line in lines("views.jsonl") {
        let (id, memory, others) = (&line["id"], bytes(&line["v"]["mem"]), bytes(&line["w"]["mem"]));
        let (view, other) = (strided(&line["v"], &memory), strided(&line["w"], &others));
        let flags = [view.is_c_contiguous(), view.is_f_contiguous(), view.is_contiguous()].map(Json::from);
        assert_eq!(flags, ["c", "f", "a"].map(|flag| line[flag].clone()), "line {id}");
        assert_eq!(Some(view.nbytes() as u64), line["nbytes"].as_u64(), "line {id}");
        for (order, answer) in
            [(MemoryOrder::C, "tobytes"), (MemoryOrder::F, "tobytes_F"), (MemoryOrder::Any, "tobytes_A")]
        {
            assert_eq!(view.to_bytes_in(order), bytes(&line[answer]), "line {id}: {answer}");
        }
        assert_eq!(view == other, line["eq"].as_bool().unwrap(), "line {id}: equal");
        assert_eq!(view == view.view(), line["eq_self"].as_bool().unwrap(), "line {id}: equal to itself");

        let list = view.to_list();
        assert!(same_list(&line["items"], &list, view.ndim()), "line {id}: {} is {list}", line["items"]);
        match &line["tolist_exc"] {
            Json::Null => assert!(same_list(&line["tolist"], &list, view.ndim()), "line {id}: {list}"),
            refusal => {
                assert_eq!(refusal["exc"], "NotImplementedError", "line {id}");
                refused += 1;
            }
        }

        // The same elements, walked.
        assert_eq!(view.iter().len(), view.iter().count());
        let mut backwards: Vec<_> = view.indexed_iter().rev().collect();
        backwards.reverse();
        for (walked, (index, value)) in view.iter().zip(&backwards) {
            let value = value.to_string();
            assert_eq!((walked.to_string(), view.get(index).unwrap().to_string()), (value.clone(), value), "line {id}");
        }
        assert_eq!(backwards.len(), view.iter().count(), "line {id}");
    }
    println!("lists that CPython refuses to make: {refused}");
    assert!(std::env::var_os("VIEW_VECTORS").is_some() || refused == 210);
}

/// One index or slice as numpy was given it.
fn index(of: &Json) -> Index {
    let (kind, of) = of.as_object().unwrap().iter().next().unwrap();
    let bound = |bound: &Json| bound.as_i64().map(|bound| bound as isize);
    match kind.as_str() {
        "i" => Index::from(of.as_i64().unwrap()),
        "s" => Index::Slice(Slice { start: bound(&of[0]), stop: bound(&of[1]), step: bound(&of[2]).unwrap_or(1) }),
        "e" => Index::Ellipsis,
        "n" => Index::NewAxis,
        other => panic!("{other:?} is no index"),
    }
}

fn apply<'m>(view: View<&'m [u8]>, keys: &[Json]) -> Result<View<&'m [u8]>, ViewError> {
    keys.iter().try_fold(view, |view, key| {
        let key: Vec<Index> = key.as_array().unwrap().iter().map(index).collect();
        view.slice(&key[..])
    })
}

#[test]
fn slices_and_sub_views_are_those_of_numpy() {
    let mut refused = 0;
    for line in lines("nd_subviews.jsonl") {
        let (id, memory) = (&line["id"], bytes(&line["mem"]));
        let format = match line["dtype"].as_str().unwrap() {
            "u1" => "B",
            "<i2" => "<h",
            "<i4" => "<i",
            ">i4" => ">i",
            "<f8" => "<d",
            other => panic!("{other:?} is new"),
        };
        let shape: Vec<usize> = numbers(&line["shape"]);
        let shape = view_core::Shape::new(&shape);
        let shape = if line["order"] == "F" { shape.fortran() } else { shape };
        let view = View::new(&memory).cast_shape(format, shape).unwrap();
        let result = apply(view, line["keys"].as_array().unwrap());
        if let Some(exception) = line["exc"].as_str() {
            // Which of two mistakes is told first may differ.
            let Err(ViewError::Geometry(error)) = result else { panic!("line {id}: {exception}, not {result:?}") };
            let is_known = match exception {
                "ValueError" => matches!(error, GeometryError::StepZero { .. }),
                _ => matches!(error, GeometryError::Index { .. } | GeometryError::TooManyIndices { .. }),
            };
            assert!(is_known, "line {id}: {exception}, not {error}");
            refused += 1;
            continue;
        }
        let view = result.unwrap_or_else(|error| panic!("line {id}: {error}"));
        let (shape, strides): (Vec<usize>, Vec<isize>) = (numbers(&line["out_shape"]), numbers(&line["out_strides"]));
        assert_eq!(view.shape(), shape, "line {id}");
        assert_eq!(view.to_bytes(), bytes(&line["out_bytes"]), "line {id}");
        assert_eq!(view.to_bytes_in(MemoryOrder::F), bytes(&line["out_bytes_F"]), "line {id} in Fortran order");
        if !shape.contains(&0) {
            // Strides that no index uses may differ.
            for ((length, stride), expected) in shape.iter().zip(view.strides()).zip(&strides) {
                assert!(*length == 1 || stride == expected, "line {id}: {:?} for {strides:?}", view.strides());
            }
            assert_eq!(Some(view.offset() as u64), line["out_off"].as_u64(), "line {id}");
        }
    }
    println!("keys that numpy refuses: {refused}");
    assert!(std::env::var_os("VIEW_VECTORS").is_some() || refused == 58);
}

/// Nor does clippy find fault with them: it runs over this file.
#[test]
fn keys_read_like_pythons() {
    let grid = View::new(b"ABCDEFGHIJKL").reshape(&[3, 4]).unwrap();
    assert_eq!(grid.slice(s![2..0;-1, 3..0;-2]).unwrap().to_bytes(), b"LJHF");
    assert_eq!(grid.slice(s![..., -1]).unwrap().to_bytes(), b"DHL");
}
