fn main() {
    let view = {
        let _ = bytes.as_sl;
        ::core::compile_error! {
            "unknown code `y`\n  |\n  | \"<y\"\n  |   ^ not a code\n  |\n  = help: for an unsigned 8-bit integer write `B`"
        }
    };
}
