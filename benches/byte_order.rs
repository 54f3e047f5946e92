//! Big-endian numbers to those of the machine, W3: `cargo bench -p benches --bench byte_order`.

use std::hint::black_box;

use benches::{Buffer, SMALL, Table, goal, large, size};
use view_core::{MemoryOrder, View};
use zerocopy::FromBytes;
use zerocopy::big_endian::{F64, U32};

fn main() {
    for bytes in [SMALL, large()] {
        u32s(bytes);
        f64s(bytes);
    }
}

/// What the interpreter makes: the same numbers.
fn setup(bytes: usize, code: &str) -> String {
    format!(
        "data = bytes(range(256)) * ({bytes} // 256)\n\n\
         a = np.frombuffer(data, '>{code}'); out = np.empty(a.shape, '={code}')\n\n\
         few = data[:262144]; unpack = struct.Struct('>%d{}' % (len(few) // {})).unpack",
        if code == "u4" { "I" } else { "d" },
        if code == "u4" { 4 } else { 8 },
    )
}

fn u32s(bytes: usize) {
    let source = Buffer::noise(bytes);
    let mut plain = Buffer::new(bytes);
    let (mut ours, mut theirs, mut dynamic) = (Buffer::new(bytes), Buffer::new(bytes), Buffer::new(bytes));
    let (ours, theirs): (&mut [u32], &mut [u32]) = (ours.numbers(), theirs.numbers());
    let view = View::new(&source[..]).cast(">I").unwrap();
    let typed = view.view().typed::<u32, 1>().unwrap();
    let numbers = <[U32]>::ref_from_bytes(&source[..]).unwrap();
    Table::new(format!("big-endian u32 to native, {}", size(bytes)), bytes / 4, bytes)
        .setup(&setup(bytes, "u4"))
        .limit("memcpy", || black_box(&mut plain).copy_from_slice(black_box(&source)))
        .row("view-core: to_vec_into", goal(if bytes == SMALL { 3.3 } else { 1.0 }, 1.0), || {
            black_box(&typed).to_vec_into(black_box(&mut *ours)).unwrap();
        })
        .row("view-core: View::copy_from, `>I` to `<I`", goal(if bytes == SMALL { 3.3 } else { 1.0 }, 1.0), || {
            let mut target = View::new(&mut black_box(&mut dynamic)[..]).cast("<I").unwrap();
            target.copy_from(black_box(&view)).unwrap();
        })
        .row("zerocopy", None, || {
            for (to, from) in black_box(&mut *theirs).iter_mut().zip(black_box(numbers)) {
                *to = from.get();
            }
        })
        .python("numpy copyto", 1.0, "np.copyto(out, a)")
        .limit("memcpy to fresh memory", || drop(black_box(black_box(&source).to_vec())))
        .row("view-core: to_vec", None, || drop(black_box(black_box(&typed).to_vec())))
        .row("view-core: View::to_bytes, no swap", None, || {
            drop(black_box(black_box(&view).to_bytes_in(MemoryOrder::C)));
        })
        .python("numpy astype", 1.0, "a.astype('=u4')")
        .python("struct.unpack", 262_144.0 / bytes as f64, "unpack(few)")
        .run();
}

fn f64s(bytes: usize) {
    let source = Buffer::noise(bytes);
    let mut plain = Buffer::new(bytes);
    let (mut ours, mut theirs) = (Buffer::new(bytes), Buffer::new(bytes));
    let (ours, theirs): (&mut [f64], &mut [f64]) = (ours.numbers(), theirs.numbers());
    let typed = View::new(&source[..]).cast(">d").unwrap().typed::<f64, 1>().unwrap();
    let numbers = <[F64]>::ref_from_bytes(&source[..]).unwrap();
    Table::new(format!("big-endian f64 to native, {}", size(bytes)), bytes / 8, bytes)
        .setup(&setup(bytes, "f8"))
        .limit("memcpy", || black_box(&mut plain).copy_from_slice(black_box(&source)))
        .row("view-core: to_vec_into", goal(if bytes == SMALL { 4.1 } else { 1.0 }, 1.0), || {
            black_box(&typed).to_vec_into(black_box(&mut *ours)).unwrap();
        })
        .row("zerocopy", None, || {
            for (to, from) in black_box(&mut *theirs).iter_mut().zip(black_box(numbers)) {
                *to = from.get();
            }
        })
        .python("numpy copyto", 1.0, "np.copyto(out, a)")
        .python("struct.unpack", 262_144.0 / bytes as f64, "unpack(few)")
        .run();
}
