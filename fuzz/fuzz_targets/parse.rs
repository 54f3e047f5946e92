//! Any text: parsing is total, spans are sound, trees print back, fixes apply, layouts have canonical forms.
#![no_main]

use libfuzzer_sys::fuzz_target;
use view_format::check::reading::Reading;
use view_format::diagnostic::Picture;
use view_format::{DiagnosticKind, Dialect, Holds, Hole, Layout, Lint, Severity, Span, Target, outline, parse};

/// Lints have fixes that change nothing but the padding at the end.
fn fixes_mean_the_same(text: &str, dialect: Dialect, target: &Target, layout: &Layout) {
    for lint in parse(text, dialect).format.lint(target).iter().take(4) {
        let Some(fix) = lint.fix() else { continue };
        let mended = fix.apply(text);
        let Ok(again) = Layout::parse_as(&mended, dialect, target) else {
            // A fix is longer than what it replaces, and text has a limit.
            assert!(mended.len() > view_format::MAX_TEXT, "{text:?} became {mended:?}");
            continue;
        };
        if !matches!(lint.kind, DiagnosticKind::Lint(Lint::EndPadding { .. })) {
            assert_eq!(again, *layout, "{text:?} became {mended:?}");
        }
    }
}

/// What is said of a buffer has the size of its items, whatever that is.
fn buffers_have_their_size(text: &str, target: &Target) {
    let packed = parse(text, Dialect::Pep3118).format.check_as(target, Reading::Packed).layout;
    let Some(packed) = packed.map(|layout| layout.size()) else { return };
    for itemsize in [packed, packed.saturating_add(1), packed.saturating_add(13).next_multiple_of(8)] {
        if let Ok(buffer) = Layout::of_buffer(text, itemsize, target) {
            assert_eq!(buffer.layout.size(), itemsize, "{text:?}");
        }
    }
}

/// The first mark, number and character as holes: what is certain holds of the text itself.
fn outlines_hold(text: &str, dialect: Dialect, target: &Target, layout: &Layout) {
    let spans = |is: fn(char) -> bool| text.find(is).map(|at| Span::new(at as u32, at as u32 + 1));
    let mut holes = Vec::new();
    if let Some(span) = spans(|c| matches!(c, '@' | '=' | '<' | '>' | '!')) {
        holes.push(Hole { span, holds: Holds::Order });
    }
    if !text.contains(':') {
        if let Some(span) = spans(|c| c.is_ascii_digit()) {
            holes.push(Hole { span, holds: Holds::Count });
        }
        holes.sort_by_key(|hole| hole.span);
    } else {
        // A mark or a digit in a name is none.
        holes.clear();
    }
    let certain = outline(text, dialect, target, &holes);
    assert!(certain.size.is_none_or(|size| size == layout.size()), "{text:?} {holes:?}");
    assert!(certain.most_values.is_none_or(|most| certain.least_values <= layout.values() && layout.values() <= most));
}

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
        buffers_have_their_size(read, &Target::LP64);
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
                    fixes_mean_the_same(text, dialect, &target, &layout);
                    outlines_hold(text, dialect, &target, &layout);
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
