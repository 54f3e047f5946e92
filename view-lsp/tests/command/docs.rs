//! The sessions in the docs, run again.

use expect_test::expect_file;

use crate::session::{again, root};

#[test]
fn sessions_in_the_docs_are_fresh() {
    let path = root().join("docs/viewfmt.md");
    let text = std::fs::read_to_string(&path).unwrap();
    expect_file![path].assert_eq(&again(&text));
}
