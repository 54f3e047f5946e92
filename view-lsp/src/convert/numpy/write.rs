//! A layout as the text of a dtype.

use view_format::{Field, Kind, Layout, ScalarKind};

use super::numpy_scalar;
use crate::convert::error::Cannot;
use crate::convert::{Names, Writer};

/// `np.dtype(...)`: as a list of fields where there are no gaps, else as a dictionary with offsets.
pub(in crate::convert) fn write(layout: &Layout, dict: bool, writer: &mut Writer<'_>) -> Result<String, Cannot> {
    let mut numpy = Numpy { names: writer.names("f"), writer, dict };
    let text = match layout.fields() {
        // What holds one field without a name, and nothing else, is that.
        [field] if field.name().is_none() && field.size() == layout.size() && !dict => numpy.whole(field)?,
        _ => numpy.record(layout)?,
    };
    Ok(format!("np.dtype({text})"))
}

struct Numpy<'w, 't> {
    names: Names,
    writer: &'w mut Writer<'t>,
    dict: bool,
}

impl Numpy<'_, '_> {
    /// A dtype, with its shape if it has one.
    fn whole(&mut self, field: &Field) -> Result<String, Cannot> {
        let one = self.one(field, "")?;
        Ok(match shape(field) {
            Some(shape) => format!("({one}, {shape})"),
            None => one,
        })
    }

    /// The dtype of one item.
    fn one(&mut self, field: &Field, name: &str) -> Result<String, Cannot> {
        match field.kind() {
            Kind::Record(inner) => self.record(inner),
            Kind::Scalar(scalar) => {
                match scalar.kind() {
                    // `S1` reads back as a string.
                    ScalarKind::Char => return Ok("'c'".into()),
                    ScalarKind::Pascal => {
                        let what = format!("{}is a string with its length in front (`p`)", subject(name));
                        self.writer.lose("numpy", what, "as bytes it is `s`")?;
                        return Ok(format!("'V{}'", scalar.size()));
                    }
                    ScalarKind::Pointer => {
                        self.writer
                            .notes
                            .push(format!("numpy has no addresses: {}is an unsigned number", subject(name)));
                    }
                    _ => {}
                }
                Ok(numpy_scalar(*scalar).map_or_else(|| format!("'V{}'", scalar.size()), |name| format!("'{name}'")))
            }
        }
    }

    fn record(&mut self, layout: &Layout) -> Result<String, Cannot> {
        let names = self.names.of(layout.fields());
        let mut at = 0;
        let mut has_gaps = false;
        let mut fields = Vec::new();
        for (field, name) in layout.fields().iter().zip(&names) {
            has_gaps |= field.offset() != at;
            at = field.offset() + field.size();
            fields.push((literal(name), self.one(field, name)?, shape(field), field.offset()));
        }
        has_gaps |= at != layout.size();
        if !has_gaps && !self.dict && !fields.is_empty() {
            let fields = fields.into_iter().map(|(name, of, shape, _)| match shape {
                Some(shape) => format!("({name}, {of}, {shape})"),
                None => format!("({name}, {of})"),
            });
            return Ok(format!("[{}]", fields.collect::<Vec<_>>().join(", ")));
        }
        let join = |parts: Vec<String>| parts.join(", ");
        let names = join(fields.iter().map(|(name, ..)| name.clone()).collect());
        let offsets = join(fields.iter().map(|(.., offset)| offset.to_string()).collect());
        let formats = fields.into_iter().map(|(_, of, shape, _)| match shape {
            Some(shape) => format!("({of}, {shape})"),
            None => of,
        });
        let (formats, size) = (join(formats.collect()), layout.size());
        Ok(format!("{{'names': [{names}], 'formats': [{formats}], 'offsets': [{offsets}], 'itemsize': {size}}}"))
    }
}

/// `(3,)`, `(3, 4)`: how often a value is repeated, and its shape.
fn shape(field: &Field) -> Option<String> {
    let repeat = (field.repeat() != 1).then_some(field.repeat());
    let lengths: Vec<_> = repeat.iter().chain(field.shape()).map(usize::to_string).collect();
    match &*lengths {
        [] => None,
        [length] => Some(format!("({length},)")),
        lengths => Some(format!("({})", lengths.join(", "))),
    }
}

fn subject(name: &str) -> String {
    if name.is_empty() { "the value ".into() } else { format!("`{}` ", name.escape_debug()) }
}

/// A string literal of Python.
pub(in crate::convert) fn literal(text: &str) -> String {
    let mut literal = String::from("'");
    for c in text.chars() {
        match c {
            '\'' | '\\' => literal.extend(['\\', c]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            c if c.is_control() => literal.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => literal.push(c),
        }
    }
    literal.push('\'');
    literal
}
