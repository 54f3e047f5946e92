//! The widest instructions of the machine that runs the program, chosen at run time: feature `simd`.

/// A loop that [`dispatch`] runs.
///
/// It is compiled once for each set of instructions, which takes that all of it is inlined: every implementation says
/// `#[inline(always)]`. (A closure cannot say so, and the larger ones would then stay what they are.)
pub(crate) trait Loop {
    type Output;
    fn run(self) -> Self::Output;
}

/// Runs a loop, compiled for the widest instructions that the machine has.
#[inline(always)]
pub(crate) fn dispatch<L: Loop>(run: L) -> L::Output {
    #[cfg(feature = "simd")]
    {
        struct Wide<L>(L);
        impl<L: Loop> pulp::NullaryFnOnce for Wide<L> {
            type Output = L::Output;
            #[inline(always)]
            fn call(self) -> L::Output {
                self.0.run()
            }
        }
        pulp::Arch::new().dispatch(Wide(run))
    }
    #[cfg(not(feature = "simd"))]
    {
        run.run()
    }
}
