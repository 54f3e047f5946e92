fn main() {
    let view = view_core::__private::in_place(
        {
            use view_core::__private as __view;
            __view::Plan::<
                _,
                [[__view::i32; 4]; 3],
                48,
                4,
                12,
            >::new(__view::Grid::<__view::Le<__view::i32>, 2usize>::new([3, 4], true))
        },
        &bytes,
    );
}
