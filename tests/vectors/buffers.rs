//! What numpy, ctypes and `array` say of their buffers: the true offsets, recovered from format and item size.

use std::collections::BTreeMap;

use serde_json::Value;
use view_format::{
    BufferLayout, ByteOrder, Dialect, Field, Kind, Layout, Reading, Scalar, ScalarKind, Severity, Target, parse,
};

use super::{is_default_directory, lines, number};

/// How an answer stands to the truth.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Class {
    /// Right, and said to be certain.
    Certain,
    /// Right, but said to be doubtful.
    Doubted,
    /// Wrong, and said to be doubtful.
    Warned,
    /// Wrong, and nothing said.
    Misled,
    /// The format takes more than the item has, which we refuse: ctypes counts the storage of bit-fields twice.
    Contradicted,
    /// The exporter refuses to export.
    Refused,
}

type Counts = BTreeMap<Class, usize>;

/// Exact for the answers that stand here; other seeds have other counts, which are printed.
#[track_caller]
fn counted(what: &str, counts: &Counts, expected: &[(Class, usize)]) {
    println!("{what}: {counts:?}");
    if is_default_directory() {
        assert_eq!(*counts, expected.iter().copied().collect(), "{what}");
    }
}

/// Whether fields have the names, offsets, shapes, sizes, kinds and byte orders of the truth.
fn agree(fields: &[Field], truth: &[Value]) -> bool {
    fields.len() == truth.len() && fields.iter().zip(truth).all(|(field, truth)| agrees(field, truth))
}

fn agrees(field: &Field, truth: &Value) -> bool {
    let shape: Vec<_> = truth["shape"].as_array().unwrap().iter().map(number).collect();
    let is_placed = field.name() == truth["name"].as_str()
        && field.offset() == number(&truth["off"])
        && field.repeat() == 1
        && field.shape() == shape;
    let size = number(&truth["size"]);
    is_placed
        && match (field.kind(), truth["sub"].as_array()) {
            (Kind::Scalar(scalar), None) => {
                scalar.size() == size
                    && truth["kind"].as_str().is_none_or(|kind| is_kind(*scalar, kind, truth["bo"].as_str().unwrap()))
            }
            // The padding at the end of a single struct is not in the string, and nothing lies in it.
            (Kind::Record(layout), Some(truth)) => {
                agree(layout.fields(), truth) && (shape.iter().product::<usize>() == 1 || layout.size() == size)
            }
            _ => false,
        }
}

/// Whether a scalar is of a kind and order as numpy's `dtype.kind` and `dtype.byteorder` say it.
fn is_kind(scalar: Scalar, kind: &str, order: &str) -> bool {
    use ScalarKind::*;
    let kinds: &[ScalarKind] = match kind {
        "i" => &[Int],
        "u" => &[Uint],
        "f" => &[Float, LongDouble],
        "c" => &[Complex, LongDouble],
        "b" => &[Bool],
        "S" => &[Bytes],
        "U" => &[Ucs4],
        "V" => &[Void],
        "O" => &[Pointer],
        _ => panic!("numpy's kind {kind}"),
    };
    let big = order == ">" && scalar.size() > 1;
    kinds.contains(&scalar.kind()) && (scalar.order() == ByteOrder::Big) == big
}

/// What numpy's name of a plain type says: kind, size, byte order.
fn plain(dtype: &str) -> Option<(&str, usize, &str)> {
    let name = dtype.strip_prefix('\'')?.strip_suffix('\'')?;
    let split = name.find(|c: char| c.is_ascii_digit()).unwrap_or(name.len());
    let (word, digits) = name.split_at(split);
    let n: usize = digits.parse().unwrap_or(1);
    let (order, word) = if word.starts_with(['<', '>', '|']) { word.split_at(1) } else { ("=", word) };
    Some(match word {
        "bool" => ("b", 1, "|"),
        "int" => ("i", n / 8, order),
        "uint" => ("u", n / 8, order),
        "float" => ("f", n / 8, order),
        "complex" => ("c", n / 8, order),
        "U" => ("U", 4 * n, order),
        "i" | "u" | "f" | "c" | "S" | "V" => (word, n, order),
        _ => return None,
    })
}

fn has_doubt(buffer: &BufferLayout) -> bool {
    assert!(buffer.doubts.iter().all(|doubt| doubt.severity() == Severity::Warning));
    !buffer.doubts.is_empty()
}

fn of_buffer(line: &Value) -> BufferLayout {
    let format = line["format"].as_str().unwrap();
    let itemsize = number(&line["itemsize"]);
    let buffer = Layout::of_buffer(format, itemsize, &Target::LP64).unwrap_or_else(|e| panic!("{format:?}: {e}"));
    assert_eq!(buffer.layout.size(), itemsize, "{format:?}");
    buffer
}

fn class(line: &Value, buffer: &BufferLayout, truth: &[Value]) -> Class {
    let class = match (agree(buffer.layout.fields(), truth), has_doubt(buffer)) {
        (true, false) => Class::Certain,
        (true, true) => Class::Doubted,
        (false, true) => Class::Warned,
        (false, false) => Class::Misled,
    };
    if class != Class::Certain {
        println!("{class:?} {} {} {:?}", line["format"], line["itemsize"], buffer.doubts);
    }
    class
}

/// The sizes that each reading gives, and whether its offsets are true, as an independent reader found them.
/// Formats with codes that have no agreed size must name those instead.
fn readings_agree(line: &Value) -> bool {
    let format = line["format"].as_str().unwrap();
    let parse = parse(format, Dialect::Pep3118);
    assert!(parse.diagnostics.is_empty(), "{format:?}");
    assert_eq!(parse.format.to_string(), format);
    let mut is_definite = true;
    for (name, reading) in [("packed", Reading::Packed), ("struct", Reading::Aligned), ("numpy", Reading::Padded)] {
        let checked = parse.format.check_as(&Target::LP64, reading);
        let Some(layout) = checked.layout else {
            let ids: Vec<_> = checked.diagnostics.iter().map(|diagnostic| diagnostic.id()).collect();
            assert!(ids.iter().all(|id| matches!(*id, "indefinite-code" | "native-only-code")), "{format:?}: {ids:?}");
            is_definite = false;
            continue;
        };
        let expected = &line["readings"][name];
        if expected.is_null() {
            continue;
        }
        assert_eq!(layout.size(), number(&expected["size"]), "{name} size of {format:?}");
        let is_size = layout.size() == number(&line["itemsize"]);
        assert_eq!(is_size, expected["size_ok"].as_bool().unwrap(), "{name} {format:?}");
        if let (Some(truth), Some(is_layout)) = (line["fields"].as_array(), expected["layout_ok"].as_bool()) {
            assert_eq!(agree(layout.fields(), truth), is_layout, "{name} offsets of {format:?}");
        }
    }
    is_definite
}

#[test]
fn numpy_offsets_are_recovered_wherever_the_string_holds_them() {
    let mut counts = Counts::new();
    let mut read_by_numpy = 0;
    for line in lines("pep3118_numpy.jsonl") {
        if line["format"].is_null() {
            // What has no order of fields, no code or no escape: numpy says why.
            assert_eq!(line["exc"], "ValueError");
            *counts.entry(Class::Refused).or_default() += 1;
            continue;
        }
        readings_agree(&line);
        let buffer = of_buffer(&line);
        match line["fields"].as_array() {
            Some(truth) => {
                let class = class(&line, &buffer, truth);
                assert!(class != Class::Misled, "{}", line["format"]);
                *counts.entry(class).or_default() += 1;
                read_by_numpy += usize::from(line["numpy_reads_back"] == true);
            }
            None => {
                assert!(buffer.doubts.is_empty());
                let scalar = buffer.layout.as_scalar();
                let Some((kind, size, order)) = plain(line["dtype"].as_str().unwrap()) else { continue };
                if kind == "V" {
                    // `7x` is padding to us, and to struct: no value, the same bytes.
                    assert!(buffer.layout.fields().is_empty() && buffer.layout.size() == size);
                    continue;
                }
                let scalar = scalar.unwrap_or_else(|| panic!("{} is no scalar", line["format"]));
                assert!(is_kind(scalar, kind, order) && scalar.size() == size, "{} is not {scalar:?}", line["dtype"]);
            }
        }
    }
    counted("numpy", &counts, &[(Class::Certain, 217), (Class::Doubted, 5), (Class::Refused, 8)]);
    println!("numpy's own reader gives back {read_by_numpy}");
}

#[test]
fn ctypes_offsets_are_recovered_unless_the_string_lies() {
    let mut counts = BTreeMap::<String, Counts>::new();
    let mut indefinite = 0;
    for line in lines("pep3118_ctypes.jsonl") {
        indefinite += usize::from(!readings_agree(&line));
        let kind = line["kind"].as_str().unwrap_or("plain");
        let packed = line["readings"]["packed"]["size"].as_u64();
        if packed > line["itemsize"].as_u64() {
            let (format, itemsize) = (line["format"].as_str().unwrap(), number(&line["itemsize"]));
            let error = Layout::of_buffer(format, itemsize, &Target::LP64).unwrap_err();
            assert_eq!(error.diagnostics()[0].id(), "larger-than-item", "{format}");
            *counts.entry(kind.into()).or_default().entry(Class::Contradicted).or_default() += 1;
            continue;
        }
        let buffer = of_buffer(&line);
        let class = match line["fields"].as_array() {
            Some(truth) => class(&line, &buffer, truth),
            // Unions and bit-fields have no list of fields.
            None if has_doubt(&buffer) => Class::Warned,
            None => Class::Certain,
        };
        assert!(class != Class::Misled, "{}", line["format"]);
        *counts.entry(kind.into()).or_default().entry(class).or_default() += 1;
    }
    println!("{indefinite} without agreed sizes");
    assert!(!is_default_directory() || indefinite == 100);
    for (kind, counts) in &counts {
        let exact: &[_] = match kind.as_str() {
            // A bit-field repeats the whole unit it is stored in.
            "bits" => &[(Class::Certain, 12), (Class::Warned, 1)],
            // What is derived from another structure leaves out the other's fields, and their bytes.
            "derived" => &[(Class::Warned, 5)],
            // Those with a union inside, which says one byte.
            "native" => &[(Class::Certain, 90), (Class::Warned, 11)],
            "packed" => &[(Class::Certain, 38), (Class::Warned, 2)],
            "plain" => &[(Class::Certain, 28)],
            "ptr" => &[(Class::Certain, 8)],
            "swapped" => &[(Class::Certain, 17)],
            "union" => &[(Class::Warned, 8)],
            _ => panic!("ctypes has a new kind, {kind}"),
        };
        counted(kind, counts, exact);
    }
}

#[test]
fn plain_exporters_say_what_they_hold() {
    for line in lines("exporters.jsonl") {
        let buffer = of_buffer(&line);
        assert!(buffer.layout.as_scalar().is_some() && !has_doubt(&buffer), "{line}");
        assert_eq!(Layout::parse_for(line["format"].as_str().unwrap(), &Target::LP64), Ok(buffer.layout));
    }
}
