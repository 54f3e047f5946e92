//! Records `<IHHdB`, 17 bytes each, to values of which no type is known at build time, and back, W4 and W5:
//! `cargo bench -p benches --bench values`.
//!
//! The limit is written by hand for this one layout, in safe code, over the same values. Beside it what peers do that know the
//! record at build time: they make less, so that their ratios may be below 1.
//!
//! Ours takes a column at a time of a block of records, since the loop over one column is all that can be compiled before the
//! format is known: so each loop has its own tests and ends, where one that knows the layout writes a row from registers. Packing
//! more than 512 KiB into bytes that are there looks at all values before it writes any, so that it reads them twice: they are
//! nine times the bytes. Less is made beside, and copied.

use std::hint::black_box;
use std::io::Cursor;

use benches::{SMALL, Table, goal, large, size};
use binrw::{BinRead, BinWrite};
use deku::{DekuContainerRead, DekuContainerWrite};
use scroll::{Pread, Pwrite};
use view_core::{Struct, Value};
use zerocopy::{FromBytes, IntoBytes};

#[path = "peers/record.rs"]
mod record;

use record::{Plain, Zero};

type Row = (u32, u16, u16, f64, u8);

fn take<const N: usize>(record: &[u8; 17], at: usize) -> [u8; N] {
    record[at..].first_chunk().copied().unwrap_or([0; N])
}

/// Where there is one already, only the number: other values may have memory to be freed.
fn put(to: &mut Value, number: impl Into<u64>) {
    match to {
        Value::Uint(to) => *to = number.into(),
        to => *to = Value::Uint(number.into()),
    }
}

fn by_hand(source: &[u8], to: &mut [Value]) {
    for (record, to) in source.as_chunks::<17>().0.iter().zip(to.as_chunks_mut::<5>().0) {
        let [a, b, c, x, e] = to;
        put(a, u32::from_le_bytes(take(record, 0)));
        put(b, u16::from_le_bytes(take(record, 4)));
        put(c, u16::from_le_bytes(take(record, 6)));
        match (x, f64::from_le_bytes(take(record, 8))) {
            (Value::Float(to), number) => *to = number,
            (to, number) => *to = Value::Float(number),
        }
        put(e, record[16]);
    }
}

/// An integer that is in range.
fn integer<T: TryFrom<u64> + TryFrom<i64>>(value: &Value) -> Option<T> {
    match *value {
        Value::Uint(number) => number.try_into().ok(),
        Value::Int(number) => number.try_into().ok(),
        _ => None,
    }
}

fn pack_by_hand(values: &[Value], to: &mut [u8]) -> Option<()> {
    for (record, values) in to.as_chunks_mut::<17>().0.iter_mut().zip(values.as_chunks::<5>().0) {
        let [a, b, c, x, e] = values;
        record[..4].copy_from_slice(&integer::<u32>(a)?.to_le_bytes());
        record[4..6].copy_from_slice(&integer::<u16>(b)?.to_le_bytes());
        record[6..8].copy_from_slice(&integer::<u16>(c)?.to_le_bytes());
        let Value::Float(x) = x else { return None };
        record[8..16].copy_from_slice(&x.to_le_bytes());
        record[16] = integer(e)?;
    }
    Some(())
}

fn main() {
    // Values take nine times the bytes of such records.
    for bytes in [SMALL, large().min(17 << 20)] {
        run(bytes / 17);
    }
}

fn run(records: usize) {
    // Without NaN, so that values can be compared.
    let source: Vec<u8> = (0..17 * records).map(|i| ((i * 31) >> 3) as u8 & 0xbf).collect();
    let format = Struct::new("<IHHdB").unwrap();
    let title = |what| format!("{what} of `<IHHdB`, {records} records, {}", size(source.len()));
    let few = records.min(15_000);
    let share = few as f64 / records as f64;
    let python = format!(
        "S = struct.Struct('<IHHdB')\nfew = bytes(17 * {few})\nrows = list(S.iter_unpack(few))\nto = bytearray(few)\n\
         def pack():\n    for i, row in enumerate(rows): S.pack_into(to, 17 * i, *row)\n\
         \n\
         array = np.zeros({few}, [('a', '<u4'), ('b', '<u2'), ('c', '<u2'), ('x', '<f8'), ('e', 'u1')])\n"
    );

    let values = vec![Value::Uint(0); 5 * records];
    let (mut hand, mut ours, mut each, mut copy) = (values.clone(), values.clone(), values, source.clone());
    let (mut tuples, mut zero, mut plain) = (Vec::<Row>::new(), Vec::<Row>::new(), Vec::<Plain>::new());
    let (mut scroll, mut binrw) = (Vec::<Plain>::new(), Vec::<Plain>::new());
    Table::new(title("values"), records, source.len())
        .setup(&python)
        .limit("by hand: layout known, the same values", || by_hand(black_box(&source), &mut hand))
        .row("memcpy of the records", None, || copy.copy_from_slice(black_box(&source)))
        .row("view-core: unpack_rows_into", goal(1.4, 1.4), || {
            black_box(&format).unpack_rows_into(black_box(&source), &mut ours).unwrap();
        })
        .row("view-core: unpack_rows, fresh values", None, || {
            black_box(format.unpack_rows(black_box(&source)).unwrap());
        })
        .row("view-core: Values of each record", None, || {
            each.clear();
            each.extend(format.iter_unpack::<view_core::Values>(black_box(&source)).unwrap().flatten());
        })
        .row("types known: view-core: iter_unpack", None, || {
            tuples.clear();
            tuples.extend(format.iter_unpack::<Row>(black_box(&source)).unwrap());
        })
        .row("types known: zerocopy", None, || {
            let records = <[Zero]>::ref_from_bytes(black_box(&source)).unwrap();
            zero.clear();
            zero.extend(records.iter().map(|r| (r.a.get(), r.b.get(), r.c.get(), r.x.get(), r.e)));
        })
        .row("types known: scroll", None, || {
            let mut at = 0;
            scroll.clear();
            while at < source.len() {
                scroll.push(black_box(&source).gread_with::<Plain>(&mut at, scroll::LE).unwrap());
            }
        })
        .row("types known: binrw", None, || {
            let mut from = Cursor::new(black_box(&source));
            binrw.clear();
            binrw.extend((0..records).map(|_| Plain::read(&mut from).unwrap()));
        })
        .part("types known: deku", share, || {
            let mut rest = &black_box(&source)[..17 * few];
            plain.clear();
            while !rest.is_empty() {
                let ((left, _), record) = Plain::from_bytes((rest, 0)).unwrap();
                plain.push(record);
                rest = left;
            }
        })
        .python("CPython: list(iter_unpack)", share, "list(S.iter_unpack(few))")
        .python("numpy: tolist", share, "array.tolist()")
        .run();
    assert!(hand == ours);
    assert_eq!(
        (tuples.len(), zero.len(), scroll.len(), binrw.len(), plain.len()),
        (records, records, records, records, few)
    );

    let (values, plain) = (ours, binrw);
    let zero: Vec<Zero> = <[Zero]>::ref_from_bytes(&source).unwrap().to_vec();
    let bytes = vec![0; source.len()];
    let (mut hand, mut packed, mut each, mut copy) = (bytes.clone(), bytes.clone(), bytes.clone(), bytes.clone());
    let (mut from_zero, mut from_scroll, mut from_binrw) = (bytes.clone(), bytes.clone(), bytes);
    let mut from_deku = Vec::new();
    Table::new(title("pack from values"), records, source.len())
        .setup(&python)
        .limit("by hand: layout known, ranges checked", || pack_by_hand(black_box(&values), &mut hand).unwrap())
        .row("memcpy of the records", None, || copy.copy_from_slice(black_box(&source)))
        .row("view-core: pack_rows_into", goal(1.5, 1.5), || {
            black_box(&format).pack_rows_into(&mut packed, black_box(&values)).unwrap();
        })
        .row("view-core: pack_rows, fresh bytes", None, || {
            black_box(format.pack_rows(black_box(&values)).unwrap());
        })
        .row("view-core: pack_into for each record", None, || {
            for (to, row) in each.chunks_exact_mut(17).zip(black_box(&values).chunks_exact(5)) {
                format.pack_into(to, 0, row).unwrap();
            }
        })
        .row("types known: zerocopy", None, || from_zero.copy_from_slice(black_box(&zero).as_bytes()))
        .row("types known: scroll", None, || {
            let mut at = 0;
            for record in black_box(&plain) {
                from_scroll.gwrite_with(*record, &mut at, scroll::LE).unwrap();
            }
        })
        .row("types known: binrw", None, || {
            let mut to = Cursor::new(&mut from_binrw[..]);
            black_box(&plain).iter().for_each(|record| record.write(&mut to).unwrap());
        })
        .part("types known: deku", share, || {
            from_deku.clear();
            for record in &black_box(&plain)[..few] {
                from_deku.extend_from_slice(&record.to_bytes().unwrap());
            }
        })
        .python("CPython: pack_into for each record", share, "pack()")
        .run();
    assert!([hand, packed, each, from_zero, from_scroll, from_binrw].iter().all(|bytes| *bytes == source));
    assert_eq!(from_deku, source[..17 * few]);
}
