//! Network captures in the classic format of libpcap, and the headers of Ethernet, IPv4, UDP and TCP in their packets.
//!
//! `from_prefix` takes a header from the front and gives the rest, in which the next header stands. A capture is in the
//! byte order of the machine that wrote it; the packets are in that of the network, which is big-endian.

use std::fmt::Write;
use std::net::Ipv4Addr;

use view_core::{Record, SizeError, view};

use crate::Error;
use crate::error::{Part, bytes_at};

view! {
    /// The number that tells byte order and unit of time.
    struct Magic = "<I:number:";

    struct Ethernet = ">6s:target: 6s:source: H:kind:";

    struct Ip4 = ">B:version_and_words: B:service: H:length: H:id: H:fragment: B:hops: B:protocol: H:checksum:
                   4s:source: 4s:target:";

    struct Udp = ">H:source: H:target: H:length: H:checksum:";

    struct Tcp = ">H:source: H:target: I:sequence: I:acknowledged: H:flags: H:window: H:checksum: H:urgent:";
}

/// One packet, as far as it was captured.
struct Packet<'a> {
    seconds: u32,
    fraction: u32,
    /// How long it was on the wire.
    length: u32,
    bytes: &'a [u8],
}

/// The headers of a capture, in one of the two byte orders.
macro_rules! byte_order {
    ($order:ident) => {
        mod $order {
            use super::{Error, Packet, Part, Record, bytes_at};

            /// The header of the file.
            #[derive(Record)]
            #[view($order)]
            struct Capture {
                magic: u32,
                major: u16,
                minor: u16,
                zone: i32,
                accuracy: u32,
                limit: u32,
                link: u32,
            }

            /// The header of a packet.
            #[derive(Record)]
            #[view($order)]
            struct PacketStart {
                seconds: u32,
                fraction: u32,
                captured: u32,
                length: u32,
            }

            /// The kind of link, and the packets.
            pub(super) fn read(bytes: &[u8]) -> Result<(u32, Vec<Packet<'_>>), Error> {
                let (capture, _) = CaptureView::from_prefix(bytes).part("header")?;
                let mut packets = Vec::new();
                let mut at = Capture::SIZE;
                while at < bytes.len() {
                    let name = format!("packet {}", packets.len());
                    let PacketStart { seconds, fraction, captured, length } =
                        PacketStart::unpack_from(bytes, at).part(&name)?;
                    at += PacketStart::SIZE;
                    let packet = bytes_at(bytes, at as u64, captured.into()).part(&name)?;
                    at += packet.len();
                    packets.push(Packet { seconds, fraction, length, bytes: packet });
                }
                Ok((capture.link(), packets))
            }
        }
    };
}
byte_order!(little_endian);
byte_order!(big_endian);

/// The packets, one a line.
///
/// # Errors
///
/// Where the bytes are not a capture, or end in the middle of a packet.
pub fn describe(bytes: &[u8]) -> Result<String, Error> {
    let (magic, _) = Magic::from_prefix(bytes).part("header")?;
    let ((link, packets), digits) = match magic.number() {
        0xa1b2_c3d4 => (little_endian::read(bytes)?, 6),
        0xa1b2_3c4d => (little_endian::read(bytes)?, 9),
        0xd4c3_b2a1 => (big_endian::read(bytes)?, 6),
        0x4d3c_b2a1 => (big_endian::read(bytes)?, 9),
        _ => return Err(Error::foreign("pcap", bytes)),
    };
    let mut text = format!("{} packets, link {link}\n", packets.len());
    for Packet { seconds, fraction, length, bytes } in packets {
        // A packet that was captured in part only is no fault of the file.
        let said = match link {
            1 => ethernet(bytes).unwrap_or_else(|error| format!("cut short: {error}")),
            _ => String::new(),
        };
        _ = writeln!(text, "{seconds}.{fraction:0digits$}  {length:5} bytes  {said}");
    }
    Ok(text)
}

/// What an Ethernet frame holds.
fn ethernet(bytes: &[u8]) -> Result<String, SizeError> {
    let (frame, rest) = Ethernet::from_prefix(bytes)?;
    if frame.kind() != 0x0800 {
        return Ok(format!("Ethernet, kind {:#06x}", frame.kind()));
    }
    let (ip, _) = Ip4::from_prefix(rest)?;
    // The header may have options; its length is told in words of four bytes.
    let header = usize::from(ip.version_and_words() & 15) * 4;
    let Some(rest) = rest.get(header..) else { return Err(SizeError::new(header, rest.len())) };
    let (source, target) = (Ipv4Addr::from(*ip.source()), Ipv4Addr::from(*ip.target()));
    Ok(match ip.protocol() {
        6 => {
            let (tcp, _) = Tcp::from_prefix(rest)?;
            format!("TCP {source}:{} > {target}:{}, sequence {}", tcp.source(), tcp.target(), tcp.sequence())
        }
        17 => {
            let (udp, data) = Udp::from_prefix(rest)?;
            format!("UDP {source}:{} > {target}:{}, {} bytes", udp.source(), udp.target(), data.len())
        }
        protocol => format!("IPv4 {source} > {target}, protocol {protocol}"),
    })
}
