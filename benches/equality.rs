//! Equality of views of `i32` and of `f64`, W7: `cargo bench -p benches --bench equality`.

use std::hint::black_box;

use benches::{Buffer, SMALL, Table, goal, large, size};
use ndarray::ArrayView1;
use view_core::View;

fn main() {
    for bytes in [SMALL, 4 << 20, large()] {
        integers(bytes);
        floats(bytes);
    }
}

const SETUP: &str = "
n = BYTES
few = 262144
data = bytes(range(256)) * (n // 256)
m = memoryview(data[:few]).cast('i'); w = memoryview(bytearray(data[:few])).cast('i')

a = np.frombuffer(data, '<i4'); b = a.copy(); c = a.astype('>i4')
s = memoryview(c[:few // 4])

f = np.arange(n // 8, dtype='<f8'); g = f.copy()
";

fn integers(bytes: usize) {
    let one = Buffer::noise(bytes);
    let other = Buffer::copy(&one);
    let mut swapped = Buffer::copy(&one);
    swapped.as_chunks_mut::<4>().0.iter_mut().for_each(|raw| raw.reverse());
    let numbers: Vec<i32> = one.as_chunks().0.iter().map(|raw| i32::from_le_bytes(*raw)).collect();
    let others = numbers.clone();
    let (x, y) = (ArrayView1::from(&numbers), ArrayView1::from(&others));
    let (a, b) = (View::new(&one[..]).cast("<i").unwrap(), View::new(&other[..]).cast("<i").unwrap());
    let c = View::new(&swapped[..]).cast(">i").unwrap();
    let shorts = View::new(&other[..]).cast("<i").unwrap();
    let wide: Vec<u8> = numbers.iter().flat_map(|&number| i64::from(number).to_le_bytes()).collect();
    let wide = View::new(&wide).cast("<q").unwrap();
    let share = SMALL as f64 / bytes as f64;
    Table::new(format!("equality, i32, {} each", size(bytes)), bytes / 4, 2 * bytes)
        .setup(&SETUP.replace("BYTES", &bytes.to_string()))
        .limit("memcmp", || assert!(black_box(&one[..]) == black_box(&other[..])))
        .row("view-core: same format", goal(1.0, 1.0), || assert!(black_box(&a) == black_box(&b)))
        .row(
            "view-core: `<i` and `>i`",
            goal(
                if bytes == SMALL {
                    4.1
                } else if bytes > 4 << 20 {
                    1.05
                } else {
                    2.05
                },
                1.1,
            ),
            || {
                assert!(black_box(&a) == black_box(&c));
            },
        )
        .row("view-core: `<i` and `<q`", None, || assert!(black_box(&shorts) == black_box(&wide)))
        .row("ndarray, same", None, || assert!(black_box(&x) == black_box(&y)))
        .python("numpy array_equal, same", 1.0, "np.array_equal(a, b)")
        .python("numpy array_equal, other order", 1.0, "np.array_equal(a, c)")
        .python("memoryview ==, same", share, "m == w")
        .python("memoryview ==, other order", share, "m == s")
        .run();
}

fn floats(bytes: usize) {
    let mut one = Buffer::new(bytes);
    one.numbers::<f64>().iter_mut().enumerate().for_each(|(i, number)| *number = i as f64);
    let other = Buffer::copy(&one);
    let (a, b) = (View::new(&one[..]).cast("<d").unwrap(), View::new(&other[..]).cast("<d").unwrap());
    let numbers: Vec<f64> = (0..bytes / 8).map(|i| i as f64).collect();
    let others = numbers.clone();
    let (x, y) = (ArrayView1::from(&numbers), ArrayView1::from(&others));
    Table::new(format!("equality, f64, {} each", size(bytes)), bytes / 8, 2 * bytes)
        .setup(&SETUP.replace("BYTES", &bytes.to_string()))
        .limit("memcmp", || assert!(black_box(&one[..]) == black_box(&other[..])))
        .row(
            "view-core: same format, NaN rules",
            goal(if bytes > 4 << 20 { 1.1 } else { 1.7 }, if bytes > 4 << 20 { 1.1 } else { 1.7 }),
            || {
                assert!(black_box(&a) == black_box(&b));
            },
        )
        .row("ndarray", None, || assert!(black_box(&x) == black_box(&y)))
        .python("numpy array_equal", 1.0, "np.array_equal(f, g)")
        .run();
}
