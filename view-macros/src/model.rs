//! What a format means for the code that is made of it: records with named fields, each with the way to read it.

mod lost;
mod native;
mod number;
mod types;

use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use syn::ext::IdentExt;
use view_format::check::Origin;
use view_format::record::{Methods, long_double, unnamed};
use view_format::syntax::ast::Format;
use view_format::{ByteOrder, Dialect, Kind, Layout, Scalar, ScalarKind, Severity, Target, parse};

pub(crate) use lost::Lost;
pub(crate) use native::CName;
pub(crate) use native::CStruct;
pub(crate) use number::Number;

use crate::literal::FormatLiteral;
use crate::names::{identifier, nested_type};
use crate::report::Report;

/// A checked format.
pub(crate) struct Meaning {
    /// The layout on a little-endian machine and on a big-endian one; they differ where a mark leaves the order to the
    /// machine. One such pair, or where they differ one for each data model, in the order of [`Target::ALL`].
    layouts: Vec<[Layout; 2]>,
    origins: Vec<Origin>,
    /// Whether sizes or places are those of C's types.
    is_native: bool,
    /// Whether mistakes were reported, so that this is only what could be understood.
    pub(crate) is_broken: bool,
    /// The tree, and where the mistakes stand in it.
    tree: Format,
    faults: Vec<view_format::Span>,
}

/// A text on a little-endian machine and on a big-endian one; one such pair, or one for each data model.
pub(crate) type Texts = Vec<[String; 2]>;

/// A record: a type to make.
#[derive(Clone)]
pub(crate) struct Record {
    pub(crate) name: Ident,
    /// The format. What is nested in another record has a format of its own, since the marks of the outer one are not in
    /// force for it.
    pub(crate) format: Texts,
    /// The format as it is written; of a nested record, the part of the outer one.
    pub(crate) written: String,
    /// The layouts, as a [`Meaning`] has them.
    pub(crate) layouts: Vec<[Layout; 2]>,
    pub(crate) size: Number,
    pub(crate) align: Number,
    pub(crate) fields: Vec<Field>,
    /// Whether sizes or places are those of C's types.
    pub(crate) is_native: bool,
    /// C's own struct of the same fields, where it has them at the same places.
    pub(crate) c_struct: Option<CStruct>,
    /// The type that has the constants which only rustc can compute: `FORMAT` and `SIZE`.
    pub(crate) owner: Option<TokenStream>,
    /// Whether mistakes were reported, so that sizes and places are not certain.
    pub(crate) is_broken: bool,
    /// Fields that a mistake has left nothing of but the name.
    pub(crate) lost: Vec<Lost>,
    /// Whether there may be fields besides, after a mistake that hides even names.
    pub(crate) may_miss: bool,
}

/// A field of a record: methods to make.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: Ident,
    /// The name in the format; `None` where it has none.
    pub(crate) written_name: Option<String>,
    pub(crate) offset: Number,
    pub(crate) element: Element,
    /// How many values an unnamed count gives.
    pub(crate) repeat: usize,
    /// Dimensions, without the repeat.
    pub(crate) shape: Vec<Number>,
    /// The enum that the number is read as.
    pub(crate) value: Option<TokenStream>,
    /// The item as it is written.
    pub(crate) item: String,
    pub(crate) item_span: view_format::Span,
    /// Its name, or what stands for it.
    pub(crate) name_span: view_format::Span,
}

/// What one item of a field is.
#[derive(Clone)]
pub(crate) enum Element {
    /// The scalar is that of the first data model; its size may be another one on others.
    Scalar {
        scalar: Scalar,
        order: Order,
        size: Number,
    },
    Record(Box<Record>),
    /// A type of the user's, whose layout only rustc knows.
    Own {
        own: TokenStream,
        size: Number,
    },
}

/// The byte order of a number.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Little,
    Big,
    /// The target's own, which is not known here.
    Native,
}

impl Record {
    /// Calls `each` with every record inside, after the record and the field that it is inside of.
    pub(crate) fn nested<'r>(&'r self, each: &mut dyn FnMut(&'r Record, &'r Field, &'r Record)) {
        for field in &self.fields {
            if let Element::Record(nested) = &field.element {
                each(self, field, nested);
                nested.nested(each);
            }
        }
    }
}

impl Field {
    /// All dimensions: a count without a name is one too, as far as access goes.
    pub(crate) fn dimensions(&self) -> Vec<Number> {
        let repeat = (self.repeat != 1).then_some(Number::Known(self.repeat));
        repeat.into_iter().chain(self.shape.iter().cloned()).collect()
    }
}

impl Element {
    /// Bytes of one.
    pub(crate) fn size(&self) -> Number {
        match self {
            Element::Scalar { size, .. } => size.clone(),
            Element::Record(record) => record.size.clone(),
            Element::Own { size, .. } => size.clone(),
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
    let mut faults: Vec<_> = diagnostics.iter().map(|diagnostic| diagnostic.span).collect();
    let is_native = !is_broken && native::depends_on_target(&parse.format, &little.partial);
    let mut layouts = vec![[little.partial, big.partial]];
    if is_native {
        if let Some(fault) = long_double(&layouts[0][0], &little.origins) {
            literal.fault(&fault, report);
            faults.push(fault.span);
            is_broken = true;
        }
        layouts.extend(native::other_models(&parse.format, &layouts[0]));
    }
    Meaning { layouts, origins: little.origins, is_native, is_broken, tree: parse.format, faults }
}

impl Meaning {
    /// The one scalar that an element is, if it is one.
    pub(crate) fn scalar(&self) -> Option<Element> {
        let [little, big] = &self.layouts[0];
        let scalar = little.as_scalar()?;
        Some(Element::Scalar { scalar, order: order(scalar, big.as_scalar()?), size: self.size() })
    }

    pub(crate) fn size(&self) -> Number {
        by_target(&self.layouts.iter().map(|[little, _]| little).collect::<Vec<_>>(), |layout| layout.size())
    }

    /// Whether it is one field without a name.
    pub(crate) fn is_one_item(&self) -> bool {
        matches!(self.layouts[0][0].fields(), [field] if field.name().is_none())
    }

    /// The record called `name` with these fields.
    pub(crate) fn record(&self, name: &Ident, literal: &FormatLiteral, report: &mut Report) -> Record {
        let mut record = self.record_without_names(name, literal, report);
        let layout = &self.layouts[0][0];
        // Mistakes in names leave fields out.
        let is_unnamed = name_fields(&mut record.fields, layout, literal, report);
        let is_doubled = types::drop_equal(&mut record, &mut HashMap::new(), literal, report);
        record.is_broken |= is_unnamed | is_doubled;
        record.may_miss |= is_unnamed | is_doubled;
        lost::lose(&mut record, self.tree.nodes(), &self.faults, literal);
        record
    }

    /// The same, of which the fields have yet to get their names.
    pub(crate) fn record_without_names(&self, name: &Ident, literal: &FormatLiteral, report: &mut Report) -> Record {
        let layouts: Vec<_> = self.layouts.iter().map(|pair| pair.each_ref()).collect();
        let mut record = record(name, literal, &layouts, &self.origins, report);
        record.format = vec![[literal.text().into(), literal.text().into()]];
        record.written = literal.text().into();
        record.is_native = self.is_native;
        record.is_broken |= self.is_broken;
        if self.is_native && !record.is_broken {
            record.c_struct = CStruct::of(literal.text(), &record.fields, &self.layouts, &self.origins);
        }
        record
    }
}

/// A number of every layout or field.
fn by_target<T>(all: &[T], number: impl Fn(&T) -> usize) -> Number {
    Number::by_target(&all.iter().map(number).collect::<Vec<_>>())
}

/// `layouts` are those of a [`Meaning`].
fn record(
    name: &Ident,
    literal: &FormatLiteral,
    layouts: &[[&Layout; 2]],
    origins: &[Origin],
    report: &mut Report,
) -> Record {
    let mut is_broken = false;
    let mut fields = Vec::new();
    let layout = layouts[0][0];
    let names = names(layout);
    for (position, (first, origin)) in layout.fields().iter().zip(origins).enumerate() {
        // All are of one tree, and have the same fields.
        let all: Vec<_> = layouts.iter().map(|pair| pair.map(|layout| &layout.fields()[position])).collect();
        let name_span = origin.name.unwrap_or(origin.code);
        let span = literal.span(name_span);
        // Names that cannot be used are told of when the fields are named.
        let ident = identifier(&names[position], name_span, span).unwrap_or_else(|_| Ident::new("field", span));
        let element = match (first.kind(), all[0][1].kind()) {
            (Kind::Scalar(little), Kind::Scalar(big)) => Element::Scalar {
                scalar: *little,
                order: order(*little, *big),
                size: by_target(&all, |[field, _]| field.scalar_size()),
            },
            _ => {
                let inside: Vec<_> = all.iter().filter_map(|pair| nested(*pair)).collect();
                let mut nested = record(&nested_type(name, &ident), literal, &inside, &origin.fields, report);
                nested.may_miss |= name_fields(&mut nested.fields, inside[0][0], literal, report);
                nested.is_broken |= nested.may_miss;
                is_broken |= nested.is_broken;
                Element::Record(Box::new(Record { written: literal.text()[origin.code.range()].into(), ..nested }))
            }
        };
        fields.push(Field {
            name: ident,
            written_name: first.name().map(Into::into),
            offset: by_target(&all, |[field, _]| field.offset()),
            element,
            repeat: first.repeat(),
            shape: first.shape().iter().copied().map(Number::Known).collect(),
            value: None,
            item: literal.text()[origin.item.range()].into(),
            item_span: origin.item,
            name_span,
        });
    }
    let format = layouts.iter().map(|pair| pair.map(|layout| layout.to_format().unwrap_or_default())).collect();
    Record {
        name: name.clone(),
        format,
        written: String::new(),
        layouts: layouts.iter().map(|pair| pair.map(Clone::clone)).collect(),
        size: by_target(layouts, |[layout, _]| layout.size()),
        align: by_target(layouts, |[layout, _]| layout.align()),
        fields,
        is_native: false,
        c_struct: None,
        owner: None,
        is_broken,
        lost: Vec::new(),
        may_miss: false,
    }
}

/// The names of the fields; for those that have none numpy's: `f0`, `f1` and so on, those that are taken left out.
fn names(layout: &Layout) -> Vec<String> {
    let mut numbers = unnamed(layout);
    layout
        .fields()
        .iter()
        .map(|field| field.name().map_or_else(|| numbers.next().unwrap_or_default(), Into::into))
        .collect()
}

/// Reports names that no method can have, and clashes between methods. Whether there were any.
fn name_fields(fields: &mut Vec<Field>, layout: &Layout, literal: &FormatLiteral, report: &mut Report) -> bool {
    let mut has_faults = false;
    for (field, name) in fields.iter().zip(names(layout)) {
        if let Err(fault) = identifier(&name, field.name_span, field.name.span()) {
            has_faults = true;
            literal.fault(&fault, report);
        }
    }
    drop_clashes(fields, literal, report) || has_faults
}

/// The layouts of what is nested in a field.
fn nested([little, big]: [&view_format::Field; 2]) -> Option<[&Layout; 2]> {
    match (little.kind(), big.kind()) {
        (Kind::Record(little), Kind::Record(big)) => Some([little, big]),
        _ => None,
    }
}

fn order(little: Scalar, big: Scalar) -> Order {
    match (little.order(), big.order()) {
        (ByteOrder::Little, ByteOrder::Little) => Order::Little,
        (ByteOrder::Big, ByteOrder::Big) => Order::Big,
        _ => Order::Native,
    }
}

/// Reports fields whose methods would have the name of another method, and leaves them out. Whether there were any.
fn drop_clashes(fields: &mut Vec<Field>, literal: &FormatLiteral, report: &mut Report) -> bool {
    let mut methods = Methods::default();
    let before = fields.len();
    fields.retain(|field| match methods.add(&field.name.unraw().to_string(), field.name_span) {
        Ok(()) => true,
        Err(fault) => {
            if let Some(fault) = fault {
                literal.fault(&fault, report);
            }
            false
        }
    });
    fields.len() < before
}

/// Whether the kind is read as a string of bytes.
pub(crate) fn is_text(kind: ScalarKind) -> bool {
    matches!(kind, ScalarKind::Bytes | ScalarKind::Void)
}
