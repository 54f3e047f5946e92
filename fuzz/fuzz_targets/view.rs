//! Any format and shape over any bytes: casts, slices, reads and writes never panic, and nothing is written on an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use view_core::View;

fuzz_target!(|input: (&str, Vec<usize>, Vec<u8>, usize, usize)| {
    let (format, shape, mut bytes, start, end) = input;
    let before = bytes.clone();
    if let Ok(view) = View::new(&bytes).cast_shape(format, &shape) {
        let _ = (view.to_bytes(), view.is_contiguous(), format!("{view:?} {view}"));
        // An empty view of shape [n, 0] is a list of n lists, whatever n is.
        if let Ok(part) = view.slice(start..end)
            && part.shape().iter().all(|&length| length < 10_000)
        {
            let _ = part.to_list();
        }
    }
    if let Ok(mut view) = View::new(&mut bytes[..]).cast(format) {
        match view.get([start]) {
            Ok(value) => {
                // A value goes back where it came from; what has no single value of its own may be refused, and then
                // nothing has changed.
                if view.set([start], value).is_err() {
                    assert_eq!(bytes, before);
                }
            }
            Err(_) => assert!(view.set([start], 0).is_err() && bytes == before),
        }
    }
});
