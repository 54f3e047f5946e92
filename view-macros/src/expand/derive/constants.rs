//! The constants of a derived struct, as code.

use proc_macro2::TokenStream;
use quote::quote;

use super::made::Computed;
use crate::expand::code::Fragment;
use crate::expand::texts::Texts;
use crate::expand::{Context, layout};
use crate::model::Record;
use crate::read::structs::Struct;

/// The constants of a struct.
pub(super) struct Constants {
    /// Those that the others need.
    pub(super) hidden: TokenStream,
    pub(super) format: Fragment,
    pub(super) size: Fragment,
    pub(super) layout: Fragment,
    pub(super) struct_format: Option<Fragment>,
    pub(super) item: Fragment,
    pub(super) codes: Fragment,
}

impl Constants {
    /// What it is in the format of another, and what `struct` calls it.
    pub(super) fn texts(&self) -> [Fragment; 2] {
        [self.item.clone(), self.codes.clone()]
    }

    /// Those of a format that is known here.
    pub(super) fn known(cx: &Context, model: &Record) -> Constants {
        let (path, view) = (&cx.path, &model.name);
        let Texts { item, codes, struct_format } = Texts::of(cx, model);
        Constants {
            hidden: TokenStream::new(),
            format: format!("<{view}>::FORMAT").into(),
            size: cx.number(&model.size),
            layout: format!("{path}::layout_of::<{view}>()").into(),
            struct_format: struct_format.map(Fragment::from),
            item: item.into(),
            codes: codes.into(),
        }
    }

    /// Those that rustc computes.
    pub(super) fn computed(cx: &Context, item: &Struct, model: &Record, computed: Computed) -> Constants {
        let path = &cx.path;
        let Computed { hidden, format, size, item: item_text, codes, struct_format } = computed;
        let (hidden, layout) = if item.generics.params.is_empty() {
            (hidden, format!("{path}::layout_of::<{}>()", model.name))
        } else {
            let fields = model.fields.iter().map(|field| layout::field(cx, field));
            let hidden = quote!(#hidden const __FIELDS: &'static [#path::Field] = &[#(#fields),*];);
            (hidden, format!("{path}::Layout::baked(Self::SIZE, 1, Self::__FIELDS)"))
        };
        let hidden = quote! {
            #hidden
            const __ITEM: &'static #path::str = #item_text;
            const __ITEM_CODES: [#path::Option<&'static #path::str>; 2] = #codes;
        };
        let (name, (_, arguments, _)) = (&item.name, item.generics.split_for_impl());
        Constants {
            hidden,
            format: format.into(),
            size: size.into(),
            layout: layout.into(),
            struct_format: Some(struct_format.into()),
            item: quote!(<#name #arguments>::__ITEM).into(),
            codes: quote!(<#name #arguments>::__ITEM_CODES).into(),
        }
    }
}
