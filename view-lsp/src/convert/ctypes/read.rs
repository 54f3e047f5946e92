//! Classes of `ctypes` in a source of Python: literals, names of types, and what is made of them.

use std::collections::HashMap;
use std::ops::Range;

use ruff_python_ast::{Expr, Number, Operator, Stmt, StmtClassDef};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};
use view_format::{ByteOrder, Scalar, ScalarKind, Target};

use super::scalar::{has_both_orders, named};
use crate::convert::error::{ConvertError, Mistake};
use crate::convert::numpy::align_of;
use crate::convert::structure::{Member, Structure, Type};

/// How deep expressions may stand in one another.
const DEEP: usize = view_format::limit::MAX_DEPTH;

/// The class of this name, or the only one that no other holds.
pub(in crate::convert) fn read(
    text: &str,
    target: &Target,
    name: Option<&str>,
) -> Result<(Structure, Option<String>), ConvertError> {
    let deepest = text.bytes().fold((0_usize, 0_usize), |(now, most), byte| match byte {
        b'(' | b'[' | b'{' => (now + 1, most.max(now + 1)),
        b')' | b']' | b'}' => (now.saturating_sub(1), most),
        _ => (now, most),
    });
    // Deep nesting would exhaust the stack of the parser: of brackets, of operators, of blocks.
    let most = |what: &str| text.lines().map(|line| line.matches(what).count()).max().unwrap_or(0);
    let indent = text.lines().map(|line| line.len() - line.trim_start_matches([' ', '\t']).len()).max().unwrap_or(0);
    let operators = ["*", "-", "~", "not ", "lambda", "+", ".", "if "].iter().map(|what| most(what)).max().unwrap_or(0);
    if text.len() > view_format::MAX_TEXT || deepest.1 > 4 * DEEP || operators > 64 * DEEP || indent > 16 * DEEP {
        return Err(Mistake::new(text, 0..0, "this source is too long or too deep").into());
    }
    let parsed = parse_module(text)
        .map_err(|error| Mistake::new(text, span(error.range()), format!("no source of Python: {}", error.error)))?;
    let mut reader = Reader { text, target, classes: Vec::new(), types: HashMap::new(), numbers: HashMap::new() };
    for statement in parsed.suite() {
        reader.statement(statement)?;
    }
    let mut classes = reader.classes;
    if let Some(name) = name
        && let Some(at) = classes.iter().position(|class| class.name == name)
    {
        return Ok((classes.swap_remove(at).structure, Some(name.into())));
    }
    classes.retain(|class| !class.is_part && class.has_fields);
    match classes.len() {
        0 => {
            let help = "declare one: `class Header(ctypes.Structure): _fields_ = [('size', ctypes.c_uint32)]`";
            Err(Mistake::new(text, 0..0, "no class with `_fields_` is declared here").help(help).into())
        }
        1 => {
            let Class { name, structure, .. } = classes.swap_remove(0);
            Ok((structure, Some(name)))
        }
        _ => {
            let names: Vec<_> = classes.iter().map(|class| format!("`{}`", class.name)).collect();
            let headline = format!("several classes are declared here: {}", names.join(", "));
            Err(Mistake::new(text, 0..0, headline).help("choose one with `--name`").into())
        }
    }
}

fn span(range: TextRange) -> Range<usize> {
    range.start().to_usize()..range.end().to_usize()
}

/// A class that was read.
struct Class {
    name: String,
    structure: Structure,
    /// The byte order that its base asks for.
    order: Option<ByteOrder>,
    /// The base itself, where that is one of ours.
    base: Option<usize>,
    pack: Option<usize>,
    has_fields: bool,
    /// Whether another class holds it.
    is_part: bool,
}

/// A type, with the alignment that it has in a struct.
#[derive(Clone)]
struct Base {
    of: Type,
    align: usize,
    shape: Vec<usize>,
    /// Plain `c_char`: an array of it is a string.
    is_char: bool,
    class: Option<usize>,
}

type Read<T> = Result<T, Mistake>;

struct Reader<'t> {
    text: &'t str,
    target: &'t Target,
    classes: Vec<Class>,
    types: HashMap<String, Base>,
    numbers: HashMap<String, usize>,
}

impl Reader<'_> {
    fn mistake(&self, at: &impl Ranged, headline: impl Into<String>) -> Mistake {
        Mistake::new(self.text, span(at.range()), headline)
    }

    fn statement(&mut self, statement: &Stmt) -> Read<()> {
        match statement {
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Assign(assign) => match &*assign.targets {
                [Expr::Name(name)] => {
                    if let Some(number) = self.number(&assign.value, 0) {
                        self.numbers.insert(name.id.to_string(), number);
                    } else if let Ok(of) = self.of(&assign.value, 0) {
                        self.types.insert(name.id.to_string(), of);
                    }
                    Ok(())
                }
                // `Node._fields_ = [...]`, for classes that point to one another.
                [Expr::Attribute(attribute)] if attribute.attr.as_str() == "_fields_" => {
                    let Expr::Name(name) = &*attribute.value else { return Ok(()) };
                    let at = self.classes.iter().rposition(|class| class.name == name.id.as_str());
                    at.map_or(Ok(()), |at| self.fields(at, &assign.value))
                }
                _ => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn class(&mut self, class: &StmtClassDef) -> Read<()> {
        let mut found = None;
        for base in class.bases() {
            let Some(name) = last_name(base) else { continue };
            found = match name {
                "Structure" => Some((None, None)),
                "LittleEndianStructure" => Some((Some(ByteOrder::Little), None)),
                "BigEndianStructure" => Some((Some(ByteOrder::Big), None)),
                "Union" | "LittleEndianUnion" | "BigEndianUnion" => {
                    return Err(self
                        .mistake(base, "the members of a union share their bytes")
                        .label("no format says that")
                        .help("write the member that is meant, or its bytes: `ctypes.c_ubyte * 8`"));
                }
                name => {
                    let at = self.classes.iter().rposition(|known| known.name == name);
                    at.map(|at| (self.classes[at].order, Some(at)))
                }
            };
            if found.is_some() {
                break;
            }
        }
        let Some((order, base)) = found else { return Ok(()) };
        let mut pack = base.and_then(|at| self.classes[at].pack);
        let mut fields = None;
        for statement in &class.body {
            let Stmt::Assign(assign) = statement else { continue };
            let [Expr::Name(name)] = &*assign.targets else { continue };
            match name.id.as_str() {
                "_pack_" => {
                    let number = self.number(&assign.value, 0);
                    pack = Some(number.ok_or_else(|| self.mistake(&*assign.value, "`_pack_` is a number"))?);
                }
                "_align_" => return Err(self.mistake(assign, "alignment by hand is not read here")),
                "_fields_" => fields = Some(&*assign.value),
                _ => {}
            }
        }
        let structure = base.map(|at| {
            self.classes[at].is_part = true;
            self.classes[at].structure.clone()
        });
        let structure = structure.unwrap_or(Structure { members: Vec::new(), size: 0, align: 1 });
        let name = class.name.to_string();
        let has_fields = !structure.members.is_empty();
        self.classes.push(Class { name, structure, order, base, pack, has_fields, is_part: false });
        let at = self.classes.len() - 1;
        self.declare(at);
        fields.map_or(Ok(()), |fields| self.fields(at, fields))
    }

    /// The class as a type of members to come.
    fn declare(&mut self, at: usize) {
        let Class { name, structure, .. } = &self.classes[at];
        let of = Type::Structure(structure.clone());
        let base = Base { of, align: structure.align, shape: Vec::new(), is_char: false, class: Some(at) };
        self.types.insert(name.clone(), base);
    }

    fn fields(&mut self, at: usize, list: &Expr) -> Read<()> {
        let (order, pack) = (self.classes[at].order, self.classes[at].pack.filter(|&pack| pack > 0));
        let mut members: Vec<(Member, usize)> = Vec::new();
        if let Some(base) = self.classes[at].base {
            let of = self.classes[base].structure.clone();
            let align = of.align;
            members.push((Member { name: None, offset: 0, shape: Vec::new(), of: Type::Structure(of) }, align));
        }
        let Some(all) = elements(list) else {
            return Err(self
                .mistake(list, "`_fields_` is a list of pairs")
                .help("write it down: `[('size', c_uint32)]`"));
        };
        for field in all {
            let (name, of) = match elements(field) {
                Some([Expr::StringLiteral(name), of]) => (name.value.to_str(), of),
                Some([Expr::StringLiteral(name), _, _]) => {
                    return Err(self
                        .mistake(field, format!("`{}` is a bit field", name.value.to_str()))
                        .label("no format says where its bits are")
                        .help("write the integer that holds it"));
                }
                _ => {
                    return Err(self
                        .mistake(field, "a field is a name and a type")
                        .help("`('size', ctypes.c_uint32)`"));
                }
            };
            let mut base = self.of(of, 0)?;
            if let Some(class) = base.class {
                self.classes[class].is_part |= class != at;
            }
            if let (Some(order), Type::Scalar(scalar)) = (order, base.of.clone()) {
                if order != self.target.order && !has_both_orders(scalar) {
                    return Err(self
                        .mistake(of, format!("`{name}` is of a type that has the machine's byte order alone"))
                        .label("Python raises TypeError")
                        .help("in a `ctypes.Structure` it has one"));
                }
                base.of = Type::Scalar(Scalar::new(scalar.kind(), scalar.size(), order));
            }
            members.push((Member { name: Some(name.into()), offset: 0, shape: base.shape, of: base.of }, base.align));
        }
        let structure = Structure::placed(members, pack);
        let large = || self.mistake(list, "this struct has more bytes than there can be");
        self.classes[at].structure = structure.ok_or_else(large)?;
        self.classes[at].has_fields = true;
        self.declare(at);
        Ok(())
    }

    /// The type that an expression is.
    fn of(&self, expr: &Expr, depth: usize) -> Read<Base> {
        if depth > DEEP {
            return Err(self.mistake(expr, "too deep"));
        }
        let scalar = |scalar: Scalar| Base {
            of: Type::Scalar(scalar),
            align: align_of(scalar, self.target),
            shape: Vec::new(),
            is_char: scalar.kind() == ScalarKind::Char,
            class: None,
        };
        match expr {
            Expr::Name(name) if self.types.contains_key(name.id.as_str()) => Ok(self.types[name.id.as_str()].clone()),
            Expr::Attribute(attribute) if matches!(attribute.attr.as_str(), "__ctype_be__" | "__ctype_le__") => {
                let mut base = self.of(&attribute.value, depth + 1)?;
                let order = match attribute.attr.as_str() {
                    "__ctype_be__" => ByteOrder::Big,
                    _ => ByteOrder::Little,
                };
                match base.of {
                    Type::Scalar(of) if base.shape.is_empty() && has_both_orders(of) => {
                        base.of = Type::Scalar(Scalar::new(of.kind(), of.size(), order));
                        Ok(base)
                    }
                    _ => Err(self.mistake(expr, "this type has the machine's byte order alone")),
                }
            }
            Expr::Name(_) | Expr::Attribute(_) => {
                let known = last_name(expr).and_then(|name| named(name, self.target));
                known.map(scalar).ok_or_else(|| {
                    self.mistake(expr, "no type of this name is known")
                        .help("types of `ctypes`, and classes that are declared before, can be read")
                })
            }
            Expr::BinOp(product) if product.op == Operator::Mult => {
                let (of, length) = match self.number(&product.right, depth + 1) {
                    Some(length) => (&product.left, length),
                    None => {
                        let length = self.number(&product.left, depth + 1);
                        let unknown = || self.mistake(&*product.right, "a length is a number");
                        (&product.right, length.ok_or_else(unknown)?)
                    }
                };
                let mut base = self.of(of, depth + 1)?;
                if std::mem::take(&mut base.is_char) {
                    base.of = Type::Scalar(Scalar::new(ScalarKind::Bytes, length, ByteOrder::Little));
                } else {
                    base.shape.insert(0, length);
                }
                Ok(base)
            }
            Expr::Call(call) if matches!(last_name(&call.func), Some("POINTER" | "CFUNCTYPE" | "WINFUNCTYPE")) => {
                Ok(scalar(Scalar::new(ScalarKind::Pointer, self.target.pointer.size.into(), self.target.order)))
            }
            _ => Err(self
                .mistake(expr, "this is no type that can be read")
                .help("`ctypes.c_uint32`, `ctypes.c_char * 8`")),
        }
    }

    /// A number that is written down, or a name that stands for one.
    fn number(&self, expr: &Expr, depth: usize) -> Option<usize> {
        if depth > DEEP {
            return None;
        }
        match expr {
            Expr::NumberLiteral(literal) => match &literal.value {
                Number::Int(int) => int.as_u64().and_then(|n| usize::try_from(n).ok()),
                _ => None,
            },
            Expr::Name(name) => self.numbers.get(name.id.as_str()).copied(),
            Expr::BinOp(binary) => {
                let (left, right) = (self.number(&binary.left, depth + 1)?, self.number(&binary.right, depth + 1)?);
                match binary.op {
                    Operator::Add => left.checked_add(right),
                    Operator::Sub => left.checked_sub(right),
                    Operator::Mult => left.checked_mul(right),
                    Operator::FloorDiv => left.checked_div(right),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// `Structure` of `ctypes.Structure`.
fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}

fn elements(expr: &Expr) -> Option<&[Expr]> {
    match expr {
        Expr::List(list) => Some(&list.elts),
        Expr::Tuple(tuple) => Some(&tuple.elts),
        _ => None,
    }
}
