//! Programs that read real files through `view-core`, each to be read as a tutorial.
//!
//! | read | to see |
//! |---|---|
//! | `tour.rs` | the tutorial of Python's `memoryview`, in Rust |
//! | [`png`] | `view!`: records with names, one after the other |
//! | [`tzfile`] | `TypedView`: columns of numbers and rows of records, with lengths that the file tells |
//! | [`elf`] | `#[derive(Record)]`: one layout in two byte orders and two word sizes |
//! | [`pcap`] | `from_prefix`: headers within headers |
//! | [`npy`] | `View`: formats and shapes that are known at run time only |
//!
//! The readers stand in this library, so that tests reach them; what runs them is a few lines in a file of the same name.
//! Each has one function, `describe`, from the bytes of a file to a text, or to an [`Error`] that names the part of the
//! file which is missing or wrong. None of them can panic, whatever the bytes.
//!
//! # What does not compile
//!
//! Two mistakes that the compiler finds, so that the tour cannot show them. A write through bytes that are read-only, "cannot
//! write through `&[u8]`: these bytes are read-only":
//!
//! ```compile_fail,E0277
//! use view_core::View;
//!
//! let world = *b"World";
//! let mut view = View::new(&world);
//! view.set([0], 119)?;
//! # Ok::<(), view_core::ViewError>(())
//! ```
//!
//! And a view that outlives its bytes, "`world` does not live long enough":
//!
//! ```compile_fail,E0597
//! use view_core::View;
//!
//! let view = {
//!     let world = *b"World";
//!     View::new(&world)
//! };
//! println!("{view}");
//! ```
//!
//! With `&mut world` in the first and without the braces in the second, they do:
//!
//! ```
//! use view_core::View;
//!
//! let mut world = *b"World";
//! let mut view = View::new(&mut world);
//! view.set([0], 119)?;
//! assert_eq!(view.to_bytes(), b"world");
//! # Ok::<(), view_core::ViewError>(())
//! ```

pub mod elf;
mod error;
pub mod npy;
pub mod pcap;
pub mod png;
mod run;
mod show;
pub mod tzfile;

pub use error::Error;
pub use run::{Failure, data, run};
pub use show::Show;

/// The examples of the README, which run as tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

/// The examples of the page for those who come from `memoryview`.
#[cfg(doctest)]
#[doc = include_str!("../../docs/from-memoryview.md")]
pub struct FromMemoryview;

/// The examples of the page for those who come from numpy's structured arrays.
#[cfg(doctest)]
#[doc = include_str!("../../docs/from-numpy.md")]
pub struct FromNumpy;

/// The examples of the first steps, which do too.
#[cfg(doctest)]
#[doc = include_str!("../../docs/getting-started.md")]
pub struct GettingStarted;
