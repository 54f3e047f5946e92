//! One trace: some bytes, the views that were made of them, and what each step does to both.
//!
//! A view is kept as its attributes, and made anew for each step: over bytes whose mutability is known at run time, as those of a
//! `memoryview`, and over cells, which have to answer alike.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};

use serde_json::Value as Json;
use view_core::{Bytes, Index, MaybeMut, MemoryOrder, Slice, Struct, Value, View, ViewError, Writable, s};

use crate::answers::{agrees, bytes, value};

/// How a step compares.
pub(crate) enum Outcome {
    /// The same answer, or both refuse.
    Same,
    /// Nothing to compare: the types of Rust leave no way to ask so (a view after its release, a text as memory order).
    Unwritable,
    /// CPython refuses and we answer, rightly by another oracle.
    Granted,
}

pub(crate) struct Trace {
    id: Json,
    base: Vec<u8>,
    views: BTreeMap<u64, Seen>,
}

/// What a view is.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    format: String,
    shape: Vec<usize>,
    strides: Vec<isize>,
    offset: usize,
    readonly: bool,
    released: bool,
}

impl Seen {
    fn of<B: Bytes>(view: &View<B>, readonly: bool) -> Seen {
        Seen {
            format: view.format().into(),
            shape: view.shape().into(),
            strides: view.strides().into(),
            offset: view.offset(),
            readonly,
            released: false,
        }
    }

    /// The view, over bytes of any kind.
    fn over<B: Bytes>(&self, view: View<B>) -> View<B> {
        view.cast_strided(&self.format, &self.shape, &self.strides, self.offset).unwrap()
    }

    fn is_empty(&self) -> bool {
        self.shape.contains(&0)
    }
}

/// What a step of ours gave.
enum Answer {
    Value(Value),
    Bytes(Vec<u8>),
    Text(String),
    Bool(bool),
    Number(usize),
    View(Seen),
    Done,
}

/// Why a step of ours gave nothing.
enum Refusal {
    Error,
    Unwritable,
}

impl From<ViewError> for Refusal {
    fn from(_: ViewError) -> Refusal {
        Refusal::Error
    }
}

type Result<T> = std::result::Result<T, Refusal>;

fn slice_of(of: &Json) -> Index {
    let bound = |bound: &Json| bound.as_i64().map(|bound| bound as isize);
    Index::Slice(Slice { start: bound(&of[0]), stop: bound(&of[1]), step: bound(&of[2]).unwrap_or(1) })
}

/// A value as it was given, if Rust has it: there is no `None`, and no integer of more than 64 bits.
fn given(of: &Json) -> Option<Value> {
    match of.as_object()?.iter().next()? {
        (kind, Json::String(text)) if kind == "s" => Some(Value::from(&text[..])),
        (kind, Json::String(number)) if kind == "i" => {
            let number: i128 = number.parse().ok()?;
            i64::try_from(number).map(Value::Int).or_else(|_| u64::try_from(number).map(Value::Uint)).ok()
        }
        (kind, _) if matches!(&kind[..], "f" | "c" | "b" | "?") => Some(value(of)),
        _ => None,
    }
}

fn indices(of: &Json) -> Vec<Index> {
    of.as_array().unwrap().iter().map(|i| Index::from(i.as_i64().unwrap())).collect()
}

impl Trace {
    pub(crate) fn new(line: &Json) -> Trace {
        let base = bytes(&line["base"]);
        let first = Seen::of(&View::new(&base), line["readonly"].as_bool().unwrap());
        let trace = Trace { id: line["id"].clone(), base, views: BTreeMap::new() };
        trace.check_attributes(&line["v0"], &first, "the first view");
        Trace { views: BTreeMap::from([(0, first)]), ..trace }
    }

    /// Does a step, and panics where it does not compare.
    pub(crate) fn step(&mut self, step: &Json) -> Outcome {
        let number = step["v"].as_u64().unwrap();
        let seen = self.views[&number].clone();
        let other = step["from"].as_u64().or(step["w"].as_u64()).map(|other| self.views[&other].clone());
        if step["op"] == "release" {
            // What a drop is here, after which nothing can be asked.
            self.views.get_mut(&number).unwrap().released = true;
            return Outcome::Unwritable;
        }
        if seen.released || other.as_ref().is_some_and(|other| other.released) {
            return Outcome::Unwritable;
        }
        let raises = step["exc"].is_string();
        let mut written = self.base.clone();
        let answer = self.answer(step, &seen, other.as_ref(), &mut written);
        match answer {
            Err(Refusal::Unwritable) => {
                assert!(raises, "{}: {step}", self.id);
                Outcome::Unwritable
            }
            Err(Refusal::Error) => {
                assert!(raises, "{}: {step} was refused", self.id);
                assert_eq!(written, self.base, "{}: {step} wrote something", self.id);
                Outcome::Same
            }
            Ok(answer) if raises => {
                self.check_otherwise(step, &seen, other.as_ref(), &answer, &written);
                Outcome::Granted
            }
            Ok(answer) => {
                self.check(step, answer);
                let expected =
                    if step["base_after"].is_string() { bytes(&step["base_after"]) } else { self.base.clone() };
                assert_eq!(written, expected, "{}: {step}", self.id);
                self.base = written;
                Outcome::Same
            }
        }
    }

    fn check_attributes(&self, attributes: &Json, seen: &Seen, step: &str) {
        let view = seen.over(View::new(&self.base));
        let id = &self.id;
        assert_eq!(attributes["format"], seen.format, "{id}: {step}");
        assert_eq!(attributes["itemsize"], view.itemsize(), "{id}: {step}");
        assert_eq!(attributes["ndim"], view.ndim(), "{id}: {step}");
        assert_eq!(attributes["shape"], Json::from(seen.shape.clone()), "{id}: {step}");
        assert_eq!(attributes["strides"], Json::from(seen.strides.clone()), "{id}: {step}");
        assert_eq!(attributes["nbytes"], view.nbytes(), "{id}: {step}");
        assert_eq!(attributes["readonly"], seen.readonly, "{id}: {step}");
        assert_eq!(attributes["c"], view.is_c_contiguous(), "{id}: {step}");
        assert_eq!(attributes["f"], view.is_f_contiguous(), "{id}: {step}");
        assert_eq!(attributes["a"], view.is_contiguous(), "{id}: {step}");
        // Where a view without elements would start, no program can tell.
        if !seen.is_empty() {
            assert_eq!(attributes["off"], seen.offset, "{id}: {step}");
        }
    }

    /// Holds an answer against CPython's.
    fn check(&mut self, step: &Json, answer: Answer) {
        let (id, expected) = (&self.id, &step["r"]);
        match answer {
            Answer::Value(value) => assert!(same_list(expected, &value), "{id}: {step} gave {value}"),
            Answer::Bytes(got) => assert_eq!(got, bytes(expected), "{id}: {step}"),
            Answer::Text(got) => assert_eq!(expected, &got, "{id}: {step}"),
            Answer::Bool(got) => assert_eq!(expected, got, "{id}: {step}"),
            Answer::Number(got) => assert_eq!(expected, got, "{id}: {step}"),
            Answer::Done => assert_eq!(expected, "ok", "{id}: {step}"),
            Answer::View(seen) if step["new"].is_u64() => {
                self.check_attributes(&step["attrs"], &seen, &step.to_string());
                self.views.insert(step["new"].as_u64().unwrap(), seen);
            }
            Answer::View(seen) => {
                assert_eq!(expected, "self", "{id}: {step}");
                assert_eq!(seen, self.views[&step["v"].as_u64().unwrap()], "{id}: {step}");
            }
        }
    }

    /// What a step gives; what it writes goes to `written`.
    fn answer(&self, step: &Json, seen: &Seen, other: Option<&Seen>, written: &mut [u8]) -> Result<Answer> {
        let view = seen.over(View::new(&self.base));
        let source = other.map(|other| other.over(View::new(&self.base)));
        if let Some(answer) = read(step, &view, seen, source.as_ref()) {
            return answer;
        }
        if seen.readonly {
            return write(step, seen.over(View::new(MaybeMut::from(&self.base[..]))), source.as_ref());
        }
        // Over cells the source lies in the very bytes that are written.
        let mut copy = self.base.clone();
        let cells = Cell::from_mut(&mut copy[..]).as_slice_of_cells();
        let source_cells = other.map(|other| other.over(View::new(cells)));
        let over_cells = write(step, seen.over(View::new(cells)), source_cells.as_ref());
        let answer = write(step, seen.over(View::new(MaybeMut::from(&mut written[..]))), source.as_ref());
        assert_eq!(over_cells.is_ok(), answer.is_ok(), "{}: {step} over cells", self.id);
        assert_eq!(copy, written, "{}: {step} over cells", self.id);
        answer
    }

    /// Holds what CPython refuses against what it would have to be: the values are those of nested lists, the bytes those that were
    /// there or were given.
    fn check_otherwise(&self, step: &Json, seen: &Seen, other: Option<&Seen>, answer: &Answer, written: &[u8]) {
        let id = &self.id;
        let view = seen.over(View::new(&self.base));
        let after = seen.over(View::new(written));
        let list = view.to_list();
        match (step["op"].as_str().unwrap(), answer) {
            ("cast", Answer::View(cast)) => {
                let cast = cast.over(View::new(&self.base));
                assert_eq!(cast.to_bytes_in(MemoryOrder::Any), view.to_bytes_in(MemoryOrder::Any), "{id}: {step}");
                assert_eq!(cast.format(), step["format"].as_str().unwrap(), "{id}: {step}");
                if let Some(shape) = step["shape"].as_array() {
                    let shape: Vec<usize> = shape.iter().map(|length| length.as_u64().unwrap() as usize).collect();
                    assert_eq!(cast.shape(), shape, "{id}: {step}");
                }
            }
            ("index", Answer::Value(value)) => assert_eq!(shown(value), shown(&at(&list, &step["i"])), "{id}: {step}"),
            ("tuple", Answer::Value(value)) => {
                let expected = step["t"].as_array().unwrap().iter().fold(list, |list, i| at(&list, i));
                assert_eq!(shown(value), shown(&expected), "{id}: {step}");
            }
            ("ellipsis" | "list", Answer::Value(value)) => assert_eq!(shown(value), shown(&list), "{id}: {step}"),
            ("rev", Answer::Value(Value::List(values))) => {
                assert_eq!(shown(&Value::list(values.iter().rev())), shown(&list), "{id}: {step}");
            }
            ("mslice", Answer::Value(value)) => {
                let expected = sliced(&list, step["slices"].as_array().unwrap());
                assert_eq!(shown(value), shown(&expected), "{id}: {step}");
            }
            ("count" | "contains" | "find", _) => {
                let (mut flat, wanted) = (Vec::new(), given(&step["value"]).unwrap());
                flatten(&list, &mut flat);
                let found: Vec<usize> = (0..flat.len()).filter(|&i| flat[i] == wanted).collect();
                let is_right = match *answer {
                    Answer::Number(count) if step["op"] == "count" => count == found.len(),
                    Answer::Bool(contains) => contains != found.is_empty(),
                    Answer::Number(first) => {
                        let (start, stop) = bounds(step, flat.len());
                        found.iter().find(|&&place| start <= place && place < stop) == Some(&first)
                    }
                    _ => false,
                };
                assert!(is_right, "{id}: {step}");
            }
            ("hash", Answer::Bool(same)) => assert!(same, "{id}: {step}"),
            ("setb", Answer::Done) => {
                let part = after.slice(&[slice_of(&step["slice"])][..]).unwrap();
                assert_eq!(part.to_bytes(), bytes(&step["bytes"]), "{id}: {step}");
            }
            ("setv", Answer::Done) => {
                let source = other.unwrap().over(View::new(&self.base));
                let source = part_of(&source, &step["from_slice"]).unwrap_or_else(|_| panic!("{id}: {step}"));
                let part = after.slice(&[slice_of(&step["slice"])][..]).unwrap();
                assert_eq!(shown(&part.to_list()), shown(&source.to_list()), "{id}: {step}");
            }
            _ => panic!("{id}: {step} should not have been granted"),
        }
    }
}

/// As text, in which NaN is what NaN is, and a list of other numbers (`1` and `1.0`) is the same.
fn shown(value: &Value) -> String {
    match value {
        Value::List(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.as_f64().map_or_else(|| other.to_string(), |number| number.to_string()),
    }
}

/// The item of a list, as Python's index.
fn at(list: &Value, index: &Json) -> Value {
    let (Value::List(values), Some(index)) = (list, index.as_i64()) else { panic!("{list} has no item {index}") };
    let index = if index < 0 { index + values.len() as i64 } else { index };
    values[usize::try_from(index).unwrap()].clone()
}

/// Slices of nested lists, by indexing one by one.
fn sliced(list: &Value, slices: &[Json]) -> Value {
    let (Value::List(values), [slice, slices @ ..]) = (list, slices) else { return list.clone() };
    let length = values.len() as i64;
    let step = slice[2].as_i64().unwrap_or(1);
    let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
    let place = |bound: &Json, otherwise: i64| {
        bound.as_i64().map_or(otherwise, |bound| if bound < 0 { bound + length } else { bound }.clamp(low, high))
    };
    let (first, last) = if step < 0 { (high, low) } else { (low, high) };
    let (mut i, stop) = (place(&slice[0], first), place(&slice[1], last));
    let mut found = Vec::new();
    while if step < 0 { i > stop } else { i < stop } {
        found.push(sliced(&values[i as usize], slices));
        i += step;
    }
    Value::List(found)
}

fn flatten(value: &Value, into: &mut Vec<Value>) {
    match value {
        Value::List(values) => values.iter().for_each(|value| flatten(value, into)),
        value => into.push(value.clone()),
    }
}

/// Where a search begins and ends, as those of a list do.
fn bounds(step: &Json, length: usize) -> (usize, usize) {
    let place = |bound: &Json| {
        let bound = bound.as_i64().unwrap();
        let bound = if bound < 0 { bound + length as i64 } else { bound };
        bound.clamp(0, length as i64) as usize
    };
    (place(&step["start"]), place(&step["stop"]))
}

/// Whether nested lists of values are those expected.
fn same_list(expected: &Json, got: &Value) -> bool {
    match (expected, got) {
        (Json::Array(expected), Value::List(got)) => {
            expected.len() == got.len() && expected.iter().zip(got).all(|(expected, got)| same_list(expected, got))
        }
        (Json::Array(_), _) | (_, Value::List(_)) => false,
        _ => agrees(expected, got),
    }
}

/// The part of a view that stands on the right of an assignment.
fn part_of<'v, B: Bytes>(view: &'v View<B>, slice: &Json) -> Result<View<B::Slice<'v>>> {
    if slice.is_null() {
        return Ok(view.view());
    }
    Ok(view.slice(&[slice_of(slice)][..])?)
}

/// What is read; `None` of steps that write.
fn read(step: &Json, view: &View<&[u8]>, seen: &Seen, other: Option<&View<&[u8]>>) -> Option<Result<Answer>> {
    let items = |view: &View<&[u8]>| {
        let items = view.axis_iter(0)?.map(|part| part.to_list());
        Ok::<_, Refusal>(items.collect::<Vec<_>>())
    };
    let made = |view: ViewResult<View<&[u8]>>| Ok(Answer::View(Seen::of(&view?, seen.readonly)));
    Some(match step["op"].as_str().unwrap() {
        "set" | "sett" | "setb" | "setv" => return None,
        "cast" => cast(step, view).and_then(|view| made(Ok(view))),
        "slice" => made(view.slice(&[slice_of(&step["slice"])][..])),
        "mslice" => {
            let key: Vec<Index> = step["slices"].as_array().unwrap().iter().map(slice_of).collect();
            view.slice(&key[..]).map(|part| Answer::Value(part.to_list())).map_err(Refusal::from)
        }
        "ellipsis" => match view.slice(s![...]) {
            Ok(whole) if step["r"] == "self" => made(Ok(whole)),
            whole => whole.map(|whole| Answer::Value(whole.to_list())).map_err(Refusal::from),
        },
        "ro" => Ok(Answer::View(Seen { readonly: true, ..seen.clone() })),
        "index" => {
            let key = [Index::from(step["i"].as_i64().unwrap())];
            view.slice(&key[..]).map(|part| Answer::Value(part.to_list())).map_err(Refusal::from)
        }
        "tuple" => {
            view.slice(&indices(&step["t"])[..]).map(|part| Answer::Value(part.to_list())).map_err(Refusal::from)
        }
        "tolist" => Ok(Answer::Value(view.to_list())),
        "list" => items(view).map(|items| Answer::Value(Value::List(items))),
        "rev" => items(view).map(|items| Answer::Value(Value::list(items.into_iter().rev()))),
        "len" => view.shape().first().map(|&length| Answer::Number(length)).ok_or(Refusal::Error),
        "tobytes" => match step["order"].as_str() {
            Some("C") | None => Ok(Answer::Bytes(view.to_bytes())),
            Some("F") => Ok(Answer::Bytes(view.to_bytes_in(MemoryOrder::F))),
            Some("A") => Ok(Answer::Bytes(view.to_bytes_in(MemoryOrder::Any))),
            _ => Err(Refusal::Unwritable),
        },
        "hex" => match step["sep"].as_str().map(|sep| sep.chars().collect::<Vec<_>>()).as_deref() {
            None => Ok(Answer::Text(view.hex())),
            Some([separator]) => {
                let group = step["n"].as_i64().unwrap_or(1) as isize;
                Ok(Answer::Text(view.hex_with(*separator, group)))
            }
            Some(_) => Err(Refusal::Unwritable),
        },
        "count" => given(&step["value"]).map(|value| Answer::Number(view.count(value))).ok_or(Refusal::Unwritable),
        "contains" => given(&step["value"]).map(|value| Answer::Bool(view.contains(value))).ok_or(Refusal::Unwritable),
        "find" => {
            let (start, stop) = bounds(step, view.shape().iter().product());
            let found = given(&step["value"]).map(|value| view.index(value, start..stop));
            found.ok_or(Refusal::Unwritable).and_then(|found| found.map(Answer::Number).ok_or(Refusal::Error))
        }
        "eqv" => Ok(Answer::Bool(Some(view) == other)),
        "eqb" => Ok(Answer::Bool(*view == View::new(&bytes(&step["bytes"])))),
        "hash" => {
            let mut base = view.to_bytes();
            let expected = hash_of(&base);
            let bytes = if seen.readonly { MaybeMut::from(&base[..]) } else { MaybeMut::from(&mut base[..]) };
            let copy = View::new(bytes).cast_shape(&seen.format, &seen.shape[..]).unwrap();
            let mut hasher = DefaultHasher::new();
            let result = copy.hash_into(&mut hasher);
            result.map(|()| Answer::Bool(hasher.finish() == expected)).map_err(Refusal::from)
        }
        "unpack_from" => {
            let format = Struct::new(step["format"].as_str().unwrap()).unwrap();
            let offset = step["offset"].as_i64().unwrap() as isize;
            match view.is_c_contiguous() {
                true => format
                    .unpack_from::<Vec<Value>>(&view.to_bytes(), offset)
                    .map(|values| Answer::Value(Value::List(values)))
                    .map_err(|_| Refusal::Error),
                // What is not contiguous is no slice of bytes.
                false => Err(Refusal::Unwritable),
            }
        }
        other => panic!("{other:?} is new"),
    })
}

type ViewResult<T> = std::result::Result<T, ViewError>;

/// What hashing the bytes alone gives.
fn hash_of(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

fn cast<'b>(step: &Json, view: &View<&'b [u8]>) -> Result<View<&'b [u8]>> {
    let format = step["format"].as_str().unwrap();
    let Some(shape) = step["shape"].as_array() else { return Ok(view.clone().cast(format)?) };
    // A negative length is no length in Rust.
    let shape: Option<Vec<usize>> = shape.iter().map(|length| length.as_u64().map(|length| length as usize)).collect();
    Ok(view.clone().cast_shape(format, &shape.ok_or(Refusal::Unwritable)?[..])?)
}

/// What is written.
fn write<B: Writable, C: Bytes>(step: &Json, mut view: View<B>, other: Option<&View<C>>) -> Result<Answer> {
    match step["op"].as_str().unwrap() {
        op @ ("set" | "sett") => {
            let is_truth = view.format().ends_with('?');
            // Python takes the truth of any object, which the caller has to say here.
            let value = match given(&step["value"]) {
                Some(Value::Text(text)) if is_truth => Value::from(!text.is_empty()),
                Some(Value::Bytes(bytes)) if is_truth => Value::from(!bytes.is_empty()),
                None if is_truth => Value::from(step["value"]["i"].is_string()),
                given => given.ok_or(Refusal::Unwritable)?,
            };
            let key = if op == "set" { indices(&Json::from(vec![step["i"].clone()])) } else { indices(&step["t"]) };
            // One element; of a part of several there is `fill`.
            view.slice_mut(&key[..])?.set([], value)?;
        }
        "setb" => view.slice_mut(&[slice_of(&step["slice"])][..])?.copy_from(bytes(&step["bytes"]))?,
        _ => {
            let source = part_of(other.unwrap(), &step["from_slice"])?;
            view.slice_mut(&[slice_of(&step["slice"])][..])?.copy_from(&source)?;
        }
    }
    Ok(Answer::Done)
}
