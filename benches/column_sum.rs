//! The sum of one column of records `<IHHdB`, 17 bytes each, W1: `cargo bench -p benches --bench column_sum`.

use std::hint::black_box;
use std::io::Cursor;

use benches::{SMALL, Table, goal, large, size};
use binrw::BinRead;
use bytemuck::{Pod, Zeroable};
use deku::DekuContainerRead;
use scroll::Pread;
use view_core::{TypedView, View, view};
use zerocopy::FromBytes;

view! {
    /// What is summed is `x`.
    pub struct Ours = "<I:a: H:b: H:c: d:x: B:e:";
}

#[path = "peers/record.rs"]
mod record;

use record::{Plain, Zero};

/// The record for bytemuck.
#[derive(Clone, Copy, Pod, Zeroable)]
#[repr(C, packed)]
struct Packed {
    a: u32,
    b: u16,
    c: u16,
    x: f64,
    e: u8,
}

/// What nobody does faster: the record's size and the field's place known, eight sums side by side.
fn by_hand(bytes: &[u8]) -> f64 {
    let (records, _) = bytes.as_chunks::<17>();
    let (blocks, rest) = records.as_chunks::<8>();
    let x = |record: &[u8; 17]| record[8..].first_chunk().map_or(0.0, |raw| f64::from_le_bytes(*raw));
    let mut sums = [0.0; 8];
    for block in blocks {
        for (sum, record) in sums.iter_mut().zip(block) {
            *sum += x(record);
        }
    }
    sums.iter().sum::<f64>() + rest.iter().map(x).sum::<f64>()
}

/// One load from each line of the cache.
fn lines(bytes: &[u8]) -> u64 {
    let (lines, _) = bytes.as_chunks::<64>();
    let (blocks, _) = lines.as_chunks::<8>();
    let mut sums = [0u64; 8];
    for block in blocks {
        for (sum, line) in sums.iter_mut().zip(block) {
            *sum ^= line.first_chunk().map_or(0, |raw| u64::from_le_bytes(*raw));
        }
    }
    sums.iter().fold(0, |all, sum| all ^ sum)
}

fn main() {
    for bytes in [SMALL, large()] {
        run(bytes / 17);
    }
}

fn run(records: usize) {
    let mut source = vec![0; 17 * records];
    for (i, record) in source.as_chunks_mut::<17>().0.iter_mut().enumerate() {
        record[8..16].copy_from_slice(&(i as f64).to_le_bytes());
    }
    let expected = (records as f64) * (records as f64 - 1.0) / 2.0;
    let check = |sum: f64| assert!((sum / expected - 1.0).abs() < 1e-6, "{sum} is not {expected}");
    let rows = TypedView::<_, Ours>::from_bytes(&source).unwrap();
    let named = view!(&source[..], "<I:a: H:b: H:c: d:x: B:e:", [_]).unwrap();
    let any = View::new(&source).cast("<I:a: H:b: H:c: d:x: B:e:").unwrap();
    let column = any.column("x").unwrap();
    let zero = <[Zero]>::ref_from_bytes(&source).unwrap();
    let packed: &[Packed] = bytemuck::cast_slice(&source);
    let few = (records.min(15_000) as f64) / records as f64;
    let some = &source[..17 * records.min(15_000)];
    let is_small = source.len() <= SMALL;
    let line = goal(f64::INFINITY, f64::INFINITY).filter(|_| false);
    Table::new(format!("sum of `x` in `<IHHdB`, {records} records, {}", size(source.len())), records, source.len())
        .setup(&format!(
            "data = bytes(17 * {records})\nfew = memoryview(data)[:17 * min(15000, {records})]\nS = struct.Struct('<IHHdB')\nD = struct.Struct('<d')\n\
             def offsets(): return sum(D.unpack_from(few, i)[0] for i in range(8, len(few), 17))\n\
             def records(): return sum(r[3] for r in S.iter_unpack(few))\n\n\
             a = np.zeros({records}, [('a', '<u4'), ('b', '<u2'), ('c', '<u2'), ('x', '<f8'), ('e', 'u1')]); a['x'] = np.arange({records})"
        ))
        .limit("one load from each line of the cache", || {
            black_box(lines(black_box(&source)));
        })
        .row("view-core, held against that", if is_small { line } else { goal(1.12, 1.12) }, || {
            check(black_box(&rows).columns().x().sum());
        })
        .limit("by hand: size and place known, 8 sums", || check(by_hand(black_box(&source))))
        .row("view-core: columns().x().sum()", goal(1.05, 1.05), || check(black_box(&rows).columns().x().sum()))
        .row("view-core: view!(..).columns().x().sum()", goal(1.05, 1.05), || {
            check(black_box(&named).columns().x().sum());
        })
        .row("view-core: View::column(\"x\").sum()", goal(1.05, 1.05), || {
            check(black_box(&column).sum().unwrap().as_f64().unwrap());
        })
        .row("view-core: fold, strictly in order", None, || {
            check(black_box(&rows).columns().x().fold(0.0, |sum, x| sum + x));
        })
        .row("zerocopy, in order", None, || check(black_box(zero).iter().map(|record| record.x.get()).sum()))
        .row("bytemuck, packed, in order", None, || check(black_box(packed).iter().map(|record| record.x).sum()))
        .row("scroll", None, || {
            let offsets = (0..black_box(&source).len()).step_by(17);
            check(offsets.map(|at| source.pread_with::<Plain>(at, scroll::LE).unwrap().x).sum());
        })
        .part("binrw", few, || {
            let mut cursor = Cursor::new(black_box(some));
            let sum: f64 = (0..some.len() / 17).map(|_| Plain::read(&mut cursor).unwrap().x).sum();
            black_box(sum);
        })
        .part("deku", few, || {
            let mut rest = (black_box(some), 0);
            let mut sum = 0.0;
            while !rest.0.is_empty() {
                let (later, record) = Plain::from_bytes(rest).unwrap();
                sum += record.x;
                rest = later;
            }
            black_box(sum);
        })
        .python("numpy a['x'].sum()", 1.0, "a['x'].sum()")
        .python("CPython: unpack_from at each offset", few, "offsets()")
        .python("CPython: iter_unpack", few, "records()")
        .run();
}
