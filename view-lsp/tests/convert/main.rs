//! Conversions against what numpy, ctypes and a C compiler say of the same text. `generate.py` writes the vectors.
#![expect(clippy::unwrap_used, reason = "these are tests")]

use serde_json::Value;
use view_format::{ByteOrder, Kind, Layout, ScalarKind};
use view_lsp::convert::{Conversion, Notation};
use view_lsp::target::NamedTarget;

/// Fields as vectors have them: path, offset, size; those of structs after them.
fn places(layout: &Layout) -> Vec<(String, usize, usize)> {
    fn walk(layout: &Layout, base: usize, path: &str, found: &mut Vec<(String, usize, usize)>) {
        for field in layout.fields() {
            let name = field.name().unwrap_or_default();
            let own = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            found.push((own.clone(), base + field.offset(), field.size()));
            if let Kind::Record(inner) = field.kind() {
                walk(inner, base + field.offset(), &own, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(layout, 0, "", &mut found);
    found
}

fn expected(fields: &Value) -> Vec<(String, usize, usize)> {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    fields
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field[0].as_str().unwrap().into(), number(&field[1]), number(&field[2])))
        .collect()
}

fn vectors(text: &str) -> impl Iterator<Item = Value> {
    // The first line says who wrote it.
    text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap())
}

fn convert(from: Notation, to: Notation, target: &str, text: &str) -> String {
    let conversion = Conversion { from: Some(from), target: target.parse().unwrap(), ..Conversion::to(to) };
    conversion.convert(text).unwrap_or_else(|error| panic!("{text}\n{error}")).text
}

fn layout(format: &str, target: &str) -> Layout {
    let target: NamedTarget = target.parse().unwrap();
    Layout::parse_for(format.trim_end(), &target.target).unwrap()
}

#[test]
fn dtypes_are_read_as_numpy_reads_them() {
    let mut count = 0;
    for vector in vectors(include_str!("numpy.jsonl")) {
        let text = vector["text"].as_str().unwrap();
        let format = convert(Notation::Numpy, Notation::Pep3118, "lp64", text);
        let found = layout(&format, "lp64");
        let fields: Vec<_> = places(&found).into_iter().filter(|(path, ..)| !path.is_empty()).collect();
        assert_eq!(found.size() as u64, vector["itemsize"].as_u64().unwrap(), "{text}\n{format}");
        assert_eq!(fields, expected(&vector["fields"]), "{text}\n{format}");
        // And there and back.
        let written = convert(Notation::Pep3118, Notation::Numpy, "lp64", &format);
        let again = convert(Notation::Numpy, Notation::Pep3118, "lp64", &written);
        assert_eq!(layout(&again, "lp64"), found, "{text}\n{written}");
        count += 1;
    }
    assert!(count > 300);
}

#[test]
fn dtypes_are_written_as_numpy_reads_them() {
    for vector in vectors(include_str!("written.jsonl")) {
        let format = vector["format"].as_str().unwrap();
        let to = if vector["to"] == "numpy" { Notation::Numpy } else { Notation::NumpyDict };
        let conversion =
            Conversion { from: Some(Notation::Pep3118), target: "lp64".parse().unwrap(), ..Conversion::to(to) };
        let text = conversion.convert(format).unwrap().text;
        assert_eq!(text, vector["text"].as_str().unwrap(), "{format}");
        // What numpy made of it has our offsets and sizes.
        let found = layout(format, "lp64");
        assert_eq!(found.size() as u64, vector["itemsize"].as_u64().unwrap(), "{format}\n{text}");
        let ours: Vec<_> = places(&found).into_iter().map(|(_, offset, size)| (offset, size)).collect();
        let theirs: Vec<_> = expected(&vector["fields"]).into_iter().map(|(_, offset, size)| (offset, size)).collect();
        // A dtype that is one value has no fields.
        assert!(theirs == ours || theirs.is_empty() && ours.len() == 1, "{format}\n{text}");
    }
}

/// Classes of `ctypes`: those of others are read as Python lays them out, and those that are written are laid out as the
/// format means it. Byte orders are told by what integers are where each byte is its offset (up to 250, then again from 0).
#[test]
fn classes_of_ctypes_are_those_of_python() {
    let (mut read, mut written) = (0, 0);
    for vector in vectors(include_str!("ctypes.jsonl")) {
        let text = vector["text"].as_str().unwrap();
        let format = match vector["format"].as_str() {
            Some(format) => {
                written += 1;
                assert_eq!(convert(Notation::Pep3118, Notation::Ctypes, "lp64", format), text, "{format}");
                format.to_string()
            }
            None => {
                read += 1;
                let conversion = Conversion {
                    from: Some(Notation::Ctypes),
                    target: "lp64".parse().unwrap(),
                    name: Some(vector["name"].as_str().unwrap().into()),
                    ..Conversion::to(Notation::Pep3118)
                };
                conversion.convert(text).unwrap_or_else(|error| panic!("{text}\n{error}")).text
            }
        };
        let found = layout(&format, "lp64");
        assert_eq!(found.size() as u64, vector["size"].as_u64().unwrap(), "{text}\n{format}");
        let theirs = expected(&vector["fields"]);
        if vector["format"].is_null() {
            assert_eq!(places(&found), theirs, "{text}\n{format}");
            // And there and back: the same bytes, whatever it is called.
            let again = convert(Notation::Pep3118, Notation::Ctypes, "lp64", &format);
            let again = layout(&convert(Notation::Ctypes, Notation::Pep3118, "lp64", &again), "lp64");
            let kept: Vec<_> = places(&again).into_iter().filter(|(path, ..)| !path.contains("padding")).collect();
            assert_eq!((again.size(), kept), (found.size(), places(&found)), "{text}\n{format}");
        } else {
            let kept = theirs.iter().filter(|(path, ..)| !path.rsplit('.').next().unwrap().starts_with("padding"));
            let kept: Vec<_> = kept.map(|(_, offset, size)| (*offset, *size)).collect();
            let ours: Vec<_> = places(&found).into_iter().map(|(_, offset, size)| (offset, size)).collect();
            assert_eq!(kept, ours, "{text}\n{format}");
        }
        let values = integers(&found, 0);
        for field in vector["fields"].as_array().unwrap() {
            let (path, offset) = (field[0].as_str().unwrap(), field[1].as_u64().unwrap() as usize);
            if let Some(value) = field[3].as_i64().map(i128::from).or(field[3].as_u64().map(i128::from))
                && !path.rsplit('.').next().unwrap().starts_with("padding")
                && let Some((_, own)) = values.iter().find(|(at, _)| *at == offset)
            {
                assert_eq!(*own, value, "{path} of {text}\n{format}");
            }
        }
    }
    assert!(read == 200 && written == 19, "{read} {written}");
}

/// The integers of a layout, each with its offset, where each byte is its offset; of arrays the first ones.
fn integers(layout: &Layout, base: usize) -> Vec<(usize, i128)> {
    let mut found = Vec::new();
    for field in layout.fields() {
        let at = base + field.offset();
        match field.kind() {
            Kind::Record(inner) => found.extend(integers(inner, at)),
            Kind::Scalar(scalar) if matches!(scalar.kind(), ScalarKind::Int | ScalarKind::Uint) => {
                let mut bytes: Vec<i128> = (at..at + scalar.size()).map(|i| (i % 251) as i128).collect();
                if scalar.order() == ByteOrder::Little {
                    bytes.reverse();
                }
                let value = bytes.iter().fold(0, |value, byte| value << 8 | byte);
                let is_negative = scalar.kind() == ScalarKind::Int && value >> (8 * scalar.size() - 1) == 1;
                found.push((at, if is_negative { value - (1 << (8 * scalar.size())) } else { value }));
            }
            Kind::Scalar(_) => {}
        }
    }
    found
}

#[test]
fn structs_are_laid_out_as_a_compiler_does_it() {
    let mut count = 0;
    for vector in vectors(include_str!("c.jsonl")) {
        let text = vector["text"].as_str().unwrap();
        for target in ["lp64", "i386"] {
            let format = convert(Notation::C, Notation::Pep3118, target, text);
            let found = layout(&format, target);
            let top: Vec<_> = places(&found).into_iter().filter(|(path, ..)| !path.contains('.')).collect();
            assert_eq!(found.size() as u64, vector[target]["size"].as_u64().unwrap(), "{target}: {text}\n{format}");
            assert_eq!(top, expected(&vector[target]["fields"]), "{target}: {text}\n{format}");
            // And there and back.
            let written = convert(Notation::Pep3118, Notation::C, target, &format);
            let again = convert(Notation::C, Notation::Pep3118, target, &written);
            let same =
                |layout: &Layout| (layout.size(), places(layout).into_iter().map(|(_, at, _)| at).collect::<Vec<_>>());
            let without_padding = layout(&again, target);
            assert_eq!(same(&without_padding).0, found.size(), "{target}: {text}\n{written}");
            let kept: Vec<_> =
                places(&without_padding).into_iter().filter(|(path, ..)| !path.contains("padding")).collect();
            assert_eq!(kept, places(&found), "{target}: {text}\n{written}");
        }
        count += 1;
    }
    assert!(count == 150);
}

/// Whatever is cut off or wrong in a source, there is an answer.
#[test]
fn no_source_is_too_broken() {
    let numpy = vectors(include_str!("numpy.jsonl")).take(25).map(|vector| (Notation::Numpy, vector));
    let c = vectors(include_str!("c.jsonl")).take(10).map(|vector| (Notation::C, vector));
    let ctypes = vectors(include_str!("ctypes.jsonl")).take(3).map(|vector| (Notation::Ctypes, vector));
    let mut refused = 0;
    for (from, vector) in numpy.chain(c).chain(ctypes) {
        let text = vector["text"].as_str().unwrap();
        for at in 0..text.len() {
            for broken in [
                text[..at].to_string(),
                [&text[..at], &text[at + 1..]].concat(),
                [&text[..at], "(", &text[at..]].concat(),
            ] {
                for from in [Some(from), None] {
                    let conversion = Conversion { from, ..Conversion::to(Notation::Pep3118) };
                    match conversion.convert(&broken) {
                        Ok(converted) => assert!(Layout::parse(converted.text.trim_end()).is_ok()),
                        Err(error) => refused += usize::from(!error.to_string().is_empty()),
                    }
                }
            }
        }
    }
    assert!(refused > 1000);
    for deep in [
        "[".repeat(100_000),
        "struct a {".repeat(100_000),
        "(".repeat(100_000),
        "np.dtype(".repeat(5000),
        format!("struct a {{ int x[{}1]; }};", "(".repeat(100_000)),
    ] {
        assert!(Conversion::to(Notation::C).convert(&deep).is_err());
        assert!(Conversion { from: Some(Notation::Numpy), ..Conversion::to(Notation::C) }.convert(&deep).is_err());
        assert!(Conversion { from: Some(Notation::C), ..Conversion::to(Notation::C) }.convert(&deep).is_err());
        assert!(Conversion { from: Some(Notation::Ctypes), ..Conversion::to(Notation::C) }.convert(&deep).is_err());
    }
}

/// Records that conversions write, as the compiler sees them.
#[rustfmt::skip]
#[expect(unreachable_pub, reason = "what is written is for libraries")]
mod records;

/// What they are written for: a name, and a format.
const RECORDS: [(&str, &str); 5] = [
    ("bmp_header", "<2s:signature: I:file_size: 4x I:data_offset:"),
    ("Nested", "@b2T{h:x: l:y:}:pts: (3,4)f:m: 5h Zd:z: 3p:type: ?:flag: c:letter: e:half: 4x:reserved:"),
    ("Packed", ">H:a: <i:b: 3h d"),
    ("TwoWords", "<(2,2)T{(2)H:a: x T{q:c:}:in:}:grid:"),
    ("Plain", "<3h 2s B"),
];

#[test]
fn records_in_rust_are_those_that_are_compiled() {
    let mut text = String::from("//! Written by conversions; a test holds it fresh.\n");
    for (name, format) in RECORDS {
        for to in [Notation::View, Notation::Derive] {
            let name = if to == Notation::View { format!("{name}InPlace") } else { name.into() };
            let conversion = Conversion { name: Some(name), target: "lp64".parse().unwrap(), ..Conversion::to(to) };
            text.push_str(&format!("\n// {format}\n{}", conversion.convert(format).unwrap().text));
        }
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convert/records.rs");
    expect_test::expect_file![file].assert_eq(&text);
}

#[test]
fn compiled_records_have_the_layout_of_their_formats() {
    use records::{
        BmpHeader, BmpHeaderInPlace, Nested, NestedInPlace, Packed, PackedInPlace, Plain, PlainInPlace, TwoWords,
        TwoWordsInPlace,
    };
    let formats = RECORDS.map(|(_, format)| layout(format, "lp64"));
    let views = [
        BmpHeaderInPlace::FORMAT,
        NestedInPlace::FORMAT,
        PackedInPlace::FORMAT,
        TwoWordsInPlace::FORMAT,
        PlainInPlace::FORMAT,
    ];
    let structs = [BmpHeader::FORMAT, Nested::FORMAT, Packed::FORMAT, TwoWords::FORMAT, Plain::FORMAT];
    for ((format, view), of) in formats.iter().zip(views).zip(structs) {
        assert_eq!(&layout(view, "i386"), format);
        assert_eq!(&layout(of, "i386"), format);
    }
}
