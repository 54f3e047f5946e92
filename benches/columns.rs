//! Records `<IHHdB`, 17 bytes each, to one vector for each field and back, W4 and W5:
//! `cargo bench -p benches --bench columns`.
//!
//! The limit is written by hand for this one layout, in safe code, a block of records at a time. The peers that know the record
//! when they are compiled read and write it whole, one record after the other, from and to the same columns.

use std::hint::black_box;
use std::io::Cursor;

use benches::{SMALL, Table, goal, large, size};
use binrw::{BinRead, BinWrite};
use deku::{DekuContainerRead, DekuContainerWrite};
use scroll::{Pread, Pwrite};
use view_core::{Column, Struct};
use zerocopy::FromBytes;

#[path = "peers/record.rs"]
mod record;

use record::{Plain, Zero};

/// One vector for each field.
#[derive(Clone, Default)]
struct Columns {
    a: Vec<u32>,
    b: Vec<u16>,
    c: Vec<u16>,
    x: Vec<f64>,
    e: Vec<u8>,
}

impl Columns {
    fn clear(&mut self) {
        self.a.clear();
        self.b.clear();
        self.c.clear();
        self.x.clear();
        self.e.clear();
    }

    fn push(&mut self, record: Plain) {
        self.a.push(record.a);
        self.b.push(record.b);
        self.c.push(record.c);
        self.x.push(record.x);
        self.e.push(record.e);
    }

    fn record(&self, i: usize) -> Plain {
        Plain { a: self.a[i], b: self.b[i], c: self.c[i], x: self.x[i], e: self.e[i] }
    }
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
    let (mut hand, mut ours, mut vectors, mut zero) =
        (columns.clone(), columns.clone(), columns.clone(), columns.clone());
    let (mut scroll, mut binrw, mut deku) = (columns.clone(), columns.clone(), columns);
    let mut any: Vec<Column> = Vec::new();
    let few = records.min(15_000);
    let share = few as f64 / records as f64;
    let title = |what| format!("{what} of `<IHHdB`, {records} records, {}", size(source.len()));
    let python = format!(
        "a = np.zeros({records}, [('a', '<u4'), ('b', '<u2'), ('c', '<u2'), ('x', '<f8'), ('e', 'u1')])\n\
         cols = {{n: np.ascontiguousarray(a[n]) for n in a.dtype.names}}\n\
         few = bytes(17 * {few})\nS = struct.Struct('<IHHdB')\n\
         def copy():\n    for n in a.dtype.names: np.copyto(cols[n], a[n])\n\
         def assign():\n    for n in a.dtype.names: a[n] = cols[n]\n"
    );
    Table::new(title("columns"), records, source.len())
        .setup(&python)
        .limit("by hand: layout known, blocks of 256", || by_hand(black_box(&source), &mut hand))
        .row("memcpy of the records", None, || copy.copy_from_slice(black_box(&source)))
        .row("view-core: unpack_columns_into slices", goal(1.1, 1.1), || {
            let Columns { a, b, c, x, e } = &mut ours;
            let slices = (&mut a[..], &mut b[..], &mut c[..], &mut x[..], &mut e[..]);
            black_box(&format).unpack_columns_into(black_box(&source), slices).unwrap();
        })
        .row("view-core: unpack_columns_into vectors", None, || {
            let Columns { a, b, c, x, e } = &mut vectors;
            black_box(&format).unpack_columns_into(black_box(&source), (a, b, c, x, e)).unwrap();
        })
        .row("view-core: unpack_columns_into Vec<Column>", None, || {
            black_box(&format).unpack_columns_into(black_box(&source), &mut any).unwrap();
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
            zero.clear();
            for record in records {
                zero.a.push(record.a.get());
                zero.b.push(record.b.get());
                zero.c.push(record.c.get());
                zero.x.push(record.x.get());
                zero.e.push(record.e);
            }
        })
        .row("scroll: push for each field", None, || {
            let mut at = 0;
            scroll.clear();
            while at < source.len() {
                scroll.push(black_box(&source).gread_with::<Plain>(&mut at, scroll::LE).unwrap());
            }
        })
        .part("binrw: push for each field", share, || {
            let mut from = Cursor::new(black_box(&source));
            binrw.clear();
            (0..few).for_each(|_| binrw.push(Plain::read(&mut from).unwrap()));
        })
        .part("deku: push for each field", share, || {
            let mut rest = &black_box(&source)[..17 * few];
            deku.clear();
            while !rest.is_empty() {
                let ((left, _), record) = Plain::from_bytes((rest, 0)).unwrap();
                deku.push(record);
                rest = left;
            }
        })
        .python("numpy: copyto for each field", 1.0, "copy()")
        .python("CPython: list(iter_unpack)", share, "list(S.iter_unpack(few))")
        .run();
    assert_eq!((&ours.a, &ours.b, &ours.c, &ours.e), (&filled.a, &filled.b, &filled.c, &filled.e));
    assert!(ours.x.iter().zip(&filled.x).all(|(a, b)| a.to_bits() == b.to_bits()));

    assert!(
        (&scroll.a, &scroll.c) == (&filled.a, &filled.c) && binrw.e == filled.e[..few] && deku.b == filled.b[..few]
    );
    assert_eq!(any[2].as_slice(), Some(&filled.c[..]));

    let bytes = vec![0; source.len()];
    let (mut hand, mut packed, mut from_any) = (bytes.clone(), bytes.clone(), bytes.clone());
    let (mut from_scroll, mut from_binrw, mut from_deku) = (bytes.clone(), bytes, Vec::new());
    Table::new(title("pack from columns"), records, source.len())
        .setup(&python)
        .limit("by hand: layout known", || pack_by_hand(black_box(&filled), &mut hand))
        .row("view-core: pack_columns_into", goal(1.15, 1.15), || {
            let Columns { a, b, c, x, e } = black_box(&filled);
            format.pack_columns_into(&mut packed, (a, b, c, x, e)).unwrap();
        })
        .row("view-core: pack_columns_into, of &[Column]", None, || {
            format.pack_columns_into(&mut from_any, black_box(&any)).unwrap();
        })
        .row("view-core: pack_columns, fresh bytes", None, || {
            let Columns { a, b, c, x, e } = black_box(&filled);
            black_box(format.pack_columns((a, b, c, x, e)).unwrap());
        })
        .row("scroll", None, || {
            let mut at = 0;
            for i in 0..records {
                from_scroll.gwrite_with(black_box(&filled).record(i), &mut at, scroll::LE).unwrap();
            }
        })
        .part("binrw", share, || {
            let mut to = Cursor::new(&mut from_binrw[..]);
            (0..few).for_each(|i| black_box(&filled).record(i).write(&mut to).unwrap());
        })
        .part("deku", share, || {
            from_deku.clear();
            (0..few).for_each(|i| from_deku.extend_from_slice(&black_box(&filled).record(i).to_bytes().unwrap()));
        })
        .python("numpy: assign each field", 1.0, "assign()")
        .run();
    assert!([packed, from_any, from_scroll].iter().all(|bytes| *bytes == source));
    assert!(from_deku == source[..17 * few] && from_binrw[..17 * few] == source[..17 * few]);
}
