//! Questions that an editor asks about a format: what stands under the cursor, what it means, what could follow, what the
//! bytes look like. Plain data, byte offsets, no type of any protocol.
//!
//! ```
//! use view_format::{Dialect, Target, parse};
//!
//! let parse = parse("<2s:signature: I:file_size:", Dialect::Pep3118);
//! let checked = parse.format.check(&Target::LP64);
//!
//! // The cursor on the `I`.
//! let place = parse.format.place_at(&checked, 16);
//! assert_eq!(place.field, [1]);
//! let meaning = place.meaning(&checked, &Target::LP64).unwrap();
//! assert_eq!((meaning.rust, meaning.field.unwrap().offset), ("u32", 2));
//!
//! // What `struct.unpack` gives.
//! let values: Vec<_> = view_format::query::values(&checked.partial).iter().map(|v| v.to_string()).collect();
//! assert_eq!(values, ["signature: bytes", "file_size: int"]);
//! ```

mod complete;
mod edit;
mod meaning;
mod picture;
mod place;
mod table;
#[cfg(test)]
mod tests;
mod value;

pub use complete::{Completion, CompletionKind};
pub use meaning::{FieldPlace, Meaning};
pub use picture::{BytePicture, Piece, Row, Segment};
pub use place::Place;
pub use table::FieldTable;
pub use value::{Values, rust_type, values};
