//! What is valid and may surprise. The names are the ids of [`Lint`](view_format::Lint).

use view_format::Severity;

use super::{Rule, python};

const fn warning(code: &'static str, name: &'static str, summary: &'static str, why: &'static str) -> Rule {
    let none = python("");
    Rule { code, name, severity: Severity::Warning, is_default: true, summary, why, bad: none, good: none }
}

/// What only matters to some.
const fn hint(code: &'static str, name: &'static str, summary: &'static str, why: &'static str) -> Rule {
    Rule { severity: Severity::Hint, is_default: false, ..warning(code, name, summary, why) }
}

macro_rules! unpack {
    ($format:literal) => {
        python(concat!("import struct\nstruct.unpack(", $format, ", data)\n"))
    };
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        bad: unpack!(r#""@HL""#),
        good: unpack!(r#""<HQ""#),
        ..warning(
            "VF101",
            "native-size",
            "a native size that differs between machines",
            "The same program reads other bytes on Windows or on a 32-bit machine than on 64-bit Unix.",
        )
    },
    Rule {
        bad: unpack!(r#""iq""#),
        good: unpack!(r#""<i4xq""#),
        ..warning(
            "VF102",
            "native-alignment",
            "an item that lies elsewhere on 32-bit x86",
            "Numbers of 8 bytes are aligned to 4 there, and to 8 on other machines.",
        )
    },
    Rule {
        bad: unpack!(r#""=HH""#),
        good: unpack!(r#""<HH""#),
        ..hint(
            "VF103",
            "native-order",
            "the byte order of the machine that runs it",
            "Bytes that come from a file or another machine have an order of their own; this reads them as the machine does.",
        )
    },
    Rule {
        bad: unpack!(r#""bi""#),
        good: unpack!(r#""b3xi""#),
        ..hint(
            "VF104",
            "implicit-padding",
            "padding that is not written",
            "Without an order mark, or with `@`, items are aligned as in C: there are bytes between them that the format does not show.",
        )
    },
    Rule {
        bad: unpack!(r#""bxi""#),
        good: unpack!(r#""b3xi""#),
        ..warning(
            "VF105",
            "partial-padding",
            "padding that is written, but not all of it",
            "The alignment adds more; whoever wrote the padding probably counted on what is written.",
        )
    },
    Rule {
        bad: unpack!(r#""ib""#),
        good: unpack!(r#""ib3x""#),
        ..hint(
            "VF106",
            "end-padding",
            "no padding at the end, as a C struct has it",
            "An array of such structs in C has padding between them, which the format does not skip.",
        )
    },
    Rule {
        bad: unpack!(r#""<0sH""#),
        good: unpack!(r#""<4sH""#),
        ..warning(
            "VF107",
            "empty-string",
            "a string that is always empty",
            "`0s` gives a value, which is always `b''`.",
        )
    },
    Rule {
        bad: unpack!(r#""<""#),
        good: unpack!(r#""<H""#),
        ..warning(
            "VF108",
            "idle-mark",
            "an order mark that nothing is under",
            "It has no effect; something is missing, or it can go.",
        )
    },
];
