//! Which bytes of a file are elements, and what the elements are called.

use std::fmt;

use view_format::Layout;

use crate::leaf::{Leaf, index_of, leaves};

/// Bytes that an element may have: it is held in memory.
const LARGEST: usize = 1 << 28;

/// Which bytes of a file are elements, and what is in them.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What an element holds.
    pub(super) layout: Layout,
    pub(super) leaves: Vec<Leaf>,
    /// Bytes before the first element.
    pub offset: u64,
    /// Bytes from the start of one element to the start of the next.
    pub stride: u64,
    /// How many elements there are at most.
    pub count: Option<u64>,
    /// The lengths of the axes, for the names of the elements; the first one is open where it is `None`. Without any, there
    /// is one axis.
    shape: Option<(Option<usize>, Vec<usize>)>,
}

/// Why there is nothing to read by a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BadPlan {
    /// An element has no bytes.
    Empty,
    /// An element has more bytes than are held at a time.
    Large(usize),
    /// A stride of 0: the same bytes for ever.
    Stride,
    /// The lengths of a shape multiply to more than there can be.
    Shape,
    /// A length other than the first is open.
    Open,
}

impl fmt::Display for BadPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadPlan::Empty => f.write_str("an element of this format has no bytes"),
            BadPlan::Large(size) => write!(
                f,
                "an element of this format has {size} bytes, and {LARGEST} are held at a time; give a smaller format and a \
                 shape"
            ),
            BadPlan::Stride => f.write_str("a stride of 0 would read the same bytes for ever"),
            BadPlan::Shape => f.write_str("the lengths of this shape multiply to more elements than there can be"),
            BadPlan::Open => f.write_str("only the first length of a shape can be left open"),
        }
    }
}

impl std::error::Error for BadPlan {}

impl Plan {
    /// All of a file, one element after the other.
    pub fn new(layout: &Layout) -> Plan {
        Plan {
            layout: layout.clone(),
            leaves: leaves(layout),
            offset: 0,
            stride: layout.size() as u64,
            count: None,
            shape: None,
        }
    }

    /// With elements in a shape, the last index fastest; `None` stands for as many as there are.
    ///
    /// # Errors
    ///
    /// Where a length but the first is open, and where there would be too many elements.
    pub fn shaped(self, shape: &[Option<usize>]) -> Result<Plan, BadPlan> {
        let Some((first, rest)) = shape.split_first() else { return Ok(Plan { count: Some(1), ..self }) };
        let rest: Vec<usize> = rest.iter().copied().collect::<Option<_>>().ok_or(BadPlan::Open)?;
        let rows = rest.iter().try_fold(1_u64, |product, &n| product.checked_mul(n as u64)).ok_or(BadPlan::Shape)?;
        let count = match first {
            Some(first) => Some(rows.checked_mul(*first as u64).ok_or(BadPlan::Shape)?),
            None if rows == 0 => Some(0),
            None => None,
        };
        Ok(Plan { count, shape: Some((*first, rest)), ..self })
    }

    /// The plan, if there is something to read by it.
    ///
    /// # Errors
    ///
    /// Where elements have no bytes or too many, and where the stride is 0.
    pub fn checked(self) -> Result<Plan, BadPlan> {
        match self.layout.size() {
            0 => Err(BadPlan::Empty),
            size if size > LARGEST => Err(BadPlan::Large(size)),
            _ if self.stride == 0 => Err(BadPlan::Stride),
            _ => Ok(self),
        }
    }

    /// Bytes of an element.
    pub fn itemsize(&self) -> usize {
        self.layout.size()
    }

    /// Elements in one step of the first axis.
    pub fn row(&self) -> u64 {
        self.shape.as_ref().map_or(1, |(_, rest)| rest.iter().map(|&n| n as u64).product())
    }

    /// The index of the `n`th element: `[2][1]`.
    pub(super) fn index(&self, n: u64) -> String {
        match &self.shape {
            None => format!("[{n}]"),
            Some((_, rest)) => {
                let row = self.row().max(1);
                let inside = usize::try_from(n % row).unwrap_or(0);
                format!("[{}]{}", n / row, index_of(inside, rest))
            }
        }
    }
}
