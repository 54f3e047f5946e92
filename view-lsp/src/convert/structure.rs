//! A struct as other notations describe it, members at offsets; and what is asked of layouts when they are written.

use std::collections::HashSet;

use view_format::{ByteOrder, Code, Field, Kind, Layout, Mark, Scalar, ScalarKind};

use super::Cannot;

/// A struct: members at offsets, and its size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Structure {
    pub(super) members: Vec<Member>,
    pub(super) size: usize,
    /// The strictest alignment in it, for structs that hold it.
    pub(super) align: usize,
}

/// A member of a struct.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Member {
    /// Its name; `None` where an element is just this value.
    pub(super) name: Option<String>,
    pub(super) offset: usize,
    /// How many values without a name, one after the other.
    pub(super) shape: Vec<usize>,
    pub(super) of: Type,
}

/// What one item of a member is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Type {
    Scalar(Scalar),
    Structure(Structure),
}

impl Type {
    pub(super) fn size(&self) -> usize {
        match self {
            Type::Scalar(scalar) => scalar.size(),
            Type::Structure(structure) => structure.size,
        }
    }
}

impl Member {
    /// Bytes of all items; `None` where there can be no so many.
    pub(super) fn size(&self) -> Option<usize> {
        self.shape
            .iter()
            .try_fold(self.of.size(), |size, &n| size.checked_mul(n))
            .filter(|&n| isize::try_from(n).is_ok())
    }
}

impl Structure {
    /// One value, and nothing else.
    pub(super) fn of(of: Type, shape: Vec<usize>) -> Option<Structure> {
        let member = Member { name: None, offset: 0, shape, of };
        let size = member.size()?;
        Some(Structure { members: vec![member], size, align: 1 })
    }

    /// Members at the offsets that C gives them, none aligned more strictly than `limit`; each comes with its own alignment.
    /// Those of a struct without a name are members of the outer one. `None` where there are more bytes than there can be.
    pub(super) fn placed(members: Vec<(Member, usize)>, limit: Option<usize>) -> Option<Structure> {
        let (mut at, mut strictest) = (0_usize, 1);
        let mut placed = Vec::new();
        for (mut member, align) in members {
            let align = limit.map_or(align, |limit| align.min(limit.max(1)));
            strictest = strictest.max(align);
            member.offset = at.checked_next_multiple_of(align)?;
            at = member.size().and_then(|size| member.offset.checked_add(size))?;
            match member {
                Member { name: None, offset, of: Type::Structure(inner), .. } => {
                    let outer = inner.members.into_iter();
                    placed.extend(outer.map(|inner| Member { offset: inner.offset + offset, ..inner }));
                }
                member => placed.push(member),
            }
        }
        let size = at.checked_next_multiple_of(strictest)?;
        Some(Structure { members: placed, size, align: strictest })
    }

    /// A format of PEP 3118 that means it, in standard sizes.
    pub(super) fn to_format(&self) -> Result<String, Cannot> {
        // What holds one struct without a name, and nothing else, is that struct.
        if let [Member { name: None, of: Type::Structure(inner), shape, .. }] = &*self.members
            && shape.is_empty()
        {
            return inner.to_format();
        }
        let mut out = String::new();
        self.write(&mut out, &mut None)?;
        Ok(out)
    }

    fn write(&self, out: &mut String, mark: &mut Option<Mark>) -> Result<(), Cannot> {
        let cannot = |what: String, help: &str| {
            Err(Cannot { notation: "PEP 3118", what, help: (!help.is_empty()).then(|| help.into()) })
        };
        let (mut at, mut last) = (0, "");
        for member in &self.members {
            let name = member.name.as_deref().unwrap_or_default();
            let Some(gap) = member.offset.checked_sub(at) else {
                return cannot(
                    format!("`{name}` at offset {} begins before `{last}` ends, at {at}", member.offset),
                    "fields stand in the order of their offsets and share no bytes: convert one of them at a time",
                );
            };
            gap_to(gap, out, mark);
            member.write(out, mark)?;
            // Sizes of members are checked when they are made.
            at = member.offset + member.size().unwrap_or(0);
            last = name;
        }
        match self.size.checked_sub(at) {
            Some(gap) => gap_to(gap, out, mark),
            None => return cannot(format!("its size is {}, and `{last}` ends at {at}", self.size), ""),
        }
        Ok(())
    }
}

impl Member {
    fn write(&self, out: &mut String, mark: &mut Option<Mark>) -> Result<(), Cannot> {
        if let Some(name) = self.name.as_ref().filter(|name| name.contains(':') || name.is_empty()) {
            let what = match name.is_empty() {
                true => "a name is empty".to_string(),
                false => format!("the name `{}` has a colon in it", name.escape_debug()),
            };
            return Err(Cannot {
                notation: "PEP 3118",
                what,
                help: Some("names stand between colons: rename it".into()),
            });
        }
        if let Type::Scalar(scalar) = &self.of {
            let own = match scalar.kind() {
                // They have the size of a machine.
                ScalarKind::Pointer | ScalarKind::LongDouble => Some(Mark::NativeUnaligned),
                kind if scalar.size() > 1 && kind.has_byte_order() => Some(order(scalar.order())),
                _ => None,
            };
            put_mark(own, out, mark);
        } else {
            put_mark(None, out, mark);
        }
        if !self.shape.is_empty() {
            let lengths: Vec<_> = self.shape.iter().map(usize::to_string).collect();
            out.push_str(&format!("({})", lengths.join(",")));
        }
        match &self.of {
            Type::Structure(structure) => {
                out.push_str("T{");
                structure.write(out, mark)?;
                out.push('}');
            }
            Type::Scalar(scalar) => {
                let code = Code::of(*scalar);
                let count = match scalar.kind() {
                    ScalarKind::Bytes | ScalarKind::Pascal | ScalarKind::Void => scalar.size(),
                    ScalarKind::Ucs4 => scalar.size() / 4,
                    _ => 1,
                };
                if count != 1 {
                    out.push_str(&count.to_string());
                }
                out.push_str(code.text());
            }
        }
        if let Some(name) = &self.name {
            out.push_str(&format!(":{name}:"));
        }
        Ok(())
    }
}

fn order(order: ByteOrder) -> Mark {
    match order {
        ByteOrder::Little => Mark::Little,
        ByteOrder::Big => Mark::Big,
    }
}

/// A mark, where another one is in force; of what needs none, only that sizes are not native.
fn put_mark(own: Option<Mark>, out: &mut String, mark: &mut Option<Mark>) {
    let own = own.or_else(|| mark.is_none().then_some(Mark::Little));
    if let Some(own) = own.filter(|own| *mark != Some(*own)) {
        out.push(own.as_char());
        *mark = Some(own);
    }
}

fn gap_to(gap: usize, out: &mut String, mark: &mut Option<Mark>) {
    if gap > 0 {
        put_mark(None, out, mark);
        out.push_str(&if gap == 1 { "x".into() } else { format!("{gap}x") });
    }
}

/// Whether there are names, nested structs, and shapes in a layout.
pub(super) fn features(layout: &Layout) -> (bool, bool, bool) {
    let mut found = (false, false, false);
    for field in layout.fields() {
        found.0 |= field.name().is_some();
        found.2 |= !field.shape().is_empty();
        if let Kind::Record(inner) = field.kind() {
            let inner = features(inner);
            found = (found.0 || inner.0, true, found.2 || inner.2);
        }
    }
    found
}

/// Two fields of different byte orders, if there are such.
pub(super) fn mixed_orders(layout: &Layout) -> Option<(String, String)> {
    let leaves = ordered(layout, "");
    let (first, order) = leaves.first()?;
    let other = leaves.iter().find(|(_, other)| other != order)?;
    Some((first.clone(), other.0.clone()))
}

/// The numbers whose byte order matters, each with its path.
pub(super) fn ordered(layout: &Layout, path: &str) -> Vec<(String, ByteOrder)> {
    let mut found = Vec::new();
    let mut index = 0;
    for field in layout.fields() {
        let path = match field.name() {
            Some(name) if path.is_empty() => name.to_string(),
            Some(name) => format!("{path}.{name}"),
            None => format!("{path}[{index}]"),
        };
        index += field.repeat();
        match field.kind() {
            Kind::Record(inner) => found.extend(ordered(inner, &path)),
            Kind::Scalar(scalar) if scalar.size() > 1 && scalar.kind().has_byte_order() => {
                found.push((path, scalar.order()));
            }
            Kind::Scalar(_) => {}
        }
    }
    found
}

/// Names of the fields of a struct, for notations in which each has one.
#[derive(Debug)]
pub(super) struct Names {
    prefix: &'static str,
}

impl Names {
    pub(super) fn new(prefix: &'static str) -> Names {
        Names { prefix }
    }

    /// A name for each field: its own, or `field3` after its index, which no other field has.
    pub(super) fn of(&self, fields: &[Field]) -> Vec<String> {
        let taken: HashSet<&str> = fields.iter().filter_map(Field::name).collect();
        let mut index = 0;
        let mut names = Vec::new();
        for field in fields {
            let mut own = format!("{}{index}", self.prefix);
            while taken.contains(&*own) {
                own.push('_');
            }
            names.push(field.name().map_or(own, Into::into));
            index += field.repeat();
        }
        names
    }
}
