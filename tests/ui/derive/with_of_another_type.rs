use view_core::Record;

struct Seconds(u32);

mod seconds {
    pub fn unpack(seconds: u32) -> u64 {
        seconds.into()
    }
    pub fn pack(of: &super::Seconds) -> u32 {
        of.0
    }
}

#[derive(Record)]
#[view(little_endian)]
struct Header {
    #[view(format = "I", with = seconds)]
    size: Seconds,
}

fn main() {}
