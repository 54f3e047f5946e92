//! What records cannot be made of, as it is told.

use std::string::ToString;
use std::vec::Vec;

use super::*;
use crate::{Dialect, Target, parse};

#[test]
fn faults_are_told_with_what_would_do() {
    let cases = [
        ("<h:x: h:y:", ""),
        ("<h:x: h:x:", ""),
        ("<h:x: h:set_x:", "method-clash 8..13 two methods called `set_x`"),
        // Fields without a name have methods too.
        ("<hh:f0_mut:", "method-clash 4..10 two methods called `f0_mut`"),
        ("<hh:f0:", ""),
        ("<h:new:", "reserved-name 3..6 field `new` would hide the constructor `new`"),
        ("<h:self:", "field-name 3..7 `self` cannot be the name of a method"),
        ("<h:1 a:", "field-name 3..6 `1 a` cannot be the name of a method"),
        ("<T{h:SIZE:}:a:", "reserved-name 5..9 field `SIZE` would hide the constant `SIZE`"),
        ("@hg", "long-double 2..3 C's `long double` has another size on every platform, and Rust has no number for it"),
    ];
    for (text, expected) in cases {
        let checked = parse(text, Dialect::Pep3118).format.check(&Target::LP64);
        let is_identifier = |name: &str| !name.contains(' ');
        let faults = check(&checked.partial, &checked.origins, &is_identifier);
        let told: Vec<_> = faults.iter().map(|fault| format!("{} {:?} {fault}", fault.id(), fault.span)).collect();
        assert_eq!(told.join("; "), expected, "{text}");
        assert!(faults.iter().all(|fault| fault.help().is_some() && !fault.labels().is_empty()), "{text}");
    }
    let same = |text: &str| {
        let checked = parse(text, Dialect::Pep3118).format.check(&Target::LP64);
        let faults = same_types(&checked.partial, &checked.origins, "Trade");
        faults.iter().map(|fault| format!("{:?} {fault}", fault.span)).collect::<Vec<_>>()
    };
    assert_eq!(same("<T{h:x:}:spot: T{h:y:}:spot_:"), ["23..28 two types called `TradeSpot`"]);
    assert!(same("<T{h:x:}:spot: T{h:y:}:spot_b:").is_empty());
    assert_eq!(snake_case("File Size (bytes)").to_string(), "file_size_bytes");
    assert_eq!((&*snake_case("é"), &*snake_case("1 a")), ("field", "field_1_a"));
}
