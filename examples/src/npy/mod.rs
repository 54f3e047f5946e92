//! Arrays that numpy has saved: `.npy` files, versions 1 to 3.
//!
//! What the array holds is known when the file is there: its type becomes a format, its shape a shape, and a run-time
//! `View` over the file's own bytes is the array. No element is copied or converted before it is asked for.

mod literal;

use std::fmt::Write;

use view_core::{Value, View, ViewError, view};

use crate::Error;
use crate::error::{Part, bytes_at};
use literal::Literal;

view! {
    /// What every file starts with.
    struct Start = "6s:magic: B:major: B:minor:";

    /// How long the header is, in version 1.
    struct ShortLength = "<H:length:";

    /// How long the header is, since version 2.
    struct LongLength = "<I:length:";
}

/// Type, shape, a corner of the array, and the sum of a column.
///
/// # Errors
///
/// Where the bytes are not such a file, or not the whole of one; and where the array is not of plain values.
pub fn describe(bytes: &[u8]) -> Result<String, Error> {
    let (start, _) = Start::from_prefix(bytes).part("start")?;
    if start.magic() != b"\x93NUMPY" {
        return Err(Error::foreign("npy", bytes));
    }
    let (length, at) = match start.major() {
        1 => {
            let length = ShortLength::from_offset(bytes, Start::SIZE).part("length of the header")?;
            (length.length().into(), Start::SIZE + ShortLength::SIZE)
        }
        2 | 3 => {
            let length = LongLength::from_offset(bytes, Start::SIZE).part("length of the header")?;
            (length.length(), Start::SIZE + LongLength::SIZE)
        }
        major => return Err(Error::content("start", format_args!("version {major} is not known here"))),
    };
    let header = bytes_at(bytes, at as u64, length.into()).part("header")?;
    let Header { format, shape, is_fortran } = Header::read(header)?;
    let data = &bytes[at + header.len()..];
    let view = array(data, &format, &shape, is_fortran).part("array")?;

    let (major, minor) = (start.major(), start.minor());
    let order = if is_fortran { "Fortran" } else { "C" };
    let mut text = format!("version {major}.{minor}, format `{format}`, shape {shape:?}, {order} order");
    _ = writeln!(text, ", strides {:?}, {} bytes", view.strides(), view.nbytes());
    if view.shape().contains(&0) {
        return Ok(text + "no elements\n");
    }
    let (name, corner) = corner(&view).part("corner")?;
    _ = writeln!(text, "{name}: {}", corner.to_list());
    for (name, sum) in sums(&corner).part("first column")? {
        _ = writeln!(text, "first column of it{name} adds up to {sum}");
    }
    Ok(text)
}

/// The bytes as an array, in place. Fortran's order is that of the reversed shape in C's, read the other way round.
fn array<'a>(data: &'a [u8], format: &str, shape: &[usize], is_fortran: bool) -> Result<View<&'a [u8]>, ViewError> {
    if is_fortran {
        let reversed: Vec<usize> = shape.iter().rev().copied().collect();
        Ok(View::new(data).cast_shape(format, &reversed)?.transpose())
    } else {
        View::new(data).cast_shape(format, shape)
    }
}

/// Of the first plane, at most three rows of at most four columns. A part of a view is a view.
fn corner<'a>(view: &View<&'a [u8]>) -> Result<(&'static str, View<&'a [u8]>), ViewError> {
    match view.ndim() {
        0 => Ok(("its element", view.view())),
        1 => Ok(("its start", view.slice(..view.shape()[0].min(4))?)),
        ndim => {
            let plane = view.part(vec![0; ndim - 2])?;
            let (rows, columns) = (plane.shape()[0].min(3), plane.shape()[1].min(4));
            Ok(("a corner", plane.slice(..rows)?.transpose().slice(..columns)?.transpose()))
        }
    }
}

/// The sum of the first column; of records that of each field.
fn sums(view: &View<&[u8]>) -> Result<Vec<(String, f64)>, ViewError> {
    let column = match view.ndim() {
        2 => view.view().transpose().part([0])?,
        _ => view.view(),
    };
    let mut sums: Vec<(String, f64)> = Vec::new();
    let Value::List(values) = column.to_list() else { return Ok(sums) };
    for value in values {
        let members = match value {
            Value::Record(members) => members.into_iter().map(|member| (member.name, member.value)).collect(),
            value => vec![(None, value)],
        };
        for (name, value) in members {
            let name = name.map_or(String::new(), |name| format!(", field `{name}`,"));
            let number = match value {
                Value::Int(number) => number as f64,
                Value::Uint(number) => number as f64,
                Value::Float(number) => number,
                Value::Bool(is_true) => is_true.into(),
                _ => continue,
            };
            match sums.iter_mut().find(|sum| sum.0 == name) {
                Some((_, sum)) => *sum += number,
                None => sums.push((name, number)),
            }
        }
    }
    Ok(sums)
}

/// What the header says.
struct Header {
    format: String,
    shape: Vec<usize>,
    is_fortran: bool,
}

impl Header {
    /// Reads a dictionary as Python writes it: `{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }`.
    fn read(bytes: &[u8]) -> Result<Header, Error> {
        let literal = Literal::parse(bytes).map_err(|at| {
            let rest = Value::from(&bytes[at.min(bytes.len())..(at + 8).min(bytes.len())]);
            Error::content("header", format_args!("cannot be read at byte {at}: {rest}"))
        })?;
        let entry = |key: &str| literal.get(key).ok_or_else(|| Error::content("header", format_args!("no '{key}'")));
        let Literal::Bool(is_fortran) = *entry("fortran_order")? else {
            return Err(Error::content("header", "'fortran_order' is neither True nor False"));
        };
        Ok(Header { format: format(entry("descr")?)?, shape: shape(entry("shape")?)?, is_fortran })
    }
}

fn shape(literal: &Literal) -> Result<Vec<usize>, Error> {
    let lengths = match literal {
        Literal::List(lengths) => lengths.iter().map(|length| match length {
            Literal::Number(length) => Some(*length),
            _ => None,
        }),
        _ => return Err(Error::content("header", "'shape' is not a tuple")),
    };
    lengths.collect::<Option<_>>().ok_or(Error::content("header", "'shape' has other things than numbers"))
}

/// The format of a type as numpy writes it: `'<f8'` is `<d`, and `[('a', '<i4'), ('b', '<f4')]` is `T{<i:a:<f:b:}`.
fn format(literal: &Literal) -> Result<String, Error> {
    match literal {
        Literal::Text(text) => scalar(text).ok_or_else(|| {
            let what = if text.contains('O') { "Python objects, which are pickled" } else { "not known here" };
            Error::content("header", format_args!("type '{text}': {what}"))
        }),
        Literal::List(fields) => {
            let mut format = String::from("T{");
            for field in fields {
                match field {
                    Literal::List(field) => match &field[..] {
                        [Literal::Text(name), field] => format += &self::field(name, "", field)?,
                        [Literal::Text(name), field, shape] => {
                            let shape = format!("{:?}", self::shape(shape)?).replace(['[', ' '], "").replace(']', "");
                            format += &self::field(name, &format!("({shape})"), field)?;
                        }
                        _ => return Err(Error::content("header", "a field is not a name and a type")),
                    },
                    _ => return Err(Error::content("header", "a field is not a tuple")),
                }
            }
            Ok(format + "}")
        }
        _ => Err(Error::content("header", "'descr' is no type")),
    }
}

fn field(name: &str, shape: &str, literal: &Literal) -> Result<String, Error> {
    let format = format(literal)?;
    if name.contains(':') {
        return Err(Error::content("header", format_args!("field '{name}': a format has no names with a colon")));
    }
    // numpy writes padding as a field without a name.
    Ok(if name.is_empty() { format } else { format!("{shape}{format}:{name}:") })
}

/// `<f8` is a mark of the byte order, a letter of the kind, and bytes of one; `U` counts characters.
fn scalar(text: &str) -> Option<String> {
    let order = text.get(..1).filter(|order| ["<", ">", "|"].contains(order))?.replace('|', "");
    let (kind, size) = (text.get(1..2)?, text.get(2..)?);
    let code = match (kind, size) {
        ("b", "1") => "?",
        ("i", "1") => "b",
        ("i", "2") => "h",
        ("i", "4") => "i",
        ("i", "8") => "q",
        ("u", "1") => "B",
        ("u", "2") => "H",
        ("u", "4") => "I",
        ("u", "8") => "Q",
        ("f", "2") => "e",
        ("f", "4") => "f",
        ("f", "8") => "d",
        ("c", "8") => "Zf",
        ("c", "16") => "Zd",
        ("S" | "U" | "V", size) if size.bytes().all(|digit| digit.is_ascii_digit()) && !size.is_empty() => {
            return Some(format!("{order}{size}{}", kind.replace('S', "s").replace('U', "w").replace('V', "x")));
        }
        _ => return None,
    };
    Some(format!("{order}{code}"))
}
