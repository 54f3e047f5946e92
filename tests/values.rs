//! Answers written by CPython, held against ours: the bytes that values are packed to, and the values that bytes are
//! unpacked to.
//!
//! The answers stand in `vectors/`, whose README says how values are written down; `VIEW_VECTORS` names another directory
//! of the same schema.

#[path = "vectors/answers.rs"]
mod answers;

use answers::{agrees, bytes, lines, value};
use serde_json::Value as Json;
use view_core::{Layout, Struct, StructError, Target, Value, ValueError, View};
use view_format::Dialect;

/// What `unpack` gives: one value for each field. A view of the bytes has the same.
fn unpacked(layout: &Layout, text: &str, data: &[u8]) -> Vec<Value> {
    let view = View::from_layout(data, text, layout.clone(), &[]).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    let of_view = match view.get([]).unwrap() {
        Value::Record(members) => members.into_iter().map(|member| member.value).collect(),
        value => vec![value],
    };
    let unpacked: Vec<Value> = Struct::from_layout(text, layout.clone()).unpack(data).unwrap();
    assert_eq!(format!("{of_view:?}"), format!("{unpacked:?}"), "{text:?}");
    unpacked
}

fn packed(layout: &Layout, text: &str, values: Vec<Value>) -> Vec<u8> {
    let mut data = vec![0; layout.size()];
    let mut view = View::from_layout(&mut data, text, layout.clone(), &[]).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    let value = match <[Value; 1]>::try_from(values) {
        Ok([value]) => value,
        Err(values) => Value::tuple(values),
    };
    view.set([], value).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    data
}

#[track_caller]
fn check_unpacked(id: &Json, text: &str, layout: &Layout, data: &Json, expected: &Json) {
    let got = unpacked(layout, text, &bytes(data));
    let expected = expected.as_array().unwrap();
    let all = got.len() == expected.len() && expected.iter().zip(&got).all(|(expected, got)| agrees(expected, got));
    assert!(all, "line {id}: {text:?} unpacks {data} to {got:?}, not {expected:?}");
}

#[track_caller]
fn check(file: &str, target: &Target) {
    let lines = lines(file);
    assert!(lines.len() >= 100, "{file} holds {} lines", lines.len());
    for line in lines {
        let (id, text) = (&line["id"], line["fmt"].as_str().unwrap());
        let layout = Layout::parse_as(text, Dialect::Struct, target).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        let values = line["values"].as_array().unwrap();
        let values: Vec<_> = values.iter().map(value).collect();
        let got = packed(&layout, text, values.clone());
        assert_eq!(got, bytes(&line["packed"]), "line {id}: {text:?} of {values:?}");
        let compiled = Struct::from_layout(text, layout.clone());
        assert_eq!(compiled.pack(&values).as_ref(), Ok(&got), "line {id}: {text:?} of {values:?}");
        check_unpacked(id, text, &layout, &line["packed"], &line["unpacked"]);
        if line["raw"].is_string() {
            check_unpacked(id, text, &layout, &line["raw"], &line["raw_unpacked"]);
        }
    }
}

#[test]
fn values_pack_and_unpack_as_in_cpython() {
    check("struct_valid.jsonl", &Target::LP64);
}

#[test]
fn values_pack_and_unpack_as_in_cpython_on_wasm32() {
    check("wasm32-struct_valid.jsonl", &Target::ILP32);
}

/// Whether our error is the one that this message of CPython's stands for. The value of a message about a value is not
/// named there; ours names it.
fn is_the_error(exception: &str, message: &str, error: &StructError) -> bool {
    let numbers: Vec<i128> = message
        .split(|character: char| !character.is_ascii_digit() && character != '-')
        .filter_map(|number| number.trim_end_matches('-').parse().ok())
        .collect();
    let first = numbers.first().copied();
    let is = |number: usize| first == Some(number as i128);
    match error {
        StructError::Size { needed, .. } => message.starts_with("unpack requires a buffer of") && is(*needed),
        StructError::Multiple { size, .. } => message.starts_with("iterative unpacking requires") && is(*size),
        StructError::Empty => message.ends_with("with a struct of length 0"),
        StructError::Offset { offset, length } => {
            message.contains("out of range for") && numbers == [*offset as i128, *length as i128]
        }
        StructError::Room { needed, offset, length } => match *numbers.as_slice() {
            [size, at] => {
                let words = ["not enough data to unpack", "no space to pack"];
                words.iter().any(|words| message.starts_with(words)) && (size, at) == (*needed as i128, *offset as i128)
            }
            [end, size, at, actual] => {
                // An offset from the end is told as one from the start there.
                let start = if *offset < 0 { offset + *length as isize } else { *offset };
                message.contains("requires a buffer of at least")
                    && (end, size, at, actual)
                        == (*needed as i128 + start as i128, *needed as i128, start as i128, *length as i128)
            }
            _ => false,
        },
        StructError::Count { needed, got } => {
            message.starts_with("pack expected") && numbers == [*needed as i128, *got as i128]
        }
        StructError::Value { error: ValueError::Range { low, high, .. }, .. } => {
            numbers == [*low, *high] || message == "int too large to convert"
        }
        StructError::Value { error: ValueError::TooLarge { .. }, .. } => exception == "OverflowError",
        StructError::Value { error: ValueError::Type { needed, .. }, .. } => match *needed {
            "an integer" => message == "required argument is not an integer",
            "a number" => message == "required argument is not a float",
            "bytes" => message.starts_with("argument for") && message.ends_with("must be a bytes object"),
            "a string of 1 byte" => message.starts_with("char format requires a bytes object"),
            _ => false,
        },
        StructError::Value { error: ValueError::Length { .. }, .. } => message.starts_with("char format requires"),
        _ => false,
    }
}

/// A value as it was given; also those that are refused. `None` where none of ours is like it.
fn given(of: &Json) -> Option<Value> {
    let (kind, inner) = of.as_object().unwrap().iter().next().unwrap();
    match kind.as_str() {
        "i" => {
            let number: i128 = inner.as_str().unwrap().parse().ok()?;
            i64::try_from(number).map(Value::Int).or_else(|_| u64::try_from(number).map(Value::Uint)).ok()
        }
        "s" => Some(inner.as_str().unwrap().into()),
        // Any object that has no type here.
        "none" => Some(Value::list::<Value>([])),
        _ => Some(value(of)),
    }
}

/// Where we differ from CPython, with how many of the answers that stand here do. The docs of `Struct` have the same
/// table.
const DIFFER: [(&str, usize); 3] = [(PARTLY_WRITTEN, 25), (TRUTH, 6), (LARGE, 47)];
const PARTLY_WRITTEN: &str = "CPython has written a part of the values before a bad one";
const TRUTH: &str = "CPython packs the truth of any object as `?`";
const LARGE: &str = "an integer of more than 64 bits, which no value of ours holds";

#[test]
fn calls_give_the_values_and_errors_of_cpython() {
    let mut differ = DIFFER.map(|(class, _)| (class, 0));
    let mut count = |class| differ.iter_mut().filter(|(c, _)| *c == class).for_each(|(_, n)| *n += 1);
    let lines = lines("struct_errors.jsonl");
    assert!(lines.len() >= 100, "{} lines", lines.len());
    for line in &lines {
        let text = line["fmt"].as_str().unwrap();
        let layout = Layout::parse_as(text, Dialect::Struct, &Target::LP64).unwrap_or_else(|e| panic!("{text:?}: {e}"));
        let compiled = Struct::from_layout(text, layout);
        let offset = line["offset"].as_i64().unwrap_or(0) as isize;
        let arguments: Option<Vec<_>> = line["args"].as_array().unwrap().iter().map(given).collect();
        let Some(arguments) = arguments else {
            count(LARGE);
            continue;
        };
        let before = line["buf"].as_str().map(|_| bytes(&line["buf"])).unwrap_or_default();
        let mut buffer = before.clone();
        let expected = &line["ok"];
        let all_agree = |expected: &Json, got: &[Value]| {
            let expected = expected["t"].as_array().unwrap();
            expected.len() == got.len() && expected.iter().zip(got).all(|(expected, got)| agrees(expected, got))
        };
        let result = match line["op"].as_str().unwrap() {
            "pack" => compiled.pack(&arguments).map(|got| got == bytes(&expected["b"])),
            "pack_into" => compiled
                .pack_into(&mut buffer, offset, &arguments)
                .map(|()| expected["none"].is_boolean() && buffer == bytes(&line["buf_after"])),
            "unpack" => compiled.unpack::<Vec<Value>>(&before).map(|got| all_agree(expected, &got)),
            "unpack_from" => compiled.unpack_from::<Vec<Value>>(&before, offset).map(|got| all_agree(expected, &got)),
            "iter_unpack" => compiled.iter_unpack::<Vec<Value>>(&before).map(|records| {
                let expected = expected.as_array().unwrap();
                records.len() == expected.len()
                    && records.zip(expected).all(|(got, expected)| all_agree(expected, &got))
            }),
            other => panic!("{other:?} is new"),
        };
        match (result, line["exc"].as_str()) {
            (Ok(same), None) => assert!(same, "line {}", line["id"]),
            (Err(error), Some(exception)) => {
                assert!(
                    is_the_error(exception, line["msg"].as_str().unwrap(), &error),
                    "{error} is not that of {line}"
                );
                assert_eq!(buffer, before, "written before {error}: {line}");
                if line["buf_after"].as_str().is_some_and(|_| bytes(&line["buf_after"]) != before) {
                    count(PARTLY_WRITTEN);
                }
            }
            (Err(StructError::Value { error: ValueError::Type { code: "?", .. }, .. }), None) => count(TRUTH),
            (result, _) => panic!("{result:?}: {line}"),
        }
    }
    println!("calls that differ: {differ:?}");
    assert!(std::env::var_os("VIEW_VECTORS").is_some() || differ == DIFFER, "{differ:?}");
}

/// Texts and bytes, as Python's `repr` writes them; and which of all characters it escapes.
#[test]
fn texts_and_bytes_are_written_as_in_python() {
    let lines = include_str!("vectors/repr.jsonl").lines();
    let lines: Vec<Json> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
    let code = |of: &Json| u32::try_from(of.as_u64().unwrap()).unwrap();
    for (range, is_kept) in [("kept", true), ("escaped", false)] {
        for range in lines[0][range].as_array().unwrap() {
            for c in (code(&range[0])..=code(&range[1])).map(|code| char::from_u32(code).unwrap()) {
                let written = Value::Text(c.into()).to_string();
                assert_eq!(written[1..written.len() - 1] == *c.to_string(), is_kept, "{c:?}: {written}");
            }
        }
    }
    for line in &lines[1..] {
        let value = match line["text"].as_array() {
            Some(text) => Value::Text(text.iter().map(|of| char::from_u32(code(of)).unwrap()).collect()),
            None => Value::Bytes(bytes(&line["bytes"])),
        };
        assert_eq!(value.to_string(), line["repr"].as_str().unwrap());
    }
}
