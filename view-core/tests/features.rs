//! Types of other crates, each with its feature: read, written, exported, lent.

#[cfg(feature = "bytes")]
mod bytes {
    use bytes::{Bytes, BytesMut};
    use view_core::{TypedView, Value, View, view};

    #[test]
    fn shared_buffers_hold_views() {
        let packet = Bytes::from_static(b"\x01\0\x02\0");
        let view = View::new(packet.clone()).cast("<H").unwrap();
        let part = view.clone();
        drop(packet);
        assert_eq!(part.to_list(), Value::list([1, 2]));
        assert_eq!(TypedView::<_, view_core::Le<u16>>::from_bytes(&part.into_inner()).unwrap().sum(), 3);
    }

    #[test]
    fn buffers_being_filled_are_written() {
        let mut buffer = BytesMut::zeroed(4);
        View::new(&mut buffer).cast("<H").unwrap().set([1], 258).unwrap();
        let mut view = View::new(buffer).cast("<H").unwrap();
        view.set([0], 1).unwrap();
        assert_eq!(view.into_inner().freeze(), b"\x01\0\x02\x01"[..]);
    }

    #[test]
    fn records_come_from_them() {
        view! { struct Header = "<2s:magic: H:size:"; }
        let packet = Bytes::from_static(b"BM\x07\0rest");
        let (header, rest) = Header::from_prefix(&packet).unwrap();
        assert_eq!((header.magic(), header.size(), rest), (b"BM", 7, &b"rest"[..]));
    }
}

#[cfg(feature = "half")]
mod half {
    use half::f16;
    use view_core::{Buffer, Struct, Value, View};

    #[test]
    fn halves_are_numbers() {
        let numbers = [f16::from_f32(1.0), f16::from_f32(-2.5)];
        let view = View::of(&numbers).unwrap();
        assert_eq!((view.format(), view.itemsize(), view.shape()), ("e", 2, &[2][..]));
        assert_eq!(view.to_list(), Value::list([1.0, -2.5]));
        assert_eq!(view.as_slice::<f16>().unwrap(), numbers);
        assert_eq!(view.typed::<f16, 1>().unwrap().iter().collect::<Vec<_>>(), numbers);
        assert_eq!(numbers[0].buffer().unwrap().ndim(), 0);

        let big = View::new(b"\x3c\0\xc1\0").cast(">e").unwrap();
        assert_eq!(big.view().typed::<f16, 1>().unwrap().sum(), -1.5);
        assert_eq!(
            big.as_slice::<f16>().unwrap_err().to_string(),
            "elements of format `>e` stand in the other byte order than `half::binary16::f16` does here; read them by \
             `typed`, or copy them by `to_vec`"
        );
    }

    #[test]
    fn halves_are_written() {
        let mut numbers = [[f16::ZERO; 2]; 2];
        View::of_mut(&mut numbers).unwrap().set([1, 0], f16::MAX).unwrap();
        View::of_mut(&mut numbers).unwrap().as_slice_mut::<f16>().unwrap()[3] = f16::ONE;
        assert_eq!(numbers, [[f16::ZERO; 2], [f16::MAX, f16::ONE]]);

        let format = Struct::new("<e>e").unwrap();
        let values = (f16::ONE, f16::from_f32(0.5));
        let bytes = format.pack(values).unwrap();
        assert_eq!(bytes, b"\0\x3c\x38\0");
        assert_eq!(format.unpack::<(f16, f16)>(&bytes).unwrap(), values);
    }
}

#[cfg(feature = "num-complex")]
mod num_complex {
    use num_complex::Complex;
    use view_core::{Struct, Value, View};

    #[test]
    fn complex_numbers_are_numbers() {
        let numbers = vec![Complex::new(1.0_f32, -1.0), Complex::new(0.5, 2.0)];
        let view = View::of(&numbers).unwrap();
        assert_eq!((view.format(), view.itemsize(), view.shape()), ("Zf", 8, &[2][..]));
        assert_eq!(view.get([1]).unwrap(), Value::Complex(0.5, 2.0));
        assert_eq!(view.as_slice::<Complex<f32>>().unwrap(), numbers);
        let typed = view.typed::<Complex<f32>, 1>().unwrap();
        assert_eq!(typed.iter().sum::<Complex<f32>>(), Complex::new(1.5, 1.0));
        let ours: view_core::Complex<f32> = numbers[0].into();
        assert_eq!(Complex::from(ours), numbers[0]);

        let mut doubles = [Complex::new(0.0_f64, 0.0); 2];
        View::of_mut(&mut doubles).unwrap().set([1], Complex::new(1.0, 2.0)).unwrap();
        assert_eq!(doubles[1], Complex::new(1.0, 2.0));
        assert_eq!(View::of(&doubles).unwrap().format(), "Zd");
    }

    #[test]
    fn they_pack_and_unpack() {
        let format = Struct::new(">Zf<Zd").unwrap();
        let values = (Complex::new(1.0_f32, -1.0), Complex::new(0.5_f64, 2.0));
        let bytes = format.pack(values).unwrap();
        assert_eq!(bytes[..8], *b"\x3f\x80\0\0\xbf\x80\0\0");
        assert_eq!(format.unpack::<(Complex<f32>, Complex<f64>)>(&bytes).unwrap(), values);
    }
}

#[cfg(feature = "ndarray")]
mod ndarray {
    use ndarray::{Array, Array2, ArrayD, Axis, Ix1, Ix2, Ix3, IxDyn, Slice, array};
    use view_core::{Value, View};

    fn list(array: &ndarray::ArrayViewD<'_, i32>) -> Value {
        match array.ndim() {
            0 => Value::from(array.sum()),
            _ => Value::list(array.axis_iter(Axis(0)).map(|part| list(&part))),
        }
    }

    /// Every order of three axes, each forward and backward, there and back again.
    #[test]
    fn arrays_of_any_order_go_both_ways() {
        let array = Array::from_iter(0..24).into_shape_with_order((2, 3, 4)).unwrap();
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            for reversed in 0..8 {
                let mut part = array.view().permuted_axes(order);
                (0..3).filter(|axis| reversed >> axis & 1 == 1).for_each(|axis| part.invert_axis(Axis(axis)));
                let view = View::of(&part).unwrap();
                assert_eq!(view.format(), "i");
                assert_eq!(view.to_list(), list(&part.view().into_dyn()), "{order:?} {reversed:b}");
                assert_eq!(view.as_array::<i32, Ix3>().unwrap(), part);
                assert_eq!(view.as_array::<i32, Ix3>().unwrap().strides(), part.strides());
                assert_eq!(view.as_array::<i32, IxDyn>().unwrap(), part.view().into_dyn());
                // A slice of a view, which an array could not export.
                let every_other = view.slice(view_core::s![.., ..;-2]).unwrap();
                let expected = part.slice_axis(Axis(1), Slice::new(0, None, -2));
                assert_eq!(every_other.as_array::<i32, Ix3>().unwrap(), expected);
            }
        }
    }

    /// One row for all: an axis that does not move on.
    #[test]
    fn broadcast_views_are_lent_to_read() {
        let row = [1, 2, 3];
        let view = View::of(&row).unwrap().broadcast_to(&[2, 3]).unwrap();
        assert_eq!(view.as_array::<i32, Ix2>().unwrap(), array![[1, 2, 3], [1, 2, 3]]);
        let mut row = [1, 2, 3];
        let mut view = View::of_mut(&mut row).unwrap().broadcast_to(&[2, 3]).unwrap();
        assert!(view.as_array_mut::<i32, Ix2>().is_err());
    }

    #[test]
    fn what_does_not_lie_in_a_row_says_so() {
        let array = Array2::<f64>::zeros((4, 4));
        let error = View::of(&array.slice_axis(Axis(1), Slice::from(..2))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "elements of 8 bytes in shape [4, 2] and strides [32, 8] are no slice of them; copy them by `to_vec`"
        );
        // A column of packed records: 9 bytes from one number to the next.
        let bytes = [0; 36];
        let records = View::new(&bytes).cast("T{=d:x: B:y:}").unwrap();
        assert!(records.column("x").unwrap().as_array::<f64, Ix1>().is_err());
        let view = View::of(&array).unwrap();
        assert_eq!(view.as_array::<f64, Ix1>().unwrap_err().to_string(), "1 dimensions asked for, shape [4, 4] has 2");
        assert!(view.as_array::<f32, Ix2>().is_err());
    }

    #[test]
    fn arrays_are_written_through_views_and_back() {
        let mut array = array![[1, 2, 3], [4, 5, 6]];
        View::of_mut(&mut array).unwrap().set([1, 2], -6).unwrap();
        View::of_mut(&mut array.view_mut().reversed_axes()).unwrap().set([2, 0], -3).unwrap();
        assert_eq!(array, array![[1, 2, -3], [4, 5, -6]]);
        let mut view = View::of_mut(&mut array).unwrap();
        view.as_array_mut::<i32, Ix2>().unwrap().row_mut(0).fill(0);
        assert_eq!(array, array![[0, 0, 0], [4, 5, -6]]);
    }

    #[test]
    fn empty_and_zero_dimensional_arrays() {
        let empty = Array2::<i16>::zeros((0, 3));
        let view = View::of(&empty).unwrap();
        assert_eq!((view.shape(), view.nbytes()), (&[0, 3][..], 0));
        assert_eq!(view.as_array::<i16, Ix2>().unwrap(), empty);
        let zero = ArrayD::from_elem(IxDyn(&[]), 7_u8);
        let view = View::of(&zero).unwrap();
        assert_eq!((view.ndim(), view.get([]).unwrap()), (0, 7.into()));
        assert_eq!(view.as_array::<u8, IxDyn>().unwrap(), zero);
        let of_arrays = array![[1_u8, 2], [3, 4]].map(|n| [*n, 0, 0]);
        assert_eq!(View::of(&of_arrays).unwrap().strides(), [6, 3, 1]);
    }
}

#[cfg(feature = "zerocopy")]
mod zerocopy {
    use view_core::{Value, View, view};
    use zerocopy::byteorder::{BE, F64, LE, U16};

    view! {
        #[derive(Debug, zerocopy::IntoBytes, zerocopy::FromBytes, zerocopy::Immutable, zerocopy::KnownLayout)]
        struct Trade = "<I:id: d:price:";
    }

    #[test]
    fn numbers_of_a_fixed_byte_order_need_no_alignment() {
        let numbers = [U16::<BE>::new(258), U16::new(3)];
        let view = View::of(&numbers).unwrap();
        assert_eq!((view.format(), view.to_list()), (">H", Value::list([258, 3])));
        let bytes = b".\x01\x02\0\x03";
        let view = View::new(&bytes[1..]).cast(">H").unwrap();
        assert_eq!(view.as_slice::<U16<BE>>().unwrap(), numbers);
        assert!(view.as_slice::<U16<LE>>().is_err());
        let mut prices = [F64::<LE>::new(1.0); 3];
        View::of_mut(&mut prices).unwrap().set([2], 0.5).unwrap();
        assert_eq!(prices[2].get(), 0.5);
    }

    #[test]
    fn records_with_its_derives_lie_in_slices() {
        let mut trades: Vec<Trade> = (0..3).map(|_| Trade::new([0; 12])).collect();
        trades[1].set_id(7);
        trades[1].set_price(2.5);
        let view = View::of(&trades).unwrap();
        assert_eq!((view.itemsize(), view.shape()), (12, &[3][..]));
        assert_eq!(view.get([1]).unwrap().field("price"), Some(&Value::from(2.5)));
        let lent = view.as_slice::<Trade>().unwrap();
        assert_eq!((lent.len(), lent[1].id()), (3, 7));
        View::of_mut(&mut trades).unwrap().as_slice_mut::<Trade>().unwrap()[2].set_id(9);
        assert_eq!(trades[2].id(), 9);
    }
}

#[cfg(feature = "serde")]
mod serde {
    use view_core::{Struct, Value, View};

    #[test]
    fn every_value_is_written() {
        let format = Struct::new("<b:i: Q:u: d:f: ?:t: 3s:s: 2w:w: (2,2)h:m: T{B:a: B:b:}:r: T{BB}:p: Zf:z:").unwrap();
        let record = Value::tuple([
            (-1).into(),
            u64::MAX.into(),
            0.5.into(),
            true.into(),
            b"abc".into(),
            "éx".into(),
            Value::list([Value::list([1, 2]), Value::list([3, 4])]),
            Value::tuple([1.into(), 2.into()]),
            Value::tuple([3.into(), 4.into()]),
            Value::Complex(1.0, -1.0),
        ]);
        let bytes = format.pack(&record).unwrap();
        let text = serde_json::to_string(&format.unpack::<Value>(&bytes).unwrap()).unwrap();
        let expected = concat!(
            r#"{"i":-1,"u":18446744073709551615,"f":0.5,"t":true,"s":[97,98,99],"w":"éx","#,
            r#""m":[[1,2],[3,4]],"r":{"a":1,"b":2},"p":[3,4],"z":[1.0,-1.0]}"#
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn values_are_read_and_packed() {
        let value: Value = serde_json::from_str(r#"{"a": -1, "b": [1, 2], "c": "xy", "d": {"e": true}}"#).unwrap();
        assert_eq!(value.to_string(), "(a=-1, b=[1, 2], c='xy', d=(e=True))");
        let bytes = Struct::new("<b(2)H2wBT{?:e:}").unwrap();
        assert!(bytes.pack(&value).is_err());
        let bytes = Struct::new("<b(2)H2wT{?:e:}").unwrap().pack(&value).unwrap();
        assert_eq!(bytes, b"\xff\x01\0\x02\0x\0\0\0y\0\0\0\x01");
        let error = serde_json::from_str::<Value>("[1, null]").unwrap_err();
        assert!(error.to_string().starts_with("invalid type: null, expected a number, a truth value"), "{error}");
    }

    #[test]
    fn views_are_written_as_nested_sequences() {
        let grid = [[[1_u8, 2], [3, 4]], [[5, 6], [7, 8]]];
        let view = View::of(&grid).unwrap();
        assert_eq!(serde_json::to_string(&view).unwrap(), "[[[1,2],[3,4]],[[5,6],[7,8]]]");
        assert_eq!(serde_json::to_string(&view).unwrap(), serde_json::to_string(&view.to_list()).unwrap());
        assert_eq!(serde_json::to_string(&View::of(&7).unwrap()).unwrap(), "7");
    }
}
