//! A struct with `#[derive(Buffer)]` or `#[derive(BufferMut)]`, and its `#[buffer(...)]` attributes.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Generics, Member, Path, Token, Type};

use super::{as_string, is_comma};
use crate::literal::FormatLiteral;
use crate::report::Report;

/// A type of the user's that exports what one of its fields holds.
pub(crate) struct Exporter {
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) krate: Option<Path>,
    /// The field that holds the bytes.
    pub(crate) member: Member,
    pub(crate) field_type: Type,
    pub(crate) format: Option<FormatLiteral>,
    /// Expressions, unread.
    pub(crate) shape: Option<List>,
    pub(crate) strides: Option<List>,
    pub(crate) offset: Option<TokenStream>,
    pub(crate) is_column_major: bool,
}

/// `[a, b]`
pub(crate) struct List {
    pub(crate) items: Vec<TokenStream>,
    span: Span,
}

/// One `name = value`, or a name alone.
struct Setting {
    name: Ident,
    value: Vec<TokenTree>,
}

/// What stands on the type.
#[derive(Default)]
struct Settings {
    krate: Option<Path>,
    format: Option<FormatLiteral>,
    shape: Option<List>,
    strides: Option<List>,
    offset: Option<TokenStream>,
    order: Option<(bool, Span)>,
}

impl Exporter {
    /// Where nothing can be made of it, which has been reported, the path of view-core at least.
    pub(crate) fn read(input: DeriveInput, report: &mut Report) -> Result<Exporter, Option<Path>> {
        let before = report.len();
        let mut settings = Settings::default();
        for setting in settings_of(&input.attrs, report) {
            settings.take(setting, report);
        }
        settings.check(report);
        settings.check_names(&input.data, report);
        let Settings { krate, format, shape, strides, offset, order } = settings;
        let Some((member, field_type)) = bytes_field(input.data, &input.ident, report) else { return Err(krate) };
        let is_column_major = order.is_some_and(|(is_column_major, _)| is_column_major);
        let (name, generics) = (input.ident, input.generics);
        let exporter =
            Exporter { name, generics, krate, member, field_type, format, shape, strides, offset, is_column_major };
        if report.len() == before { Ok(exporter) } else { Err(exporter.krate) }
    }
}

impl Settings {
    fn take(&mut self, Setting { name, value }: Setting, report: &mut Report) {
        let shown = name.to_string();
        let is_again = match &*shown {
            "format" => self.format.is_some(),
            "shape" => self.shape.is_some(),
            "strides" => self.strides.is_some(),
            "offset" => self.offset.is_some(),
            "order" => self.order.is_some(),
            _ => false,
        };
        if is_again {
            return report.error(name.span(), format!("`{shown}` is already given"));
        }
        match (&*shown, &value[..]) {
            ("format", [token]) if as_string(token).is_some() => self.format = as_string(token).map(FormatLiteral::new),
            ("format", _) => report.error(name.span(), "expected a format: `format = \"B\"`"),
            ("shape", [TokenTree::Group(group)]) if group.delimiter() == Delimiter::Bracket => {
                self.shape = Some(List::new(group));
            }
            ("shape", _) => {
                report.error(name.span(), "expected the length of each axis: `shape = [self.height, self.width, 3]`");
            }
            ("strides", [TokenTree::Group(group)]) if group.delimiter() == Delimiter::Bracket => {
                self.strides = Some(List::new(group));
            }
            ("strides", _) => {
                report.error(
                    name.span(),
                    "expected the bytes from one element to the next, for each axis: `strides = [self.pitch, 3, 1]`",
                );
            }
            ("offset", [_, ..]) => self.offset = Some(value.into_iter().collect()),
            ("offset", []) => {
                report.error(name.span(), "expected where the first element starts, in bytes: `offset = self.start`")
            }
            ("order", [token]) => match as_string(token).map(|order| order.value()).as_deref() {
                Some(order @ ("C" | "F")) => self.order = Some((order == "F", name.span())),
                _ => report.error(
                    token.span(),
                    "the order is `\"C\"`, the last index fastest, as without it; or `\"F\"`, the first index fastest",
                ),
            },
            ("order", _) => report.error(name.span(), "expected an order: `order = \"F\"`"),
            ("crate", [_, ..]) => match syn::parse2(value.into_iter().collect()) {
                Ok(path) => self.krate = Some(path),
                Err(_) => report.error(name.span(), "expected the path of view-core: `crate = my_name_for_view_core`"),
            },
            ("bytes", _) => report.error(name.span(), "`bytes` belongs on the field that holds them"),
            _ => report.error(
                name.span(),
                "unknown option; there are `format = \"B\"`, `shape = [...]`, `strides = [...]`, `offset = ...`, \
                 `order = \"F\"` and `crate = path`",
            ),
        }
    }

    /// What goes with what.
    fn check(&self, report: &mut Report) {
        match (&self.shape, &self.strides) {
            (None, Some(strides)) => report.error(
                strides.span,
                "strides belong to a shape: say the lengths too, `shape = [self.height, self.width]`",
            ),
            (Some(shape), Some(strides)) if shape.items.len() != strides.items.len() => report.error(
                strides.span,
                format!("{} strides for {} axes: one for each", strides.items.len(), shape.items.len()),
            ),
            _ => {}
        }
        if let Some((_, span)) = self.order {
            if self.strides.is_some() {
                report.error(span, "strides already say the order");
            } else if self.shape.is_none() {
                report.error(span, "an order is that of a shape: `shape = [self.height, self.width], order = \"F\"`");
            }
        }
        if let (Some(offset), None) = (&self.offset, &self.strides) {
            report.error(offset.span(), "an offset goes with strides; without them the elements take all the bytes");
        }
    }

    /// Fields are numbers by way of `self`.
    fn check_names(&self, data: &Data, report: &mut Report) {
        let Data::Struct(data) = data else { return };
        let is_field = |name: &Ident| data.fields.iter().any(|field| field.ident.as_ref() == Some(name));
        let lists = self.shape.iter().chain(&self.strides).flat_map(|list| &list.items);
        for number in lists.chain(&self.offset) {
            let mut tokens = number.clone().into_iter().peekable();
            let mut is_member = false;
            while let Some(token) = tokens.next() {
                let is_path =
                    matches!(tokens.peek(), Some(TokenTree::Punct(next)) if matches!(next.as_char(), ':' | '!'));
                let is_call =
                    matches!(tokens.peek(), Some(TokenTree::Group(next)) if next.delimiter() == Delimiter::Parenthesis);
                if let TokenTree::Ident(name) = &token
                    && !(is_member || is_path || is_call)
                    && is_field(name)
                {
                    report.error(name.span(), format!("`{name}` is a field: write `self.{name}`"));
                }
                is_member = matches!(&token, TokenTree::Punct(mark) if matches!(mark.as_char(), '.' | ':'));
            }
        }
    }
}

impl List {
    fn new(group: &proc_macro2::Group) -> List {
        let mut items = vec![TokenStream::new()];
        for token in group.stream() {
            match items.last_mut() {
                Some(last) if !is_comma(&token) => last.extend([token]),
                _ => items.push(TokenStream::new()),
            }
        }
        // After the last comma, and between the brackets of no axes.
        items.pop_if(|last| last.is_empty());
        List { items, span: group.span() }
    }
}

/// All that stands in `#[buffer(...)]`.
fn settings_of(attributes: &[Attribute], report: &mut Report) -> Vec<Setting> {
    let mut settings = Vec::new();
    let mut read = |input: ParseStream<'_>| {
        while !input.is_empty() {
            let name = input.call(syn::ext::IdentExt::parse_any)?;
            let mut value = Vec::new();
            if input.parse::<Option<Token![=]>>()?.is_some() {
                while !input.is_empty() && !input.peek(Token![,]) {
                    value.push(input.parse()?);
                }
            }
            settings.push(Setting { name, value });
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("buffer")) {
        let parsed = match &attribute.meta {
            syn::Meta::List(list) => (&mut read).parse2(list.tokens.clone()),
            other => Err(syn::Error::new(other.span(), "expected `#[buffer(format = \"B\", shape = [...])]`")),
        };
        if let Err(error) = parsed {
            report.absorb(error);
        }
    }
    settings
}

/// The field that is marked as holding the bytes, or the only one.
fn bytes_field(data: Data, name: &Ident, report: &mut Report) -> Option<(Member, Type)> {
    let Data::Struct(data) = data else {
        report.error(name.span(), "only structs can be exported: one of their fields holds the bytes");
        return None;
    };
    let (mut marked, mut all) = (Vec::new(), Vec::new());
    for (position, field) in data.fields.into_iter().enumerate() {
        let span = field.ty.span();
        let member = match field.ident {
            Some(name) => Member::Named(name),
            None => Member::Unnamed(syn::Index { index: position as u32, span }),
        };
        for Setting { name, value } in settings_of(&field.attrs, report) {
            match (&*name.to_string(), &value[..]) {
                ("bytes", []) if marked.is_empty() => marked.push((member.clone(), field.ty.clone())),
                ("bytes", []) => {
                    report.error(name.span(), "another field is already marked as holding the bytes: a view is of one");
                }
                ("bytes", _) => report.error(name.span(), "`bytes` takes no value"),
                _ => report
                    .error(name.span(), "unknown option of a field; there is `bytes`, on the field that holds them"),
            }
        }
        all.push((member, field.ty));
    }
    if marked.is_empty() && all.len() != 1 {
        let message = match all.len() {
            0 => format!("`{name}` has no field that could hold the bytes"),
            _ => "which field holds the bytes? Mark it: `#[buffer(bytes)]`".into(),
        };
        report.error(name.span(), message);
    }
    marked.pop().or_else(|| if all.len() == 1 { all.pop() } else { None })
}
