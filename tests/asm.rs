//! A typed accessor compiles to one load, and a byte swap for the other byte order: the instructions of `asm/ours.rs` and of
//! the same written by hand, `asm/hand.rs`, side by side. `cargo test -p tests --test asm -- --nocapture` shows them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The instructions of each function of one of the two files, by its name.
fn instructions(example: &str) -> BTreeMap<String, Vec<String>> {
    let text = assembly(example);
    let mut functions = BTreeMap::new();
    // Functions of the same instructions are merged into one with several names.
    let mut merged = Vec::new();
    let mut current: Option<(String, Vec<String>)> = None;
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some((name, of)) = line.strip_prefix(".set ").and_then(|names| names.split_once(", ")) {
            merged.push((function_name(name), function_name(of)));
        } else if let Some(label) = line.strip_suffix(':') {
            if let Some(name) = function_name(label) {
                current = Some((name, Vec::new()));
            }
        } else if line.starts_with(".size") || line.starts_with(".cfi_endproc") {
            functions.extend(current.take());
        } else if let Some((_, body)) = &mut current
            && !line.is_empty()
            && !line.starts_with('.')
        {
            body.push(line.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    for (name, of) in merged {
        if let (Some(name), Some(body)) = (name, of.and_then(|of| functions.get(&of).cloned())) {
            functions.insert(name, body);
        }
    }
    functions
}

/// `u32_little` of `_RNvCs3iYOJjBqeVp_4ours10u32_little`; `None` for labels that are no function of ours.
fn function_name(symbol: &str) -> Option<String> {
    let symbol = symbol.strip_prefix("_RNv")?;
    let at = symbol.find("_4ours").or_else(|| symbol.find("_4hand"))?;
    let rest = &symbol[at + "_4ours".len()..];
    let (length, rest) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
    // Methods of traits have other symbols, or a `_` for the block they stand in.
    rest.get(..length.parse().ok()?).filter(|name| *name != "_").map(Into::into)
}

fn assembly(example: &str) -> String {
    let target: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/asm");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["rustc", "--quiet", "-p", "tests", "--release", "--example", example, "--target-dir"])
        .arg(&target)
        .args(["--", "--emit=asm", "-Ccodegen-units=1", "-Cdebuginfo=0", "-Csymbol-mangling-version=v0"])
        .args(["-Cllvm-args=-x86-asm-syntax=intel"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let examples = target.join("release/examples");
    let newest = std::fs::read_dir(&examples)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "s"))
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(example))
        .max_by_key(|path| path.metadata().unwrap().modified().unwrap())
        .unwrap();
    std::fs::read_to_string(newest).unwrap()
}

#[test]
fn accessors_are_as_short_as_by_hand() {
    if !cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        println!("skipped: the instructions are those of x86-64");
        return;
    }
    let (ours, hand) = (instructions("ours"), instructions("hand"));
    assert_eq!(ours.keys().collect::<Vec<_>>(), hand.keys().collect::<Vec<_>>());
    assert_eq!(ours.len(), 20, "{:?}", ours.keys());
    for (name, body) in &ours {
        let hand = &hand[name];
        println!("{name}");
        for i in 0..body.len().max(hand.len()) {
            let line = |of: &[String]| of.get(i).cloned().unwrap_or_default();
            println!("    {:45} {}", line(body), line(hand));
        }
    }
    for (name, body) in &ours {
        assert!(body.len() <= hand[name].len(), "{name} takes more instructions than by hand");
    }
    // One load, and a swap where the order is the other.
    assert_eq!(ours["u32_little"], ["mov eax, dword ptr [rdi]", "ret"]);
    assert_eq!(ours["u32_big"], ["mov eax, dword ptr [rdi + 4]", "bswap eax", "ret"]);
    assert_eq!(ours["f64_little"], ["movsd xmm0, qword ptr [rdi + 8]", "ret"]);
    assert_eq!(ours["cells_big"], ours["u32_big"]);
    assert_eq!(ours["set_cells"], ["mov dword ptr [rdi], esi", "ret"]);
}
