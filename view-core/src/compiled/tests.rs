//! Types against codes, offsets against lengths, and that nothing is half-written.

use alloc::{string::ToString, vec, vec::Vec};
use core::cell::Cell;

use super::*;
use crate::{Complex, MaybeMut, Value};

fn compiled(format: &str) -> Struct {
    Struct::new(format).unwrap()
}

/// Packs values of types, and unpacks the same.
macro_rules! check_both {
    ($($format:literal, $t:ty: $value:expr => $bytes:expr;)*) => { $({
        let format = compiled($format);
        let value: $t = $value;
        assert_eq!(format.pack(value).unwrap(), $bytes, "{}", $format);
        assert_eq!(format.unpack::<$t>($bytes).unwrap(), value, "{}", $format);
        assert_eq!(format.unpack_from::<$t>($bytes, -(format.size() as isize)).unwrap(), value, "{}", $format);
    })* };
}

#[test]
fn types_pack_and_unpack() {
    check_both! {
        "<b", i8: -2 => b"\xfe";
        ">H", u16: 0x0102 => b"\x01\x02";
        "<H", (u16,): (0x0102,) => b"\x02\x01";
        ">i<i", (i32, i32): (1, 1) => b"\0\0\0\x01\x01\0\0\0";
        "<Qq", (u64, i64): (u64::MAX, i64::MIN) => b"\xff\xff\xff\xff\xff\xff\xff\xff\0\0\0\0\0\0\0\x80";
        "<fd", (f32, f64): (1.0, 1.0) => b"\0\0\x80\x3f\0\0\0\0\0\0\xf0\x3f";
        "<e>e", (f32, f32): (1.0, -2.0) => b"\0\x3c\xc0\0";
        "<Zf", Complex<f32>: Complex { re: 1.0, im: 0.0 } => b"\0\0\x80\x3f\0\0\0\0";
        "??", [bool; 2]: [true, false] => b"\x01\0";
        "<3H", [u16; 3]: [1, 2, 3] => b"\x01\0\x02\0\x03\0";
        "<3Hx", (u16, u16, u16): (1, 2, 3) => b"\x01\0\x02\0\x03\0\0";
        "<(3)H(3)H", [[u16; 3]; 2]: [[1, 2, 3], [4, 5, 6]] => b"\x01\0\x02\0\x03\0\x04\0\x05\0\x06\0";
        "<(2,3)B", ([[u8; 3]; 2],): ([*b"abc", *b"def"],) => b"abcdef";
        "(2)3s", ([[u8; 3]; 2],): ([*b"abc", *b"def"],) => b"abcdef";
        "3sx2s", ([u8; 3], &[u8; 2]): (*b"abc", b"de") => b"abc\0de";
        "3s4p", (&[u8], &[u8]): (b"abc", b"de") => b"abc\x02de\0";
        "c", (&[u8],): (b"a",) => b"a";
        "", (): () => b"";
    }
}

#[test]
fn types_that_do_not_fit_are_told() {
    fn check<'b, T: Unpack<'b>>(format: &str, says: &str) {
        let format = compiled(format);
        let error = T::plan(format.layout()).err().unwrap();
        assert_eq!(error.to_string(), says);
    }
    check::<(u16, u32)>("<Hi", "value 1 is `<i`, which cannot be read as `u32`");
    check::<(u16,)>("<HH", "2 values needed, got 1");
    check::<[u16; 3]>("<HhH", "value 1 is `<h`, which cannot be read as `u16`");
    check::<(u8,)>("?", "value 0 is `<?`, which cannot be read as `u8`");
    check::<([u8; 3],)>("4s", "value 0 is `<4s`, which cannot be read as `[u8; 3]`");
    check::<([u16; 3],)>("<(2,3)H", "value 0 is `(2,3)<H`, which cannot be read as `[u16; 3]`");
    check::<(u8, u16)>("BT{<H:a:}", "value 1 is `T{<H:a:}`, which cannot be read as `u16`");
    check::<()>("B", "1 value needed, got 0");
}

#[test]
fn values_of_any_format() {
    let format = compiled("<H:id: (2)b:xy: T{B:n: ?:ok:}:t: 3s");
    let value = Value::tuple([7.into(), Value::list([1, -1]), Value::tuple([9.into(), true.into()]), b"abc".into()]);
    let bytes = format.pack(&value).unwrap();
    assert_eq!(bytes, b"\x07\0\x01\xff\x09\x01abc");
    assert_eq!(format.unpack::<Value>(&bytes).unwrap(), value);
    assert_eq!(format.unpack::<Value>(&bytes).unwrap().field("id"), Some(&7.into()));
    let values: Vec<Value> = format.unpack(&bytes).unwrap();
    assert_eq!(Value::tuple(values.clone()), value);
    assert_eq!(format.pack(&values).unwrap(), bytes);
    let one_by_one: Values = format.unpack(&bytes).unwrap();
    assert_eq!(one_by_one.len(), 4);
    assert_eq!(one_by_one.collect::<Vec<_>>(), values);
    let (id, _, rest, _): (u16, [i8; 2], Value, [u8; 3]) = format.unpack(&bytes).unwrap();
    assert_eq!((id, rest.field("ok")), (7, Some(&true.into())));

    let mut kept = vec![Value::from(1); 9];
    format.unpack_into(&bytes, &mut kept).unwrap();
    assert_eq!(kept, values);
    assert_eq!(format.unpack_into(&bytes[1..], &mut kept), Err(StructError::Size { needed: 9, got: 8 }));
    assert_eq!(kept, values);
}

#[test]
fn nothing_is_written_when_a_value_is_bad() {
    let format = compiled("<HxB");
    let mut buffer = *b"abcdef";
    for values in [[1, 256], [65536, 1], [-1, 1]] {
        assert!(format.pack_into(&mut buffer, 1, values).is_err());
    }
    assert!(format.pack_into(&mut buffer, 1, (1, "x")).is_err());
    assert!(format.pack_into(&mut buffer, 3, (1, 2)).is_err());
    assert_eq!(&buffer, b"abcdef");
    format.pack_into(&mut buffer, 1, (1, 2)).unwrap();
    assert_eq!(&buffer, b"a\x01\0\0\x02f");
}

#[test]
fn every_kind_of_buffer_is_packed_into() {
    let format = compiled(">H");
    let mut bytes = vec![0; 4];
    format.pack_into(&mut bytes, 0, 0x0102).unwrap();
    format.pack_into(&mut bytes[2..], 0, 0x0304).unwrap();
    format.pack_into(MaybeMut::from(&mut bytes[1..]), 0, 0x0a0b).unwrap();
    assert_eq!(bytes, [1, 0x0a, 0x0b, 4]);
    let cells = Cell::from_mut(&mut bytes[..]).as_slice_of_cells();
    format.pack_into(cells, -2, 0).unwrap();
    assert_eq!(cells[2].get(), 0);
    let error = format.pack_into(MaybeMut::from(&b"abcd"[..]), 0, 1).unwrap_err();
    assert_eq!(error, StructError::ReadOnly);
}

/// Every small offset, size and length, against CPython's sequence of tests.
#[test]
fn offsets_lead_where_they_do_in_python() {
    for (offset, size, length) in
        (-9..=9).flat_map(|offset| (0..5).flat_map(move |size| (0..7).map(move |length| (offset, size, length))))
    {
        let (i_size, i_length) = (size as isize, length as isize);
        let expected = if offset < 0 && offset + i_size > 0 {
            Err(StructError::Room { needed: size, offset, length })
        } else if offset < 0 && offset + i_length < 0 {
            Err(StructError::Offset { offset, length })
        } else {
            let at = if offset < 0 { offset + i_length } else { offset };
            if i_length - at < i_size {
                Err(StructError::Room { needed: size, offset, length })
            } else {
                Ok(at as usize)
            }
        };
        assert_eq!(places::locate(offset, size, length), expected, "{offset} {size} {length}");
    }
    assert!(places::locate(isize::MIN, 1, 1).is_err());
    assert!(places::locate(isize::MAX, usize::MAX, 1).is_err());
}

#[test]
fn records_in_a_row() {
    let format = compiled("<BH");
    let bytes = b"\x01\x02\0\x03\x04\0\x05\x06\0";
    let mut records = format.iter_unpack::<(u8, u16)>(bytes).unwrap();
    assert_eq!(records.len(), 3);
    assert_eq!(records.next_back(), Some((5, 6)));
    assert_eq!(records.clone().nth(1), Some((3, 4)));
    assert_eq!(records.map(|(a, b)| u16::from(a) + b).sum::<u16>(), 10);
    assert_eq!(format.iter_unpack::<Vec<Value>>(&[0; 0][..]).unwrap().count(), 0);
    let error = format.iter_unpack::<Values>(&bytes[1..]).unwrap_err();
    assert_eq!(error.to_string(), "8 is not a multiple of 3 bytes");
    assert_eq!(compiled("").iter_unpack::<()>(&[0; 0][..]).unwrap_err(), StructError::Empty);
}

/// Where the strings and lists of a value lie, and how much room they have.
fn memory(value: &Value, to: &mut Vec<(usize, usize)>) {
    match value {
        Value::Bytes(bytes) | Value::Void(bytes) => to.push((bytes.as_ptr().addr(), bytes.capacity())),
        Value::Text(text) => to.push((text.as_ptr().addr(), text.capacity())),
        Value::List(values) => {
            to.push((values.as_ptr().addr(), values.capacity()));
            values.iter().for_each(|value| memory(value, to));
        }
        Value::Record(members) => {
            to.push((members.as_ptr().addr(), members.capacity()));
            for member in members {
                to.extend(member.name.as_ref().map(|name| (name.as_ptr().addr(), name.capacity())));
                memory(&member.value, to);
            }
        }
        _ => {}
    }
}

#[test]
fn the_memory_of_values_is_used_again() {
    let format = compiled("<H 4s 5p 2w 3x:rest: (2,2)h T{B:id: 2s:tag:}:at: 2T{2s} @g");
    let [first, second]: [Vec<u8>; 2] =
        [7_u8, 66].map(|seed| (0..format.size()).map(|i| seed + (i as u8) / 4).collect());
    let mut values = Vec::new();
    // The longer string first: what it took is kept.
    format.unpack_into(&second, &mut values).unwrap();
    let places = |values: &[Value]| {
        let mut places = vec![(values.as_ptr().addr(), values.len())];
        values.iter().for_each(|value| memory(value, &mut places));
        places
    };
    let before = places(&values);
    for bytes in [&first, &second, &first] {
        format.unpack_into(bytes, &mut values).unwrap();
        assert_eq!(values, format.unpack::<Vec<Value>>(bytes).unwrap());
        assert_eq!(places(&values), before);
    }
    // What is of another kind, too few or too many is replaced.
    for (other, count) in [("2s", 1), ("<HH4s", 3), ("<H 4s 5p 2w 3x:rest: (3)h T{2s:tag: B:id:}:at: 2T{2s} @g b", 11)]
    {
        let other = compiled(other);
        let bytes = vec![b'?'; other.size()];
        other.unpack_into(&bytes, &mut values).unwrap();
        assert_eq!((&values, values.len()), (&other.unpack::<Vec<Value>>(&bytes).unwrap(), count));
    }
    let error = format.unpack_into(&first[1..], &mut values).unwrap_err();
    assert_eq!((error, values.len()), (StructError::Size { needed: format.size(), got: format.size() - 1 }, 11));

    // Columns of values likewise.
    let format = compiled("<5p");
    let rows = b"\x04abcd\x02ab..\x03abc.";
    let mut columns = format.unpack_columns::<Vec<crate::Column>>(rows).unwrap();
    let strings = |columns: &[crate::Column]| places(columns[0].as_slice::<Value>().unwrap());
    let before = strings(&columns);
    format.unpack_columns_into(b"\x01x...\x02yz..\x00....", &mut columns).unwrap();
    assert_eq!(strings(&columns), before);
    assert_eq!(columns[0].as_slice::<Value>().unwrap(), [b"x".into(), b"yz".into(), Value::from(b"")]);
    format.unpack_columns_into(&rows[..5], &mut columns).unwrap();
    assert_eq!(columns, format.unpack_columns::<Vec<crate::Column>>(&rows[..5]).unwrap());
}
