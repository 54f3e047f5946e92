//! What is known of a format on a target, found out once for all places where it stands, and when it is first asked for.

use std::sync::{Arc, OnceLock};

use ra_ap_rustc_lexer::is_ident;
use rustc_hash::FxHashMap;
use view_format::check::Checked;
use view_format::record::{self, RecordFault};
use view_format::{Diagnostic, Dialect, Layout, Outline, Parse, Span, Target};

use super::count;
use crate::literal::Fill;
use crate::site::Site;

/// The formats that were met.
#[derive(Debug, Default)]
pub(crate) struct Formats {
    target: Option<Target>,
    by_text: FxHashMap<String, Vec<Met>>,
    /// Counts the sources that were looked at.
    round: u64,
    /// How many formats there are, and how many of them are of this round.
    count: usize,
    of_round: usize,
}

/// A format that was met: its text does not say all.
#[derive(Debug)]
struct Met {
    dialect: Dialect,
    holes: Vec<(Span, Fill)>,
    known: Arc<Known>,
    /// When it was met last.
    round: u64,
}

/// How many formats are kept that the source has no more.
const KEPT: usize = 256;

impl Formats {
    /// A source is looked at, for this target.
    pub(super) fn begin(&mut self, target: &Target) {
        if self.target != Some(*target) {
            *self = Formats { target: Some(*target), ..Formats::default() };
        }
        self.round += 1;
        self.of_round = 0;
    }

    /// All of the source was looked at.
    pub(super) fn end(&mut self) {
        if self.count > 2 * self.of_round + KEPT {
            let round = self.round;
            self.by_text.retain(|_, met| {
                met.retain(|met| met.round == round);
                !met.is_empty()
            });
            self.count = self.of_round;
        }
    }

    /// The format of a site.
    pub(super) fn of(&mut self, site: &Site, target: &Target) -> Arc<Known> {
        let round = self.round;
        let is_same = |met: &Met| {
            met.dialect == site.dialect && site.map.holes().eq(met.holes.iter().map(|(span, fill)| (*span, fill)))
        };
        let text = site.map.text();
        if let Some(met) = self.by_text.get_mut(text).and_then(|all| all.iter_mut().find(|met| is_same(met))) {
            self.of_round += usize::from(met.round != round);
            met.round = round;
            return Arc::clone(&met.known);
        }
        let known = Arc::new(Known::of(site, target));
        let holes = site.map.holes().map(|(span, fill)| (span, fill.clone())).collect();
        let met = Met { dialect: site.dialect, holes, known: Arc::clone(&known), round };
        self.by_text.entry(text.to_owned()).or_default().push(met);
        self.count += 1;
        self.of_round += 1;
        known
    }
}

/// What is known of one format.
#[derive(Debug)]
pub(super) struct Known {
    /// What is certain whatever stands in its holes.
    pub(super) outline: Outline,
    /// Whether it has a mistake.
    pub(super) is_wrong: bool,
    text: String,
    dialect: Dialect,
    target: Target,
    is_whole: bool,
    quoted: OnceLock<String>,
    value_count: OnceLock<String>,
    parse: OnceLock<Parse>,
    checked: OnceLock<Checked>,
    lints: OnceLock<Vec<Diagnostic>>,
    faults: OnceLock<Vec<RecordFault>>,
    sizes: OnceLock<Vec<usize>>,
    is_same_everywhere: OnceLock<bool>,
}

impl Known {
    fn of(site: &Site, target: &Target) -> Known {
        let outline = site.outline(target);
        Known {
            is_wrong: outline.diagnostics.iter().any(Diagnostic::is_error),
            outline,
            text: site.map.text().to_owned(),
            dialect: site.dialect,
            target: *target,
            is_whole: site.map.is_whole(),
            quoted: OnceLock::new(),
            value_count: OnceLock::new(),
            parse: OnceLock::new(),
            checked: OnceLock::new(),
            lints: OnceLock::new(),
            faults: OnceLock::new(),
            sizes: OnceLock::new(),
            is_same_everywhere: OnceLock::new(),
        }
    }

    /// Its text as messages name it.
    pub(super) fn quoted(&self) -> &str {
        self.quoted.get_or_init(|| {
            let shown = self.text.chars().take(40).flat_map(char::escape_debug);
            let rest = self.text.chars().nth(40).map_or("", |_| "...");
            format!("`{}{rest}`", shown.collect::<String>())
        })
    }

    /// How many values it has, where that is certain.
    pub(super) fn values(&self) -> Option<usize> {
        self.outline.most_values.filter(|&most| most == self.outline.least_values)
    }

    /// `2 values`, `at least 2 values`, as far as they are certain.
    pub(super) fn value_count(&self) -> &str {
        self.value_count.get_or_init(|| match self.values() {
            Some(values) => count(values, "value"),
            None => format!("at least {}", count(self.outline.least_values, "value")),
        })
    }

    /// Its tree, as [`Site::parse`].
    pub(super) fn parse(&self) -> &Parse {
        self.parse.get_or_init(|| view_format::parse(&self.text, self.dialect))
    }

    /// Its meaning, as far as it has one without what stands in its holes.
    pub(super) fn checked(&self) -> &Checked {
        self.checked.get_or_init(|| self.parse().format.check(&self.target))
    }

    /// What may surprise in it.
    pub(super) fn lints(&self) -> &[Diagnostic] {
        self.lints.get_or_init(|| self.parse().format.lint(&self.target))
    }

    /// What is wrong with it as that of a record.
    pub(super) fn faults(&self) -> &[RecordFault] {
        let check = |checked: &Checked| record::check(&checked.partial, &checked.origins, &|name| is_ident(name));
        self.faults.get_or_init(|| check(self.checked()))
    }

    /// The size on each of the usual machines where that is certain.
    pub(super) fn sizes(&self, site: &Site) -> &[usize] {
        self.sizes.get_or_init(|| Target::ALL.iter().filter_map(|(_, _, target)| site.outline(target).size).collect())
    }

    /// Whether it has one size on all of the usual machines; what has no layout has none on any.
    pub(super) fn is_same_everywhere(&self) -> bool {
        *self.is_same_everywhere.get_or_init(|| {
            let size = |target: &Target| {
                let layout = self.is_whole.then(|| Layout::parse_as(&self.text, self.dialect, target).ok()).flatten();
                layout.map(|layout| layout.size())
            };
            Target::ALL.iter().all(|(_, _, target)| size(target) == size(&self.target))
        })
    }
}
