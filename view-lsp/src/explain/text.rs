//! An explanation for a terminal.

use std::io::{self, Write};

use view_format::{Layout, Picture, Severity, query};

use super::{Comparison, Explanation, FieldRow};
use crate::colour::{self, BOLD, DIM};
use crate::target::NamedTarget;

/// Which targets an explanation compares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Targets {
    /// None: the one that it is for was asked for.
    One,
    /// The usual ones, where they differ.
    Differing,
    /// The usual ones, in any case.
    All,
}

/// Columns that a line of values may take.
const COLUMNS: usize = 100;

impl Explanation {
    /// Writes it with colours: the bytes as boxes, a table of the fields, what unpacking gives, where targets differ, and
    /// warnings. Of a format that cannot be used, all mistakes.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_text(&self, out: &mut dyn Write, targets: Targets) -> io::Result<()> {
        let Some(layout) = self.layout() else { return self.write_diagnostics(out, Severity::Error) };
        self.write_picture(out, layout)?;
        writeln!(out)?;
        write_table(out, &self.rows())?;
        writeln!(out)?;
        write_values(out, layout)?;
        if targets != Targets::One {
            let comparison = self.compare(&NamedTarget::all());
            if targets == Targets::All || !comparison.is_same() {
                writeln!(out)?;
                comparison.write_text(out)?;
            }
        }
        if self.diagnostics().iter().any(|diagnostic| diagnostic.severity() >= Severity::Warning) {
            writeln!(out)?;
        }
        self.write_diagnostics(out, Severity::Warning)
    }

    /// Writes what is wrong with it, from a severity on.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_diagnostics(&self, out: &mut dyn Write, from: Severity) -> io::Result<()> {
        let diagnostics: Vec<_> = self.diagnostics().into_iter().filter(|found| found.severity() >= from).collect();
        for (i, diagnostic) in diagnostics.iter().enumerate() {
            let (style, word) = match diagnostic.severity() {
                Severity::Error => (colour::ERROR, "error"),
                _ => (colour::WARNING, "warning"),
            };
            let id = diagnostic.id();
            if i > 0 {
                writeln!(out)?;
            }
            write!(out, "{style}{word}[{id}]{style:#}: ")?;
            writeln!(out, "{}", Picture::new(self.text(), std::slice::from_ref(diagnostic)))?;
        }
        Ok(())
    }

    fn write_picture(&self, out: &mut dyn Write, layout: &Layout) -> io::Result<()> {
        let picture = layout.picture();
        writeln!(out, "{BOLD}{}{BOLD:#}", picture.headline())?;
        let pieces = picture.pieces();
        for line in picture.lines() {
            for segment in line {
                match segment.piece.and_then(|piece| pieces.get(piece)) {
                    Some(piece) => {
                        let style = colour::of(piece.scalar);
                        write!(out, "{style}{}{style:#}", segment.text)?;
                    }
                    None => write!(out, "{DIM}{}{DIM:#}", segment.text)?,
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// The fields as a table; columns that nothing stands in are left out.
fn write_table(out: &mut dyn Write, rows: &[FieldRow]) -> io::Result<()> {
    let cells = |row: &FieldRow| {
        let name = if row.is_padding { "(padding)".into() } else { name_of(row) };
        let indent = 2 * row.depth.min(12);
        [row.code.clone(), row.c.clone(), row.rust.clone(), row.numpy.clone(), format!("{:indent$}{name}", "")]
    };
    let lines: Vec<_> = rows.iter().map(|row| (row, cells(row).map(|cell| shown(&cell)))).collect();
    let width = |column: usize, least: &str| {
        let widest = lines.iter().map(|(_, cells)| cells[column].chars().count()).max();
        widest.unwrap_or(0).clamp(least.len(), 32)
    };
    let heads = ["code", "C", "Rust", "numpy"];
    let widths: Vec<usize> = heads.iter().enumerate().map(|(i, head)| width(i, head)).collect();
    let offset = rows.iter().map(|row| row.offset.to_string().len()).max().unwrap_or(0).max(6);
    let size = rows.iter().map(|row| row.size.to_string().len()).max().unwrap_or(0).max(4);
    write!(out, "{BOLD}{:>offset$}  {:>size$}", "offset", "size")?;
    for (head, width) in heads.iter().zip(&widths) {
        write!(out, "  {head:width$}")?;
    }
    writeln!(out, "  name{BOLD:#}")?;
    for (row, cells) in &lines {
        let style = colour::of(row.scalar);
        let mut line = format!("{:>offset$}  {:>size$}", row.offset, row.size);
        for (cell, width) in cells.iter().zip(widths.iter().copied().chain([0])) {
            line.push_str(&format!("  {cell:width$}"));
        }
        let line = line.trim_end();
        match (row.scalar, row.is_padding) {
            (None, false) => writeln!(out, "{line}")?,
            _ => writeln!(out, "{style}{line}{style:#}")?,
        }
    }
    Ok(())
}

/// The name, or the index where there is none.
fn name_of(row: &FieldRow) -> String {
    match &row.name {
        Some(name) => name.clone(),
        None => row.path.rfind('[').map_or_else(String::new, |at| row.path[at..].into()),
    }
}

/// Nothing that moves the cursor.
pub(crate) fn shown(text: &str) -> String {
    text.chars().flat_map(char::escape_debug).collect::<String>().replace("\\'", "'").replace("\\\"", "\"")
}

/// What unpacking gives: `3 values: signature: bytes, file_size: int`.
fn write_values(out: &mut dyn Write, layout: &Layout) -> io::Result<()> {
    let count = layout.values();
    let mut line = format!("{count} value{}", if count == 1 { "" } else { "s" });
    for (i, values) in query::values(layout).iter().enumerate() {
        line.push_str(if i == 0 { ": " } else { ", " });
        if line.len() > COLUMNS {
            line.push_str("...");
            break;
        }
        line.push_str(&values.to_string());
    }
    writeln!(out, "{line}")
}

impl Comparison {
    /// Writes a table: for each target size and alignment, and of each field that is not everywhere the same, offset and
    /// size.
    ///
    /// # Errors
    ///
    /// Those of `out`.
    pub fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        let layouts = || self.targets.iter().map(|(_, layout)| layout);
        let row = |head: &str, cells: Vec<String>| (head.to_string(), cells, None);
        let mut rows = vec![
            row("size", layouts().map(|layout| layout.size().to_string()).collect()),
            row("sizeof in C", layouts().map(|layout| layout.padded_size().to_string()).collect()),
            row("alignment", layouts().map(|layout| layout.align().to_string()).collect()),
        ];
        for difference in &self.differences {
            let places = difference.places.iter().map(|(offset, size)| format!("{offset}+{size}"));
            rows.push((
                shown(&format!("{} {}", difference.path, difference.code)),
                places.collect(),
                difference.scalar,
            ));
        }
        let head = rows.iter().map(|(head, ..)| head.chars().count()).max().unwrap_or(0).max("offset+size".len());
        let cell = |i: usize| rows.iter().filter_map(|(_, cells, _)| cells.get(i)).map(String::len).max().unwrap_or(0);
        let widths: Vec<_> =
            self.targets.iter().enumerate().map(|(i, (name, _))| cell(i).max(name.name.len())).collect();
        let first = if self.differences.is_empty() { "" } else { "offset+size" };
        write!(out, "{BOLD}{first:head$}")?;
        for ((target, _), width) in self.targets.iter().zip(&widths) {
            write!(out, "  {:>width$}", target.name)?;
        }
        writeln!(out, "{BOLD:#}")?;
        for (name, cells, scalar) in rows {
            let style = scalar.map_or(anstyle::Style::new(), colour::style);
            write!(out, "{style}{name:head$}")?;
            for (cell, width) in cells.iter().zip(&widths) {
                write!(out, "  {cell:>width$}")?;
            }
            writeln!(out, "{style:#}")?;
        }
        if self.is_same() {
            writeln!(out, "the same on all of them")?;
        }
        Ok(())
    }
}
