//! Records `<IHHdB`, 17 bytes each, to one vector for each field and back, W4 and W5:
//! `cargo bench -p benches --bench columns`.
//!
//! The limit is written by hand for this one layout, in safe code, a block of records at a time.

use std::hint::black_box;

use benches::{SMALL, Table, goal, large, size};
use view_core::Struct;
use zerocopy::FromBytes;
use zerocopy::little_endian::{F64, U16, U32};

/// The record for zerocopy.
#[derive(FromBytes, zerocopy::Immutable, zerocopy::KnownLayout, zerocopy::Unaligned)]
#[repr(C)]
struct Zero {
    a: U32,
    b: U16,
    c: U16,
    x: F64,
    e: u8,
}

/// One vector for each field.
#[derive(Clone, Default)]
struct Columns {
    a: Vec<u32>,
    b: Vec<u16>,
    c: Vec<u16>,
    x: Vec<f64>,
    e: Vec<u8>,
}

fn take<const N: usize>(record: &[u8; 17], at: usize) -> [u8; N] {
    record[at..].first_chunk().copied().unwrap_or([0; N])
}

fn by_hand(source: &[u8], to: &mut Columns) {
    let Columns { a, b, c, x, e } = to;
    for (number, block) in source.chunks(17 * 256).enumerate() {
        let records = block.as_chunks::<17>().0;
        let (from, end) = (number * 256, number * 256 + records.len());
        a[from..end].iter_mut().zip(records).for_each(|(to, r)| *to = u32::from_le_bytes(take(r, 0)));
        b[from..end].iter_mut().zip(records).for_each(|(to, r)| *to = u16::from_le_bytes(take(r, 4)));
        c[from..end].iter_mut().zip(records).for_each(|(to, r)| *to = u16::from_le_bytes(take(r, 6)));
        x[from..end].iter_mut().zip(records).for_each(|(to, r)| *to = f64::from_le_bytes(take(r, 8)));
        e[from..end].iter_mut().zip(records).for_each(|(to, r)| *to = r[16]);
    }
}

fn pack_by_hand(from: &Columns, to: &mut [u8]) {
    let Columns { a, b, c, x, e } = from;
    for (i, record) in to.as_chunks_mut::<17>().0.iter_mut().enumerate() {
        record[..4].copy_from_slice(&a[i].to_le_bytes());
        record[4..6].copy_from_slice(&b[i].to_le_bytes());
        record[6..8].copy_from_slice(&c[i].to_le_bytes());
        record[8..16].copy_from_slice(&x[i].to_le_bytes());
        record[16] = e[i];
    }
}

fn main() {
    for bytes in [SMALL, large()] {
        run(bytes / 17);
    }
}

fn run(records: usize) {
    let source: Vec<u8> = (0..17 * records).map(|i| ((i * 31) >> 3) as u8).collect();
    let format = Struct::new("<IHHdB").unwrap();
    let columns = Columns {
        a: vec![0; records],
        b: vec![0; records],
        c: vec![0; records],
        x: vec![0.0; records],
        e: vec![0; records],
    };
    let (mut filled, mut copy) = (columns.clone(), source.clone());
    by_hand(&source, &mut filled);
    let (mut hand, mut ours, mut vectors, mut zero) = (columns.clone(), columns.clone(), columns.clone(), columns);
    let title = |what| format!("{what} of `<IHHdB`, {records} records, {}", size(source.len()));
    let python = format!(
        "a = np.zeros({records}, [('a', '<u4'), ('b', '<u2'), ('c', '<u2'), ('x', '<f8'), ('e', 'u1')])\n\
         cols = {{n: np.ascontiguousarray(a[n]) for n in a.dtype.names}}\n\
         few = bytes(17 * min(15000, {records}))\nS = struct.Struct('<IHHdB')\n\
         def copy():\n    for n in a.dtype.names: np.copyto(cols[n], a[n])\n\
         def assign():\n    for n in a.dtype.names: a[n] = cols[n]\n"
    );
    let few = (records.min(15_000) as f64) / records as f64;
    Table::new(title("columns"), records, source.len())
        .setup(&python)
        .limit("by hand: layout known, blocks of 256", || by_hand(black_box(&source), &mut hand))
        .row("memcpy of the records", None, || copy.copy_from_slice(black_box(&source)))
        .row("view-core: unpack_columns_into slices", goal(1.5, 1.5), || {
            let Columns { a, b, c, x, e } = &mut ours;
            let slices = (&mut a[..], &mut b[..], &mut c[..], &mut x[..], &mut e[..]);
            black_box(&format).unpack_columns_into(black_box(&source), slices).unwrap();
        })
        .row("view-core: unpack_columns_into vectors", None, || {
            let Columns { a, b, c, x, e } = &mut vectors;
            black_box(&format).unpack_columns_into(black_box(&source), (a, b, c, x, e)).unwrap();
        })
        .row("view-core: unpack_columns, fresh vectors", None, || {
            black_box(format.unpack_columns::<(u32, u16, u16, f64, u8)>(black_box(&source)).unwrap());
        })
        .row("view-core: iter_unpack, sum of one field", None, || {
            let rows = format.iter_unpack::<(u32, u16, u16, f64, u8)>(black_box(&source)).unwrap();
            black_box(rows.map(|row| u64::from(row.0)).sum::<u64>());
        })
        .row("zerocopy: push for each field", None, || {
            let records = <[Zero]>::ref_from_bytes(black_box(&source)).unwrap();
            zero.a.clear();
            zero.b.clear();
            zero.c.clear();
            zero.x.clear();
            zero.e.clear();
            for record in records {
                zero.a.push(record.a.get());
                zero.b.push(record.b.get());
                zero.c.push(record.c.get());
                zero.x.push(record.x.get());
                zero.e.push(record.e);
            }
        })
        .python("numpy: copyto for each field", 1.0, "copy()")
        .python("CPython: list(iter_unpack)", few, "list(S.iter_unpack(few))")
        .run();
    assert_eq!((&ours.a, &ours.b, &ours.c, &ours.e), (&filled.a, &filled.b, &filled.c, &filled.e));
    assert!(ours.x.iter().zip(&filled.x).all(|(a, b)| a.to_bits() == b.to_bits()));

    let (mut hand, mut packed) = (vec![0; source.len()], vec![0; source.len()]);
    Table::new(title("pack from columns"), records, source.len())
        .setup(&python)
        .limit("by hand: layout known", || pack_by_hand(black_box(&filled), &mut hand))
        .row("view-core: pack_columns_into", goal(1.22, 1.22), || {
            let Columns { a, b, c, x, e } = black_box(&filled);
            format.pack_columns_into(&mut packed, (a, b, c, x, e)).unwrap();
        })
        .row("view-core: pack_columns, fresh bytes", None, || {
            let Columns { a, b, c, x, e } = black_box(&filled);
            black_box(format.pack_columns((a, b, c, x, e)).unwrap());
        })
        .python("numpy: assign each field", 1.0, "assign()")
        .run();
    assert_eq!(packed, source);
}
