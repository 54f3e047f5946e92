//! Any text: parsing is total, spans are sound, trees print back, fixes apply, layouts have canonical forms.
#![no_main]

use libfuzzer_sys::fuzz_target;
use view_format::diagnostic::Picture;
use view_format::{Dialect, Layout, Severity, Target, parse};

fuzz_target!(|text: &str| {
    for dialect in [Dialect::Struct, Dialect::Pep3118] {
        let parse = parse(text, dialect);
        assert_eq!(parse.format.to_string(), parse.format.text());
        let mut end = 0;
        for leaf in parse.format.leaves() {
            assert_eq!(leaf.span.start, end);
            end = leaf.span.end;
        }
        let read = parse.format.text();
        for target in [Target::LP64, Target::I386.big_endian()] {
            let mut all = parse.diagnostics.clone();
            all.extend(parse.format.check(&target).diagnostics);
            all.extend(parse.format.lint(&target));
            for diagnostic in &all {
                for label in diagnostic.labels() {
                    assert!(read.get(label.span.range()).is_some());
                }
                if let Some(fix) = diagnostic.fix() {
                    fix.apply(read);
                }
            }
            let _ = Picture::new(read, &all).to_string();
            let errors = all.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
            match Layout::parse_as(text, dialect, &target) {
                Err(error) => assert!(errors && !error.diagnostics().is_empty()),
                Ok(layout) => {
                    assert!(!errors);
                    if let Some(format) = layout.to_format() {
                        let again = Layout::parse_for(&format, &target).expect("canonical forms are formats");
                        // What has no standard size (`P`, `g`) has another one after another target's mark.
                        assert!(again == layout || format.contains('^'), "{text:?} became {format:?}");
                    }
                }
            }
        }
    }
});
