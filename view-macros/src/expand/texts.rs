//! What a record is in the format of another, and what Python's `struct` calls it.

use view_format::{Kind, Layout};

use super::{Context, by_end};
use crate::model::{self, Record};

/// Constant expressions of these texts.
pub(super) struct Texts {
    /// Python's `struct` reads it so; `None` where it cannot.
    pub(super) struct_format: Option<String>,
    /// The item that stands for it in the format of another record.
    pub(super) item: String,
    /// What `struct` has for it behind a `<` and behind a `>`, if anything.
    pub(super) codes: String,
}

impl Texts {
    pub(super) fn of(cx: &Context, record: &Record) -> Texts {
        let path = &cx.path;
        let struct_formats = texts(record, |layout| layout.to_struct_format());
        let item = texts(record, |layout| Some(format!("T{{{}}}", layout.to_format()?)));
        let codes = ["<", ">"].map(|mark| {
            let codes = |layout: &Layout| {
                let format = layout.to_struct_format()?;
                (format.starts_with(mark) || !has_order(layout)).then(|| format[1..].into())
            };
            let [little, big] = [0, 1].map(|end| match texts_of(record, end, codes) {
                Some(codes) => format!("{path}::Option::Some({})", cx.text(&codes)),
                None => format!("{path}::Option::None"),
            });
            if little == big { little } else { by_end([little, big]) }
        });
        Texts {
            struct_format: struct_formats.map(|formats| cx.text(&formats)),
            item: item.map_or_else(|| "\"\"".into(), |item| cx.text(&item)),
            codes: format!("[{}]", codes.join(", ")),
        }
    }
}

/// Whether there is a byte to swap.
pub(super) fn has_order(layout: &Layout) -> bool {
    layout.fields().iter().any(|field| match field.kind() {
        Kind::Record(layout) => has_order(layout),
        Kind::Scalar(scalar) => scalar.size() > 1 && scalar.kind().has_byte_order(),
    })
}

/// A text of every layout; `None` where one has none.
fn texts(record: &Record, of: impl Fn(&Layout) -> Option<String>) -> Option<model::Texts> {
    record.layouts.iter().map(|[little, big]| Some([of(little)?, of(big)?])).collect()
}

/// The same for one of the two byte orders.
fn texts_of(record: &Record, end: usize, of: impl Fn(&Layout) -> Option<String>) -> Option<model::Texts> {
    let of = |layouts: &[Layout; 2]| of(&layouts[end]).map(|text| [text.clone(), text]);
    record.layouts.iter().map(of).collect()
}
