//! The arguments that packing takes, while they are typed.

use view_format::rule::Accepts;

use super::File;
use super::reading::Reading;
use super::slot::Slot;
use crate::site::{Operation, Use};

/// The arguments of a call that packs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// The whole: `struct.pack(format, B: int, size: int)`.
    pub label: String,
    /// The values.
    pub parameters: Vec<Parameter>,
    /// The one that is typed; `None` where there is no value for it.
    pub active: Option<usize>,
}

/// A value that is packed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Parameter {
    /// Where in the label it stands, in bytes.
    pub label: std::ops::Range<usize>,
    /// What it has to be.
    pub documentation: String,
}

impl File<'_> {
    /// What the call around a cursor packs; `None` where there is none, and while its format is typed.
    pub fn signature(&self, offset: u32) -> Option<Signature> {
        // Of calls in calls, the innermost.
        let uses = self.sites.iter().flat_map(|site| site.uses.iter().map(move |of| (site, of)));
        let around = uses.filter(|(_, of)| of.operation.packs() && of.parentheses.touches(offset));
        let (site, of) = around.min_by_key(|(_, of)| of.parentheses.len())?;
        let behind_format = of.is_method || site.range.end < offset && self.has_comma(site.range.end, offset);
        if !behind_format {
            return None;
        }
        let at = self.argument_at(of, offset);
        let value = at.checked_sub(of.operation.first_value())?;
        let slots = Reading::of(site, self.target).slots();
        Some(of.signature(&slots, value))
    }

    fn has_comma(&self, from: u32, to: u32) -> bool {
        self.source.get(from as usize..to as usize).is_some_and(|between| between.contains(','))
    }

    /// Which argument behind the format is typed.
    fn argument_at(&self, of: &Use, offset: u32) -> usize {
        let before = of.arguments.iter().take_while(|argument| argument.range.end < offset).count();
        match before.checked_sub(1).and_then(|last| of.arguments.get(last)) {
            // Behind an argument and before its comma it is still that one.
            Some(last) if !self.has_comma(last.range.end, offset) => before - 1,
            _ => before,
        }
    }
}

impl Use {
    fn signature(&self, slots: &[Slot], value: usize) -> Signature {
        let name = self.operation.name();
        let mut label = if self.is_method { name.replacen("struct", "Struct", 1) } else { name.to_owned() };
        let format = if self.is_method { None } else { Some("format") };
        let buffer = (self.operation == Operation::PackInto).then_some(["buffer", "offset"]);
        label.push('(');
        label += &format.into_iter().chain(buffer.into_iter().flatten()).collect::<Vec<_>>().join(", ");
        let mut parameters = Vec::new();
        for slot in slots {
            if !label.ends_with('(') {
                label += ", ";
            }
            let start = label.len();
            label += &match slot.python {
                "" => slot.label().to_owned(),
                python => format!("{}: {python}", slot.label()),
            };
            let takes = slot.accepts.map_or_else(String::new, |accepts| format!(": {}", words(accepts)));
            let documentation = format!("`{}`, {}{takes}", slot.text, slot.facts());
            parameters.push(Parameter { label: start..label.len(), documentation });
        }
        label.push(')');
        let starred = self.values().iter().take(value).any(|argument| argument.is_starred);
        let active = Some(value).filter(|value| *value < parameters.len() && !starred);
        Signature { label, parameters, active }
    }
}

fn words(accepts: Accepts) -> String {
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    match accepts {
        Accepts::Nothing => "nothing".into(),
        Accepts::Integer { low, high } | Accepts::Address { low, high } => format!("{low} to {high}"),
        Accepts::Truth => "anything that is true or false".into(),
        Accepts::Float(_) => "any number that fits".into(),
        Accepts::Complex(_) => "any complex number that fits".into(),
        Accepts::OneByte => "one byte".into(),
        Accepts::Bytes { length } => format!("bytes, cut or filled up to {length}"),
        Accepts::Pascal { stored } => format!("at most {stored} byte{}", plural(stored)),
        Accepts::Characters { most } => format!("at most {most} character{}", plural(most)),
        Accepts::Exactly { length } => format!("{length} byte{}", plural(length)),
        _ => "a value of its type".into(),
    }
}
