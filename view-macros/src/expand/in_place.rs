//! `view!(source, "format", [shape])`: a view of bytes that are there, checked where the compiler knows their number.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::record::{Surroundings, record};
use super::scalar::scalar;
use super::traits::Derives;
use super::{Context, documented};
use crate::literal::FormatLiteral;
use crate::model::{self, Element};
use crate::read::call::{Call, Shape};
use crate::report::Report;

pub(super) fn in_place(cx: &Context, call: Call, mut report: Report) -> TokenStream {
    let path = &cx.path;
    let Call { source, format, shape } = call;
    let view = format.and_then(|format| View::new(cx, format, shape, &mut report));
    match view {
        Some(view) if report.is_empty() => view.expand(cx, &source),
        _ => {
            let errors = report.finish();
            // The source stands in the output all the same, so that editors complete in it, and rustc checks it.
            let source = (!source.is_empty()).then(|| quote!(let _ = #source;));
            quote!({ #errors #source #path::fallback() })
        }
    }
}

/// What to make.
struct View {
    format: FormatLiteral,
    /// Types that the element needs.
    types: TokenStream,
    /// The type of an element, and its bytes.
    element: TokenStream,
    size: usize,
    /// Whether an element without a shape is a record rather than a number.
    is_record: bool,
    shape: Option<Shape>,
}

impl View {
    fn new(cx: &Context, format: FormatLiteral, shape: Option<Shape>, report: &mut Report) -> Option<View> {
        let meaning = model::check(&format, report);
        if meaning.is_broken {
            return None;
        }
        if let Some(Element::Scalar { scalar: of, order }) = meaning.scalar() {
            // A string of UCS-4 characters has no type of its own: it is seen as a record of one field.
            if of.kind() != view_format::ScalarKind::Ucs4 {
                let element = scalar(&cx.path, of, order).element;
                let size = meaning.size();
                return Some(View { format, types: TokenStream::new(), element, size, is_record: false, shape });
            }
        }
        let name = Ident::new("Record", Span::mixed_site());
        let model = meaning.record(&name, &format, report);
        if model.is_broken {
            return None;
        }
        let around = Surroundings {
            attributes: documented("The record of one `view!`."),
            visibility: TokenStream::new(),
            derives: Derives::DEBUG,
            is_element: shape.is_some(),
        };
        let types = record(cx, &model, &around);
        Some(View { format, types, element: quote!(#name), size: model.size, is_record: true, shape })
    }

    fn expand(self, cx: &Context, source: &TokenStream) -> TokenStream {
        let path = &cx.path;
        let View { types, element, size, is_record, shape, .. } = &self;
        let dimensions = shape.as_ref().map_or(&[][..], |shape| &shape.dimensions);
        let rank = dimensions.len();
        if let Some(axis) = dimensions.iter().position(Option::is_none) {
            let lengths = dimensions.iter().map(|length| length.unwrap_or(0));
            return quote!({
                #types
                #path::TypedView::<_, #element, #rank>::__inferred(#source, [#(#lengths),*], #axis)
            });
        }
        let count = dimensions.iter().flatten().try_fold(1usize, |n, &length| n.checked_mul(length));
        let needed = count.and_then(|count| count.checked_mul(*size)).filter(|&bytes| isize::try_from(bytes).is_ok());
        let Some(needed) = needed else {
            let span = shape.as_ref().map_or(Span::call_site(), |shape| shape.span);
            let error =
                quote_spanned!(span=> ::core::compile_error!("the shape takes more bytes than memory can hold"));
            return quote!({ #error; let _ = #source; #path::fallback() });
        };
        let make = match (is_record, shape) {
            (true, None) => quote!(#element),
            _ => {
                let lengths = dimensions.iter().flatten();
                quote!(|bytes| #path::TypedView::<_, #element, #rank>::__contiguous(bytes, [#(#lengths),*]))
            }
        };
        let (message, label, note) = self.words(needed);
        // One function takes the source and gives the view, its types bound as parameters and not as projections: so a
        // source that will not do breaks one bound, and is one error.
        quote!({
            #types
            #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
            trait HoldsAll<const THERE: usize> {}
            #[diagnostic::do_not_recommend]
            impl<S> HoldsAll<#needed> for S {}
            #[diagnostic::do_not_recommend]
            impl<S> HoldsAll<{ #path::UNKNOWN_LENGTH }> for S {}
            #[inline(always)]
            fn view<S, A, T, O, const THERE: usize>(source: S, make: impl ::core::ops::FnOnce(A) -> T) -> O
            where
                S: #path::InPlace<THERE, #needed, T, Array = A, Out = O> + HoldsAll<THERE>,
            {
                #path::InPlace::in_place(source, make)
            }
            view(#source, #make)
        })
    }

    /// What is said where an array has another length.
    fn words(&self, needed: usize) -> (String, String, String) {
        let text = self.format.text().escape_debug().to_string();
        let size = self.size;
        match &self.shape {
            None => (
                format!("cannot view {{THERE}} bytes as `{text}`, which takes {needed}"),
                format!("{needed} bytes are needed, {{THERE}} are there"),
                format!("one `{text}` is {size} bytes; for a part of the array take a slice: `&x[..{needed}]`"),
            ),
            Some(shape) => {
                let dimensions: Vec<usize> = shape.dimensions.iter().flatten().copied().collect();
                let count: usize = dimensions.iter().product();
                (
                    format!("cannot view {{THERE}} bytes as `{text}` of shape {dimensions:?}, which takes {needed}"),
                    format!("{needed} bytes are needed, {{THERE}} are there"),
                    format!("one `{text}` is {size} bytes, and shape {dimensions:?} is {count} of them"),
                )
            }
        }
    }
}
