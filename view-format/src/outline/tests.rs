//! Holes in random formats: whatever is said to be certain must hold of the format that the hole was cut into.

use std::string::String;
use std::vec::Vec;

use super::{Holds, Hole, Outline, OutlineField, OutlineKind, outline};
use crate::{Dialect, Field, Kind, Layout, Parse, Span, Target, parse, syntax::ast::Node};

/// The outline of a text in which `{o}` is an order, `{n}` a count, `{i}` a run of items, `{a}` any of
/// them.
fn of(text: &str) -> Outline {
    let holes: Vec<_> = text
        .match_indices('{')
        .filter_map(|(at, _)| {
            let holds = match text.get(at..at + 3)? {
                "{o}" => Holds::Order,
                "{n}" => Holds::Count,
                "{i}" => Holds::Items,
                "{a}" => Holds::Any,
                _ => return None,
            };
            Some(Hole { span: Span::new(at as u32, at as u32 + 3), holds })
        })
        .collect();
    outline(text, Dialect::Struct, &Target::LP64, &holes)
}

#[test]
fn orders_keep_arity_and_mostly_size() {
    let found = of("{o}HHI");
    assert_eq!((found.size, found.least_values, found.most_values), (Some(8), 3, Some(3)));
    assert!(found.fields.iter().all(|field| matches!(field.holds, OutlineKind::Scalar(_, None))));
    let offsets: Vec<_> = found.fields.iter().map(|field| field.offset).collect();
    assert_eq!(offsets, [Some(0), Some(2), Some(4)]);
    // `L` has 8 bytes under `@`, 4 otherwise.
    let found = of("{o}HHL");
    assert_eq!((found.size, found.most_values, found.fields[2].scalar_size), (None, Some(3), None));
    // Only native sizes have `n`.
    assert_eq!(of("{o}n").size, Some(8));
    assert!(of("{o}n").diagnostics.is_empty());
}

#[test]
fn counts_of_strings_keep_arity() {
    let found = of("!b{n}sQ");
    assert_eq!((found.size, found.least_values, found.most_values), (None, 3, Some(3)));
    assert_eq!(found.fields[1].offset, Some(1));
    assert_eq!((found.fields[1].scalar_size, found.fields[2].offset), (None, None));
    assert_eq!(found.fields[2].scalar_size, Some(8));
}

#[test]
fn counts_of_values_keep_kinds() {
    let found = of("<{n}HI");
    assert_eq!((found.least_values, found.most_values), (1, None));
    assert_eq!((found.fields[0].repeat, found.fields[0].scalar_size), (None, Some(2)));
    assert_eq!(found.fields[1].repeat, Some(1));
}

#[test]
fn items_keep_what_stands_before_them() {
    let found = of("<H{i}I");
    assert_eq!((found.size, found.least_values, found.most_values), (None, 2, None));
    assert_eq!((found.fields[0].offset, found.fields[1].offset), (Some(0), None));
    assert_eq!(found.fields[1].scalar_size, Some(4));
}

#[test]
fn holes_for_anything_keep_what_all_fills_keep() {
    // An order, a count that may be 0, or items.
    let found = of("{a}HI");
    assert_eq!((found.size, found.least_values, found.most_values), (None, 1, None));
    assert_eq!(found.fields[1].scalar_size, Some(4));
    // A string is one value whatever its length is.
    assert_eq!(of("<{a}s").least_values, 1);
    // The other fills are refused here, and say nothing.
    assert_eq!(of("<{a}").least_values, 0);
    let found = of("<{a}Hy");
    assert_eq!(
        found.diagnostics.iter().map(|d| (d.id(), d.span)).collect::<Vec<_>>(),
        [("unknown-code", Span::new(5, 6))]
    );
}

#[test]
fn mistakes_outside_of_holes_are_mistakes() {
    let found = of("{o}Hy{n}s5");
    let ids: Vec<_> = found.diagnostics.iter().map(|d| (d.id(), d.span)).collect();
    assert_eq!(ids, [("unknown-code", Span::new(4, 5)), ("count-without-code", Span::new(9, 10))]);
    assert_eq!(found.size, None);
}

#[test]
fn too_many_holes_leave_nothing_certain() {
    let text = "{n}s".repeat(40);
    assert_eq!(of(&text), Outline::default());
}

/// A small generator, so that every run is the same.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as usize) % n
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }

    fn items(&mut self, dialect: Dialect, depth: usize, text: &mut String) {
        let is_struct = dialect == Dialect::Struct;
        for _ in 0..self.below(5) {
            if self.below(4) == 0 {
                text.push_str(if is_struct { " " } else { self.one(&["@", "=", "<", ">", "!", "^", " "]) });
            }
            if self.below(3) == 0 {
                text.push_str(self.one(&["2", "3", "0", "7", "12"]));
            } else if !is_struct && self.below(4) == 0 {
                text.push_str(self.one(&["(2)", "(2,3)", "(1)"]));
            }
            if !is_struct && depth < 2 && self.below(4) == 0 {
                text.push_str("T{");
                self.items(dialect, depth + 1, text);
                text.push('}');
            } else {
                text.push_str(self.one(&["b", "h", "i", "l", "q", "s", "p", "x", "?", "d", "n", "P", "c"]));
            }
            if !is_struct && self.below(4) == 0 {
                text.push_str(self.one(&[":a:", ":b:", ":c:"]));
            }
        }
    }
}

/// Where holes can be cut into a format.
fn cuts<'t>(nodes: &[Node], random: &mut Random, out: &mut Vec<Hole<'t>>) {
    let mut i = 0;
    while i < nodes.len() {
        match &nodes[i] {
            Node::Mark(_, span) if random.below(2) == 0 => out.push(Hole { span: *span, holds: Holds::Order }),
            // A run of whole nodes. In `struct` a mark in front is only allowed at the start, where the hole allows it too.
            Node::Item(_) | Node::Mark(..) if random.below(5) == 0 => {
                let more = random.below(nodes.len() - i);
                let span = nodes[i].span().to(nodes[i + more].span());
                out.push(Hole { span, holds: Holds::Items });
                i += more;
            }
            Node::Item(item) => {
                for count in item.dimensions().chain(item.count()) {
                    if random.below(2) == 0 {
                        out.push(Hole { span: count.span, holds: Holds::Count });
                    }
                }
                if let crate::syntax::ast::CodeNode::Struct(inside) = &item.code {
                    cuts(inside, random, out);
                }
            }
            node if random.below(8) == 0 => {
                out.push(Hole { span: Span::empty(node.span().end), holds: Holds::Items });
            }
            _ => {}
        }
        i += 1;
    }
}

fn holds(outline: &[OutlineField], fields: &[Field], origins: &[crate::check::Origin]) {
    for certain in outline {
        let found = origins.iter().position(|origin| origin.code == certain.code);
        let Some(at) = found else {
            assert_eq!(certain.repeat, None, "{certain:?} is missing");
            continue;
        };
        let field = &fields[at];
        assert!(certain.offset.is_none_or(|offset| offset == field.offset()), "{certain:?} {field:?}");
        assert!(certain.repeat.is_none_or(|repeat| repeat == field.repeat()), "{certain:?} {field:?}");
        assert!(certain.scalar_size.is_none_or(|size| size == field.scalar_size()), "{certain:?} {field:?}");
        assert!(certain.shape.as_ref().is_none_or(|shape| shape == field.shape()), "{certain:?} {field:?}");
        match (&certain.holds, field.kind()) {
            (OutlineKind::Scalar(kind, order), Kind::Scalar(scalar)) => {
                assert!(*kind == scalar.kind() && order.is_none_or(|order| order == scalar.order()));
            }
            (OutlineKind::Record(outline), Kind::Record(layout)) => {
                holds(outline, layout.fields(), &origins[at].fields);
            }
            (kind, field) => assert_eq!(*kind, OutlineKind::Open, "{field:?}"),
        }
    }
}

#[test]
fn what_is_certain_holds_of_the_filled_text() {
    let (mut formats, mut sizes, mut offsets) = (0, 0, 0);
    let mut random = Random(1);
    for round in 0..20_000 {
        let dialect = if round % 2 == 0 { Dialect::Struct } else { Dialect::Pep3118 };
        let target = [Target::LP64, Target::I386][round / 2 % 2];
        let mut text = String::from(random.one(&["", "<", ">", "@", "="]));
        random.items(dialect, 0, &mut text);
        let Parse { format, diagnostics } = parse(&text, dialect);
        let checked = format.check(&target);
        let Some(layout) = checked.layout.filter(|_| diagnostics.is_empty()) else { continue };
        let mut holes = Vec::new();
        cuts(format.nodes(), &mut random, &mut holes);
        holes.truncate(3);
        // The spans of the text are those of the placeholders, since each hole is cut exactly there.
        let certain = outline(&text, dialect, &target, &holes);
        assert!(certain.diagnostics.is_empty(), "{text:?} {holes:?} {certain:?}");
        assert!(certain.size.is_none_or(|size| size == layout.size()), "{text:?} {holes:?} {certain:?}");
        assert!(certain.least_values <= layout.values(), "{text:?} {holes:?} {certain:?}");
        assert!(certain.most_values.is_none_or(|most| most >= layout.values()), "{text:?} {holes:?} {certain:?}");
        std::println!("{text:?} {holes:?}");
        holds(&certain.fields, layout.fields(), &checked.origins);
        if holes.is_empty() {
            assert_eq!(certain.size, Some(layout.size()));
        } else {
            formats += 1;
            sizes += usize::from(certain.size.is_some());
            offsets += usize::from(certain.fields.iter().all(|field| field.offset.is_some()));
        }
    }
    std::println!("{formats} formats with holes: {sizes} sizes certain, all offsets of {offsets}");
    assert!(formats > 2000 && sizes > 100 && offsets > 200, "{formats} {sizes} {offsets}");
    assert!(Layout::parse("").is_ok());
}
