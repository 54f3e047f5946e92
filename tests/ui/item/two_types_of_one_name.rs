view_core::view! {
    struct TradeSpot = "<I:id:";
    struct Trade = "<I:id: T{h:x: h:y:}:spot:";
}

fn main() {}
