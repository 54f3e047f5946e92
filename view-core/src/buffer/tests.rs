//! What each type says of itself, and that nobody copies.

use alloc::{borrow::Cow, boxed::Box, format, rc::Rc, string::ToString, sync::Arc, vec, vec::Vec};

use super::*;

/// Format, shape and strides, and the values.
#[track_caller]
fn check<T: Buffer + ?Sized>(value: &T, says: &str, holds: &str) {
    let view = View::of(value).unwrap();
    assert_eq!(format!("{} {:?} {:?}", view.format(), view.shape(), view.strides()), says);
    assert_eq!(view.to_list().to_string(), holds);
    assert!(view.is_c_contiguous());
    // The format is one that is read alike when it is parsed.
    assert_eq!(crate::Layout::parse(view.format()).as_ref(), Ok(view.layout()));
}

#[test]
fn every_number_says_its_format() {
    let word = if size_of::<usize>() == 8 { "Q [2] [8]" } else { "I [2] [4]" };
    check(&[1_u8, 255], "B [2] [1]", "[1, 255]");
    check(&[1_i8, -1], "b [2] [1]", "[1, -1]");
    check(&[1_u16, 0xfffe], "H [2] [2]", "[1, 65534]");
    check(&[1_i16, -2], "h [2] [2]", "[1, -2]");
    check(&[1_u32, 0xffff_fffe], "I [2] [4]", "[1, 4294967294]");
    check(&[1_i32, -2], "i [2] [4]", "[1, -2]");
    check(&[1_u64, u64::MAX], "Q [2] [8]", "[1, 18446744073709551615]");
    check(&[1_i64, i64::MIN], "q [2] [8]", "[1, -9223372036854775808]");
    check(&[1_usize, 2], word, "[1, 2]");
    check(&[1_isize, -2], &word.replace('Q', "q").replace('I', "i"), "[1, -2]");
    check(&[0.5_f32, -2.0], "f [2] [4]", "[0.5, -2.0]");
    check(&[0.5_f64, -2.0], "d [2] [8]", "[0.5, -2.0]");
    check(&[true, false], "? [2] [1]", "[True, False]");
    check(&['a', '\u{1f600}'], "w [2] [4]", "['a', '\u{1f600}']");
}

#[test]
fn dimensions_are_slices_and_arrays() {
    check(&7_i32, "i [] []", "7");
    check(&true, "? [] []", "True");
    check(&[[1_u16, 2, 3], [4, 5, 6]], "H [2, 3] [6, 2]", "[[1, 2, 3], [4, 5, 6]]");
    check(&vec![[[1_u8; 2]; 1]; 2], "B [2, 1, 2] [2, 2, 1]", "[[[1, 1]], [[1, 1]]]");
    check(&Vec::<f64>::new(), "d [0] [8]", "[]");
    check(&[[0_i32; 0]; 2], "i [2, 0] [4, 4]", "[[], []]");
}

#[test]
fn pointers_say_what_they_point_to() {
    let numbers = [[1_i16, 2], [3, 4]];
    let (says, holds) = ("h [2, 2] [4, 2]", "[[1, 2], [3, 4]]");
    check(&numbers[..], says, holds);
    check(&&numbers, says, holds);
    check(&&mut numbers.clone(), says, holds);
    check(&numbers.to_vec(), says, holds);
    check(&Box::new(numbers), says, holds);
    check(&(Box::from(numbers) as Box<[_]>), says, holds);
    check(&Rc::new(numbers), says, holds);
    check(&(Rc::from(numbers) as Rc<[_]>), says, holds);
    check(&Arc::new(numbers), says, holds);
    check(&(Arc::from(numbers) as Arc<[_]>), says, holds);
    check(&Arc::new(numbers.to_vec()), says, holds);
    check(&Cow::Borrowed(&numbers[..]), says, holds);
    check(&Cow::<[_]>::Owned(numbers.to_vec()), says, holds);
    check(&(&numbers as &dyn Buffer), says, holds);
    check(&View::of(&numbers).unwrap(), says, holds);
}

#[test]
fn a_view_lies_where_the_value_does() {
    let numbers = vec![1_u32, 2, 3];
    assert_eq!(View::of(&numbers).unwrap().into_inner().as_ptr(), numbers.as_ptr().cast());
    // Also as long as the value, not as the borrow of what points to it.
    let view = { View::of(numbers.as_slice()).unwrap() };
    assert_eq!(view.to_list().to_string(), "[1, 2, 3]");
}

#[test]
fn writes_go_through() {
    let mut numbers = vec![[1_i32, 2], [3, 4]];
    View::of_mut(&mut numbers).unwrap().set([1, 1], -1).unwrap();
    View::of_mut(&mut numbers[..1]).unwrap().set([0, 0], 9).unwrap();
    View::of_mut(&mut &mut numbers).unwrap().set([0, 1], 8).unwrap();
    assert_eq!(numbers, [[9, 8], [3, -1]]);

    let mut boxed = Box::new([0.0_f32; 2]);
    let view = View::of_mut(&mut boxed).unwrap().into_cells();
    let (mut a, mut b) = (view.clone(), view);
    a.set([0], 1.0).unwrap();
    b.set([1], 2.0).unwrap();
    assert_eq!(*boxed, [1.0, 2.0]);

    let mut number = 1_u64;
    View::of_mut(&mut number).unwrap().set([], u64::MAX).unwrap();
    assert_eq!(number, u64::MAX);
}

#[test]
fn a_value_that_does_not_hold_its_shape_says_so() {
    struct Image(Vec<u8>);
    impl Buffer for Image {
        fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
            View::of(&self.0)?.cast_shape("B", &[2, 3])
        }
    }
    check(&Image(vec![1, 2, 3, 4, 5, 6]), "B [2, 3] [3, 1]", "[[1, 2, 3], [4, 5, 6]]");
    let error = View::of(&Image(vec![0; 5])).unwrap_err().to_string();
    assert_eq!(error, "`B` of shape [2, 3] needs 6 bytes, the view has 5");
}

#[test]
fn arrays_nest_as_deep_as_views_have_dimensions() {
    type Three<T> = [[[T; 1]; 1]; 1];
    type Nine<T> = Three<Three<Three<T>>>;
    type SixtyThree = Nine<Nine<Nine<Nine<Nine<Nine<Nine<u8>>>>>>>;
    assert_eq!(View::of(&Vec::<SixtyThree>::new()).unwrap().ndim(), 64);
    let error = View::of(&Vec::<[SixtyThree; 1]>::new()).unwrap_err();
    assert_eq!(error.to_string(), "65 dimensions asked for, a view has at most 64");
}

#[test]
fn elements_that_cannot_be_lent_say_why() {
    let numbers = [[1_u32, 2], [3, 4]];
    let view = View::of(&numbers).unwrap();
    assert_eq!(view.slice(1..2).unwrap().as_slice::<u32>().unwrap(), [3, 4]);
    assert_eq!(view.slice(1..1).unwrap().as_slice::<u32>().unwrap(), []);
    let says = |view: &View<&[u8]>| view.as_slice::<u32>().unwrap_err().to_string();
    assert_eq!(
        says(&view.view().transpose()),
        "elements of 4 bytes in shape [2, 2] and strides [4, 8] are no slice of them; copy them by `to_vec`"
    );
    assert_eq!(
        says(&view.view().cast("i").unwrap()),
        "elements of format `i` cannot be read as `u32`; `i32` reads them"
    );
    let other = if cfg!(target_endian = "little") { ">I" } else { "<I" };
    assert_eq!(
        says(&view.view().cast(other).unwrap()),
        format!(
            "elements of format `{other}` stand in the other byte order than `u32` does here; read them by `typed`, or \
             copy them by `to_vec`"
        )
    );
    for past in 1..4 {
        let part = View::new(&view.view().into_inner()[past..past + 12]).cast("I").unwrap();
        assert_eq!(
            says(&part),
            format!(
                "`u32` has to lie at a multiple of 4 bytes, the first element lies {past} after one; read them by \
                 `typed`, or copy them by `to_vec`"
            )
        );
    }
}

#[test]
fn slices_are_lent_to_write() {
    let mut numbers = [1_i16, 2, 3, 4];
    let mut view = View::of_mut(&mut numbers).unwrap();
    view.slice_mut(1..3).unwrap().as_slice_mut::<i16>().unwrap().copy_from_slice(&[-2, -3]);
    assert_eq!(
        view.as_slice_mut::<u16>().unwrap_err().to_string(),
        "elements of format `h` cannot be read as `u16`; `i16` reads them"
    );
    assert_eq!(numbers, [1, -2, -3, 4]);
}
