//! Structs and their members: declarators, attributes, places.

use view_format::{ByteOrder, Scalar, ScalarKind};

use super::read::{Base, DEEP, Declared, Read, Reader};
use super::token::TokenKind;
use crate::convert::structure::{Member, Structure, Type};

impl<'t> Reader<'t> {
    /// `__attribute__((packed))`: whether there is one.
    fn attributes(&mut self) -> Read<bool> {
        let mut is_packed = false;
        loop {
            match self.peek_text() {
                "__attribute__" | "__attribute" => {
                    self.at += 1;
                    let mut depth = 0_usize;
                    while let Some(token) = self.peek().cloned() {
                        match token.text {
                            "(" => depth += 1,
                            ")" => depth = depth.saturating_sub(1),
                            "packed" | "__packed__" => is_packed = true,
                            "aligned" | "__aligned__" => return Err(self.mistake("alignment by hand is not read here")),
                            "scalar_storage_order" => return Err(self.mistake("a storage order is not read here")),
                            _ => {}
                        }
                        self.at += 1;
                        if depth == 0 {
                            break;
                        }
                    }
                }
                "__packed" | "PACKED" | "__PACKED" => {
                    self.at += 1;
                    is_packed = true;
                }
                _ => return Ok(is_packed),
            }
        }
    }

    /// From the word `struct` on.
    pub(super) fn structure(&mut self, depth: usize) -> Read<Base> {
        if depth > DEEP {
            return Err(self.mistake("structs stand too deep in one another here"));
        }
        self.at += 1;
        let mut is_packed = self.attributes()?;
        let tag = self.word();
        if !self.eat("{") {
            let tag = tag.ok_or_else(|| self.mistake("a struct has a name or members"))?;
            let known = self.types.get(&format!("struct {tag}")).cloned();
            // What is only pointed to need not be known.
            return match known {
                Some(base) => Ok(base),
                None if matches!(self.peek_text(), "*" | ";") => {
                    let of = Scalar::new(ScalarKind::Void, 0, self.target.order);
                    Ok(self.scalar(of, false))
                }
                None => Err(self
                    .mistake_before(format!("`struct {tag}` is not declared before"))
                    .help("put its declaration in front")),
            };
        }
        let pack = self.pack.last().copied().flatten();
        let mut members: Vec<(Member, usize)> = Vec::new();
        while !self.eat("}") {
            if self.peek().is_none() {
                return Err(self.mistake_before("this struct is never closed").help("close it with `};`"));
            }
            if let Some(directive) = self.peek().filter(|token| token.kind == TokenKind::Directive).cloned() {
                self.at += 1;
                self.directive(directive.text);
                continue;
            }
            if !self.eat(";") {
                self.member(&mut members, depth)?;
            }
        }
        is_packed |= self.attributes()?;
        let limit = if is_packed { Some(1) } else { pack };
        let large = || self.mistake_before("this struct has more bytes than there can be");
        let structure = Structure::placed(members, limit).ok_or_else(large)?;
        let align = structure.align;
        let names: Vec<String> = tag.iter().map(|tag| (*tag).into()).collect();
        self.structs.push(Declared { names, structure: structure.clone(), is_part: false });
        let declared = Some(self.structs.len() - 1);
        let base = Base { of: Type::Structure(structure), align, shape: Vec::new(), declared, is_char: false };
        if let Some(tag) = tag {
            self.types.insert(format!("struct {tag}"), base.clone());
            // As in C++.
            self.types.entry(tag.into()).or_insert_with(|| base.clone());
        }
        Ok(base)
    }

    /// `unsigned a, *b, c[4];`, each with its alignment.
    fn member(&mut self, members: &mut Vec<(Member, usize)>, depth: usize) -> Read<()> {
        let base = self.base(depth + 1)?;
        if let Some(declared) = base.declared {
            self.structs[declared].is_part = true;
        }
        // The members of a struct without a name are those of the outer one.
        if self.peek_text() == ";" {
            self.at += 1;
            if matches!(base.of, Type::Structure(_)) {
                members.push((Member { name: None, offset: 0, shape: Vec::new(), of: base.of }, base.align));
            }
            return Ok(());
        }
        loop {
            let (name, base) = self.declarator(&base, depth)?;
            let name = name.ok_or_else(|| self.mistake("a name was expected"))?;
            if self.peek_text() == ":" {
                return Err(self
                    .mistake_before(format!("`{name}` is a bit field"))
                    .label("no format says where its bits are")
                    .help("write the integer that holds it"));
            }
            self.attributes()?;
            members.push((Member { name: Some(name.into()), offset: 0, shape: base.shape, of: base.of }, base.align));
            if !self.eat(",") {
                return self.expect(";");
            }
        }
    }

    /// Pointers, a name, lengths.
    pub(super) fn declarator(&mut self, base: &Base, depth: usize) -> Read<(Option<&'t str>, Base)> {
        let mut base = base.clone();
        let pointer = Scalar::new(ScalarKind::Pointer, self.target.pointer.size.into(), self.target.order);
        self.attributes()?;
        while self.eat("*") {
            base = self.scalar(pointer, false);
            self.qualifiers();
        }
        // A pointer to a function.
        let is_function =
            self.peek_text() == "(" && self.tokens.get(self.at + 1).is_some_and(|token| token.text == "*");
        if is_function {
            self.at += 2;
            base = self.scalar(pointer, false);
        }
        let name = self.word();
        let mut lengths = Vec::new();
        while self.eat("[") {
            if self.peek_text() == "]" {
                return Err(self
                    .mistake("an array without a length")
                    .help("what follows the struct has a format of its own: leave it out here"));
            }
            lengths.push(self.sum(depth)?);
            self.expect("]")?;
        }
        if is_function {
            self.expect(")")?;
            self.expect("(")?;
            let mut open = 1_usize;
            while open > 0 {
                match self.next().map(|token| token.text) {
                    Some("(") => open += 1,
                    Some(")") => open -= 1,
                    Some(_) => {}
                    None => return Err(self.mistake("`)` is missing")),
                }
            }
        }
        lengths.extend(base.shape);
        if base.is_char
            && let Some(length) = lengths.pop()
        {
            base.of = Type::Scalar(Scalar::new(ScalarKind::Bytes, length, ByteOrder::Little));
            base.is_char = false;
        }
        Ok((name, Base { shape: lengths, ..base }))
    }
}
