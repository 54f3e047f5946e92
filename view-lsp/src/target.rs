//! Targets by name, as they are asked for on a command line and in settings.

use std::fmt;
use std::str::FromStr;

use view_format::{ByteOrder, Target};

/// A target with the name it was asked for by: `lp64`, `llp64`, `ilp32`, `i386`, each also as `lp64-be` and `lp64-le`, or
/// `host`, the machine that this runs on.
///
/// ```
/// use view_lsp::target::NamedTarget;
///
/// let target: NamedTarget = "LP64-BE".parse()?;
/// assert_eq!((target.to_string(), target.target.long.size), ("lp64-be".into(), 8));
/// assert_eq!(
///     "win64".parse::<NamedTarget>().unwrap_err().to_string(),
///     "no target is called `win64`; there are host, lp64, llp64, ilp32 and i386, each also with -le or -be",
/// );
/// # Ok::<(), view_lsp::target::UnknownTarget>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedTarget {
    /// In lower case.
    pub name: String,
    /// Sizes, alignments, byte order.
    pub target: Target,
}

impl NamedTarget {
    /// The machine that this runs on.
    pub fn host() -> NamedTarget {
        NamedTarget { name: "host".into(), target: Target::HOST }
    }

    /// The four data models, little-endian.
    pub fn all() -> [NamedTarget; 4] {
        Target::ALL.map(|(name, _, target)| NamedTarget { name: name.to_ascii_lowercase(), target })
    }
}

impl fmt::Display for NamedTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl FromStr for NamedTarget {
    type Err = UnknownTarget;

    fn from_str(text: &str) -> Result<NamedTarget, UnknownTarget> {
        let name = text.to_ascii_lowercase();
        let (model, order) = match name.rsplit_once('-') {
            Some((model, "be")) => (model, Some(ByteOrder::Big)),
            Some((model, "le")) => (model, Some(ByteOrder::Little)),
            _ => (&*name, None),
        };
        let of_name = |(known, _, target): &(&str, &str, Target)| known.eq_ignore_ascii_case(model).then_some(*target);
        let target = match model {
            "host" => Target::HOST,
            _ => Target::ALL.iter().find_map(of_name).ok_or_else(|| UnknownTarget(text.into()))?,
        };
        let target = match order {
            Some(order) => Target { order, ..target },
            None => target,
        };
        Ok(NamedTarget { name, target })
    }
}

/// No target has the name that was asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownTarget(String);

impl fmt::Display for UnknownTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no target is called `{}`; there are host, lp64, llp64, ilp32 and i386, each also with -le or -be",
            self.0.escape_debug()
        )
    }
}

impl std::error::Error for UnknownTarget {}
