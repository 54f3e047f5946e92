view_core::view! {
    struct Matrix = "<(3,)f:m: (2,x)d:n:";
}

fn main() {}
