//! Elements of two dimensions one after the other, as a `for` loop takes them and as `sum` does:
//! `cargo bench -p benches --bench iteration`.

use std::hint::black_box;

use benches::{Buffer, SMALL, Table, goal, size};
use ndarray::{ArrayView2, Axis, Slice};
use view_core::{Le, TypedView};

/// Numbers in a whole row of the image, and rows.
const ACROSS: usize = 260;
const ROWS: usize = SMALL / 4 / ACROSS;

fn main() {
    table("all of it, one after the other", ACROSS);
    table("rows of 256 with a gap", 256);
    table("rows of 3 with a gap", 3);
}

/// The first `columns` of each row.
fn table(name: &str, columns: usize) {
    let mut source = Buffer::noise(ROWS * ACROSS * 4);
    let numbers: Vec<u32> = source.numbers::<u32>().iter().map(|number| u32::from_le(*number)).collect();
    let all = TypedView::<_, Le<u32>, 2>::contiguous(&source[..], [ROWS, ACROSS]).unwrap();
    let view = all.slice(view_core::s![.., ..columns]).unwrap();
    let peer = ArrayView2::from_shape((ROWS, ACROSS), &numbers[..]).unwrap();
    let peer = peer.slice_axis(Axis(1), Slice::from(..columns));
    let items = ROWS * columns;
    Table::new(format!("u32, {name}, {}", size(items * 4)), items, items * 4)
        .limit("by hand: two loops, strides known at run time", || {
            let bytes = black_box(&source[..]);
            let (row, step) = black_box((ACROSS * 4, 4));
            let mut sum = 0;
            for i in 0..black_box(ROWS) {
                for j in 0..black_box(columns) {
                    let at = i * row + j * step;
                    sum += u64::from(u32::from_le_bytes(*bytes[at..].first_chunk().unwrap()));
                }
            }
            black_box(sum);
        })
        .row("view-core: for", goal(1.1, 1.1), || {
            let mut sum = 0;
            for number in black_box(&view) {
                sum += u64::from(number);
            }
            black_box(sum);
        })
        .row("view-core: for, from the end", goal(1.1, 1.1), || {
            let mut sum = 0;
            for number in black_box(&view).iter().rev() {
                sum += u64::from(number);
            }
            black_box(sum);
        })
        .row("view-core: for, with indices", None, || {
            let mut sum = 0;
            for ([i, j], number) in black_box(&view).indexed_iter() {
                sum += u64::from(number) ^ (i + j) as u64;
            }
            black_box(sum);
        })
        .row("ndarray: for", None, || {
            let mut sum = 0;
            for number in black_box(&peer) {
                sum += u64::from(*number);
            }
            black_box(sum);
        })
        .row("ndarray: for, with indices", None, || {
            let mut sum = 0;
            for ((i, j), number) in black_box(&peer).indexed_iter() {
                sum += u64::from(*number) ^ (i + j) as u64;
            }
            black_box(sum);
        })
        .limit("by hand: slices of numbers", || {
            let bytes = black_box(&source[..]);
            let row = |row: &[u8]| -> u64 {
                row[..columns * 4].as_chunks().0.iter().map(|raw| u64::from(u32::from_le_bytes(*raw))).sum()
            };
            black_box(bytes.chunks_exact(ACROSS * 4).map(row).sum::<u64>());
        })
        .row("view-core: iter().sum()", goal(1.5, 1.5), || {
            black_box(black_box(&view).iter().map(u64::from).sum::<u64>());
        })
        .row("view-core: sum", goal(1.5, 1.5), || {
            black_box(black_box(&view).sum());
        })
        .row("ndarray: iter().sum()", None, || {
            black_box(black_box(&peer).iter().map(|number| u64::from(*number)).sum::<u64>());
        })
        .run();
}
