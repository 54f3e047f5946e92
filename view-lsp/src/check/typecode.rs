//! The two that read one code and no format: `memoryview.cast` and `array.array`.

use super::Run;
use crate::finding::Fix;
use crate::site::Operation;
use view_format::Span;

/// What `memoryview.cast` takes (`get_native_fmtchar` in `Objects/memoryobject.c`).
const CAST: &str = "c b B h H i I l L q Q n N e f d ? P";

/// What `array.array` takes (`Modules/arraymodule.c`): `u` until 3.15, `w` since 3.13, `e` since 3.15.
const ARRAY: &str = "b B u w h H i I l L q Q e f d";

pub(super) fn check(run: &mut Run<'_>) {
    let (rule, known) = match run.site.operation {
        Operation::MemoryviewCast => ("memoryview-cast", CAST),
        Operation::Array => ("array-typecode", ARRAY),
        _ => return,
    };
    if !run.site.map.is_whole() || run.site.is_cut || run.site.uses.is_empty() {
        return;
    }
    let text = run.site.map.text().to_owned();
    let is_cast = run.site.operation == Operation::MemoryviewCast;
    let code = if is_cast { text.strip_prefix('@').unwrap_or(&text) } else { &text };
    let whole = Span::new(0, text.len() as u32);
    let name = run.site.operation.name();
    if !is_known(code, known) {
        let message = format!("`{name}` takes no format {}", run.quoted());
        run.report(rule, run.site.map.to_source(whole), message, |run, finding| {
            finding.help = Some(format!("it takes one of `{known}`"));
            // The byte order of the machine is the only one there is.
            let bare = code.trim_start_matches(['<', '>', '!', '=']);
            if is_cast && is_known(bare, known) {
                finding.help = Some(format!("it casts to native codes only: `{bare}`"));
                let edit = run.site.map.edit(whole, bare);
                finding.fix =
                    edit.map(|edit| Fix { title: format!("write `{bare}`"), edits: vec![edit], is_safe: false });
            }
        });
    } else if is_cast && !matches!(code, "b" | "B" | "c") && run.site.uses.iter().any(|one| one.is_second_cast) {
        let message = format!("cast to format {} of elements that are no bytes", run.quoted());
        run.report(rule, run.site.map.to_source(whole), message, |_, finding| {
            finding.help = Some("`memoryview.cast` casts from or to bytes: cast to `B` first".into());
        });
    }
}

fn is_known(code: &str, known: &str) -> bool {
    known.split(' ').any(|known| known == code)
}
