//! Comments that keep findings quiet.

use view_format::Severity;

use super::{Rule, python};

pub(super) const RULES: &[Rule] = &[Rule {
    code: "VF901",
    name: "unused-suppression",
    severity: Severity::Warning,
    is_default: true,
    summary: "a comment that keeps nothing quiet",
    why: "What it was for is gone, or its code is misspelled; it would hide the next mistake on its line.",
    bad: python("import struct\nstruct.pack('<H', 1)  # view: ignore[pack-range]\n"),
    good: python("import struct\nstruct.pack('<H', 1)\n"),
}];
