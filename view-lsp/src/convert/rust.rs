//! Layouts as records in Rust: `view!`, and structs with `#[derive(Record)]`.

use view_format::{Code, Field, Kind, Layout, Scalar, ScalarKind};

use super::error::{Cannot, ConvertError, Mistake};
use super::{Names, Writer};
use crate::host;
use crate::language::Language;
use crate::site::Site;

/// The name of a record that has none.
const NAME: &str = "Record";

/// The format of the record called `name`, or of the only one in a source; with it comes its name.
pub(super) fn read(source: &str, name: Option<&str>) -> Result<(String, Option<String>), ConvertError> {
    let sites = host::sites(source, Language::Rust);
    let named = |site: &Site| site.record.as_ref().and_then(|record| source.get(record.name.range())).map(String::from);
    let records: Vec<(&Site, Option<String>)> = sites.iter().map(|site| (site, named(site))).collect();
    let chosen: Vec<_> = match name {
        Some(name) if records.iter().any(|(_, own)| own.as_deref() == Some(name)) => {
            records.iter().filter(|(_, own)| own.as_deref() == Some(name)).collect()
        }
        _ => records.iter().collect(),
    };
    match &*chosen {
        [(site, name)] if site.map.is_whole() => Ok((site.map.text().into(), name.clone())),
        [(site, _)] => Err(Mistake::new(source, site.range.range(), "this format is not written out").into()),
        [] => Err(Mistake::new(
            source,
            0..source.lines().next().unwrap_or_default().len(),
            "no record with a format stands here",
        )
        .help("`view! { struct Name = \"...\"; }`, or `#[derive(Record)] #[view(format = \"...\")]`")
        .into()),
        several => {
            let names: Vec<_> =
                several.iter().filter_map(|(_, name)| name.as_ref()).map(|name| format!("`{name}`")).collect();
            let headline = format!("several records stand here: {}", names.join(", "));
            Err(Mistake::new(source, 0..0, headline).help("choose one with `--name`").into())
        }
    }
}

/// `view! { pub struct Name = "..."; }`
pub(super) fn view(layout: &Layout, writer: &mut Writer<'_>) -> Result<String, Cannot> {
    names_are_usable(layout, "view!")?;
    let name = type_name(writer)?;
    let format = writer.stable_format(layout)?;
    Ok(format!("view_core::view! {{\n    pub struct {name} = {};\n}}", literal(&format)))
}

/// A struct with `#[derive(Record)]`, after the structs that it holds.
pub(super) fn derive(layout: &Layout, writer: &mut Writer<'_>) -> Result<String, Cannot> {
    names_are_usable(layout, "derive(Record)")?;
    let name = type_name(writer)?;
    let format = writer.stable_format(layout)?;
    let mut structs = Structs { names: writer.names("field"), written: Vec::new() };
    structs.record(layout, &name, &format)?;
    Ok(structs.written.join("\n\n"))
}

/// A literal of Rust.
fn literal(format: &str) -> String {
    format!("\"{}\"", format.replace('\\', "\\\\").replace('"', "\\\""))
}

fn type_name(writer: &Writer<'_>) -> Result<String, Cannot> {
    let name = writer.name.clone().unwrap_or_else(|| NAME.into());
    if is_identifier(&name) && !matches!(&*name, "self" | "Self" | "super" | "crate" | "_") {
        return Ok(camel_case(&name));
    }
    let what = format!("`{}` is no name of a type", name.escape_debug());
    Err(Cannot { notation: "Rust", what, help: Some("give one with `--name`".into()) })
}

/// `bmp_header` as `BmpHeader`.
fn camel_case(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect::<String>()
    };
    name.split('_').map(word).collect()
}

fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|c| c.is_alphabetic() || c == '_')
        && characters.all(|c| c.is_alphanumeric() || c == '_')
}

/// Whether Rust has room for all names.
fn names_are_usable(layout: &Layout, notation: &'static str) -> Result<(), Cannot> {
    for field in layout.fields() {
        if let Some(name) = field
            .name()
            .filter(|name| !is_identifier(name) || matches!(*name, "self" | "Self" | "super" | "crate" | "_"))
        {
            let what = format!("`{}` is no name of a field", name.escape_debug());
            return Err(Cannot { notation, what, help: Some("give it another name".into()) });
        }
        if let Kind::Record(inner) = field.kind() {
            names_are_usable(inner, notation)?;
        }
    }
    Ok(())
}

/// Words that a field needs `r#` for.
const KEYWORDS: [&str; 47] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while",
];

struct Structs {
    names: Names,
    written: Vec<String>,
}

impl Structs {
    fn record(&mut self, layout: &Layout, name: &str, format: &str) -> Result<(), Cannot> {
        let names = self.names.of(layout.fields());
        let mut fields = Vec::new();
        for (field, own) in layout.fields().iter().zip(&names) {
            let of = self.field(field, own, name)?;
            let raw = if KEYWORDS.contains(&&**own) { "r#" } else { "" };
            fields.push(format!("    pub {raw}{own}: {of},"));
        }
        self.written.push(format!(
            "#[derive(view_core::Record, Debug, Clone)]\n#[view(format = {})]\npub struct {name} {{\n{}\n}}",
            literal(format),
            fields.join("\n")
        ));
        Ok(())
    }

    /// The type of a field of the struct `outer`.
    fn field(&mut self, field: &Field, name: &str, outer: &str) -> Result<String, Cannot> {
        let one = match field.kind() {
            Kind::Scalar(scalar) => self.scalar(*scalar, name)?,
            Kind::Record(inner) => {
                let of = format!("{outer}{}", camel_case(name));
                let format = inner.to_format().unwrap_or_default();
                self.record(inner, &of, &format)?;
                of
            }
        };
        let repeat = (field.repeat() != 1).then_some(field.repeat());
        let lengths = repeat.iter().chain(field.shape()).rev();
        Ok(lengths.fold(one, |of, n| format!("[{of}; {n}]")))
    }

    fn scalar(&self, scalar: Scalar, name: &str) -> Result<String, Cannot> {
        let size = scalar.size();
        let cannot = |what: &str, help: &str| {
            let what = format!("`{name}` is {what}");
            Err(Cannot { notation: "derive(Record)", what, help: Some(help.into()) })
        };
        Ok(match scalar.kind() {
            ScalarKind::Complex => format!("view_core::Complex<f{}>", 4 * size),
            ScalarKind::Pascal => format!("view_core::PascalText<[u8; {size}]>"),
            ScalarKind::Bytes | ScalarKind::Void => format!("[u8; {size}]"),
            ScalarKind::Ucs4 => {
                return cannot("a string of UCS-4 characters (`w`)", "`view!` has a getter for it: `--to view`");
            }
            ScalarKind::Pointer | ScalarKind::LongDouble => {
                return cannot("as large as a machine has it", "a number of fixed size, or bytes, say how large");
            }
            _ => Code::of(scalar).info().rust.into(),
        })
    }
}
