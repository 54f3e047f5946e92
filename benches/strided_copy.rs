//! Copies out of strided views, W2: `cargo bench -p benches --bench strided_copy`.

use std::hint::black_box;

use benches::{Buffer, Table, goal, size};
use ndarray::{ArrayView2, ArrayView3, ArrayViewMut2, ArrayViewMut3, Axis, Slice};
use view_core::{MemoryOrder, View, s};

fn main() {
    for side in [256, 4096, 4000] {
        transposed(side);
    }
    for side in [256, 4096] {
        every_second_column(side);
        reversed(side);
        planes(side);
    }
}

/// Numbers for ndarray, which reads aligned ones only.
fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|raw| u32::from_le_bytes(*raw)).collect()
}

fn title(what: &str, side: usize, bytes: usize) -> String {
    format!("{what}, {side} x {side}, {}", size(bytes))
}

/// The loops that the goals were set with, of sizes that are known when they are compiled: tiles of 64 x 128.
fn transpose_by_hand(source: &[u8], to: &mut [u8], side: usize) {
    const ROWS: usize = 64;
    const COLUMNS: usize = 128;
    let number = |raw: &[u8; 4]| u32::from_ne_bytes(*raw);
    let mut scratch = vec![[0u32; 4]; ROWS / 4 * COLUMNS];
    for i in (0..side).step_by(ROWS) {
        for j in (0..side).step_by(COLUMNS) {
            for k in 0..COLUMNS {
                let pieces = source[((j + k) * side + i) * 4..][..ROWS * 4].as_chunks::<16>().0;
                for (place, piece) in scratch[k..].iter_mut().step_by(COLUMNS).zip(pieces) {
                    let [a, b, c, d] = piece.as_chunks().0 else { return };
                    *place = [number(a), number(b), number(c), number(d)];
                }
            }
            for (g, strip) in scratch.chunks_exact(COLUMNS).enumerate() {
                let (a, rest) = to[(i + 4 * g) * side * 4..].split_at_mut(side * 4);
                let (b, rest) = rest.split_at_mut(side * 4);
                let (c, d) = rest.split_at_mut(side * 4);
                let [a, b, c, d] = [a, b, c, d].map(|row| row[j * 4..][..COLUMNS * 4].as_chunks_mut().0);
                for ((((piece, a), b), c), d) in strip.iter().zip(a).zip(b).zip(c).zip(d) {
                    *a = piece[0].to_ne_bytes();
                    *b = piece[1].to_ne_bytes();
                    *c = piece[2].to_ne_bytes();
                    *d = piece[3].to_ne_bytes();
                }
            }
        }
    }
}

fn transposed(side: usize) {
    let bytes = 4 * side * side;
    let source = Buffer::noise(bytes);
    let (mut plain, mut ours) = (Buffer::new(bytes), Buffer::new(bytes));
    let view = View::new(&source[..]).cast_shape("<f", &[side, side]).unwrap().transpose();
    let numbers = numbers(&source);
    let array = ArrayView2::from_shape((side, side), &numbers).unwrap().reversed_axes();
    let mut theirs = vec![1u32; side * side];
    let is_small = side == 256;
    let mut hand = Buffer::new(bytes);
    let mut table = Table::new(title("transposed f32", side, bytes), side * side, bytes)
        .setup(&format!(
            "a = np.arange({side} * {side}, dtype='f4').reshape({side}, {side}); out = np.empty_like(a); m = memoryview(a.T)"
        ))
        .limit("memcpy", || black_box(&mut plain).copy_from_slice(black_box(&source)))
        .row("view-core: to_bytes_into", goal(if is_small { 6.1 } else { 4.0 }, if is_small { 6.1 } else { 4.0 }), || {
            black_box(&view).to_bytes_into(MemoryOrder::C, black_box(&mut ours)).unwrap();
        });
    if side.is_multiple_of(128) {
        table = table.row("by hand: the loops of the goal, sizes known", None, || {
            transpose_by_hand(black_box(&source), black_box(&mut hand), side);
        });
    }
    table
        .row("ndarray assign", None, || {
            let mut to = ArrayViewMut2::from_shape((side, side), &mut theirs).unwrap();
            to.assign(black_box(&array));
        })
        .python("numpy copyto", 1.0, "np.copyto(out, a.T)")
        .limit("memcpy to fresh memory", || drop(black_box(black_box(&source).to_vec())))
        .row("view-core: to_bytes", None, || drop(black_box(black_box(&view).to_bytes())))
        .python("numpy tobytes", 1.0, "a.T.tobytes()")
        .python("memoryview.tobytes", 1.0, "m.tobytes()")
        .run();
}

fn every_second_column(side: usize) {
    let bytes = 4 * side * side;
    let source = Buffer::noise(bytes);
    let (mut plain, mut ours) = (Buffer::new(bytes / 2), Buffer::new(bytes / 2));
    let view = View::new(&source[..]).cast_shape("<f", &[side, side]).unwrap();
    let view = view.slice(s![.., ..;2]).unwrap();
    let numbers = numbers(&source);
    let array = ArrayView2::from_shape((side, side), &numbers).unwrap();
    let array = array.slice_axis(Axis(1), Slice::new(0, None, 2));
    let mut theirs = vec![1u32; side * side / 2];
    Table::new(title("every second column of f32", side, bytes), side * side / 2, bytes / 2)
        .setup(&format!(
            "a = np.arange({side} * {side}, dtype='f4').reshape({side}, {side})[:, ::2]; out = np.empty(a.shape, 'f4'); m = memoryview(a)"
        ))
        .limit("memcpy of what is copied", || {
            black_box(&mut plain).copy_from_slice(black_box(&source[..bytes / 2]));
        })
        .limit("reading the source once", || {
            let sums = source.as_chunks::<8>().0.as_chunks::<8>().0.iter().fold([0u64; 8], |mut sums, block| {
                sums.iter_mut().zip(block).for_each(|(sum, raw)| *sum ^= u64::from_le_bytes(*raw));
                sums
            });
            black_box(sums);
        })
        .row("view-core: to_bytes_into", goal(1.0, 1.0), || {
            black_box(&view).to_bytes_into(MemoryOrder::C, black_box(&mut ours)).unwrap();
        })
        .row("ndarray assign", None, || {
            let mut to = ArrayViewMut2::from_shape((side, side / 2), &mut theirs).unwrap();
            to.assign(black_box(&array));
        })
        .python("numpy copyto", 1.0, "np.copyto(out, a)")
        .python("memoryview.tobytes", 1.0, "m.tobytes()")
        .run();
}

fn reversed(side: usize) {
    let bytes = 4 * side * side;
    let source = Buffer::noise(bytes);
    let (mut plain, mut ours) = (Buffer::new(bytes), Buffer::new(bytes));
    let view = View::new(&source[..]).cast_shape("<f", &[side, side]).unwrap();
    let view = view.slice(s![..;-1, ..;-1]).unwrap();
    let numbers = numbers(&source);
    let mut array = ArrayView2::from_shape((side, side), &numbers).unwrap();
    array.invert_axis(Axis(0));
    array.invert_axis(Axis(1));
    let mut theirs = vec![1u32; side * side];
    let mut hand = Buffer::new(bytes);
    let is_small = side == 256;
    Table::new(title("both axes of f32 backwards", side, bytes), side * side, bytes)
        .setup(&format!(
            "a = np.arange({side} * {side}, dtype='f4').reshape({side}, {side})[::-1, ::-1]; out = np.empty(a.shape, 'f4'); m = memoryview(a)"
        ))
        .limit("memcpy", || black_box(&mut plain).copy_from_slice(black_box(&source)))
        .row("view-core: to_bytes_into", goal(if is_small { 1.23 } else { 1.06 }, 1.06), || {
            black_box(&view).to_bytes_into(MemoryOrder::C, black_box(&mut ours)).unwrap();
        })
        .row("by hand: one row backwards", None, || {
            let items = black_box(&source).as_chunks::<4>().0.iter().rev();
            for (to, item) in hand.as_chunks_mut::<4>().0.iter_mut().zip(items) {
                *to = u32::from_ne_bytes(*item).to_ne_bytes();
            }
        })
        .row("ndarray assign", None, || {
            let mut to = ArrayViewMut2::from_shape((side, side), &mut theirs).unwrap();
            to.assign(black_box(&array));
        })
        .python("numpy copyto", 1.0, "np.copyto(out, a)")
        .python("memoryview.tobytes", 1.0, "m.tobytes()")
        .run();
}

fn planes(side: usize) {
    let (pixels, bytes) = (side * side, 3 * side * side);
    let source = Buffer::noise(bytes);
    let (mut plain, mut ours) = (Buffer::new(bytes), Buffer::new(bytes));
    let view = View::new(&source[..]).cast_shape("B", &[pixels, 3]).unwrap().transpose();
    let array = ArrayView3::from_shape((side, side, 3), &source).unwrap();
    let array = array.permuted_axes([2, 0, 1]);
    let mut theirs = vec![1u8; bytes];
    let is_small = side == 256;
    Table::new(title("pixels of three bytes to planes", side, bytes), bytes, bytes)
        .setup(&format!(
            "a = (np.arange({bytes}) % 251).astype('u1').reshape({side}, {side}, 3).transpose(2, 0, 1); out = np.empty(a.shape, 'u1'); \
             m = memoryview(a)"
        ))
        .limit("memcpy", || black_box(&mut plain).copy_from_slice(black_box(&source)))
        .row("view-core: to_bytes_into", goal(if is_small { 17.0 } else { 4.0 }, if is_small { 2.2 } else { 1.6 }), || {
            black_box(&view).to_bytes_into(MemoryOrder::C, black_box(&mut ours)).unwrap();
        })
        .row("ndarray assign", None, || {
            let mut to = ArrayViewMut3::from_shape((3, side, side), &mut theirs).unwrap();
            to.assign(black_box(&array));
        })
        .python("numpy copyto", 1.0, "np.copyto(out, a)")
        .python("memoryview.tobytes", 1.0, "m.tobytes()")
        .run();
}
