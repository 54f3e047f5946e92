//! What holds bytes decides what a view can do: how large it is, whether threads share it, how long it lives.

use std::borrow::Cow;
use std::cell::Cell;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use view_core::{Be, Le, MaybeMut, Owner, OwnerMut, Text, TypedView, View};

/// What holds where nothing else is said: an inherent constant goes before one of a trait.
trait Otherwise {
    const IS: bool = false;
}
impl<T> Otherwise for T {}

macro_rules! tests_of {
    ($($test:ident $bound:path;)*) => { $(
        struct $test<T>(PhantomData<T>);
        impl<T: $bound> $test<T> {
            const IS: bool = true;
        }
    )* };
}
tests_of! { IsSend Send; IsSync Sync; IsCopy Copy; IsClone Clone; }

type Number<B> = TypedView<B, Le<u32>>;

/// Send, Sync, Copy, Clone: for typed views and for run-time ones, which are never `Copy`.
macro_rules! check {
    ($($holder:ty: $send:literal $sync:literal $copy:literal $clone:literal;)*) => { $(
        let name = stringify!($holder);
        let typed = [<IsSend<Number<$holder>>>::IS, <IsSync<Number<$holder>>>::IS, <IsCopy<Number<$holder>>>::IS, <IsClone<Number<$holder>>>::IS];
        assert_eq!(typed, [$send, $sync, $copy, $clone], "typed over {name}");
        let view = [<IsSend<View<$holder>>>::IS, <IsSync<View<$holder>>>::IS, <IsCopy<View<$holder>>>::IS, <IsClone<View<$holder>>>::IS];
        assert_eq!(view, [$send, $sync, false, $clone], "over {name}");
    )* };
}

#[test]
fn threads_share_views_where_they_share_the_bytes() {
    check! {
        &[u8]: true true true true;
        &[u8; 4]: true true true true;
        &mut [u8]: true true false false;
        [u8; 4]: true true true true;
        &[Cell<u8>]: false false true true;
        MaybeMut<'_>: true true false false;
        Vec<u8>: true true false true;
        Box<[u8]>: true true false true;
        Arc<[u8]>: true true false true;
        Rc<[u8]>: false false false true;
        Cow<'_, [u8]>: true true false true;
        Owner<Vec<u8>>: true true false true;
        OwnerMut<Vec<u8>>: true true false true;
    }
}

/// A typed view is its bytes, and for each dimension a length and a stride; and where it starts.
#[test]
fn typed_views_are_small() {
    const WORD: usize = size_of::<usize>();
    assert_eq!(size_of::<TypedView<&[u8], Le<u32>, 0>>(), 3 * WORD);
    assert_eq!(size_of::<TypedView<&[u8], Be<f64>>>(), 5 * WORD);
    assert_eq!(size_of::<TypedView<&[u8], Text<9>, 2>>(), 7 * WORD);
    assert_eq!(size_of::<TypedView<&[u8; 64], Le<u32>, 1>>(), 4 * WORD);
    assert_eq!(size_of::<TypedView<Arc<[u8]>, Le<u32>, 1>>(), 5 * WORD);
    assert!(size_of::<View<&[u8]>>() <= 32 * WORD);
}

#[test]
fn owners_outlive_the_scope_that_made_them() {
    fn table() -> View<Arc<[u8]>> {
        View::new(Arc::<[u8]>::from([1, 0, 2, 0])).cast("<H").unwrap()
    }
    let (a, b) = (table(), table().clone());
    let sum = std::thread::spawn(move || a.get([0]).unwrap().as_i64().unwrap() + b.get([1]).unwrap().as_i64().unwrap());
    assert_eq!(sum.join().unwrap(), 3);

    let typed = View::new(Owner([1, 0, 2, 0])).cast("<H").unwrap().typed::<u16, 1>().unwrap();
    assert_eq!(typed.iter().sum::<u16>(), 3);
}

/// An owner that breaks its word is found out, by a panic and nothing worse.
#[test]
#[should_panic(expected = "range start index 6 out of range for slice of length 4")]
fn an_owner_that_lends_fewer_bytes_later() {
    struct Fickle(Rc<Cell<usize>>);
    impl AsRef<[u8]> for Fickle {
        fn as_ref(&self) -> &[u8] {
            &[0; 8][..self.0.get()]
        }
    }
    let length = Rc::new(Cell::new(8));
    let view = View::new(Owner(Fickle(length.clone()))).cast("<H").unwrap();
    assert!(view.get([3]).is_ok());
    length.set(4);
    let _ = view.get([3]);
}
