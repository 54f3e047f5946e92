//! The index of each element, one after the other, from either end.

/// All indices of a shape, in C order. Whoever steps knows that there is one more.
#[derive(Clone, Debug)]
pub(crate) struct Indices<S> {
    /// The one that comes next, and the one that comes next from the end.
    front: S,
    back: S,
}

impl<S: AsRef<[usize]> + AsMut<[usize]> + Clone> Indices<S> {
    #[inline]
    pub(crate) fn new(shape: &S) -> Self {
        let (mut front, mut back) = (shape.clone(), shape.clone());
        front.as_mut().fill(0);
        back.as_mut().iter_mut().for_each(|index| *index = index.saturating_sub(1));
        Indices { front, back }
    }

    #[inline]
    pub(crate) fn next(&mut self, shape: &S) -> S {
        let index = self.front.clone();
        // By number, so that the loop unrolls where the rank is known.
        for axis in (0..index.as_ref().len()).rev() {
            let index = &mut self.front.as_mut()[axis];
            *index += 1;
            if *index < shape.as_ref()[axis] {
                break;
            }
            *index = 0;
        }
        index
    }

    #[inline]
    pub(crate) fn next_back(&mut self, shape: &S) -> S {
        let index = self.back.clone();
        for axis in (0..index.as_ref().len()).rev() {
            let index = &mut self.back.as_mut()[axis];
            if *index > 0 {
                *index -= 1;
                break;
            }
            *index = shape.as_ref()[axis] - 1;
        }
        index
    }
}
