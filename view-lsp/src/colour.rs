//! One colour for each field: the same in pictures, tables and dumps, and in every record of an array.

use anstyle::{AnsiColor, Effects, Style};

/// How many fields have a colour of their own before colours come again.
pub const COLOURS: usize = 12;

/// The terminal's own colours, so that they fit its theme; neighbours differ in hue. Plain blue and red, which many themes make
/// hard to read, come last.
const TERMINAL: [AnsiColor; COLOURS] = [
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Magenta,
    AnsiColor::Green,
    AnsiColor::BrightBlue,
    AnsiColor::BrightRed,
    AnsiColor::BrightCyan,
    AnsiColor::BrightYellow,
    AnsiColor::BrightMagenta,
    AnsiColor::BrightGreen,
    AnsiColor::Blue,
    AnsiColor::Red,
];

/// Fills for dark text, in the order of [`TERMINAL`].
const PAPER: [&str; COLOURS] = [
    "#9adbe8", "#ffe08a", "#f3b7e3", "#b5e3a1", "#b3ccff", "#ffb9ae", "#cdf0f4", "#fff1c2", "#fadcf3", "#dcf3d0",
    "#dae5ff", "#ffdfd9",
];

/// How text of a scalar field is shown in a terminal.
pub fn style(scalar: usize) -> Style {
    Style::new().fg_color(Some(TERMINAL[scalar % COLOURS].into()))
}

/// How padding is shown in a terminal, and whatever is not the matter itself.
pub const DIM: Style = Style::new().effects(Effects::DIMMED);

/// How headings are shown in a terminal.
pub const BOLD: Style = Style::new().effects(Effects::BOLD);

/// How errors are headed in a terminal.
pub const ERROR: Style = AnsiColor::Red.on_default().effects(Effects::BOLD);

/// How warnings are headed in a terminal.
pub const WARNING: Style = AnsiColor::Yellow.on_default().effects(Effects::BOLD);

/// The style of a piece of an element: of its scalar field, or dimmed.
pub fn of(scalar: Option<usize>) -> Style {
    scalar.map_or(DIM, style)
}

/// What a box of a scalar field is filled with in a drawing.
pub fn paper(scalar: usize) -> &'static str {
    PAPER[scalar % COLOURS]
}
