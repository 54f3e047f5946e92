//! Exhaustive over small geometries, against definitions written out naively.

use super::*;

/// Room for the lowest of the small geometries.
const START: usize = 20;

/// All geometries of rank 2 with lengths 0 to 3 and strides -5 to 5.
fn small() -> impl Iterator<Item = Fixed<2>> {
    let lengths = (0..4).flat_map(|a| (0..4).map(move |b| [a, b]));
    lengths.flat_map(|shape| {
        (-5..6).flat_map(move |a| (-5..6).map(move |b| Geometry { shape, strides: [a, b], offset: START }))
    })
}

/// The offset of every element, in C order.
fn offsets(of: &Fixed<2>) -> impl Iterator<Item = usize> {
    let of = *of;
    (0..of.shape[0]).flat_map(move |i| {
        (0..of.shape[1])
            .map(move |j| (START as isize + i as isize * of.strides[0] + j as isize * of.strides[1]) as usize)
    })
}

#[test]
fn elements_are_where_index_times_stride_says() {
    for geometry in small() {
        let [rows, columns] = geometry.shape;
        let mut expected = offsets(&geometry);
        for (i, j) in (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j))) {
            assert_eq!(geometry.locate(&[i, j]), expected.next());
        }
        assert_eq!(geometry.elements(), rows * columns);
        assert_eq!(geometry.locate(&[rows, 0]), None);
        assert_eq!(geometry.locate(&[0, columns]), None);
        assert_eq!(geometry.locate(&[0]), None);
    }
}

#[test]
fn reach_is_the_lowest_and_the_highest_byte() {
    for geometry in small() {
        for itemsize in 0..4 {
            let range = reach(&geometry.shape, &geometry.strides, geometry.offset, itemsize).unwrap();
            let low = offsets(&geometry).min().unwrap_or(START);
            let high = offsets(&geometry).max().map_or(START, |at| at + itemsize);
            assert_eq!(range, low..high, "{geometry:?}");
            assert!(geometry.fits(itemsize, high));
            assert!(high == 0 || !geometry.fits(itemsize, high - 1));
        }
    }
}

#[test]
fn packed_means_in_a_row() {
    for geometry in small() {
        for itemsize in 0..4 {
            let [rows, columns] = geometry.shape;
            let in_a_row = offsets(&geometry).eq((0..geometry.elements()).map(|i| START + i * itemsize));
            assert_eq!(geometry.is_row_major(itemsize), in_a_row || itemsize == 0, "{geometry:?} {itemsize}");
            let transposed = Geometry {
                shape: [columns, rows],
                strides: [geometry.strides[1], geometry.strides[0]],
                offset: geometry.offset,
            };
            assert_eq!(geometry.is_column_major(itemsize), transposed.is_row_major(itemsize));
        }
    }
}

#[test]
fn one_dimension_is_as_in_cpython() {
    let is_contiguous = |length, stride| is_row_major(&[length], &[stride], 2);
    assert!(is_contiguous(0, 2) && is_contiguous(3, 2) && is_contiguous(1, -2));
    assert!(!is_contiguous(0, 4) && !is_contiguous(3, -2) && !is_contiguous(2, 0));
    assert!(is_row_major(&[], &[], 8) && is_column_major(&[], &[], 8));
}

#[test]
fn slices_are_parts_of_the_whole() {
    for geometry in small() {
        let [rows, columns] = geometry.shape;
        for (start, step) in (0..rows).flat_map(|start| [-2_isize, -1, 1, 2].map(|step| (start, step))) {
            let room = if step > 0 { rows - start - 1 } else { start };
            for length in 0..=room / step.unsigned_abs() + 1 {
                let slice = geometry.slice_axis(0, start, step, length);
                for (i, j) in (0..length).flat_map(|i| (0..columns).map(move |j| (i, j))) {
                    let whole = [start.wrapping_add_signed(i as isize * step), j];
                    assert_eq!(slice.locate(&[i, j]), geometry.locate(&whole));
                }
                assert!(slice.fits(1, reach(&geometry.shape, &geometry.strides, START, 1).unwrap().end));
            }
        }
    }
}

#[test]
fn ranges_are_strict() {
    assert_eq!(resolve_range(&(1..3), 3), Ok(1..3));
    assert_eq!(resolve_range(&(..=2), 3), Ok(0..3));
    assert_eq!(resolve_range(&(3..), 3), Ok(3..3));
    assert_eq!(resolve_range(&.., 3), Ok(0..3));
    assert_eq!(resolve_range(&(1..4), 3), Err(1..4));
    #[expect(clippy::reversed_empty_ranges, reason = "it is what is tested")]
    {
        assert_eq!(resolve_range(&(2..1), 3), Err(2..1));
    }
    assert_eq!(resolve_range(&(..=usize::MAX), 3), Err(0..usize::MAX));
}

#[test]
fn sizes_that_overflow_are_refused() {
    const MAX: usize = usize::MAX;
    assert_eq!(shape::elements(&[MAX, 2]), None);
    assert_eq!(shape::elements(&[MAX, 2, 0]), Some(0));
    assert_eq!(extent(&[MAX / 2], 1), Some(MAX / 2));
    assert_eq!(extent(&[MAX / 2 + 1], 1), None);
    assert_eq!(extent(&[MAX / 4], 8), None);
    assert_eq!(Fixed::row_major([MAX / 4, 8], 1), None);
    assert_eq!(Fixed::row_major([MAX / 4, 8, 0], 0), None);
    assert_eq!(Fixed::row_major([MAX / 4, 4, 0], 1), None);
    assert_eq!(Fixed::row_major([2, 3], 4).unwrap().strides, [12, 4]);
    assert_eq!(reach(&[2], &[isize::MAX], 1, 1), None);
    assert_eq!(reach(&[2], &[-1], 0, 1), None);
    assert_eq!(reach(&[1], &[-1], MAX, 1), None);
}

#[cfg(feature = "alloc")]
#[test]
fn partial_indices_select_parts() {
    let whole = Dynamic::row_major(&[2, 3, 4], 2).unwrap();
    let part = whole.at(&[1, 2]).unwrap();
    assert_eq!((&part.shape[..], &part.strides[..], part.offset), (&[4][..], &[2][..], 40));
    assert_eq!(whole.at(&[]).unwrap(), whole);
    assert_eq!(whole.at(&[1, 3]), None);
    assert_eq!(whole.at(&[0, 0, 0, 0]), None);
    assert_eq!(Dynamic::row_major(&[2, 0], 4).unwrap().at(&[1]).unwrap().offset, 0);
    assert_eq!(Fixed::column_major([2, 3, 4], 2).unwrap().strides, [2, 4, 12]);
}

/// Also where an axis of length 0 makes them no elements at all: a later product meets the other axes first.
#[test]
fn no_operation_makes_more_elements_than_a_number_holds() {
    const HUGE: usize = usize::MAX / 4;
    let too_large = |result: Result<Fixed<3>, GeometryError>| matches!(result, Err(GeometryError::TooLarge { .. }));
    assert!(too_large(broadcast::<GrowFixed<3>>(&[1, 0], &[1, 1], 0, 1, &[3, HUGE, 0])));
    assert!(too_large(broadcast::<GrowFixed<3>>(&[1, 0], &[1, 1], 0, 8, &[1, HUGE, 0])));
    assert!(too_large(broadcast::<GrowFixed<3>>(&[1], &[1], 0, 0, &[3, HUGE, 1])));
    assert!(too_large(windows::<GrowFixed<3>>(&[0, HUGE], &[1, 1], 0, 1, 1, HUGE / 2)));
    assert!(matches!(check_strided(&[0, HUGE, 3], &[0; 3], 0, 1, 8), Err(GeometryError::TooLarge { .. })));
    assert_eq!(check_strided(&[0, HUGE], &[1, 1], 8, 1, 8), Ok(()));
    let mut strides = [0; 3];
    let error = reshape(&[0], &[1], 1, &[HUGE, 3, 0], &mut strides).unwrap_err();
    assert!(matches!(error, GeometryError::TooLarge { .. }));
}

#[test]
fn reshapes_are_refused_only_where_strides_cannot_say_them() {
    #[track_caller]
    fn check(shape: &[usize], strides: &[isize], to: &[usize], expected: Option<&[isize]>) {
        let mut got = [0; 4];
        let result = reshape(shape, strides, 4, to, &mut got[..to.len()]);
        assert_eq!(result.ok().map(|()| &got[..to.len()]), expected);
    }
    check(&[2, 3], &[12, 4], &[6], Some(&[4]));
    check(&[2, 3], &[12, 4], &[3, 2], Some(&[8, 4]));
    check(&[2, 3], &[16, 4], &[6], None);
    check(&[2, 3], &[16, 4], &[2, 1, 3], Some(&[16, 12, 4]));
    check(&[4, 3], &[16, 4], &[2, 2, 3], Some(&[32, 16, 4]));
    check(&[4, 3], &[16, 4], &[2, 6], None);
    check(&[2, 3], &[-12, -4], &[6], Some(&[-4]));
    check(&[1, 6], &[999, 4], &[2, 3], Some(&[12, 4]));
    check(&[2, 3], &[0, 0], &[3, 2], Some(&[0, 0]));
    check(&[1, 1], &[7, 9], &[], Some(&[]));
    check(&[], &[], &[1, 1], Some(&[4, 4]));
    check(&[2, 3], &[12, 4], &[5], None);
    check(&[0, 3], &[12, 4], &[3, 0, 2], Some(&[8, 8, 4]));
}
