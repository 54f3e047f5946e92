//! Calls, printed with what they return: how the tour speaks.

use std::fmt::Debug;

use view_core::{Value, ViewError};

/// What the tour prints as the result of a call.
pub trait Show {
    /// The text.
    fn show(&self) -> String;
}

/// Prints a call and its result, which must be the text given.
#[macro_export]
macro_rules! show {
    ($call:expr) => {{
        println!("  {}", stringify!($call));
        $call
    }};
    ($call:expr, $expected:expr) => {{
        let result = $crate::Show::show(&$call);
        println!("  {:<64} {result}", stringify!($call));
        assert_eq!(result, $expected);
    }};
}

/// Bytes, as text.
impl Show for Vec<u8> {
    fn show(&self) -> String {
        self.escape_ascii().to_string()
    }
}

macro_rules! by_display {
    ($($t:ty)*) => { $(
        impl Show for $t {
            fn show(&self) -> String {
                self.to_string()
            }
        }
    )* };
}
by_display!(Value ViewError bool usize i32);

/// Shapes and strides.
impl<T: Debug> Show for &[T] {
    fn show(&self) -> String {
        format!("{self:?}")
    }
}

impl<T: Debug> Show for Option<T> {
    fn show(&self) -> String {
        format!("{self:?}")
    }
}

/// Of a result the error is of interest, or that there is none.
impl<T> Show for Result<T, ViewError> {
    fn show(&self) -> String {
        match self {
            Ok(_) => "Ok".into(),
            Err(error) => error.to_string(),
        }
    }
}
