//! What is valid and may still surprise: it differs between machines, or is not what it looks like.

use core::fmt;

use alloc::format;
use alloc::string::{String, ToString};

use super::{Fix, Severity};
use crate::code::Code;
use crate::order::Mark;
use crate::span::Span;

/// What may surprise in a valid format. Found by [`lint`](crate::syntax::ast::Format::lint).
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Lint {
    /// `"l"`: a native size that differs between targets.
    NativeSize {
        /// The code.
        code: Code,
        /// The size on the target that was asked for.
        size: u8,
        /// The least and the greatest size on the targets known here.
        sizes: (u8, u8),
        /// A code of that size and alignment on all of them, if there is one.
        fixed: Option<Code>,
    },
    /// `"bq"`: under `@`, an item that lies elsewhere on 32-bit x86, where numbers of 8 bytes are aligned to 4.
    NativeAlignment {
        /// The code.
        code: Code,
        /// The padding that puts it at the same place everywhere, if that is where it is on the target asked for.
        bytes: Option<usize>,
    },
    /// `"i"`: the byte order of the machine that reads. A hint: most who write it mean it.
    NativeOrder {
        /// The mark in force.
        mark: Mark,
        /// The mark in whose place the format means the same on the target that was asked for.
        fixed: Option<Mark>,
    },
    /// `"bi"`: padding that is not written.
    ImplicitPadding {
        /// How many bytes.
        bytes: usize,
    },
    /// `"bxi"`: padding that is written, but not all of it.
    PartialPadding {
        /// How many bytes are written.
        written: usize,
        /// How many the alignment adds.
        implied: usize,
    },
    /// `"ib"`: an array of such elements has no padding between them, as it has in C.
    EndPadding {
        /// The size.
        size: usize,
        /// C's `sizeof`.
        padded: usize,
    },
    /// `"0s"`: a string that is always empty.
    EmptyString {
        /// The code.
        code: Code,
    },
    /// `"<>i"`, `"i<"`: a mark that no item is under.
    IdleMark {
        /// The mark.
        mark: Mark,
    },
}

impl Lint {
    pub(super) fn id(&self) -> &'static str {
        match self {
            Lint::NativeSize { .. } => "native-size",
            Lint::NativeAlignment { .. } => "native-alignment",
            Lint::NativeOrder { .. } => "native-order",
            Lint::ImplicitPadding { .. } => "implicit-padding",
            Lint::PartialPadding { .. } => "partial-padding",
            Lint::EndPadding { .. } => "end-padding",
            Lint::EmptyString { .. } => "empty-string",
            Lint::IdleMark { .. } => "idle-mark",
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Lint::NativeOrder { .. } | Lint::EndPadding { .. } | Lint::ImplicitPadding { .. } => Severity::Hint,
            _ => Severity::Warning,
        }
    }

    pub(super) fn label(&self) -> String {
        match self {
            Lint::NativeSize { size, sizes: (least, most), .. } => {
                format!("{size} bytes here, {} elsewhere", if size == least { most } else { least })
            }
            Lint::NativeAlignment { .. } => "elsewhere on 32-bit x86".into(),
            Lint::NativeOrder { .. } => "the order of the machine that reads".into(),
            Lint::ImplicitPadding { bytes } => format!("{} skipped before it", Bytes(*bytes)),
            Lint::PartialPadding { implied, .. } => format!("{} more skipped behind it", Bytes(*implied)),
            Lint::EndPadding { size, padded } => format!("{} short", Bytes(padded - size)),
            Lint::EmptyString { .. } => "takes no bytes".into(),
            Lint::IdleMark { .. } => "no item is under it".into(),
        }
    }

    pub(super) fn help(&self) -> String {
        match self {
            Lint::NativeSize { fixed: Some(fixed), size, .. } => {
                format!("for {size} bytes everywhere write `{}`", fixed.text())
            }
            Lint::NativeSize { .. } => {
                "a format is the same everywhere after `<` or `>`, with codes of standard size".into()
            }
            Lint::NativeAlignment { bytes: Some(bytes), .. } => format!("write the padding: `{}`", Padding(*bytes)),
            Lint::NativeAlignment { .. } => "write the padding as `x`, and `<` or `>` in front".into(),
            Lint::NativeOrder { fixed: Some(mark), .. } => format!("for the same order everywhere write `{mark}`"),
            Lint::NativeOrder { .. } => {
                "for the same order everywhere write `<` or `>`, with codes of standard size and the padding as `x`"
                    .into()
            }
            Lint::ImplicitPadding { bytes } => format!("write it: `{}`", Padding(*bytes)),
            Lint::PartialPadding { written, implied } => {
                format!("write all of it: `{}`", Padding(written.saturating_add(*implied)))
            }
            Lint::EndPadding { size, padded } => {
                format!("for arrays of a C struct end with `{}`", Padding(padded - size))
            }
            Lint::EmptyString { code } => format!("write its length: `16{}`", code.text()),
            Lint::IdleMark { .. } => "remove it".into(),
        }
    }

    pub(super) fn fix(&self, span: Span) -> Option<Fix> {
        let edit = |span, with: String| Fix { title: format!("write `{with}`"), span, replacement: with };
        Some(match self {
            Lint::NativeSize { fixed: Some(fixed), .. } => edit(span, fixed.text().to_string()),
            Lint::NativeOrder { fixed: Some(mark), .. } => edit(span, mark.to_string()),
            Lint::ImplicitPadding { bytes } | Lint::NativeAlignment { bytes: Some(bytes), .. } => {
                edit(Span::empty(span.start), Padding(*bytes).to_string())
            }
            Lint::PartialPadding { written, implied } => {
                edit(span, Padding(written.checked_add(*implied)?).to_string())
            }
            Lint::EndPadding { size, padded } => edit(span, Padding(padded - size).to_string()),
            Lint::IdleMark { .. } => Fix { title: "remove it".into(), span, replacement: String::new() },
            _ => return None,
        })
    }
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lint::NativeSize { code, .. } => write!(f, "size of `{}` differs between machines", code.text()),
            Lint::NativeAlignment { code, .. } => write!(f, "place of `{}` differs between machines", code.text()),
            Lint::NativeOrder { .. } => f.write_str("byte order differs between machines"),
            Lint::ImplicitPadding { .. } => f.write_str("padding that is not written"),
            Lint::PartialPadding { .. } => f.write_str("padding that is written in part"),
            Lint::EndPadding { .. } => f.write_str("no padding at the end"),
            Lint::EmptyString { code } => write!(f, "`0{}` is always empty", code.text()),
            Lint::IdleMark { mark } => write!(f, "order mark `{mark}` has no effect"),
        }
    }
}

/// `1 byte`, `2 bytes`
struct Bytes(usize);

impl fmt::Display for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} byte{}", self.0, if self.0 == 1 { "" } else { "s" })
    }
}

/// `x`, `2x`
struct Padding(usize);

impl fmt::Display for Padding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 1 { f.write_str("x") } else { write!(f, "{}x", self.0) }
    }
}
