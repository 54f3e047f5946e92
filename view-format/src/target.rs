//! Sizes and alignments of C's types on the machine that a format is read for.

use crate::order::ByteOrder;

/// Size and alignment of one C type, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct CType {
    /// `sizeof`
    pub size: u8,
    /// `_Alignof`, a power of two
    pub align: u8,
}

const fn c(size: u8, align: u8) -> CType {
    CType { size, align }
}

/// The data model that native sizes (`@`, `^`, or no mark) come from.
///
/// A target is always an argument, never the machine that happens to run the code, so that every ABI can be asked for in
/// one process. Types that have the same size and alignment on all targets here (`char`, `float`) are not listed.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use view_format::{Layout, Target};
///
/// // C's `long` is what differs most.
/// let of = |target| Layout::parse_for("l", target).unwrap().size();
/// assert_eq!((of(&Target::LP64), of(&Target::LLP64), of(&Target::ILP32)), (8, 4, 4));
/// # }
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Target {
    /// The byte order of `@`, `^` and `=`.
    pub order: ByteOrder,
    /// `short` (`h H`)
    pub short: CType,
    /// `int` (`i I`)
    pub int: CType,
    /// `long` (`l L`)
    pub long: CType,
    /// `long long` (`q Q`)
    pub long_long: CType,
    /// `size_t`, `ssize_t` and pointers (`n N P`)
    pub pointer: CType,
    /// `double` (`d`, and the parts of `D` and `Zd`)
    pub double: CType,
    /// `long double` (`g`, and the parts of `Zg`)
    pub long_double: CType,
}

impl Target {
    /// 64-bit Unix on x86-64, little-endian: `long` and pointers have 8 bytes.
    pub const LP64: Target = Target {
        order: ByteOrder::Little,
        short: c(2, 2),
        int: c(4, 4),
        long: c(8, 8),
        long_long: c(8, 8),
        pointer: c(8, 8),
        double: c(8, 8),
        long_double: c(16, 16),
    };

    /// 64-bit Windows: as [`LP64`](Target::LP64), but `long` has 4 bytes and `long double` is `double`.
    pub const LLP64: Target = Target { long: c(4, 4), long_double: c(8, 8), ..Target::LP64 };

    /// 32-bit machines that align 8-byte numbers to 8 (ARM, wasm32): `long` and pointers have 4 bytes.
    pub const ILP32: Target = Target { long: c(4, 4), pointer: c(4, 4), ..Target::LP64 };

    /// 32-bit Unix on x86: 8-byte numbers are aligned to 4, and `long double` takes 12 bytes.
    pub const I386: Target = Target { long_long: c(8, 4), double: c(8, 4), long_double: c(12, 4), ..Target::ILP32 };

    /// The four data models above, each with its name and the machines that have it. What holds on all of them is taken to
    /// hold on any target.
    pub const ALL: [(&str, &str, Target); 4] = [
        ("LP64", "64-bit Unix", Target::LP64),
        ("LLP64", "64-bit Windows", Target::LLP64),
        ("ILP32", "32-bit ARM and wasm", Target::ILP32),
        ("i386", "32-bit x86", Target::I386),
    ];

    /// The machine that this code was compiled for, from `core::ffi`. A procedural macro must not use it: it runs on the
    /// compiling machine.
    pub const HOST: Target = Target {
        order: ByteOrder::NATIVE,
        short: c_type::<core::ffi::c_short>(),
        int: c_type::<core::ffi::c_int>(),
        long: c_type::<core::ffi::c_long>(),
        long_long: c_type::<core::ffi::c_longlong>(),
        pointer: c_type::<usize>(),
        double: c_type::<core::ffi::c_double>(),
        long_double: HOST_LONG_DOUBLE,
    };

    /// Which of [`ALL`](Target::ALL) has the same sizes and alignments, byte order and `long double` apart, which do not
    /// come with the data model; `None` where none has.
    pub const fn data_model(&self) -> Option<usize> {
        let mut model = 0;
        while model < Target::ALL.len() {
            let other = &Target::ALL[model].2;
            if same(self.short, other.short)
                && same(self.int, other.int)
                && same(self.long, other.long)
                && same(self.long_long, other.long_long)
                && same(self.pointer, other.pointer)
                && same(self.double, other.double)
            {
                return Some(model);
            }
            model += 1;
        }
        None
    }

    /// The same sizes on a big-endian machine.
    #[must_use]
    pub const fn big_endian(self) -> Target {
        Target { order: ByteOrder::Big, ..self }
    }

    /// The same sizes on a little-endian machine.
    #[must_use]
    pub const fn little_endian(self) -> Target {
        Target { order: ByteOrder::Little, ..self }
    }
}

const fn same(a: CType, b: CType) -> bool {
    a.size == b.size && a.align == b.align
}

const fn c_type<T>() -> CType {
    CType { size: size_of::<T>() as u8, align: align_of::<T>() as u8 }
}

/// Rust has no `long double`, so its size comes from the platforms' ABI documents: 80 bits in 16 or 12 bytes on x86,
/// 128 bits on 64-bit ARM, RISC-V and IBM Z under Unix, a plain `double` with MSVC, on Apple's ARM and on 32-bit ARM.
const HOST_LONG_DOUBLE: CType =
    if cfg!(any(target_env = "msvc", target_arch = "arm", all(target_vendor = "apple", target_arch = "aarch64"))) {
        c(8, align_of::<core::ffi::c_double>() as u8)
    } else if cfg!(all(target_arch = "x86", target_os = "windows")) {
        c(12, 4)
    } else if cfg!(target_arch = "x86") {
        Target::I386.long_double
    } else if cfg!(target_arch = "s390x") {
        c(16, 8)
    } else {
        c(16, 16)
    };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_data_model_is_told_from_the_others() {
        for (model, (name, _, target)) in Target::ALL.iter().enumerate() {
            assert_eq!(target.big_endian().data_model(), Some(model), "{name}");
            assert_eq!(Target { short: c(1, 1), ..*target }.data_model(), None, "{name}");
        }
    }
}
