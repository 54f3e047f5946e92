//! Columns against records one by one: all steps, all places in a record, about the ends of blocks.

use alloc::{string::String, vec, vec::Vec};
use core::cell::Cell;

use super::column::each_column;
use super::*;
use crate::Value;

/// Bytes that differ.
fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i as u32).wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect()
}

/// A number at every place of records of every size, forward and back.
#[test]
fn every_step_and_place() {
    for step in 4..70 {
        for at in [0, 1, step / 2, step - 4].into_iter().filter(|at| at + 4 <= step) {
            let text = alloc::format!("{at}s>I{}s", step - at - 4);
            let format = Struct::new(&text).unwrap();
            for rows in [0, 1, 2, ROWS - 1, ROWS, ROWS + 1] {
                let bytes = bytes(rows * step);
                let records = format.iter_unpack::<(&[u8], u32, &[u8])>(&bytes).unwrap();
                let expected: Vec<_> = records.map(|(_, number, _)| number).collect();
                let (first, numbers, last) = format.unpack_columns::<(&[u8], u32, &[u8])>(&bytes).unwrap();
                assert_eq!(numbers, expected, "{text:?} of {rows}");
                assert_eq!((first.len(), last.len()), (rows, rows), "{text:?}");
                let mut slice = vec![0; rows];
                format.unpack_columns_into(&bytes, ((), &mut slice[..], ())).unwrap();
                assert_eq!(slice, expected, "{text:?} of {rows}");

                let text = alloc::format!("{at}x>I{}x", step - at - 4);
                let format = Struct::new(&text).unwrap();
                let packed = format.pack_columns((&numbers,)).unwrap();
                assert_eq!(packed.len(), bytes.len());
                let again: Vec<u32> = format.iter_unpack(&packed).unwrap().collect();
                assert_eq!(again, expected, "{text:?} of {rows}");
                assert!(packed.iter().enumerate().all(|(i, byte)| (at..at + 4).contains(&(i % step)) || *byte == 0));
            }
        }
    }
}

/// Every type, as records do.
#[test]
fn every_type_of_column() {
    type Row = (i8, u16, i16, u32, i32, u64, i64, f32, f64, bool, [u8; 3], [[i16; 2]; 2]);
    let format = Struct::new("<b>H<h>I<i>Q<q>f<d?3s(2,2)>h").unwrap();
    let rows: Vec<Row> = (0..600_i16)
        .map(|i| {
            let n = i64::from(i) * 123_456_789_012_345;
            let text = [i as u8, 1, (i >> 8) as u8];
            (
                i as i8,
                n as u16,
                -i,
                n as u32,
                n as i32,
                n as u64,
                -n,
                n as f32,
                n as f64,
                i % 3 == 0,
                text,
                [[i, 1], [2, -i]],
            )
        })
        .collect();
    let mut records: Vec<u8> = Vec::new();
    rows.iter().for_each(|row| records.extend(format.pack(*row).unwrap()));
    let columns = format.unpack_columns::<Row>(&records).unwrap();
    let (b, c, d, e, f, g, h, i, j, k, l, m) = &columns;
    for (n, row) in rows.iter().enumerate() {
        assert_eq!((b[n], c[n], d[n], e[n], f[n], g[n], h[n], i[n], j[n], k[n], l[n], m[n]), *row);
    }
    assert_eq!(format.pack_columns((b, c, d, e, f, g, h, i, j, k, l, m)).unwrap(), records);
}

#[test]
fn columns_that_do_not_fit_change_nothing() {
    let format = Struct::new("<HB").unwrap();
    let bytes = bytes(9);
    let (mut ids, mut flags) = (vec![7_u16; 5], [9_u8; 2]);
    let error = format.unpack_columns_into(&bytes, (&mut ids, &mut flags)).unwrap_err();
    assert_eq!(error, StructError::Rows { index: 1, room: 2, rows: 3 });
    assert_eq!((ids.len(), flags), (5, [9; 2]));
    assert_eq!(format.unpack_columns::<(u16,)>(&bytes).unwrap_err(), StructError::Count { needed: 2, got: 1 });
    assert_eq!(format.unpack_columns::<(u16, u8)>(&bytes[1..]).unwrap_err(), StructError::Multiple { size: 3, got: 8 });
    assert_eq!(Struct::new("").unwrap().unpack_columns_into(&[0; 0], ((),)).unwrap_err(), StructError::Empty);

    let mut target = [5; 6];
    let error = format.pack_columns_into(&mut target, (&[1_u16, 2], &[3_u8])).unwrap_err();
    assert_eq!(error, StructError::Column { index: 1, got: 1, rows: 2 });
    let error = format.pack_columns_into(&mut target, (&[1_u16], &[3_u8])).unwrap_err();
    assert_eq!(error, StructError::Size { needed: 3, got: 6 });
    assert_eq!(target, [5; 6]);
    assert_eq!(
        format.pack_columns_into(crate::MaybeMut::from(&target[..]), (&[1_u16], &[3_u8])),
        Err(StructError::ReadOnly)
    );
}

#[test]
fn bytes_that_others_see_are_written_too() {
    let mut target = [0xff; 8];
    let cells = Cell::from_mut(&mut target[..]).as_slice_of_cells();
    Struct::new("<Hxx").unwrap().pack_columns_into(cells, (&[1_u16, 2],)).unwrap();
    assert_eq!(target, [1, 0, 0, 0, 2, 0, 0, 0]);
}

/// Fields of no bytes at the end of a record have a value for each record too.
#[test]
fn values_of_no_bytes() {
    let format = Struct::new("<H0s").unwrap();
    let (numbers, nothing) = format.unpack_columns::<(u16, &[u8])>(&[1, 0, 2, 0]).unwrap();
    assert_eq!((numbers, nothing), (vec![1, 2], vec![&b""[..]; 2]));
    assert_eq!(format.pack_columns((&[1_u16, 2], &[[0_u8; 0]; 2])).unwrap(), [1, 0, 2, 0]);
}

#[test]
fn values_of_any_format_are_columns() {
    let format = Struct::new("<bT{H:a: 1s:b:}").unwrap();
    let (numbers, records) = format.unpack_columns::<(i8, Value)>(b"\xff\x01\0x\x02\x03\0y").unwrap();
    assert_eq!(numbers, [-1, 2]);
    let shown: Vec<String> = records.iter().map(|record| alloc::format!("{record}")).collect();
    assert_eq!(shown, ["(a=1, b=b'x')", "(a=3, b=b'y')"]);
}

/// One item of a column as a value.
fn item(column: &Column, at: usize) -> Value {
    each_column!(
        column,
        numbers => Number::from(numbers[at]).0,
        bytes bytes => Value::from(u64::from(bytes[at])),
        values values => values[at].clone()
    )
}

/// What [`Value`] has no `From` for.
struct Number(Value);
macro_rules! numbers {
    ($($t:ty)*) => { $(
        impl From<$t> for Number {
            fn from(number: $t) -> Number {
                Number(Value::from(number))
            }
        }
    )* };
}
numbers! { i8 u8 i16 u16 i32 u32 i64 u64 f32 f64 bool crate::Complex<f32> crate::Complex<f64> }

/// The items of a value, one after the other: of a list all, of a string its bytes.
fn flat(value: &Value, to: &mut Vec<Value>) {
    match value {
        Value::List(values) => values.iter().for_each(|value| flat(value, to)),
        Value::Bytes(bytes) | Value::Void(bytes) => to.extend(bytes.iter().map(|byte| Value::from(u64::from(*byte)))),
        Value::Char(byte) => to.push(Value::from(u64::from(*byte))),
        Value::Pointer(address) => to.push(Value::from(*address)),
        value => to.push(value.clone()),
    }
}

/// Columns of any format hold what its records do, and pack to what these pack to.
#[test]
fn columns_of_any_format() {
    use crate::rows::tests::{FORMATS, bytes};

    let more = ["<(2,3)f", ">(3)e", "(2)3s", "<(2)2w", ">(2)Zd", "3?", "<(2)T{H:a:b:b:}", "(4)c", "=12x:void:"];
    let mut kept = Vec::new();
    for text in FORMATS.iter().chain(&more) {
        let format = Struct::new(text).unwrap();
        if format.size() == 0 {
            assert_eq!(format.unpack_columns::<Vec<Column>>(b""), Err(StructError::Empty), "{text:?}");
            continue;
        }
        for rows in [0, 1, 3, 4, 5, ROWS - 1, ROWS, ROWS + 1] {
            let bytes = bytes(rows * format.size());
            let columns = format.unpack_columns::<Vec<Column>>(&bytes).unwrap();
            assert_eq!(columns.len(), format.layout().values(), "{text:?}");
            let records: Vec<Vec<Value>> = format.iter_unpack(&bytes).unwrap().collect();
            for (i, column) in columns.iter().enumerate() {
                let mut expected = Vec::new();
                match column {
                    Column::Values(_) => expected.extend(records.iter().map(|record| record[i].clone())),
                    _ => records.iter().for_each(|record| flat(&record[i], &mut expected)),
                }
                let found: Vec<_> = (0..column.len()).map(|at| item(column, at)).collect();
                assert_eq!(alloc::format!("{found:?}"), alloc::format!("{expected:?}"), "{text:?} of {rows}: {i}");
            }
            // Into the columns of another format, and of this one.
            format.unpack_columns_into(&bytes, &mut kept).unwrap();
            assert_eq!(kept, columns, "{text:?}");
            format.unpack_columns_into(&bytes, &mut kept).unwrap();
            assert_eq!(kept, columns, "{text:?}");

            let packed: Vec<u8> = records.iter().flat_map(|record| format.pack(&record[..]).unwrap()).collect();
            assert_eq!(format.pack_columns(&columns).unwrap(), packed, "{text:?} of {rows}");
            let mut target = vec![0xff; packed.len()];
            format.pack_columns_into(&mut target, &columns[..]).unwrap();
            assert_eq!(target, packed, "{text:?} of {rows}");
            let as_values: Vec<Column> = (0..columns.len())
                .map(|i| Column::Values(records.iter().map(|record| record[i].clone()).collect()))
                .collect();
            assert_eq!(format.pack_columns(&as_values).unwrap(), packed, "{text:?} of {rows}");
        }
    }
}

#[test]
fn vectors_of_columns_are_kept() {
    let format = Struct::new("<IB").unwrap();
    let mut columns = vec![Column::U32(Vec::with_capacity(100)), Column::U32(vec![1]), Column::Bool(vec![true])];
    let place = columns[0].as_slice::<u32>().unwrap().as_ptr();
    format.unpack_columns_into(b"\x01\0\0\0\x02", &mut columns).unwrap();
    assert_eq!(columns, [Column::U32(vec![1]), Column::U8(vec![2])]);
    assert_eq!(columns[0].as_slice::<u32>().unwrap().as_ptr(), place);
    assert_eq!((columns[0].as_slice::<i32>(), columns[1].is_empty()), (None, false));
    assert_eq!(format.unpack_columns_into(b"abcd", &mut columns), Err(StructError::Multiple { size: 5, got: 4 }));
    assert_eq!(columns[1], Column::from(vec![2_u8]));
}

#[test]
fn columns_of_any_format_that_do_not_fit_change_nothing() {
    let cases: &[(&str, &[Column], &str)] = &[
        ("<H", &[Column::I16(vec![1])], "value 0 is `<H`, which cannot be read as `i16`"),
        ("<H", &[Column::Bytes(vec![1, 2])], "value 0 is `<H`, which cannot be read as `bytes`"),
        ("<HB", &[Column::U16(vec![1])], "2 values needed, got 1"),
        ("<HB", &[Column::U16(vec![1]), Column::U8(vec![])], "column 1 has 0 of 1 records"),
        ("(2)B", &[Column::U8(vec![1; 3])], "column 0 has 3 items, which is no whole number of records of 2"),
        ("2s", &[Column::Bytes(vec![1; 5])], "column 0 has 5 items, which is no whole number of records of 2"),
        (
            "<2e",
            &[Column::F32(vec![1.0, 70000.0]), Column::F32(vec![70000.0, 1.0])],
            "value 1: 7e4 is too large for `e`",
        ),
        (
            "<eB",
            &[Column::F32(vec![1.0, 70000.0]), Column::Values(vec![1.into(), 256.into()])],
            "value 2: 7e4 is too large for `e`",
        ),
        (
            "<HB",
            &[Column::U16(vec![1, 2]), Column::Values(vec![1.into(), 256.into()])],
            "value 3: `B` requires 0 <= number <= 255, got 256",
        ),
    ];
    for (text, columns, expected) in cases {
        let format = Struct::new(text).unwrap();
        let error = format.pack_columns(*columns).unwrap_err();
        assert_eq!(alloc::format!("{error}"), *expected, "{text:?}");
        let mut target = vec![0xee; 2 * format.size()];
        assert_eq!(format.pack_columns_into(&mut target, *columns), Err(error), "{text:?}");
        assert!(target.iter().all(|byte| *byte == 0xee), "{text:?}");
    }
}
