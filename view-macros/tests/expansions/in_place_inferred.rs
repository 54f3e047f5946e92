fn main() {
    let view = view_core::__private::in_place_inferred(
        {
            use view_core::__private as __view;
            __view::Inferred::<
                __view::Be<__view::u16>,
                2usize,
            >::new([0, { WIDTH }], 0usize, false)
        },
        &bytes,
    );
}
