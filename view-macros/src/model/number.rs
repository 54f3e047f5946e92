//! Numbers of bytes: known here, or only to the compiler of the target.

use std::fmt;

use proc_macro2::TokenStream;
use quote::quote;
use view_format::Target;

/// How many data models there are: the numbers by target stand in their order, that of [`Target::ALL`].
pub(crate) const MODELS: usize = Target::ALL.len();

/// An offset, a size or a length.
#[derive(Clone)]
pub(crate) enum Number {
    /// The same on all targets.
    Known(usize),
    /// By the target's data model.
    ByTarget([usize; MODELS]),
    /// A constant expression over the sizes of types that only rustc sees.
    Computed(TokenStream),
}

impl Number {
    /// One number for each data model, or one that holds for all.
    pub(crate) fn by_target(numbers: &[usize]) -> Number {
        match <[usize; MODELS]>::try_from(numbers) {
            Ok(numbers) if numbers != [numbers[0]; MODELS] => Number::ByTarget(numbers),
            _ => Number::Known(numbers.first().copied().unwrap_or(0)),
        }
    }

    pub(crate) fn known(&self) -> Option<usize> {
        match self {
            Number::Known(number) => Some(*number),
            _ => None,
        }
    }

    /// So many times as much, of a number that does not depend on types; `None` where no number holds that.
    pub(crate) fn times(&self, count: usize) -> Option<Number> {
        match self {
            Number::Known(number) => number.checked_mul(count).map(Number::Known),
            Number::ByTarget(numbers) => each(numbers, |number| number.checked_mul(count)).map(Number::ByTarget),
            Number::Computed(number) if count == 1 => Some(Number::Computed(number.clone())),
            Number::Computed(number) => Some(Number::Computed(quote!((#number) * #count))),
        }
    }

    /// Both together; `None` where no number holds that.
    pub(crate) fn plus(&self, other: &Number) -> Option<Number> {
        Some(match (self, other) {
            (Number::Known(a), Number::Known(b)) => Number::Known(a.checked_add(*b)?),
            (Number::Known(a), Number::ByTarget(b)) | (Number::ByTarget(b), Number::Known(a)) => {
                Number::ByTarget(each(b, |b| a.checked_add(b))?)
            }
            (Number::ByTarget(a), Number::ByTarget(b)) => {
                let mut others = b.iter();
                Number::ByTarget(each(a, |a| others.next()?.checked_add(a))?)
            }
            (Number::Computed(a), Number::Computed(b)) => Number::Computed(quote!(#a + #b)),
            (Number::Computed(a), Number::Known(b)) | (Number::Known(b), Number::Computed(a)) => {
                Number::Computed(quote!(#a + #b))
            }
            // What is computed from types is in standard sizes.
            (Number::Computed(_), Number::ByTarget(_)) | (Number::ByTarget(_), Number::Computed(_)) => return None,
        })
    }

    /// The greatest that it can be, as far as that is known here.
    pub(crate) fn greatest(&self) -> usize {
        match self {
            Number::Known(number) => *number,
            Number::ByTarget(numbers) => numbers.iter().copied().fold(0, usize::max),
            Number::Computed(_) => 0,
        }
    }
}

fn each(numbers: &[usize; MODELS], mut of: impl FnMut(usize) -> Option<usize>) -> Option<[usize; MODELS]> {
    let mut out = *numbers;
    for number in &mut out {
        *number = of(*number)?;
    }
    Some(out)
}

/// For docs: `24`, or `24 (on 64-bit Windows, 32-bit ARM and wasm: 16)`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers = match self {
            Number::Known(number) => return write!(f, "{number}"),
            Number::ByTarget(numbers) => numbers,
            Number::Computed(_) => return f.write_str("`SIZE`"),
        };
        write!(f, "{}", numbers[0])?;
        let mut others: Vec<usize> = numbers[1..].iter().copied().filter(|number| *number != numbers[0]).collect();
        others.dedup();
        for (i, other) in others.iter().enumerate() {
            let machines = Target::ALL.iter().zip(numbers).filter(|(_, number)| *number == other);
            let machines: Vec<_> = machines.map(|((_, machine, _), _)| *machine).collect();
            write!(f, "{}on {}: {other}", if i == 0 { " (" } else { "; " }, machines.join(", "))?;
        }
        if others.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_by_target_are_told_with_their_machines() {
        let of = |numbers: [usize; MODELS]| Number::by_target(&numbers).to_string();
        assert_eq!(of([4; MODELS]), "4");
        assert_eq!(of([8, 4, 4, 4]), "8 (on 64-bit Windows, 32-bit ARM and wasm, 32-bit x86: 4)");
        assert_eq!(of([24, 16, 16, 12]), "24 (on 64-bit Windows, 32-bit ARM and wasm: 16; on 32-bit x86: 12)");
        assert_eq!(Number::by_target(&[7]).known(), Some(7));
        assert_eq!(Number::by_target(&[8, 4, 4, 4]).times(usize::MAX).map(|it| it.greatest()), None);
    }
}
