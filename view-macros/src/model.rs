//! What a format means for the code that is made of it: records with named fields, each with the way to read it.

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;
use syn::ext::IdentExt;
use view_format::check::{Checked, Origin};
use view_format::diagnostic::Label;
use view_format::{ByteOrder, Dialect, Kind, Layout, Scalar, ScalarKind, Severity, Target, parse};

use crate::literal::FormatLiteral;
use crate::names::{Unusable, identifier, nested_type};
use crate::report::Report;

/// A checked format.
pub(crate) struct Meaning {
    /// The layout on a little-endian machine and on a big-endian one; they differ where a mark leaves the order to the
    /// machine.
    layouts: [Layout; 2],
    origins: Vec<Origin>,
    /// Whether mistakes were reported, so that this is only what could be understood.
    pub(crate) is_broken: bool,
}

/// A record: a type to make.
pub(crate) struct Record {
    pub(crate) name: Ident,
    /// The format, on a little-endian machine and on a big-endian one. What is nested in another record has a format of its
    /// own, since the marks of the outer one are not in force for it.
    pub(crate) format: [String; 2],
    /// The format as it is written; of a nested record, the part of the outer one.
    pub(crate) written: String,
    /// The layout, on a little-endian machine.
    pub(crate) layout: Layout,
    pub(crate) size: usize,
    pub(crate) fields: Vec<Field>,
    pub(crate) is_broken: bool,
}

/// A field of a record: methods to make.
pub(crate) struct Field {
    pub(crate) name: Ident,
    /// The name in the format; `None` where it has none.
    pub(crate) written_name: Option<String>,
    pub(crate) offset: usize,
    pub(crate) element: Element,
    /// How many values an unnamed count gives.
    pub(crate) repeat: usize,
    /// Dimensions, without the repeat.
    pub(crate) shape: Vec<usize>,
    /// The item as it is written.
    pub(crate) item: String,
    pub(crate) item_span: view_format::Span,
    /// Its name, or what stands for it.
    name_span: view_format::Span,
}

/// What one item of a field is.
pub(crate) enum Element {
    Scalar { scalar: Scalar, order: Order },
    Record(Box<Record>),
}

/// The byte order of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
    /// The target's own, which is not known here.
    Native,
}

impl Field {
    /// All dimensions: a count without a name is one too, as far as access goes.
    pub(crate) fn dimensions(&self) -> Vec<usize> {
        let repeat = (self.repeat != 1).then_some(self.repeat);
        repeat.into_iter().chain(self.shape.iter().copied()).collect()
    }
}

impl Element {
    /// Bytes of one.
    pub(crate) fn size(&self) -> usize {
        match self {
            Element::Scalar { scalar, .. } => scalar.size(),
            Element::Record(record) => record.size,
        }
    }
}

/// Checks a format and reports all that is wrong with it.
pub(crate) fn check(literal: &FormatLiteral, report: &mut Report) -> Meaning {
    let parse = parse(literal.text(), Dialect::Pep3118);
    let [little, big] = [Target::LP64, Target::LP64.big_endian()].map(|target| parse.format.check(&target));
    let mut diagnostics = parse.diagnostics;
    diagnostics.extend_from_slice(&little.diagnostics);
    diagnostics.retain(|diagnostic| diagnostic.severity() == Severity::Error);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    literal.report(&diagnostics, report);
    let mut is_broken = !diagnostics.is_empty();
    if !is_broken {
        let others = Target::ALL[1..].iter().map(|(_, machine, target)| (*machine, parse.format.check(target)));
        is_broken = differs_between_targets(literal, &little, others, report);
    }
    Meaning { layouts: [little.partial, big.partial], origins: little.origins, is_broken }
}

/// Reports the first field whose size or place depends on the target, if there is one: a macro runs on the compiling machine
/// and does not know which one it compiles for. `first` is of the first of all targets, `others` of the others.
fn differs_between_targets<'t>(
    literal: &FormatLiteral,
    first: &Checked,
    mut others: impl Iterator<Item = (&'t str, Checked)>,
    report: &mut Report,
) -> bool {
    let Some((other_machine, other)) = others.find(|(_, other)| other.partial != first.partial) else {
        return false;
    };
    let (span, here, there) = first_difference(&first.partial, &other.partial, &first.origins).unwrap_or((
        view_format::Span::default(),
        (0, first.partial.size()),
        (0, other.partial.size()),
    ));
    let (what, here, there) = match here.1 == there.1 {
        true => ("at offset", here.0, there.0),
        false => ("size", here.1, there.1),
    };
    let label = format!("{what} {here} on {}, {there} on {other_machine}", Target::ALL[0].1);
    literal.draw(
        "native sizes differ between targets",
        &[Label { span, text: label, is_primary: true }],
        Some("start the format with `<` or `>` for standard sizes (or `=`, for the target's byte order)"),
        report,
    );
    true
}

/// Where the first field stands that two targets lay out differently, and its offset and size on both.
type Difference = (view_format::Span, (usize, usize), (usize, usize));

fn first_difference(one: &Layout, other: &Layout, origins: &[Origin]) -> Option<Difference> {
    one.fields().iter().zip(other.fields()).zip(origins).find_map(|((a, b), origin)| {
        if let (Kind::Record(a), Kind::Record(b)) = (a.kind(), b.kind())
            && let Some(inside) = first_difference(a, b, &origin.fields)
        {
            return Some(inside);
        }
        let (here, there) = ((a.offset(), a.size()), (b.offset(), b.size()));
        (here != there).then_some((origin.code, here, there))
    })
}

impl Meaning {
    /// The one scalar that an element is, if it is one.
    pub(crate) fn scalar(&self) -> Option<Element> {
        let scalar = self.layouts[0].as_scalar()?;
        Some(Element::Scalar { scalar, order: order(scalar, self.layouts[1].as_scalar()?) })
    }

    pub(crate) fn size(&self) -> usize {
        self.layouts[0].size()
    }

    /// The record called `name` with these fields.
    pub(crate) fn record(&self, name: &Ident, literal: &FormatLiteral, report: &mut Report) -> Record {
        let mut record = record(name, literal, self.layouts.each_ref(), &self.origins, report);
        record.format = [literal.text().into(), literal.text().into()];
        record.written = literal.text().into();
        record.is_broken |= self.is_broken;
        record
    }
}

fn record(
    name: &Ident,
    literal: &FormatLiteral,
    layouts: [&Layout; 2],
    origins: &[Origin],
    report: &mut Report,
) -> Record {
    let mut is_broken = false;
    let mut fields = Vec::new();
    let pairs = layouts[0].fields().iter().zip(layouts[1].fields());
    // numpy's names for fields that have none: `f0`, `f1` and so on, those that are taken left out.
    let taken: HashSet<&str> = layouts[0].fields().iter().filter_map(view_format::Field::name).collect();
    let mut numbers = (0..).map(|n| format!("f{n}")).filter(|name| !taken.contains(&**name));
    let mut unnamed = || numbers.next().unwrap_or_default();
    for ((little, big), origin) in pairs.zip(origins) {
        let name_span = origin.name.unwrap_or(origin.code);
        let span = literal.span(name_span);
        let ident = match little.name() {
            None => Ident::new(&unnamed(), span),
            Some(written) => match identifier(written, span) {
                Ok(ident) => ident,
                Err(unusable) => {
                    report_unusable(written, unusable, literal, name_span, report);
                    is_broken = true;
                    Ident::new(&unnamed(), span)
                }
            },
        };
        let element = match (little.kind(), big.kind()) {
            (Kind::Record(little), Kind::Record(big)) => {
                let nested = record(&nested_type(name, &ident), literal, [little, big], &origin.fields, report);
                is_broken |= nested.is_broken;
                Element::Record(Box::new(Record { written: literal.text()[origin.code.range()].into(), ..nested }))
            }
            (Kind::Scalar(little), Kind::Scalar(big)) => {
                Element::Scalar { scalar: *little, order: order(*little, *big) }
            }
            // Both are of one tree.
            _ => continue,
        };
        fields.push(Field {
            name: ident,
            written_name: little.name().map(Into::into),
            offset: little.offset(),
            element,
            repeat: little.repeat(),
            shape: little.shape().into(),
            item: literal.text()[origin.item.range()].into(),
            item_span: origin.item,
            name_span,
        });
    }
    is_broken |= drop_clashes(&mut fields, literal, report);
    let format = layouts.map(|layout| layout.to_format().unwrap_or_default());
    let layout = layouts[0].clone();
    let size = layout.size();
    Record { name: name.clone(), format, written: String::new(), layout, size, fields, is_broken }
}

fn order(little: Scalar, big: Scalar) -> Order {
    match (little.order(), big.order()) {
        (ByteOrder::Little, ByteOrder::Little) => Order::Little,
        (ByteOrder::Big, ByteOrder::Big) => Order::Big,
        _ => Order::Native,
    }
}

fn report_unusable(
    name: &str,
    unusable: Unusable,
    literal: &FormatLiteral,
    span: view_format::Span,
    report: &mut Report,
) {
    let label = |text: &str| [Label { span, text: text.into(), is_primary: true }];
    match unusable {
        Unusable::NotAnIdentifier(instead) => literal.draw(
            &format!("`{}` cannot be the name of a method", name.escape_debug()),
            &label("not an identifier"),
            Some(&format!("a name such as `{instead}` can")),
            report,
        ),
        Unusable::Keyword => literal.draw(
            &format!("`{name}` cannot be the name of a method"),
            &label("a keyword that `r#` does not free"),
            Some(&format!("a name such as `{}_` can", name.to_lowercase())),
            report,
        ),
    }
}

/// What every record has, whatever its fields are.
const RESERVED: [(&str, &str); 8] = [
    ("new", "constructor"),
    ("from_bytes", "constructor"),
    ("from_prefix", "constructor"),
    ("from_offset", "constructor"),
    ("into_inner", "method"),
    ("FORMAT", "constant"),
    ("SIZE", "constant"),
    ("LAYOUT", "constant"),
];

/// Reports fields whose methods would have the name of another method, and leaves them out. Whether there were any.
fn drop_clashes(fields: &mut Vec<Field>, literal: &FormatLiteral, report: &mut Report) -> bool {
    // Which field has a method, and where its name stands.
    let mut methods: HashMap<String, (String, view_format::Span)> = HashMap::new();
    let before = fields.len();
    fields.retain(|field| {
        let name = field.name.to_string();
        let primary = |text: &str| Label { span: field.name_span, text: text.into(), is_primary: true };
        if let Some((_, what)) = RESERVED.iter().find(|(reserved, _)| *reserved == name) {
            literal.draw(
                &format!("field `{name}` would hide the {what} `{name}`"),
                &[primary(&format!("a {what} of every record"))],
                Some(&format!("call it `{name}_` or something else")),
                report,
            );
            return false;
        }
        let bare = field.name.unraw();
        let own = [name.clone(), format!("set_{bare}"), format!("{bare}_mut")];
        if let Some((method, (other, place))) = own.iter().find_map(|method| methods.get_key_value(method)) {
            // The same name twice is the format's own mistake, and was reported with it.
            if *other != name {
                literal.draw(
                    &format!("two methods called `{method}`"),
                    &[
                        primary(&format!("for the field `{name}`")),
                        Label { span: *place, text: format!("for the field `{other}`"), is_primary: false },
                    ],
                    Some("a field `x` has the methods `x`, and `set_x` or `x_mut`: give one of the two another name"),
                    report,
                );
            }
            return false;
        }
        methods.extend(own.map(|method| (method, (name.clone(), field.name_span))));
        true
    });
    fields.len() < before
}

/// Whether the kind is read as a string of bytes.
pub(crate) fn is_text(kind: ScalarKind) -> bool {
    matches!(kind, ScalarKind::Bytes | ScalarKind::Void)
}
