//! Generic code over records, over what holds their bytes, and over elements.
#![deny(warnings)]

use std::fmt::Debug;

use view_core::{Bytes, BytesMut, Element, Le, Numeric, Record, Source, TypedView, Writable, view};

view! {
    #[derive(Debug, PartialEq)]
    pub struct Point = "<i:x: i:y:";
    #[derive(Debug)]
    pub struct Line = "<T{<i:x: i:y:}:from: T{<i:x: i:y:}:to:";
}

/// A table of records with a header of its own, over any bytes.
struct Table<B, E: Element> {
    rows: TypedView<B, E>,
}

impl<B: Bytes, E: Record> Table<B, E> {
    fn names(&self) -> Vec<String> {
        E::FORMAT.split(':').skip(1).step_by(2).map(Into::into).collect()
    }

    fn len(&self) -> usize {
        self.rows.len()
    }
}

fn sum_of_first<'b, E>(view: &TypedView<&'b [u8], E>) -> E::Sum
where
    E: Numeric,
{
    view.sum()
}

fn length<B: Bytes>(line: &Line<B>) -> f64 {
    let (from, to) = (line.from(), line.to());
    f64::from(to.x() - from.x()).hypot(f64::from(to.y() - from.y()))
}

fn flip<B: BytesMut>(line: &mut Line<B>) {
    let (from, to) = ((line.from().x(), line.from().y()), (line.to().x(), line.to().y()));
    line.from_mut().set_x(to.0);
    line.from_mut().set_y(to.1);
    line.to_mut().set_x(from.0);
    line.to_mut().set_y(from.1);
}

fn read<'a, S>(source: S) -> Option<Point<&'a [u8; 8]>>
where
    S: Source<8, Array = &'a [u8; 8]>,
{
    Point::from_bytes(source).ok()
}

fn zero<B: Writable>(view: &mut TypedView<B, Le<u16>, 2>) {
    let [rows, columns] = view.shape();
    for i in 0..rows {
        for j in 0..columns {
            view.set([i, j], 0).unwrap();
        }
    }
}

fn show(what: &impl Debug) -> String {
    format!("{what:?}")
}

fn main() {
    let bytes = [1, 0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 6, 0, 0, 0];
    let table = Table { rows: TypedView::<_, Point>::from_bytes(&bytes).unwrap() };
    assert_eq!((table.len(), table.names()), (2, vec![String::from("x"), String::from("y")]));
    assert_eq!(sum_of_first(&table.rows.columns().x()), 5);
    let mut line = Line::new(bytes);
    assert_eq!(length(&line), 5.0);
    assert_eq!(length(&Line::new(&bytes)), 5.0);
    flip(&mut line);
    assert_eq!(line.from().x(), 4);
    assert_eq!(read(&bytes[..8]).map(|point| point.y()), Some(2));
    assert_eq!(show(&line.to()), "LineTo { x: 1, y: 2 }");
    let mut numbers = [1, 0, 2, 0, 3, 0, 4, 0];
    zero(&mut view!(&mut numbers, "<H", [2, 2]));
    assert_eq!(numbers, [0; 8]);
    // Records of other holders are equal by their values.
    assert_eq!(Point::new(&bytes[..8].try_into().unwrap() as &[u8; 8]), Point::from_prefix(&bytes).unwrap().0);
}
