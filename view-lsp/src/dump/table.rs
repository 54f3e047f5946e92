//! A line for each element, a column for each value.

use std::io::{Read, Write};

use view_core::Value;

use super::{DumpError, Elements, Plan};
use crate::colour::{self, BOLD, DIM};
use crate::leaf::Leaf;

/// Elements whose values the widths of the columns are taken from.
const SEEN: usize = 256;

/// Columns of text that a value takes at most.
const WIDEST: usize = 40;

struct Line {
    index: String,
    offset: String,
    cells: Vec<Cell>,
}

#[derive(Default)]
struct Cell {
    text: String,
    is_number: bool,
}

pub(super) fn write<R: Read>(elements: &mut Elements<R>, plan: &Plan, out: &mut dyn Write) -> Result<(), DumpError> {
    let leaves: Vec<&Leaf> = plan.leaves.iter().filter(|leaf| !leaf.is_padding()).collect();
    let mut first = Vec::new();
    while first.len() < SEEN
        && let Some(line) = next(elements, plan, &leaves)?
    {
        first.push(line);
    }
    let width = |least: &str, of: &dyn Fn(&Line) -> usize| first.iter().map(of).fold(least.chars().count(), usize::max);
    let index = width("index", &|line| line.index.len());
    let offset = width("offset", &|line| line.offset.len());
    let heads: Vec<String> = leaves.iter().map(|leaf| head(leaf)).collect();
    let widths: Vec<usize> =
        heads.iter().enumerate().map(|(i, head)| width(head, &|line| line.cells[i].text.chars().count())).collect();
    let right: Vec<bool> =
        (0..leaves.len()).map(|i| first.first().is_some_and(|line| line.cells[i].is_number)).collect();
    write!(out, "{BOLD}{:>index$}  {:>offset$}", "index", "offset")?;
    let last = heads.len().saturating_sub(1);
    for (i, (head, &width)) in heads.iter().zip(&widths).enumerate() {
        match right[i] {
            true => write!(out, "  {head:>width$}")?,
            false if i == last => write!(out, "  {head}")?,
            false => write!(out, "  {head:width$}")?,
        }
    }
    writeln!(out, "{BOLD:#}")?;
    let mut show = |line: &Line| -> Result<(), DumpError> {
        write!(out, "{DIM}{:>index$}  {:>offset$}{DIM:#}", line.index, line.offset)?;
        for (i, (cell, leaf)) in line.cells.iter().zip(&leaves).enumerate() {
            let (style, width, text) = (colour::of(leaf.scalar), widths[i], &cell.text);
            match right[i] {
                true => write!(out, "  {style}{text:>width$}{style:#}")?,
                false if i == last => write!(out, "  {style}{text}{style:#}")?,
                false => write!(out, "  {style}{text:width$}{style:#}")?,
            }
        }
        Ok(writeln!(out)?)
    };
    first.iter().try_for_each(&mut show)?;
    drop(first);
    while let Some(line) = next(elements, plan, &leaves)? {
        show(&line)?;
    }
    Ok(())
}

/// The name of a column; of the value that the element itself is, `value`.
fn head(leaf: &Leaf) -> String {
    if leaf.path.is_empty() { "value".into() } else { crate::explain::shown(&leaf.path) }
}

fn next<R: Read>(elements: &mut Elements<R>, plan: &Plan, leaves: &[&Leaf]) -> Result<Option<Line>, DumpError> {
    let Some(element) = elements.next()? else { return Ok(None) };
    let cell = |leaf: &&Leaf| match leaf.head(element.bytes, WIDEST) {
        Some((text, value)) => {
            let is_number = matches!(value, Value::Int(_) | Value::Uint(_) | Value::Float(_) | Value::Pointer(_));
            Cell { text, is_number }
        }
        None => Cell { text: "?".into(), ..Cell::default() },
    };
    let cells = leaves.iter().map(cell).collect();
    Ok(Some(Line { index: plan.index(element.index), offset: element.offset.to_string(), cells }))
}
