//! The plain model: a view as a shape and the number of each element in C order, and every operation written out naively.

use proptest::prelude::*;
use view_core::{Index, Slice};

/// A view as a shape and, in C order, the number of each element: what a nested list would hold.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Model {
    pub(crate) shape: Vec<usize>,
    pub(crate) elements: Vec<usize>,
}

/// Numbers are any, and stand for what a view has of them.
#[derive(Debug, Clone)]
pub(crate) enum Operation {
    Slice(usize, usize),
    Key(Vec<Index>),
    Part(usize),
    IndexAxis(usize, usize),
    SliceAxis(usize, usize, usize),
    Transpose,
    Permute(usize),
    SwapAxes(usize, usize),
    Flip(usize),
    Squeeze,
    InsertAxis(usize),
    Reshape(usize),
    Broadcast(usize),
    Windows(usize, usize),
    Half(usize, usize, bool),
    AxisPart(usize, usize),
    Chunk(usize, usize, usize),
}

/// All indices of a shape, in C order.
pub(crate) fn indices(shape: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    (0..shape.iter().product()).map(|mut place| {
        let mut index: Vec<usize> = shape.iter().rev().map(|length| (place % length, place /= length).0).collect();
        index.reverse();
        index
    })
}

/// Any two numbers as a range of an axis.
pub(crate) fn ends(a: usize, b: usize, length: usize) -> (usize, usize) {
    let (a, b) = (a % (length + 1), b % (length + 1));
    (a.min(b), a.max(b))
}

/// The order of axes of this number.
pub(crate) fn permutation(mut number: usize, rank: usize) -> Vec<usize> {
    let mut left: Vec<usize> = (0..rank).collect();
    let mut axes = Vec::new();
    while !left.is_empty() {
        axes.push(left.remove(number % left.len()));
        number /= left.len() + 1;
    }
    axes
}

/// A shape of as many elements.
pub(crate) fn reshaped(shape: &[usize], mut number: usize) -> Vec<usize> {
    let mut left: usize = shape.iter().product();
    let mut to = Vec::new();
    while left > 1 && to.len() < 3 {
        let divisors: Vec<usize> = (1..=left).filter(|divisor| left.is_multiple_of(*divisor)).collect();
        let length = divisors[number % divisors.len()];
        number /= divisors.len();
        to.push(length);
        left /= length;
    }
    if left != 1 || number.is_multiple_of(3) {
        to.push(left);
    }
    to
}

/// A shape that a view of this one can be repeated to.
pub(crate) fn repeated(shape: &[usize], number: usize) -> Vec<usize> {
    let grow = |(i, &length): (usize, &usize)| if length == 1 { 1 + (number >> i) % 3 } else { length };
    let mut to: Vec<usize> = shape.iter().enumerate().map(grow).collect();
    if number.is_multiple_of(2) && shape.len() < 4 {
        to.insert(0, 1 + number % 3);
    }
    to
}

/// Which indices a slice of an axis selects: Python's rule, walked step by step.
fn walk(slice: &Slice, length: usize) -> Vec<usize> {
    let length = length as i128;
    let (step, down) = (slice.step as i128, slice.step < 0);
    let place = |bound: isize| {
        let bound = if bound < 0 { bound as i128 + length } else { bound as i128 };
        if down { bound.clamp(-1, length - 1) } else { bound.clamp(0, length) }
    };
    let mut at = slice.start.map_or(if down { length - 1 } else { 0 }, place);
    let stop = slice.stop.map_or(if down { -1 } else { length }, place);
    let mut indices = Vec::new();
    while if down { at > stop } else { at < stop } {
        indices.push(at as usize);
        at += step;
    }
    indices
}

impl Model {
    pub(crate) fn new(shape: &[usize]) -> Model {
        Model { shape: shape.to_vec(), elements: (0..shape.iter().product()).collect() }
    }

    /// The element at an index.
    pub(crate) fn at(&self, index: &[usize]) -> usize {
        self.elements[index.iter().zip(&self.shape).fold(0, |place, (i, length)| place * length + i)]
    }

    /// The model of a shape whose element at each index is the one of this at another.
    fn gather(&self, shape: Vec<usize>, from: impl Fn(&[usize]) -> Vec<usize>) -> Model {
        let elements = indices(&shape).map(|index| self.at(&from(&index))).collect();
        Model { shape, elements }
    }

    /// The model with other indices along one axis.
    pub(crate) fn take(&self, axis: usize, taken: &[usize]) -> Model {
        let mut shape = self.shape.clone();
        shape[axis] = taken.len();
        self.gather(shape, |index| {
            let mut index = index.to_vec();
            index[axis] = taken[index[axis]];
            index
        })
    }

    /// The model at one index of an axis, without the axis.
    pub(crate) fn index_axis(&self, axis: usize, at: usize) -> Model {
        let mut taken = self.take(axis, &[at]);
        taken.shape.remove(axis);
        taken
    }

    fn key(&self, key: &[Index]) -> Option<Model> {
        let axes = key.iter().filter(|key| matches!(key, Index::At(_) | Index::Slice(_))).count();
        let others = self.shape.len().checked_sub(axes)?;
        if key.iter().filter(|key| **key == Index::Ellipsis).count() > 1 {
            return None;
        }
        let (mut model, mut axis) = (self.clone(), 0);
        for part in key {
            match part {
                Index::NewAxis => {
                    model.shape.insert(axis, 1);
                    axis += 1;
                }
                Index::Ellipsis => axis += others,
                Index::At(at) => {
                    let length = model.shape[axis] as isize;
                    let at = if *at < 0 { at + length } else { *at };
                    if !(0..length).contains(&at) {
                        return None;
                    }
                    model = model.index_axis(axis, at as usize);
                }
                Index::Slice(slice) if slice.step == 0 => return None,
                Index::Slice(slice) => {
                    model = model.take(axis, &walk(slice, model.shape[axis]));
                    axis += 1;
                }
            }
        }
        Some(model)
    }

    /// What the operation makes of it; `None` where it is refused.
    pub(crate) fn apply(&self, operation: &Operation) -> Option<Model> {
        let rank = self.shape.len();
        let axis = |axis: usize| (rank > 0).then(|| axis % rank);
        let range = |axis: usize, a, b| {
            let (start, end) = ends(a, b, self.shape[axis]);
            (start..end).collect::<Vec<_>>()
        };
        match *operation {
            Operation::Slice(a, b) => axis(0).map(|axis| self.take(axis, &range(axis, a, b))),
            Operation::Key(ref key) => self.key(key),
            Operation::Part(at) => axis(0).filter(|_| at < self.shape[0]).map(|axis| self.index_axis(axis, at)),
            Operation::IndexAxis(a, at) | Operation::AxisPart(a, at) => {
                axis(a).filter(|&axis| at < self.shape[axis]).map(|axis| self.index_axis(axis, at))
            }
            Operation::SliceAxis(a, start, end) => axis(a).map(|axis| self.take(axis, &range(axis, start, end))),
            Operation::Transpose => self.apply_order(&(0..rank).rev().collect::<Vec<_>>()),
            Operation::Permute(number) => self.apply_order(&permutation(number, rank)),
            Operation::SwapAxes(a, b) => {
                let mut axes: Vec<usize> = (0..rank).collect();
                axes.swap(axis(a)?, axis(b)?);
                self.apply_order(&axes)
            }
            Operation::Flip(a) => axis(a).map(|axis| self.take(axis, &(0..self.shape[axis]).rev().collect::<Vec<_>>())),
            Operation::Squeeze => {
                let shape = self.shape.iter().copied().filter(|&length| length != 1).collect();
                Some(Model { shape, elements: self.elements.clone() })
            }
            Operation::InsertAxis(at) => {
                let mut model = self.clone();
                model.shape.insert(at % (rank + 1), 1);
                Some(model)
            }
            Operation::Reshape(number) => {
                Some(Model { shape: reshaped(&self.shape, number), elements: self.elements.clone() })
            }
            Operation::Broadcast(number) => Some(self.gather(repeated(&self.shape, number), |index| {
                let index = &index[index.len() - rank..];
                index.iter().zip(&self.shape).map(|(&i, &length)| if length == 1 { 0 } else { i }).collect()
            })),
            Operation::Windows(a, size) => {
                let axis = axis(a).filter(|&axis| (1..=self.shape[axis]).contains(&size))?;
                let mut shape = self.shape.clone();
                shape[axis] -= size - 1;
                shape.push(size);
                Some(self.gather(shape, |index| {
                    let mut from = index[..rank].to_vec();
                    from[axis] += index[rank];
                    from
                }))
            }
            Operation::Half(a, at, first) => {
                let axis = axis(a).filter(|&axis| at <= self.shape[axis])?;
                let taken = if first { 0..at } else { at..self.shape[axis] };
                Some(self.take(axis, &taken.collect::<Vec<_>>()))
            }
            Operation::Chunk(a, size, number) => {
                let axis = axis(a).filter(|_| size > 0)?;
                let all: Vec<usize> = (0..self.shape[axis]).collect();
                all.chunks(size).nth(number).map(|chunk| self.take(axis, chunk))
            }
        }
    }

    fn apply_order(&self, axes: &[usize]) -> Option<Model> {
        let shape = axes.iter().map(|&axis| self.shape[axis]).collect();
        Some(self.gather(shape, |index| {
            let mut from = vec![0; axes.len()];
            axes.iter().zip(index).for_each(|(&axis, &i)| from[axis] = i);
            from
        }))
    }

    /// Whether each element stands in one place only.
    pub(crate) fn is_injective(&self) -> bool {
        let mut elements = self.elements.clone();
        elements.sort_unstable();
        elements.windows(2).all(|pair| pair[0] != pair[1])
    }
}

fn bound() -> impl Strategy<Value = Option<isize>> {
    prop_oneof![1 => Just(None), 4 => (-6..7_isize).prop_map(Some), 1 => any::<isize>().prop_map(Some)]
}

fn index() -> impl Strategy<Value = Index> {
    let step = prop_oneof![4 => -3..4_isize, 1 => any::<isize>()];
    prop_oneof![
        3 => (-4..4_isize).prop_map(Index::At),
        6 => (bound(), bound(), step).prop_map(|(start, stop, step)| Index::Slice(Slice { start, stop, step })),
        2 => Just(Index::Ellipsis),
        1 => Just(Index::NewAxis),
    ]
}

pub(crate) fn operation() -> impl Strategy<Value = Operation> {
    use Operation::*;
    let (axis, at) = (0..4_usize, 0..6_usize);
    prop_oneof![
        1 => (0..9_usize, 0..9_usize).prop_map(|(start, end)| Slice(start, end)),
        4 => prop::collection::vec(index(), 0..4).prop_map(Key),
        1 => at.clone().prop_map(Part),
        1 => (axis.clone(), at.clone()).prop_map(|(axis, at)| IndexAxis(axis, at)),
        1 => (axis.clone(), 0..9_usize, 0..9_usize).prop_map(|(axis, start, end)| SliceAxis(axis, start, end)),
        1 => Just(Transpose),
        1 => (0..24_usize).prop_map(Permute),
        1 => (axis.clone(), axis.clone()).prop_map(|(a, b)| SwapAxes(a, b)),
        1 => axis.clone().prop_map(Flip),
        1 => Just(Squeeze),
        1 => (0..5_usize).prop_map(InsertAxis),
        2 => (0..1000_usize).prop_map(Reshape),
        1 => (0..27_usize).prop_map(Broadcast),
        1 => (axis.clone(), at.clone()).prop_map(|(axis, size)| Windows(axis, size)),
        1 => (axis.clone(), at.clone(), any::<bool>()).prop_map(|(axis, at, first)| Half(axis, at, first)),
        1 => (axis.clone(), at.clone()).prop_map(|(axis, at)| AxisPart(axis, at)),
        1 => (axis, at.clone(), at).prop_map(|(axis, size, number)| Chunk(axis, size, number)),
    ]
}

pub(crate) fn shape() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        6 => prop::collection::vec(1..5_usize, 0..4),
        1 => prop::collection::vec(0..3_usize, 1..4),
    ]
}
