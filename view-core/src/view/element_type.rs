//! What the elements of a view are: format, layout, size. Cheap to clone.

use alloc::sync::Arc;

use view_format::{ByteOrder, Field, Kind, Layout, Scalar, ScalarKind};

use crate::element::Element;
use crate::error::ViewError;

/// Format, layout and size of the elements of a view.
#[derive(Clone)]
pub(crate) struct ElementType {
    format: Text,
    layout: Layout,
    /// Kept apart from the layout's: whoever hands over a buffer has the last word on it.
    itemsize: usize,
}

#[derive(Clone)]
enum Text {
    Baked(&'static str),
    Shared(Arc<str>),
}

const BYTE_FIELDS: &[Field] =
    &[Field::baked(None, 0, Kind::Scalar(Scalar::new(ScalarKind::Uint, 1, ByteOrder::Little)), 1, &[])];

impl ElementType {
    /// `B`: plain bytes.
    pub(crate) const BYTE: ElementType =
        ElementType { format: Text::Baked("B"), layout: Layout::baked(1, 1, BYTE_FIELDS), itemsize: 1 };

    pub(crate) fn new(format: &str, layout: Layout) -> ElementType {
        let itemsize = layout.size();
        ElementType { format: Text::Shared(format.into()), layout, itemsize }
    }

    /// Of the elements of a typed view.
    pub(crate) fn of<E: Element>(order: E::Order) -> ElementType {
        let (format, layout) = E::describe(order);
        let format = match format {
            Some(text) => Text::Baked(text),
            // Names of fields hold no colon, so that every layout has a format.
            None => Text::Shared(layout.to_format().unwrap_or_default().into()),
        };
        ElementType { format, layout, itemsize: E::SIZE }
    }

    /// Of a format that stands in the program.
    pub(crate) fn baked(format: &'static str, layout: Layout) -> ElementType {
        let itemsize = layout.size();
        ElementType { format: Text::Baked(format), layout, itemsize }
    }

    /// Of one item of a field.
    pub(crate) fn of_field(field: &Field) -> ElementType {
        let layout = match field.kind() {
            Kind::Scalar(scalar) => Layout::scalar(*scalar),
            Kind::Record(layout) => layout.clone(),
        };
        ElementType::new(&layout.to_format().unwrap_or_default(), layout)
    }

    pub(crate) fn parse(format: &str) -> Result<ElementType, ViewError> {
        Ok(ElementType::new(format, Layout::parse(format)?))
    }

    pub(crate) fn format(&self) -> &str {
        match &self.format {
            Text::Baked(text) => text,
            Text::Shared(text) => text,
        }
    }

    pub(crate) fn layout(&self) -> &Layout {
        &self.layout
    }

    pub(crate) fn itemsize(&self) -> usize {
        self.itemsize
    }
}
