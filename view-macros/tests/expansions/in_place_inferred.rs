fn main() {
    let view = view_core::__private::in_place_inferred(
        {
            view_core::__private::Inferred::<
                view_core::__private::Be<u16>,
                2usize,
            >::new([0usize, { WIDTH }], 0usize, false)
        },
        &bytes,
    );
}
