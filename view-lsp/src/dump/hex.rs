//! Bytes in hex and as text, each in the colour of its field, with the values beside the row they start in.

use std::io::{Read, Write};

use anstyle::Style;

use super::elements::Element;
use super::{DumpError, Elements, Plan};
use crate::colour::{self, DIM};
use crate::leaf::Leaf;

/// Columns of text that a value takes at most.
const WIDEST: usize = 60;

pub(super) fn write<R: Read>(
    elements: &mut Elements<R>,
    plan: &Plan,
    width: usize,
    all: bool,
    out: &mut dyn Write,
) -> Result<(), DumpError> {
    let itemsize = plan.itemsize();
    // Small elements that lie side by side share a row.
    let group = if plan.stride == itemsize as u64 && itemsize <= width { width / itemsize } else { 1 };
    let mut rows = Rows { plan, width, group, all, out };
    let mut row: Vec<u8> = Vec::new();
    let mut last: Option<Vec<u8>> = None;
    let mut alike = 0_u64;
    loop {
        // The elements of a row, or of several where one takes more.
        row.clear();
        let mut start: Option<(u64, u64)> = None;
        for _ in 0..group {
            let Some(Element { index, offset, bytes }) = elements.next()? else { break };
            start.get_or_insert((index, offset));
            row.extend_from_slice(bytes);
            if bytes.len() < itemsize {
                break;
            }
        }
        let is_whole = row.len() == group * itemsize;
        if is_whole && !all && last.as_ref() == Some(&row) {
            alike += group as u64;
            continue;
        }
        if alike > 0 {
            writeln!(
                rows.out,
                "{DIM}*  {alike} more element{} like {}{DIM:#}",
                if alike == 1 { "" } else { "s" },
                if group == 1 { "it" } else { "them" }
            )?;
            alike = 0;
        }
        let Some((index, offset)) = start else { break };
        rows.elements(index, offset, &row)?;
        if !all {
            let keep = last.get_or_insert_default();
            keep.clear();
            keep.extend_from_slice(&row);
        }
    }
    writeln!(rows.out, "{DIM}{:08x}{DIM:#}", elements.end().offset)?;
    Ok(())
}

struct Rows<'o> {
    plan: &'o Plan,
    width: usize,
    group: usize,
    all: bool,
    out: &'o mut dyn Write,
}

impl Rows<'_> {
    /// The rows of some elements, the first of which is the `index`th and starts at `offset`.
    fn elements(&mut self, index: u64, offset: u64, bytes: &[u8]) -> Result<(), DumpError> {
        let itemsize = self.plan.itemsize();
        let leaves = &self.plan.leaves;
        // Where the walk over the leaves stands: none is looked at twice.
        let mut seen = 0;
        let mut above: Option<&[u8]> = None;
        let mut alike = 0_usize;
        for (row, chunk) in bytes.chunks(self.width).enumerate() {
            let at = row * self.width;
            // Within a long field, rows that are equal are told once.
            let next = leaves.partition_point(|leaf| leaf.bytes.start < at);
            let starts = at < itemsize && leaves.get(next).is_some_and(|leaf| leaf.bytes.start < at + chunk.len());
            if above == Some(chunk) && !starts && !self.all && at < itemsize {
                alike += 1;
                continue;
            }
            if alike > 0 {
                writeln!(self.out, "{DIM}*  {alike} more row{} like it{DIM:#}", if alike == 1 { "" } else { "s" })?;
                alike = 0;
            }
            above = Some(chunk);
            let in_element = at % itemsize;
            // Several elements: each row has whole ones.
            if self.group > 1 || in_element == 0 {
                seen = 0;
            }
            let style_at = |byte: usize, seen: &mut usize| {
                let byte = (at + byte) % itemsize;
                while leaves.get(*seen).is_some_and(|leaf| leaf.bytes.end <= byte) {
                    *seen += 1;
                }
                if leaves.get(*seen).is_none_or(|leaf| !leaf.bytes.contains(&byte)) {
                    *seen = leaves.partition_point(|leaf| leaf.bytes.end <= byte);
                }
                leaves.get(*seen).map_or(DIM, |leaf| colour::of(leaf.scalar))
            };
            let styles: Vec<_> = (0..chunk.len()).map(|byte| style_at(byte, &mut seen)).collect();
            write!(self.out, "{DIM}{:08x}{DIM:#} ", offset + at as u64)?;
            self.hex(chunk, &styles)?;
            write!(self.out, "  {DIM}|{DIM:#}")?;
            self.characters(chunk, &styles)?;
            write!(self.out, "{DIM}|{DIM:#}")?;
            let missing = self.width - chunk.len();
            let mut pad = missing;
            for first in 0..chunk.len().div_ceil(itemsize).max(1) {
                let element = at / itemsize + first;
                let start = element * itemsize;
                let Some(own) = bytes.get(start..).map(|rest| &rest[..rest.len().min(itemsize)]) else { continue };
                let from = at.saturating_sub(start);
                let to = (at + chunk.len()).saturating_sub(start).min(itemsize);
                self.values(index + element as u64, own, (from, to), first == 0, &mut pad)?;
            }
            writeln!(self.out)?;
        }
        if alike > 0 {
            writeln!(self.out, "{DIM}*  {alike} more row{} like it{DIM:#}", if alike == 1 { "" } else { "s" })?;
        }
        Ok(())
    }

    /// The bytes of a row in hex, up to the full width; those of one colour together.
    fn hex(&mut self, row: &[u8], styles: &[Style]) -> Result<(), DumpError> {
        let half = self.width.div_ceil(2);
        let mut text = String::new();
        let mut at = 0;
        for run in styles.chunk_by(|a, b| a == b) {
            text.clear();
            for (i, byte) in row.iter().enumerate().skip(at).take(run.len()) {
                text.push_str(if i == half && self.width > 4 { "  " } else { " " });
                let digit = |digit: u8| char::from(b"0123456789abcdef"[usize::from(digit)]);
                text.extend([digit(byte >> 4), digit(byte & 15)]);
            }
            // The space before a run is no part of it.
            let (space, bytes) = text.split_at(text.len() - text.trim_start().len());
            let style = run.first().copied().unwrap_or(DIM);
            write!(self.out, "{space}{style}{bytes}{style:#}")?;
            at += run.len();
        }
        let gap = usize::from(at <= half && self.width > 4);
        let missing = 3 * (self.width - at) + gap;
        Ok(write!(self.out, "{:missing$}", "")?)
    }

    /// The bytes of a row as text.
    fn characters(&mut self, row: &[u8], styles: &[Style]) -> Result<(), DumpError> {
        let mut at = 0;
        for run in styles.chunk_by(|a, b| a == b) {
            let shown = |byte: &u8| if (b' '..=b'~').contains(byte) { char::from(*byte) } else { '.' };
            let text: String = row[at..at + run.len()].iter().map(shown).collect();
            let style = run.first().copied().unwrap_or(DIM);
            write!(self.out, "{style}{text}{style:#}")?;
            at += run.len();
        }
        Ok(())
    }

    /// The values that start in the bytes from `from` to `to` of an element.
    fn values(
        &mut self,
        index: u64,
        bytes: &[u8],
        (from, to): (usize, usize),
        is_first: bool,
        pad: &mut usize,
    ) -> Result<(), DumpError> {
        let itemsize = self.plan.itemsize();
        // Of elements that are one value, the first one's index tells the others'.
        let is_lone = self.plan.layout.as_scalar().is_some();
        let mut gap = if is_lone && !is_first { " " } else { "  " };
        if from == 0 && (is_first || !is_lone) {
            let name = self.plan.index(index);
            write!(self.out, "{:pad$}  {DIM}{name}{DIM:#}", "", pad = *pad)?;
            *pad = 0;
            gap = " ";
            if bytes.len() < itemsize {
                write!(self.out, " {} of {itemsize} bytes", bytes.len())?;
                gap = "  ";
            }
        }
        let leaves = &self.plan.leaves;
        let first = leaves.partition_point(|leaf| leaf.bytes.start < from);
        let starting = leaves[first..].iter().take_while(|leaf| leaf.bytes.start < to);
        for leaf in starting.filter(|leaf| !leaf.is_padding()) {
            let style = colour::of(leaf.scalar);
            let value = leaf.head(bytes, WIDEST).map_or_else(|| "?".into(), |(text, _)| text);
            write!(self.out, "{:pad$}{gap}{style}{}{value}{style:#}", "", label(leaf), pad = *pad)?;
            *pad = 0;
            gap = if is_lone { " " } else { "  " };
        }
        Ok(())
    }
}

/// `shape[2].size=`; nothing for a value without a name.
fn label(leaf: &Leaf) -> String {
    let is_index = leaf.path.starts_with('[') && !leaf.path.contains('.') && leaf.path.matches('[').count() == 1;
    if leaf.path.is_empty() || is_index { String::new() } else { format!("{}=", crate::explain::shown(&leaf.path)) }
}
