//! Columns of every kind of field, of views of several ranks, to read and to write.
#![deny(warnings)]

use view_core::{TypedView, view};

view! {
    struct Sample = "<H:id: (2,3)B:m: 2h T{<B:x: B:y:}:at: (2)T{H:low: H:high:}:ends: 3s:tag: (2)2s:tags: (2)w:name:";
}

fn main() {
    let mut bytes = [0u8; 4 * Sample::SIZE];
    let mut rows = TypedView::<_, Sample>::from_bytes(&mut bytes).unwrap();
    for i in 0..4 {
        let mut row = rows.at_mut(i);
        row.set_id(i as u16);
        for j in 0..6 {
            row.m_mut().set([j / 3, j % 3], (10 * i + j) as u8).unwrap();
        }
        row.f0_mut().set([1], -(i as i16)).unwrap();
        row.at_mut().set_y(7);
        row.ends_mut().at_mut(1).set_high(i as u16);
        row.set_tag(b"abc");
    }

    // the dimensions of the view, then those of the field
    let m = rows.columns_mut().m();
    assert_eq!(m.shape(), [4, 2, 3]);
    assert_eq!(m.get([3, 1, 2]), Some(35));
    rows.columns_mut().m().set([0, 0, 0], 200).unwrap();
    rows.columns_mut().at().columns_mut().x().set([2], 9).unwrap();
    rows.columns_mut().ends().get_mut([3, 0]).unwrap().set_low(5);

    let columns = rows.columns();
    assert_eq!(columns.m().sum(), 200 + (0..4).map(|i| 60 * i + 15).sum::<u64>());
    assert_eq!(columns.f0().get([2, 1]), Some(-2));
    assert_eq!(columns.at().columns().y().to_vec(), [7; 4]);
    assert_eq!(columns.at().at(2).x(), 9);
    assert_eq!(columns.ends().columns().high().get([3, 1]), Some(3));
    assert_eq!(columns.ends().shape(), [4, 2]);
    assert_eq!(columns.ends().get([3, 0]).unwrap().low(), 5);
    assert_eq!(columns.tag().at(1), b"abc");
    assert_eq!(columns.tags().get([1, 1]), Some(&[0; 2]));
    assert_eq!(columns.name().shape(), [4, 2, 1]);

    // two and three dimensions of records
    let grid = view!(&bytes, "<H:id: (2,3)B:m: 29x", [2, 2]);
    assert_eq!(grid.columns().m().shape(), [2, 2, 2, 3]);
    assert_eq!(grid.columns().id().shape(), [2, 2]);
    let cube = TypedView::<_, Sample, 3>::contiguous(&bytes, [2, 1, 2]).unwrap();
    assert_eq!(cube.columns().m().get([1, 0, 1, 1, 2]), Some(35));
    // a column outlives the view that it was taken from
    let ids = { TypedView::<_, Sample>::from_bytes(&bytes).unwrap().columns().id() };
    assert_eq!(ids.to_vec(), [0, 1, 2, 3]);
}
