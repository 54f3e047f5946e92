//! `view!(source, "format", [shape])`: a view of bytes that are there, checked where the compiler knows their number.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::Context;
use super::code::{Fragment, doc};
use super::record::{Output, Surroundings};
use super::scalar::scalar;
use super::traits::Derives;
use crate::literal::FormatLiteral;
use crate::model::{self, Element, Number};
use crate::read::call::{Call, Length, Shape};
use crate::report::Report;

pub(super) fn in_place(cx: &Context, call: Call, mut report: Report) -> TokenStream {
    let Call { source, format, shape } = call;
    let view = format.and_then(|format| View::new(cx, &format, shape, &mut report));
    match view {
        Some(view) if report.is_empty() => view.expand(cx, &source),
        _ => {
            let errors = report.finish();
            // The source stands in the output all the same, so that editors complete in it, and rustc checks it. The errors
            // are the value, so that rustc is silent about what is done with it.
            let source = (!source.is_empty()).then(|| quote!(let _ = #source;));
            quote!({ #source #errors })
        }
    }
}

/// What to make.
struct View {
    /// Types that the element needs.
    types: TokenStream,
    /// The type of an element, and its bytes.
    element: Fragment,
    /// What an element is to people: `i32`, where the type is `Le<i32>`.
    shown: Fragment,
    size: Number,
    /// Whether an element without a shape is a record rather than a number.
    is_record: bool,
    shape: Option<Shape>,
}

impl View {
    fn new(cx: &Context, format: &FormatLiteral, shape: Option<Shape>, report: &mut Report) -> Option<View> {
        let meaning = model::check(format, report);
        if meaning.is_broken {
            return None;
        }
        if let Some(Element::Scalar { scalar: of, order, size }) = meaning.scalar() {
            // A string of UCS-4 characters has no type of its own: it is seen as a record of one field.
            if of.kind() != view_format::ScalarKind::Ucs4 {
                let tokens = scalar(cx, of, order, &size);
                return Some(View {
                    types: cx.import(),
                    element: tokens.element.clone(),
                    shown: tokens.access.owned_type(&cx.path),
                    size,
                    is_record: false,
                    shape,
                });
            }
        }
        let name = Ident::new("Record", Span::mixed_site());
        let model = meaning.record(&name, format, report);
        if model.is_broken {
            return None;
        }
        let around = Surroundings {
            attributes: doc("The record of one `view!`."),
            conditions: TokenStream::new(),
            visibility: TokenStream::new(),
            derives: Derives::DEBUG,
            is_element: shape.is_some(),
            texts: None,
        };
        let types = Output::of(cx, &model, &around).statements(cx);
        let element = Fragment::from(name.to_string());
        Some(View { types, element: element.clone(), shown: element, size: model.size, is_record: true, shape })
    }

    /// The call. Types that it needs stand in a block of its first argument, so that the source is a plain argument:
    /// errors underline it whole, and temporaries in it live as long as in any call.
    fn expand(self, cx: &Context, source: &TokenStream) -> TokenStream {
        let (krate, path) = (&cx.krate, &cx.path);
        let View { types, element, size, is_record, shape, shown } = &self;
        let dimensions = shape.as_ref().map_or(&[][..], |shape| &shape.lengths);
        let rank = dimensions.len();
        let is_column_major = shape.as_ref().is_some_and(|shape| shape.is_column_major);
        let lengths: Vec<_> = dimensions.iter().map(number).collect();
        let shown_lengths: Vec<_> = lengths.iter().map(|length| cx.number(length)).collect();
        let lengths_array = quote!([#(#shown_lengths),*]);
        if let Some(axis) = dimensions.iter().position(|length| matches!(length, Length::Inferred(_))) {
            let plan = quote!(#path::Inferred::<#element, #rank>::new(#lengths_array, #axis, #is_column_major));
            return quote!(#krate::in_place_inferred({ #types #plan }, #source));
        }
        let count = lengths.iter().try_fold(Number::Known(1), |product, length| cx.product(&product, length));
        let needed = count.as_ref().and_then(|count| cx.product(size, count));
        let needed = needed.filter(|bytes| isize::try_from(bytes.greatest()).is_ok());
        let (Some(count), Some(needed)) = (count, needed) else {
            let span = shape.as_ref().map_or(Span::call_site(), |shape| shape.span);
            return quote_spanned!(span=> { let _ = #source; ::core::compile_error!("the shape takes more bytes than memory can hold") });
        };
        let (needed, size, count) = (cx.number(&needed), cx.number(size), cx.number(&count));
        // What the bytes are meant to be, as a type that a message can show: `[[i32; 2]; 3]`.
        let of = shown_lengths.iter().rev().fold(shown.to_token_stream(), |of, length| quote!([#of; #length]));
        let make = match (is_record, shape) {
            (true, None) => quote!({
                struct Maker;
                impl<A: #path::Bytes> #path::Make<A> for Maker {
                    type View = #element<A>;
                    #[inline(always)]
                    fn make(self, bytes: A) -> #element<A> {
                        #element(bytes)
                    }
                }
                Maker
            }),
            _ => quote!(#path::Grid::<#element, #rank>::new(#lengths_array, #is_column_major)),
        };
        quote!(#krate::in_place({ #types #path::Plan::<_, #of, #needed, #size, #count>::new(#make) }, #source))
    }
}

/// A length as a number; what is found out is none, and stands as zero.
fn number(length: &Length) -> Number {
    match length {
        Length::Known(length) => Number::Known(*length),
        Length::Constant(expression) => Number::Computed(expression.clone()),
        Length::Inferred(_) => Number::Known(0),
    }
}
