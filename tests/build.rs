//! Writes `records.rs`: 200 random record formats as `view!` types, each with a function that gives the values its getters
//! read, in order, and one that copies them through its setters. The same ones every time.

use std::fmt::Write;
use std::path::Path;

/// A small generator of numbers, the same on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// Codes with a setter for one number, and how one value becomes a `Value`.
const NUMBERS: &[(&str, &str)] = &[
    ("b", "Value::from"),
    ("B", "Value::from"),
    ("h", "Value::from"),
    ("H", "Value::from"),
    ("i", "Value::from"),
    ("I", "Value::from"),
    ("l", "Value::from"),
    ("L", "Value::from"),
    ("q", "Value::from"),
    ("Q", "Value::from"),
    ("e", "float"),
    ("f", "float"),
    ("d", "Value::from"),
    ("?", "Value::from"),
    ("c", "Value::Char"),
    ("Zf", "complex"),
    ("Zd", "complex64"),
];

struct Written {
    format: String,
    /// Expressions of the values, in order.
    values: Vec<String>,
    /// Statements that copy each field from `from` to `to`.
    copies: Vec<String>,
}

/// The items of one struct, read from `path` (`of`, or `of.at()`), named with `prefix`.
fn items(random: &mut Random, depth: usize, path: &str, path_mut: &str, marks: bool) -> Written {
    let mut written = Written { format: String::new(), values: Vec::new(), copies: Vec::new() };
    for n in 0..1 + random.below(6) {
        let Written { format, values, copies } = &mut written;
        if random.below(5) == 0 {
            _ = write!(format, "{}x ", 1 + random.below(4));
        }
        if marks && random.below(4) == 0 {
            format.push_str(["<", ">", "=", "!"][random.below(4)]);
        }
        let name = format!("a{n}");
        let get = format!("{path}.{name}()");
        let (code, value) = NUMBERS[random.below(NUMBERS.len())];
        match random.below(8) {
            0 if depth < 2 => {
                let inner = items(random, depth + 1, &get, &format!("{path_mut}.{name}_mut()"), marks);
                _ = write!(format, "T{{{}}}:{name}: ", inner.format);
                values.push(format!("Value::tuple([{}])", inner.values.join(", ")));
                copies.extend(inner.copies);
            }
            1 => {
                _ = write!(format, "{}s:{name}: ", 1 + random.below(9));
                values.push(format!("text({get})"));
                copies.push(format!("let value = *{get}; {path_mut}.set_{name}(&value);"));
            }
            2 => {
                _ = write!(format, "{}p:{name}: ", 1 + random.below(9));
                values.push(format!("text(&{get})"));
                copies.push(format!("let value = {get}.to_vec(); {path_mut}.set_{name}(&value);"));
            }
            3 => {
                let shape: Vec<usize> = (0..1 + random.below(3)).map(|_| 1 + random.below(3)).collect();
                let lengths: Vec<_> = shape.iter().map(ToString::to_string).collect();
                _ = write!(format, "({}){code}:{name}: ", lengths.join(","));
                let index: Vec<_> = (0..shape.len()).map(|axis| format!("i{axis}")).collect();
                let one = format!("{value}({get}.get([{}]).unwrap())", index.join(", "));
                let all = shape.iter().zip(&index).rev().fold(one, |inner, (length, index)| {
                    format!("Value::List((0..{length}).map(|{index}: usize| {inner}).collect())")
                });
                values.push(all);
                let index = index.join(", ");
                let body = format!(
                    "let value = {get}.get([{index}]).unwrap(); {path_mut}.{name}_mut().set([{index}], value).unwrap();"
                );
                let copy = shape
                    .iter()
                    .enumerate()
                    .rev()
                    .fold(body, |body, (axis, length)| format!("for i{axis} in 0..{length} {{ {body} }}"));
                copies.push(copy);
            }
            _ => {
                _ = write!(format, "{code}:{name}: ");
                values.push(format!("{value}({get})"));
                copies.push(format!("{path_mut}.set_{name}({get});"));
            }
        }
    }
    written
}

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut out = String::new();
    let mut all = String::new();
    for n in 0..200 {
        let mark = ["<", ">", "=", "!"][random.below(4)];
        let Written { format, values, copies } = items(&mut random, 0, "of", "to", n % 3 == 0);
        let format = format!("{mark}{format}");
        _ = write!(
            out,
            "view_core::view! {{ struct R{n} = {format:?}; }}\n\
             fn values{n}(bytes: &[u8]) -> Value {{\n    let of = R{n}::from_bytes(bytes).unwrap();\n    \
             Value::tuple([{}])\n}}\n\
             fn copy{n}(bytes: &[u8], to: &mut [u8]) {{\n    let of = R{n}::from_bytes(bytes).unwrap();\n    \
             let mut to = R{n}::from_bytes(to).unwrap();\n    {}\n}}\n",
            values.join(", "),
            copies.join("\n    "),
        );
        _ = writeln!(
            all,
            "    Generated {{ format: R{n}::FORMAT, layout: &R{n}::LAYOUT, values: values{n}, copy: copy{n} }},"
        );
    }
    _ = write!(out, "const ALL: [Generated; 200] = [\n{all}];\n");
    let folder = std::env::var_os("OUT_DIR").expect("cargo sets it");
    std::fs::write(Path::new(&folder).join("records.rs"), out).expect("the folder is cargo's own");
}
