//! The text of a dtype, read as what it is: an expression of Python, of literals and names of types.

use ruff_python_ast::{Expr, Keyword, Number};
use ruff_python_parser::parse_expression;
use ruff_text_size::{Ranged, TextRange};
use view_format::{Scalar, Target};

use super::scalar::{Unreadable, align_of, scalar_of};
use crate::convert::error::{ConvertError, Mistake};
use crate::convert::structure::{Member, Structure, Type};

/// How deep dtypes may stand in one another, as structs in a format.
const DEEP: usize = view_format::limit::MAX_DEPTH;

/// Reads a dtype.
pub(in crate::convert) fn read(text: &str, target: &Target) -> Result<Structure, ConvertError> {
    let text = text.trim();
    // Deep nesting would exhaust the stack of the parser before ours.
    let deepest = text.bytes().fold((0_usize, 0_usize), |(now, most), byte| match byte {
        b'(' | b'[' | b'{' => (now + 1, most.max(now + 1)),
        b')' | b']' | b'}' => (now.saturating_sub(1), most),
        _ => (now, most),
    });
    if text.len() > view_format::MAX_TEXT || deepest.1 > 4 * DEEP {
        return Err(Mistake::new(text, 0..0, "this expression is too long or too deep").into());
    }
    let parsed = parse_expression(text).map_err(|error| {
        let range = error.range();
        Mistake::new(text, span(range), format!("no expression of Python: {}", error.error))
    })?;
    let reader = Reader { text, target };
    let (of, shape) = reader.dtype(&parsed.into_expr(), false, 0)?;
    match of {
        Type::Structure(structure) if shape.is_empty() => Ok(structure),
        of => Structure::of(of, shape)
            .ok_or_else(|| reader.mistake(text_range(text), "more bytes than there can be").into()),
    }
}

fn span(range: TextRange) -> std::ops::Range<usize> {
    range.start().to_usize()..range.end().to_usize()
}

fn text_range(text: &str) -> TextRange {
    TextRange::up_to(ruff_text_size::TextSize::of(text))
}

struct Reader<'t> {
    text: &'t str,
    target: &'t Target,
}

type Read<T> = Result<T, Mistake>;

impl Reader<'_> {
    fn mistake(&self, range: TextRange, headline: impl Into<String>) -> Mistake {
        Mistake::new(self.text, span(range), headline)
    }

    /// What `np.dtype(expression)` is, and its shape.
    fn dtype(&self, expr: &Expr, aligned: bool, depth: usize) -> Read<(Type, Vec<usize>)> {
        if depth > DEEP {
            return Err(self.mistake(expr.range(), "too deep"));
        }
        match expr {
            Expr::StringLiteral(literal) => self.string(literal.value.to_str(), expr.range(), aligned),
            Expr::Call(call) if name_of(&call.func).is_some_and(|name| name == "dtype") => {
                let is_align = |keyword: &Keyword| keyword.arg.as_ref().is_some_and(|arg| arg.as_str() == "align");
                let keyword =
                    call.arguments.keywords.iter().find(|keyword| is_align(keyword)).map(|keyword| &keyword.value);
                let aligned = match keyword.or(call.arguments.args.get(1)) {
                    Some(value) => self.boolean(value)?,
                    None => false,
                };
                match call.arguments.args.first() {
                    Some(argument) => self.dtype(argument, aligned, depth + 1),
                    None => Err(self.mistake(expr.range(), "a dtype of nothing")),
                }
            }
            Expr::Attribute(_) | Expr::Name(_) => {
                let name = name_of(expr).unwrap_or_default();
                Ok((Type::Scalar(self.scalar(&name, expr.range())?), Vec::new()))
            }
            Expr::List(list) => self.fields(&list.elts, aligned, depth),
            Expr::Dict(_) => self.dictionary(expr, aligned, depth),
            Expr::Tuple(tuple) => match &*tuple.elts {
                [base, shape] => {
                    let (of, inner) = self.dtype(base, aligned, depth + 1)?;
                    Ok((of, [self.shape(shape)?, inner].concat()))
                }
                _ => Err(self.mistake(expr.range(), "a pair of dtype and shape was expected")),
            },
            _ => Err(self
                .mistake(expr.range(), "not a dtype that can be read here")
                .help("write literals: strings, lists of tuples, dictionaries, names of numpy's types")),
        }
    }

    fn scalar(&self, name: &str, range: TextRange) -> Read<Scalar> {
        scalar_of(name.trim(), self.target).map_err(|why| match why {
            Unreadable::Unknown => self.mistake(range, format!("numpy has no type `{}`", name.escape_debug())),
            Unreadable::Object => self
                .mistake(range, "Python objects are addresses, which mean nothing elsewhere")
                .help("`u8` for the addresses themselves"),
            Unreadable::Date => {
                self.mistake(range, "dates have no code in a format").help("`<i8` for the number that is stored")
            }
        })
    }

    /// `'<i4'`, `'(2,3)f8'`, `'i4, f8, S5'`.
    fn string(&self, text: &str, range: TextRange, aligned: bool) -> Read<(Type, Vec<usize>)> {
        let parts = split(text);
        if let [part] = &*parts {
            let (shape, name) = self.repeated(part, range)?;
            return Ok((Type::Scalar(self.scalar(name, range)?), shape));
        }
        let mut members = Vec::new();
        for (i, part) in parts.iter().filter(|part| !part.is_empty()).enumerate() {
            let (shape, name) = self.repeated(part, range)?;
            let of = Type::Scalar(self.scalar(name, range)?);
            members.push((format!("f{i}"), of, shape));
        }
        let structure = self.place(members, aligned, range)?;
        Ok((Type::Structure(structure), Vec::new()))
    }

    /// The shape in front of a type, and the type.
    fn repeated<'p>(&self, part: &'p str, range: TextRange) -> Read<(Vec<usize>, &'p str)> {
        let bad = || self.mistake(range, format!("`{}` is no type with a shape", part.escape_debug()));
        if let Some(rest) = part.strip_prefix('(') {
            let (shape, name) = rest.split_once(')').ok_or_else(bad)?;
            let lengths = shape.split(',').filter(|length| !length.trim().is_empty());
            let shape = lengths.map(|length| length.trim().parse().map_err(|_| bad())).collect::<Read<_>>()?;
            return Ok((shape, name));
        }
        let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        match &part[..digits] {
            "" => Ok((Vec::new(), part)),
            count => match count.parse().map_err(|_| bad())? {
                1 => Ok((Vec::new(), &part[digits..])),
                count => Ok((vec![count], &part[digits..])),
            },
        }
    }

    /// `[('x', '<i4'), ('m', '<f4', (3, 4))]`
    fn fields(&self, elements: &[Expr], aligned: bool, depth: usize) -> Read<(Type, Vec<usize>)> {
        let mut members = Vec::new();
        for (i, element) in elements.iter().enumerate() {
            let Expr::Tuple(tuple) = element else {
                return Err(self.mistake(element.range(), "a field is a tuple of name, type and perhaps shape"));
            };
            let (name, of, shape) = match &*tuple.elts {
                [name, of] => (name, of, None),
                [name, of, shape] => (name, of, Some(shape)),
                _ => return Err(self.mistake(element.range(), "a field is a tuple of name, type and perhaps shape")),
            };
            let name = match name {
                // A title and a name.
                Expr::Tuple(pair) if pair.elts.len() == 2 => self.text(&pair.elts[1])?,
                name => self.text(name)?,
            };
            let (of, inner) = self.dtype(of, aligned, depth + 1)?;
            let outer = shape.map_or(Ok(Vec::new()), |shape| self.shape(shape))?;
            let name = if name.is_empty() { format!("f{i}") } else { name };
            members.push((name, of, [outer, inner].concat()));
        }
        let range = elements.first().map_or(text_range(self.text), Ranged::range);
        Ok((Type::Structure(self.place(members, aligned, range)?), Vec::new()))
    }

    /// Members one after the other, aligned as C does it or not.
    fn place(&self, members: Vec<(String, Type, Vec<usize>)>, aligned: bool, range: TextRange) -> Read<Structure> {
        let large = || self.mistake(range, "more bytes than there can be");
        let (mut at, mut strictest) = (0_usize, 1);
        let mut placed = Vec::new();
        for (name, of, shape) in members {
            let align = if aligned { type_align(&of, self.target) } else { 1 };
            strictest = strictest.max(align);
            let offset = at.checked_next_multiple_of(align).ok_or_else(large)?;
            let member = Member { name: Some(name), offset, shape, of };
            at = member.size().and_then(|size| offset.checked_add(size)).ok_or_else(large)?;
            placed.push(member);
        }
        let size = at.checked_next_multiple_of(strictest).ok_or_else(large)?;
        Ok(Structure { members: placed, size, align: strictest })
    }

    /// `{'names': [...], 'formats': [...], 'offsets': [...], 'itemsize': 8}`, or `{'x': ('<i4', 0)}`.
    fn dictionary(&self, expr: &Expr, aligned: bool, depth: usize) -> Read<(Type, Vec<usize>)> {
        let Expr::Dict(dict) = expr else { return Err(self.mistake(expr.range(), "not a dictionary")) };
        let mut entries = Vec::new();
        for item in &dict.items {
            let Some(key) = &item.key else { return Err(self.mistake(item.value.range(), "`**` has no value here")) };
            entries.push((self.text(key)?, &item.value));
        }
        let entry = |name: &str| entries.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
        let (Some(names), Some(formats)) = (entry("names"), entry("formats")) else {
            return self.by_name(&entries, expr.range(), depth);
        };
        let aligned = entry("aligned").map_or(Ok(aligned), |value| self.boolean(value))?;
        let names = self.list(names)?.iter().map(|name| self.text(name)).collect::<Read<Vec<_>>>()?;
        let formats = self.list(formats)?;
        if names.len() != formats.len() {
            let headline = format!("{} names, and {} formats", names.len(), formats.len());
            return Err(self.mistake(expr.range(), headline));
        }
        let types = formats.iter().map(|format| self.dtype(format, aligned, depth + 1)).collect::<Read<Vec<_>>>()?;
        let members: Vec<_> = names.into_iter().zip(types).map(|(name, (of, shape))| (name, of, shape)).collect();
        let mut structure = self.place(members, aligned, expr.range())?;
        if let Some(offsets) = entry("offsets") {
            let offsets = self.list(offsets)?;
            if offsets.len() != structure.members.len() {
                let headline = format!("{} offsets, and {} fields", offsets.len(), structure.members.len());
                return Err(self.mistake(expr.range(), headline));
            }
            for (member, offset) in structure.members.iter_mut().zip(offsets) {
                member.offset = self.number(offset)?;
            }
            structure.size = self.end(&structure, expr.range())?.next_multiple_of(structure.align);
        }
        if let Some(size) = entry("itemsize") {
            let end = self.end(&structure, expr.range())?;
            structure.size = self.number(size)?;
            if structure.size < end {
                let headline = format!("an item size of {}, and fields up to {end}", structure.size);
                return Err(self.mistake(size.range(), headline));
            }
        }
        Ok((Type::Structure(structure), Vec::new()))
    }

    /// `{'x': ('<i4', 0), 'y': ('<i4', 4)}`
    fn by_name(&self, entries: &[(String, &Expr)], range: TextRange, depth: usize) -> Read<(Type, Vec<usize>)> {
        let mut members = Vec::new();
        for (name, value) in entries {
            let (format, offset) = match value {
                Expr::Tuple(tuple) if tuple.elts.len() >= 2 => (&tuple.elts[0], &tuple.elts[1]),
                _ => {
                    return Err(self
                        .mistake(value.range(), format!("`{}` is no field", name.escape_debug()))
                        .help("give 'names' and 'formats', or for each field a tuple of type and offset"));
                }
            };
            let (of, shape) = self.dtype(format, false, depth + 1)?;
            members.push(Member { name: Some(name.clone()), offset: self.number(offset)?, shape, of });
        }
        members.sort_by_key(|member| member.offset);
        let mut structure = Structure { members, size: 0, align: 1 };
        structure.size = self.end(&structure, range)?;
        Ok((Type::Structure(structure), Vec::new()))
    }

    /// Where the last of the members ends.
    fn end(&self, structure: &Structure, range: TextRange) -> Read<usize> {
        let end = |member: &Member| member.size()?.checked_add(member.offset);
        let ends = structure.members.iter().map(end).collect::<Option<Vec<_>>>();
        let ends = ends.ok_or_else(|| self.mistake(range, "more bytes than there can be"))?;
        Ok(ends.into_iter().max().unwrap_or(0))
    }

    fn list<'e>(&self, expr: &'e Expr) -> Read<&'e [Expr]> {
        match expr {
            Expr::List(list) => Ok(&list.elts),
            Expr::Tuple(tuple) => Ok(&tuple.elts),
            _ => Err(self.mistake(expr.range(), "a list was expected")),
        }
    }

    fn text(&self, expr: &Expr) -> Read<String> {
        match expr {
            Expr::StringLiteral(literal) => Ok(literal.value.to_str().into()),
            _ => Err(self.mistake(expr.range(), "a string was expected")),
        }
    }

    fn number(&self, expr: &Expr) -> Read<usize> {
        match expr {
            Expr::NumberLiteral(literal) => match &literal.value {
                Number::Int(value) => {
                    value.as_usize().ok_or_else(|| self.mistake(expr.range(), "a number that large is no size"))
                }
                _ => Err(self.mistake(expr.range(), "a whole number was expected")),
            },
            _ => Err(self.mistake(expr.range(), "a number was expected")),
        }
    }

    fn boolean(&self, expr: &Expr) -> Read<bool> {
        match expr {
            Expr::BooleanLiteral(literal) => Ok(literal.value),
            _ => Err(self.mistake(expr.range(), "True or False was expected")),
        }
    }

    /// `3`, `(3, 4)`
    fn shape(&self, expr: &Expr) -> Read<Vec<usize>> {
        match expr {
            Expr::Tuple(_) | Expr::List(_) => self.list(expr)?.iter().map(|length| self.number(length)).collect(),
            _ => Ok(vec![self.number(expr)?]),
        }
    }
}

/// The last part of a dotted name.
fn name_of(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Attribute(attribute) => Some(attribute.attr.as_str().into()),
        Expr::Name(name) => Some(name.id.as_str().into()),
        _ => None,
    }
}

/// The parts between the commas that stand in no parentheses.
fn split(text: &str) -> Vec<&str> {
    let (mut depth, mut start) = (0_usize, 0);
    let mut parts = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

fn type_align(of: &Type, target: &Target) -> usize {
    match of {
        Type::Scalar(scalar) => align_of(*scalar, target),
        Type::Structure(structure) => structure.align,
    }
}
