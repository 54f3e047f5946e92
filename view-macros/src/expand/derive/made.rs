//! A format made of the types of a struct's fields. Where it has types of the user's or lengths that are constants, rustc
//! computes offsets, size and format.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use view_format::{Dialect, Layout, Target};

use super::items::{self, Item, Of};
use super::slots::stored;
use crate::expand::Context;
use crate::expand::code::Fragment;
use crate::expand::field::product;
use crate::expand::texts::has_order;
use crate::literal::FormatLiteral;
use crate::model::{self, Element, Number, Record};
use crate::read::options::Mark;
use crate::read::structs::{Field, Struct};
use crate::report::Report;

/// The format of a struct, as far as tokens tell.
pub(super) struct Made<'s> {
    /// With a placeholder where only rustc knows the item.
    pub(super) format: FormatLiteral,
    items: Vec<(&'s Field, Item<'s>)>,
    mark: Mark,
    pub(super) is_computed: bool,
}

/// Constants of the struct that rustc computes.
pub(super) struct Computed {
    /// Hidden ones, which the others need.
    pub(super) hidden: TokenStream,
    pub(super) format: TokenStream,
    pub(super) size: TokenStream,
    /// The format as an item of another.
    pub(super) item: TokenStream,
    /// Texts for Python's `struct`, behind `<` and behind `>`.
    pub(super) codes: TokenStream,
    /// The same with its mark in front.
    pub(super) struct_format: TokenStream,
}

impl<'s> Made<'s> {
    /// `None` after a mistake, which has been reported.
    pub(super) fn new(item: &'s Struct, mark: Mark, span: proc_macro2::Span, report: &mut Report) -> Option<Made<'s>> {
        let mut items = Vec::new();
        let before = report.len();
        for field in stored(item) {
            match &field.options.format {
                Some(format) => {
                    let item = Item { of: Of::Code(one_item(format, report)), dimensions: Vec::new() };
                    items.push((field, item));
                }
                None => match items::item(&field.field_type) {
                    Ok(Item { of: Of::Own(_), .. }) if field.options.with.is_some() => report.error(
                        field.options.with.span(),
                        "`with` converts what a code reads as: say which one, `#[view(format = \"I\", with = module)]`",
                    ),
                    Ok(item) => items.push((field, item)),
                    Err(message) => report.error(field.span, message),
                },
            }
        }
        if report.len() > before {
            return None;
        }
        let is_computed = items.iter().any(|(_, item)| item.text().is_none());
        // Without spaces, which numpy does not read.
        let mut text = String::new();
        let mut marked = "";
        for (field, item) in &items {
            text.push_str(&padding(field.options.pad_before));
            text.push_str(&item_text(item, mark, &mut marked));
            text.push_str(&name_text(field));
            text.push_str(&padding(field.options.pad_after));
        }
        if items.is_empty() {
            text.push_str(mark.as_str());
        }
        Some(Made { format: FormatLiteral::made(text, span), items, mark, is_computed })
    }

    /// Puts what rustc computes in the places of the placeholders.
    pub(super) fn compute(&self, cx: &Context, item: &Struct, model: &mut Record) -> Computed {
        let path = &cx.path;
        let (name, (_, arguments, _)) = (&item.name, item.generics.split_for_impl());
        let owner = quote!(<#name #arguments>);
        let (mut sizes, mut certain) = (Vec::new(), Some(0));
        for (field, (from, item)) in model.fields.iter_mut().zip(&self.items) {
            if let Some((bytes, _)) = from.options.pad_before {
                push(&mut sizes, &mut certain, Number::Known(bytes));
            }
            match (&item.of, &mut field.element) {
                (Of::Text(length), Element::Scalar { size, .. }) => *size = length.clone(),
                (Of::Own(own), element) => {
                    let size = Number::Computed(cx.nested(&quote!(#own), "SIZE"));
                    *element = Element::Own { own: quote!(#own), size };
                }
                _ => {}
            }
            if !item.dimensions.is_empty() {
                field.shape.clone_from(&item.dimensions);
            }
            let index = sizes.len();
            field.offset = certain.map_or_else(|| Number::Computed(quote!(#owner::__OFFSETS[#index])), Number::Known);
            push(&mut sizes, &mut certain, product(&field.element.size(), &field.dimensions()));
            if let Some((bytes, _)) = from.options.pad_after {
                push(&mut sizes, &mut certain, Number::Known(bytes));
            }
        }
        let end = sizes.len();
        sizes.push(Number::Known(0));
        let length = sizes.len();
        model.size = Number::Computed(quote!(#owner::SIZE));
        model.align = Number::Known(1);
        model.owner = Some(owner);

        let sizes = sizes.iter().map(|size| cx.number(size));
        let (format, codes) = (self.format_pieces(cx), self.codes_pieces(cx, model, !item.generics.params.is_empty()));
        let [format_capacity, codes_capacity] = [&format, &codes].map(|pieces| pieces.capacity(cx));
        let (format, codes) = (format.finish(cx), codes.finish(cx));
        let end_index = self.end_index(cx);
        let hidden = quote! {
            const __OFFSETS: [#path::usize; #length] = #path::offsets([#(#sizes),*]);
            const __FORMAT: &'static [#path::Piece] = #format;
            const __FORMAT_BYTES: [#path::u8; #format_capacity] = #path::text_bytes(Self::__FORMAT);
            const __ITEM_BYTES: [#path::u8; #format_capacity + 3] =
                #path::text_bytes(&[#path::Piece::Text("T{"), #path::Piece::Text(Self::FORMAT), #path::Piece::Text("}")]);
            const __CODES: &'static [#path::Piece] = #codes;
            const __CODES_BYTES: [#path::u8; #codes_capacity] = #path::text_bytes(Self::__CODES);
            const __STRUCT_BYTES: [#path::u8; #codes_capacity + 1] = #path::text_bytes(&[
                #path::Piece::Text(["<", ">"][#end_index]),
                #path::Piece::Text(#path::text_of(&Self::__CODES_BYTES, #path::text_length(Self::__CODES))),
            ]);
            const __STRUCT: &'static #path::str = #path::text_of(&Self::__STRUCT_BYTES, 1 + #path::text_length(Self::__CODES));
        };
        Computed {
            hidden,
            format: quote!(#path::text_of(&Self::__FORMAT_BYTES, #path::text_length(Self::__FORMAT))),
            size: quote!(Self::__OFFSETS[#end]),
            item: quote!(#path::text_of(&Self::__ITEM_BYTES, Self::FORMAT.len() + 3)),
            codes: quote!({
                let mut codes = [::core::option::Option::None; 2];
                codes[#end_index] = ::core::option::Option::Some(Self::__STRUCT.split_at(1).1);
                codes
            }),
            struct_format: quote!(Self::__STRUCT),
        }
    }

    /// Which of the two byte orders this is.
    fn end_index(&self, cx: &Context) -> TokenStream {
        let path = &cx.path;
        match self.mark {
            Mark::Little => quote!(0),
            Mark::Big => quote!(1),
            Mark::Native => quote!((::core::cfg!(target_endian = "big") as #path::usize)),
        }
    }

    fn format_pieces(&self, cx: &Context) -> Pieces {
        let mut pieces = Pieces::default();
        let mut marked = "";
        for (field, item) in &self.items {
            pieces.text(&padding(field.options.pad_before));
            match item.text() {
                Some(_) => pieces.text(&item_text(item, self.mark, &mut marked)),
                None => {
                    for (axis, length) in item.dimensions.iter().enumerate() {
                        pieces.text(if axis == 0 { "(" } else { "," });
                        pieces.number(cx, length);
                    }
                    if !item.dimensions.is_empty() {
                        pieces.text(")");
                    }
                    // A type of the user's has marks of its own.
                    if marked != self.mark.as_str() && !matches!(item.of, Of::Own(_)) {
                        pieces.text(self.mark.as_str());
                        marked = self.mark.as_str();
                    }
                    match &item.of {
                        Of::Code(code) => pieces.text(code),
                        Of::Text(length) => {
                            pieces.number(cx, length);
                            pieces.text("s");
                        }
                        Of::Own(own) => {
                            pieces.constant(cx.nested(&quote!(#own), "ITEM"));
                            // Marks inside may stay in force behind it.
                            marked = "";
                        }
                    }
                }
            }
            pieces.text(&name_text(field));
            pieces.text(&padding(field.options.pad_after));
        }
        pieces
    }

    /// As Python's `struct` has it, without the mark. What it has no code for is given as bytes.
    fn codes_pieces(&self, cx: &Context, model: &Record, is_generic: bool) -> Pieces {
        let end = self.end_index(cx);
        let mut pieces = Pieces::default();
        for ((field, item), of) in self.items.iter().zip(&model.fields) {
            pieces.text(&padding(field.options.pad_before));
            let count = product(&Number::Known(1), &item.dimensions);
            match (&item.of, item.text()) {
                // The length of the text may not depend on a parameter.
                (Of::Own(own), _) if !is_generic || count.known().is_some() => pieces.own(cx, own, &end, &count),
                (_, Some(text)) if self.codes_of(&text).is_some() => {
                    pieces.text(&self.codes_of(&text).unwrap_or_default());
                }
                (Of::Code(code), None) if self.codes_of(code).is_some() => {
                    pieces.number(cx, &count);
                    pieces.text(&self.codes_of(code).unwrap_or_default());
                }
                _ => {
                    pieces.number(cx, &product(&of.element.size(), &of.dimensions()));
                    pieces.text("s");
                }
            }
            pieces.text(&padding(field.options.pad_after));
        }
        pieces
    }

    /// An item in the byte order of the struct, for `struct`; `None` where it has no code there.
    fn codes_of(&self, item: &str) -> Option<String> {
        let text = format!("{}{item}", self.mark.as_str());
        let layout = Layout::parse_as(&text, Dialect::Pep3118, &Target::LP64).ok()?;
        let format = layout.to_struct_format()?;
        let (mark, codes) = format.split_at_checked(1)?;
        let is_own = item.starts_with(['<', '>', '!']);
        let is_same = mark == if self.mark == Mark::Big { ">" } else { "<" } && !(self.mark == Mark::Native && is_own);
        (is_same || !has_order(&layout)).then(|| codes.into())
    }
}

/// One more thing in the record.
fn push(sizes: &mut Vec<Number>, certain: &mut Option<usize>, size: Number) {
    *certain = certain.zip(size.known()).and_then(|(at, size)| at.checked_add(size));
    sizes.push(size);
}

/// The item that a field's own format is.
fn one_item(format: &FormatLiteral, report: &mut Report) -> String {
    let meaning = model::check(format, report);
    let message = if meaning.is_broken {
        return String::new();
    } else if format.text().starts_with(['@', '^']) {
        "native sizes and alignment depend on all that stands before: give the whole struct a format"
    } else if !meaning.is_one_item() {
        "the format of a field is one item, such as `16s` or `(3,4)f`; its name is the field's"
    } else {
        return format.text().trim().into();
    };
    report.error(format.whole(), message);
    String::new()
}

/// `4x`, if there is padding.
fn padding(bytes: Option<(usize, proc_macro2::Span)>) -> String {
    match bytes {
        None | Some((0, _)) => String::new(),
        Some((1, _)) => "x".into(),
        Some((bytes, _)) => format!("{bytes}x"),
    }
}

/// The item behind the mark that it needs, or a placeholder for it. `marked` is the mark in force.
fn item_text(item: &Item<'_>, mark: Mark, marked: &mut &'static str) -> String {
    let text = match (item.text(), &item.of) {
        (Some(text), _) => text,
        // One byte stands for what is not known.
        (None, of) => {
            let ones = vec!["1"; item.dimensions.len()].join(",");
            let code = if let Of::Code(code) = of { code } else { "1s" };
            if ones.is_empty() { code.into() } else { format!("({ones}){code}") }
        }
    };
    // numpy reads a mark behind the shape, and no shape behind a mark.
    let (shape, code) = text.split_at(text.find(')').map_or(0, |end| end + 1));
    if text.starts_with(['<', '>', '=', '!']) || code.starts_with(['<', '>', '=', '!']) {
        *marked = "";
        return text;
    }
    if *marked == mark.as_str() {
        return text;
    }
    *marked = mark.as_str();
    format!("{shape}{marked}{code}")
}

/// The name in the format.
fn name_text(field: &Field) -> String {
    match (&field.options.rename, &field.member) {
        (Some(rename), _) => format!(":{}:", rename.value()),
        (None, syn::Member::Named(name)) => format!(":{}:", name.unraw()),
        (None, syn::Member::Unnamed(_)) => String::new(),
    }
}

/// Pieces of a text, neighbouring literal ones put together.
#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece>,
}

enum Piece {
    Text(String),
    Number(Fragment),
    Constant(TokenStream),
    /// The type, which byte order, and how many.
    Own(TokenStream, TokenStream, Fragment),
}

impl Pieces {
    fn text(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Text(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Text(text.into())),
        }
    }

    fn number(&mut self, cx: &Context, number: &Number) {
        match number.known() {
            Some(number) => self.text(&number.to_string()),
            None => self.pieces.push(Piece::Number(cx.number(number))),
        }
    }

    fn constant(&mut self, text: TokenStream) {
        self.pieces.push(Piece::Constant(text));
    }

    fn own(&mut self, cx: &Context, own: &syn::Type, end: &TokenStream, count: &Number) {
        self.pieces.push(Piece::Own(quote!(#own), end.clone(), cx.number(count)));
    }

    /// Bytes that are enough for all of it: no number has more than 20 digits.
    fn capacity(&self, cx: &Context) -> TokenStream {
        let path = &cx.path;
        let (mut known, mut others) = (0, Vec::new());
        for piece in &self.pieces {
            match piece {
                Piece::Text(text) => known += text.len(),
                Piece::Number(_) => known += 20,
                Piece::Constant(text) => others.push(quote!((#text).len())),
                Piece::Own(own, end, count) => {
                    let codes = cx.nested(own, "CODES");
                    others.push(quote!(#path::codes_length(#codes[#end], #count)));
                }
            }
        }
        quote!(#known #(+ #others)*)
    }

    fn finish(&self, cx: &Context) -> TokenStream {
        let path = &cx.path;
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => quote!(#path::Piece::Text(#text)),
            Piece::Number(number) => quote!(#path::Piece::Number(#number)),
            Piece::Constant(text) => quote!(#path::Piece::Text(#text)),
            Piece::Own(own, end, count) => {
                let [codes, size] = ["CODES", "SIZE"].map(|constant| cx.nested(own, constant));
                quote!(#path::Piece::Codes { codes: #codes[#end], size: #size, count: #count })
            }
        });
        quote!(&[#(#pieces),*])
    }
}
