//! A sensor's packets on a machine without an operating system and without a heap. `.ci/run` builds it as such a machine's
//! library, where the compiler would find a heap that nobody provides.
#![no_std]
#![forbid(unsafe_code)]

use core::cell::Cell;
use core::fmt::{self, Write};

use view_core::{Be, Bytes, Le, MaybeMut, Record, SizeError, TypedView, UnpackError, ViewError, Writable, s, view};

view! {
    /// What stands before the samples.
    #[derive(Debug)]
    pub struct Header = ">2s:magic: B:version: B:channels: H:samples: H:checksum:";
}

/// What the device is set to, as values.
#[derive(Record, Debug, PartialEq, Clone, Copy)]
#[view(format = "<H?xf(2,2)h")]
pub struct Settings {
    /// Samples in a second.
    pub rate: u16,
    /// Whether the pump runs.
    pub pump: bool,
    /// What readings are multiplied by.
    pub gain: f32,
    /// Corrections, for each channel two.
    pub trim: [[i16; 2]; 2],
}

/// The samples of a packet: for each moment one of each channel.
///
/// # Errors
///
/// Where the bytes are fewer than the header says.
pub fn samples(packet: &[u8]) -> Result<TypedView<&[u8], Be<i16>, 2>, ViewError> {
    let (header, rest) = Header::from_prefix(packet)?;
    let shape = [usize::from(header.samples()), usize::from(header.channels())];
    Ok(TypedView::from_offset(rest, 0, shape)?)
}

/// Writes the sum of all words into the header, in place; the word of the sum counts as 0.
///
/// # Errors
///
/// Where the bytes are no packet of whole words.
pub fn seal(packet: &mut [u8]) -> Result<u16, SizeError> {
    Header::from_prefix(&mut *packet)?.0.set_checksum(0);
    let sum = TypedView::<_, Be<u16>>::from_bytes(&*packet)?.sum();
    let sum = !(sum as u16).wrapping_add((sum >> 16) as u16);
    Header::from_prefix(packet)?.0.set_checksum(sum);
    Ok(sum)
}

/// The mean of each run of `length` samples of one channel, over `means`; how many there are.
///
/// # Errors
///
/// Where there is no such channel, or no run is so long.
pub fn smooth<B: Bytes>(
    samples: TypedView<B, Be<i16>, 2>,
    channel: usize,
    length: usize,
    means: &mut [i64],
) -> Result<usize, ViewError> {
    let channel = samples.index_axis(1, channel)?;
    let runs = channel.windows(0, length)?;
    let sums = runs.rows().map(|run| run.sum() / length as i64);
    Ok(means.iter_mut().zip(sums).map(|(mean, sum)| *mean = sum).count())
}

/// Overwrites every second sample of the last channel, from the last one back.
///
/// # Errors
///
/// Where the bytes turn out to be read-only.
pub fn mute<B: Writable>(samples: &mut TypedView<B, Be<i16>, 2>) -> Result<(), ViewError> {
    samples.slice_mut::<1>(s![..;-2, -1])?.fill(0)
}

/// Text of a size that is known.
#[derive(Debug)]
pub struct Line<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Line<N> {
    /// What is written of anything, as far as there is room.
    pub fn of(what: &dyn fmt::Debug) -> Line<N> {
        let mut line = Line { bytes: [0; N], length: 0 };
        // Where the room ends, so does the text.
        let _ = write!(line, "{what:?}");
        line
    }

    /// The text.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

impl<const N: usize> Write for Line<N> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = self.bytes.get_mut(self.length..).and_then(|room| room.get_mut(..text.len())).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length += text.len();
        Ok(())
    }
}

/// All of it at once, as the loop of a device would: the settings, and the sum of what is left of a packet.
///
/// # Errors
///
/// Where the bytes are too few, or read-only.
pub fn step(settings: &[u8], packet: MaybeMut<'_>) -> Result<(f32, i64), ViewError> {
    let settings = Settings::unpack(settings)?;
    let mut samples = TypedView::<_, Be<i16>, 2>::from_offset(packet, 8, [2, 2])?;
    mute(&mut samples)?;
    Ok((settings.gain, samples.sum()))
}

/// What a register of 16 bits holds that others write too.
pub fn watch(register: &[Cell<u8>; 2]) -> impl Fn() -> u16 {
    let view = TypedView::<_, Le<u16>, 0>::contiguous(register.as_slice(), []);
    move || view.as_ref().map_or(0, |view| view.value())
}

/// Why bytes are no settings, in words.
pub fn complain(settings: &[u8]) -> Option<Line<40>> {
    Settings::unpack(settings).err().map(|error: UnpackError| {
        let mut line = Line { bytes: [0; 40], length: 0 };
        let _ = write!(line, "{error}");
        line
    })
}

#[cfg(all(feature = "machine", not(test)))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACKET: [u8; 16] = *b"SP\x01\x02\x00\x02\x00\x00\x00\x05\xff\xff\x00\x07\x00\x09";

    #[test]
    fn packets_are_read_and_sealed_in_place() {
        let mut packet = PACKET;
        let view = samples(&packet).unwrap();
        assert_eq!((view.shape(), view.get([1, 0]), view.max()), ([2, 2], Some(7), Some(9)));
        assert_eq!(Line::<30>::of(&view).as_bytes(), b"[[5, -1], [7, 9]]");
        let mut means = [0; 4];
        assert_eq!((smooth(view, 0, 2, &mut means).unwrap(), means[0]), (1, 6));
        assert!(smooth(view, 2, 2, &mut means).is_err() && smooth(view, 0, 3, &mut means).is_err());
        assert!(samples(&packet[..15]).is_err());
        let sum = seal(&mut packet).unwrap();
        assert_eq!(packet[6..8], sum.to_be_bytes());
        assert_eq!(seal(&mut packet).unwrap(), sum);
        assert!(seal(&mut packet[..15]).is_err());
    }

    #[test]
    fn settings_are_values() {
        let settings = Settings { rate: 100, pump: true, gain: 0.5, trim: [[1, 2], [3, -4]] };
        let bytes = settings.pack();
        assert_eq!(Settings::unpack(&bytes).unwrap(), settings);
        let mut packet = PACKET;
        assert_eq!(step(&bytes, MaybeMut::from(&mut packet[..])).unwrap(), (0.5, 11));
        assert_eq!(packet[8..], [0, 5, 255, 255, 0, 7, 0, 0]);
        assert_eq!(step(&bytes, MaybeMut::from(&packet[..])), Err(ViewError::ReadOnly));
        assert_eq!(complain(&bytes[1..]).unwrap().as_bytes(), b"16 bytes needed, 15 there");
        let mut register = [1, 2];
        let cells = Cell::from_mut(&mut register).as_array_of_cells();
        let value = watch(cells);
        cells[1].set(3);
        assert_eq!(value(), 0x0301);
    }
}
