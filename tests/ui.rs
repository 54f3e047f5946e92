//! Programs that must not compile, each with one fault and the compiler's words beside it, and programs that must.
//!
//! `TRYBUILD=overwrite cargo test -p tests --test ui` blesses the words; read them in the diff. They are those of one
//! compiler, so the tests run on that one only.

/// The compiler whose words are beside the programs.
const COMPILER: &str = "1.95.";

fn is_the_compiler() -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = std::process::Command::new(rustc).arg("--version").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let is = version.contains(COMPILER) && !version.contains("nightly");
    if !is {
        println!("skipped: the words are those of rustc {COMPILER}x, this is {}", version.trim());
    }
    is
}

/// On their own, without programs that pass: then `cargo check` is what runs, and shows what editors show.
#[test]
fn programs_that_must_not_compile() {
    if is_the_compiler() {
        let cases = trybuild::TestCases::new();
        cases.compile_fail("ui/format/*.rs");
        cases.compile_fail("ui/size/*.rs");
        cases.compile_fail("ui/access/*.rs");
        cases.compile_fail("ui/item/*.rs");
        cases.compile_fail("ui/derive/*.rs");
        cases.compile_fail("ui/buffer/*.rs");
        cases.compile_fail("ui/slice/*.rs");
    }
}

#[test]
fn programs_that_must_compile_and_run() {
    trybuild::TestCases::new().pass("ui/pass/*.rs");
}
