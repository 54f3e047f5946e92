//! `viewfmt check` and `viewfmt extract`.

#[test]
fn sessions() {
    super::session::check("check.txt");
}
