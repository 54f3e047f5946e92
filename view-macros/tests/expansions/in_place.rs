fn main() {
    let view = view_core::__private::in_place(
        {
            view_core::__private::Plan::<
                _,
                [[i32; 4usize]; 3usize],
                48usize,
                4usize,
                12usize,
            >::new(
                view_core::__private::Grid::<
                    view_core::__private::Le<i32>,
                    2usize,
                >::new([3usize, 4usize], true),
            )
        },
        &bytes,
    );
}
