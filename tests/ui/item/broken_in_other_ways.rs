use view_core::{Bytes, TypedView};

view_core::view! {
    struct Clash = "<H:x: H:set_x: H:y:";
    struct Reserved = "<H:new: H:y:";
    struct Odd = "<H:file size: H:y:";
    struct Double = "g:x: H:y:";
    struct Huge = "<99999999999999999999H:x: H:y:";
    struct Types = "<T{H:x:}:a: T{H:y:}:a_:";
    struct Enum = "<H:kind: f:x:" where x: Kind;
    struct NoField = "<H:kind: f:x:" where kid: Kind;
    #[derive(Ord)]
    struct Order = "<H:x:";
}

#[derive(view_core::Record)]
#[repr(u8)]
enum Kind {
    A,
}

fn of_any(a: Clash<impl Bytes>, b: &Reserved<impl Bytes>, c: &Odd<impl Bytes>, d: &Double<&[u8; 18]>) -> u16 {
    a.x() + a.set_x() + a.y() + b.new() + b.y() + c.file_size() + d.x().y() + d.y()
}

fn of_others(a: Huge<impl Bytes>, b: &Types<impl Bytes>, c: &Enum<impl Bytes>, d: &NoField<&[u8; 6]>) -> u16 {
    if let (Ok(Kind::A), Ok(Kind::A)) = (c.x(), d.kind()) {}
    a.x().at(3) + b.a_().y() + b.a().x() + c.kind()
}

fn main() {
    let order = Order::new([0; Order::SIZE]);
    let rows = TypedView::<_, Types>::from_bytes(&[0; 4]).unwrap();
    println!("{} {}", order.x(), rows.columns().a().columns().x().sum::<u64>());
    let clash = Clash::new([0; 6]);
    println!("{} {}", of_any(clash, &Reserved::new([0; 4]), &Odd::new([0; 4]), &Double::new([0; 18])), clash.new());
}
