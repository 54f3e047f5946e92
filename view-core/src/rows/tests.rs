//! Rows against records one by one: every kind of value, every count of them, about the ends of blocks.

use alloc::{string::ToString, vec, vec::Vec};
use core::cell::Cell;

use super::*;
use crate::MaybeMut;

/// Every code that there is, alone and beside others, in both orders, with padding.
pub(crate) const FORMATS: &[&str] = &[
    "<b",
    ">h",
    "<i",
    ">q",
    "B",
    "<H",
    ">I",
    "<Q",
    "?",
    "c",
    "<e",
    ">e",
    "<f",
    ">f",
    "<d",
    ">d",
    "<Zf",
    ">Zd",
    "3s",
    "4p",
    "<2w",
    "@P",
    "@n",
    "0s",
    "<xxHx",
    "<IHHdB",
    ">e?b3s",
    "<3H2xq",
    "4x:pad:<h",
    "(2,2)<h",
    "<T{H:a:3s:b:}:r: 2B",
    "0s<H0s",
    "@bP",
    "<2T{Bx}",
    "<bBhHiIqQfd?c2s3pe",
];

/// Bytes that differ; of floats no NaN, which no equality holds for, and of strings and pointers anything.
pub(crate) fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i as u32).wrapping_mul(2_654_435_761).to_be_bytes()[0] & 0x3f).collect()
}

#[test]
fn rows_are_records_one_after_the_other() {
    for text in FORMATS {
        let format = Struct::new(text).unwrap();
        if format.size() == 0 {
            assert_eq!(format.unpack_rows(b""), Err(StructError::Empty), "{text:?}");
            continue;
        }
        let at_once = block_rows(format.layout());
        for rows in [0, 1, 2, 3, 4, 5, 7, at_once - 1, at_once, at_once + 1, 2 * at_once] {
            let bytes = bytes(rows * format.size());
            let records = format.iter_unpack::<Vec<Value>>(&bytes).unwrap();
            let expected: Vec<Value> = records.flatten().collect();
            let values = format.unpack_rows(&bytes).unwrap();
            assert_eq!(alloc::format!("{values:?}"), alloc::format!("{expected:?}"), "{text:?} of {rows}");

            // Over values of all kinds, short strings and long ones among them.
            let mut kept = vec![Value::from(vec![7_u8; 2]); values.len()];
            kept.iter_mut().skip(1).step_by(3).for_each(|value| *value = Value::from("text"));
            kept.iter_mut().skip(2).step_by(3).for_each(|value| *value = Value::from(0.5));
            format.unpack_rows_into(&bytes, &mut kept).unwrap();
            assert_eq!(alloc::format!("{kept:?}"), alloc::format!("{expected:?}"), "{text:?} of {rows}");

            let packed: Vec<u8> =
                values.chunks(format.layout().values()).flat_map(|row| format.pack(row).unwrap()).collect();
            assert_eq!(format.pack_rows(&values).unwrap(), packed, "{text:?} of {rows}");
            let mut target = vec![0xff; packed.len()];
            format.pack_rows_into(&mut target, &values).unwrap();
            assert_eq!(target, packed, "{text:?} of {rows}");
            target.fill(0xff);
            format.pack_rows_into(Cell::from_mut(&mut target[..]).as_slice_of_cells(), &values).unwrap();
            assert_eq!(target, packed, "{text:?} of {rows}");
        }
    }
}

/// Every value in the place of every other: what is packed, and what is refused in which words, is as for one record.
#[test]
fn every_value_packs_as_it_does_alone() {
    let values = [
        Value::Int(-1),
        Value::Int(0),
        Value::Int(127),
        Value::Int(128),
        Value::Int(65_536),
        Value::Int(i64::MIN),
        Value::Int(i64::MAX),
        Value::Uint(1),
        Value::Uint(u64::MAX),
        Value::Pointer(5),
        Value::Bool(true),
        Value::Float(0.5),
        Value::Float(65_520.0),
        Value::Float(65_519.0),
        Value::Float(3.5e38),
        Value::Float(1e300),
        Value::Float(f64::INFINITY),
        Value::Float(f64::NAN),
        Value::Complex(1.0, 2.0),
        Value::Char(b'a'),
        Value::from(b"ab"),
        Value::from("ab"),
        Value::list([1, 2]),
        Value::Void(vec![1, 2, 3, 4]),
    ];
    let mut taken = 0;
    for text in FORMATS {
        let format = Struct::new(text).unwrap();
        if format.layout().values() != 1 {
            continue;
        }
        for value in &values {
            for before in [0, 1, 4, 255, 259] {
                let Some(good) = values.iter().find(|value| format.pack(Value::list([*value])).is_ok()) else {
                    continue;
                };
                let mut all = vec![good.clone(); before];
                all.push(value.clone());
                let expected: Result<Vec<_>, _> = all.iter().map(|value| format.pack(Value::list([value]))).collect();
                let expected = expected.map(|rows| rows.concat()).map_err(|error| match error {
                    StructError::Value { error, .. } => StructError::Value { index: before, error },
                    other => other,
                });
                taken += usize::from(expected.is_ok());
                let packed = format.pack_rows(&all);
                // NaN is not itself.
                assert_eq!(
                    alloc::format!("{packed:?}"),
                    alloc::format!("{expected:?}"),
                    "{text:?}: {before} and {value:?}"
                );
                let mut target = vec![0xee; all.len() * format.size()];
                let written = format.pack_rows_into(&mut target, &all);
                match expected {
                    Ok(bytes) => assert_eq!((written, target), (Ok(()), bytes)),
                    Err(_) => {
                        assert!(written.is_err() && target.iter().all(|byte| *byte == 0xee), "{text:?}: {value:?}")
                    }
                }
            }
        }
    }
    assert!(taken > 500, "{taken}");
}

/// More than the caches hold, and more than is made beside.
#[test]
fn many_rows() {
    for text in ["<IHHdB", ">hx3s?e", "<9H", "@P"] {
        let format = Struct::new(text).unwrap();
        let count = format.layout().values();
        let rows = (LARGE / size_of::<Value>() + 1).div_ceil(count).max(BESIDE / format.size() + 1);
        let bytes = bytes(rows * format.size());
        let values = format.unpack_rows(&bytes).unwrap();
        assert!(is_large(&values));
        let last = format.unpack::<Vec<Value>>(&bytes[bytes.len() - format.size()..]).unwrap();
        assert_eq!(values[values.len() - count..], last, "{text:?}");
        let mut kept = vec![Value::from(7); values.len()];
        format.unpack_rows_into(&bytes, &mut kept).unwrap();
        assert!(kept == values, "{text:?}");

        let packed = format.pack_rows(&values).unwrap();
        assert!(packed.iter().zip(&bytes).all(|(a, b)| a == b || *a == 0 || *a == 1), "{text:?}");
        assert!(format.unpack_rows(&packed).unwrap() == values, "{text:?}");
        let mut target = vec![0xff; packed.len()];
        format.pack_rows_into(&mut target, &values).unwrap();
        assert!(target == packed, "{text:?}");

        target.fill(0xee);
        let index = kept.len() - 1;
        kept[index] = Value::from("no number");
        let error = format.pack_rows_into(&mut target, &kept).unwrap_err();
        assert!(matches!(error, StructError::Value { index: at, .. } if at == index), "{text:?}: {error}");
        assert_eq!(format.pack_rows(&kept), Err(error));
        assert!(target.iter().all(|byte| *byte == 0xee), "{text:?}");
    }
}

/// Of several faults it is the first in the order of the values, not of the columns.
#[test]
fn the_first_fault_is_told() {
    let format = Struct::new("<HB").unwrap();
    let mut values: Vec<Value> = (0..400).map(|_| Value::from(1)).collect();
    values[301] = Value::from(256);
    values[302] = Value::from(-1);
    let error = format.pack_rows(&values).unwrap_err();
    assert_eq!(error.to_string(), "value 301: `B` requires 0 <= number <= 255, got 256");
    let mut target = vec![9; 600];
    assert_eq!(format.pack_rows_into(&mut target, &values), Err(error));
    assert_eq!(target, vec![9; 600]);
}

#[test]
fn what_is_no_whole_number_of_records_changes_nothing() {
    let format = Struct::new("<HB").unwrap();
    let mut values = vec![Value::from(5); 4];
    assert_eq!(format.unpack_rows(b"abcd"), Err(StructError::Multiple { size: 3, got: 4 }));
    assert_eq!(format.unpack_rows_into(b"abc", &mut values), Err(StructError::Count { needed: 2, got: 4 }));
    assert_eq!(values, vec![Value::from(5); 4]);
    assert_eq!(format.pack_rows(&values[1..]), Err(StructError::Values { each: 2, got: 3 }));
    let mut target = [7; 5];
    assert_eq!(format.pack_rows_into(&mut target, &values), Err(StructError::Size { needed: 6, got: 5 }));
    assert_eq!(target, [7; 5]);
    assert_eq!(format.pack_rows_into(MaybeMut::from(&target[..]), &values), Err(StructError::ReadOnly));

    // Records without values, and without bytes.
    let padding = Struct::new("4x").unwrap();
    assert_eq!(padding.unpack_rows(b"abcdefgh"), Ok(Vec::new()));
    assert_eq!(padding.pack_rows(&values), Err(StructError::Count { needed: 0, got: 4 }));
    assert_eq!(padding.pack_rows(&[]), Ok(Vec::new()));
    let nothing = Struct::new("0s").unwrap();
    assert_eq!(nothing.pack_rows(&[b"".into(), b"".into()]), Ok(Vec::new()));
    assert!(nothing.pack_rows(&[b"".into(), 1.into()]).is_err());
}
