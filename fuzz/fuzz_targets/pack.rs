//! Any format over any bytes and any values: what was unpacked packs to the same values again, records in bulk are records one
//! by one, and nothing is written on an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use view_core::{Struct, Value, View};

/// Formats with more than this are not looked at: a count makes any number of values.
const MANY: usize = 500;

fuzz_target!(|input: (&str, Vec<u8>, Vec<(u8, i64, Vec<u8>)>, i8)| {
    let (text, bytes, values, offset) = input;
    let Ok(format) = Struct::new(text) else { return };
    if format.size() > MANY || format.layout().values() > MANY {
        return;
    }
    let size = format.size();
    given(&format, &bytes, values.into_iter().map(value).collect(), offset.into());
    for record in bytes.chunks_exact(size.max(1)).take(4) {
        again(&format, &record[..size]);
    }
    if size > 0 {
        records(&format, &bytes[..bytes.len() / size * size]);
    }
});

/// A value of any kind.
fn value((kind, number, bytes): (u8, i64, Vec<u8>)) -> Value {
    match kind % 12 {
        0 => Value::from(number),
        1 => Value::from(number as u64),
        2 => Value::from(f64::from_bits(number as u64)),
        3 => Value::from(number as f64),
        4 => Value::from(number % 2 == 0),
        5 => Value::from(&bytes[..]),
        6 => Value::Char(number as u8),
        7 => Value::Complex(number as f64, f64::from_bits(number as u64)),
        8 => Value::Text(String::from_utf8_lossy(&bytes).into_owned()),
        9 => Value::list(bytes),
        10 => Value::tuple([number.into(), bytes[..].into()]),
        _ => Value::Pointer(number as u64),
    }
}

/// NaN is equal to nothing, and here to itself.
fn shown(values: &[Value]) -> String {
    format!("{values:?}")
}

/// What a record holds is packed to bytes that hold the same, and these pack to themselves.
fn again(format: &Struct, record: &[u8]) {
    let values: Vec<Value> = format.unpack(record).expect("it has the size");
    let mut kept = vec![Value::from(0); 3];
    format.unpack_into(record, &mut kept).expect("it has the size");
    assert_eq!(shown(&kept), shown(&values));
    // Bytes for which there is no value that packs: text that is none. NaN may lose its payload.
    let Ok(bytes) = format.pack(&values[..]) else { return };
    let packed: Vec<Value> = format.unpack(&bytes).expect("it has the size");
    assert_eq!(shown(&packed), shown(&values), "{:?}", format.format());
    assert_eq!(format.pack(&packed[..]).expect("these are the same"), bytes);
    // A view of the record reads the same values.
    let view = View::from_layout(record, format.format(), format.layout().clone(), &[1]).expect("it has the size");
    let mut value = Value::from(0);
    view.get_into([0], &mut value).expect("there is one");
    assert_eq!(format!("{:?}", view.get([0]).expect("there is one")), format!("{value:?}"));
}

/// Many records are each of them.
fn records(format: &Struct, bytes: &[u8]) {
    let mut all = Vec::new();
    if let Ok(records) = format.iter_unpack::<Vec<Value>>(bytes) {
        all = records.flatten().collect();
        let mut over = vec![Value::from(&b"before"[..]); all.len()];
        format.unpack_rows_into(bytes, &mut over).expect("there are as many");
        assert_eq!(shown(&over), shown(&all));
    }
    assert_eq!(shown(&format.unpack_rows(bytes).unwrap_or_default()), shown(&all));
    let one_by_one: Result<Vec<_>, _> =
        all.chunks(format.layout().values().max(1)).map(|record| format.pack(record)).collect();
    match (format.pack_rows(&all), one_by_one) {
        (Ok(rows), Ok(records)) => assert_eq!(rows, records.concat()),
        (Err(_), Err(_)) => {}
        (rows, records) => panic!("{rows:?}, and one by one {records:?}"),
    }
}

/// Values of any kind: what is refused is not written, and what is written reads and packs again.
fn given(format: &Struct, bytes: &[u8], values: Vec<Value>, offset: isize) {
    let mut buffer = bytes.to_vec();
    let alone = format.pack(&values[..]);
    match format.pack_into(&mut buffer, offset, &values[..]) {
        Err(_) => assert_eq!(buffer, bytes),
        Ok(()) => {
            let packed = alone.as_ref().expect("it was packed");
            let at = if offset < 0 { bytes.len() - offset.unsigned_abs() } else { offset.unsigned_abs() };
            assert_eq!(buffer[at..][..packed.len()], packed[..]);
            assert!(buffer[..at] == bytes[..at] && buffer[at + packed.len()..] == bytes[at + packed.len()..]);
            let read: Vec<Value> = format.unpack_from(&buffer, offset).expect("it was written there");
            assert_eq!(format.pack(&read[..]).as_ref(), Ok(packed));
        }
    }
    // A whole number of records, or none of it.
    let size = format.size();
    let mut rows = bytes.to_vec();
    let length = rows.len() / size.max(1) * size;
    let one_by_one = values.chunks(format.layout().values().max(1)).map(|record| format.pack(record));
    match format.pack_rows_into(&mut rows[..length], &values) {
        Err(_) => assert_eq!(rows, bytes),
        Ok(()) => assert_eq!(rows[..length], one_by_one.collect::<Result<Vec<_>, _>>().expect("all fit").concat()),
    }
}
