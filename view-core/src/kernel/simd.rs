//! The widest instructions of the machine that runs the program, chosen at run time: feature `simd`.

/// Runs a loop, compiled for the widest instructions that the machine has.
///
/// The closure has to be inlined whole, so that the loop itself stands in it. Out of line the call costs a few nanoseconds,
/// which short loops should not pay.
#[inline(always)]
pub(crate) fn dispatch<A>(run: impl FnOnce() -> A) -> A {
    #[cfg(feature = "simd")]
    {
        pulp::Arch::new().dispatch(run)
    }
    #[cfg(not(feature = "simd"))]
    {
        run()
    }
}
