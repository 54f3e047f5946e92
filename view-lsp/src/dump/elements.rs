//! Elements one after the other from a file or a stream; the next one overwrites the last.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use super::{DumpError, End, Plan};

/// Bytes that are asked for at a time.
const CHUNK: usize = 1 << 16;

/// The elements of a file or a stream.
#[derive(Debug)]
pub struct Elements<R> {
    reader: BufReader<R>,
    skip: fn(&mut BufReader<R>, u64) -> io::Result<u64>,
    bytes: Vec<u8>,
    itemsize: usize,
    stride: u64,
    /// How many are left to read.
    left: Option<u64>,
    /// Where the next element starts.
    offset: u64,
    end: End,
    is_done: bool,
}

/// An element, or the first part of one that the file ends in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element<'b> {
    pub(super) index: u64,
    /// Where it starts in the file.
    pub(super) offset: u64,
    pub(super) bytes: &'b [u8],
}

impl Elements<File> {
    /// Of a file, which is not read where there is nothing of it to show.
    ///
    /// # Errors
    ///
    /// Where the offset lies past its end.
    pub fn of_file(mut file: File, plan: &Plan) -> Result<Elements<File>, DumpError> {
        // Pipes and terminals have names too.
        let skip = if file.stream_position().is_ok() { seek } else { read_on };
        let end = file.metadata().ok().filter(std::fs::Metadata::is_file).map(|metadata| metadata.len());
        match end {
            Some(end) if plan.offset > end => Err(DumpError::PastEnd(plan.offset, end)),
            _ => Elements::new(file, skip, plan),
        }
    }
}

impl<R: Read> Elements<R> {
    /// Of a stream, from its start.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or ends before the offset.
    pub fn of_stream(stream: R, plan: &Plan) -> Result<Elements<R>, DumpError> {
        Elements::new(stream, read_on, plan)
    }

    fn new(
        reader: R,
        skip: fn(&mut BufReader<R>, u64) -> io::Result<u64>,
        plan: &Plan,
    ) -> Result<Elements<R>, DumpError> {
        let mut reader = BufReader::with_capacity(CHUNK, reader);
        let skipped = skip(&mut reader, plan.offset).map_err(|error| DumpError::Read(plan.offset, error))?;
        if skipped < plan.offset {
            return Err(DumpError::PastEnd(plan.offset, skipped));
        }
        Ok(Elements {
            reader,
            skip,
            bytes: Vec::new(),
            itemsize: plan.itemsize(),
            stride: plan.stride,
            left: plan.count,
            offset: plan.offset,
            end: End { offset: plan.offset, ..End::default() },
            is_done: false,
        })
    }

    /// Where reading has come to.
    pub fn end(&self) -> End {
        self.end
    }

    /// The next element; its bytes are fewer than an element has only where the file ends.
    pub(super) fn next(&mut self) -> Result<Option<Element<'_>>, DumpError> {
        if self.is_done || self.left == Some(0) {
            return Ok(None);
        }
        let failed = |at: u64| move |error: io::Error| DumpError::Read(at, error);
        if self.end.elements > 0 {
            // From the start of the last element to the start of this one: some of it may be there already.
            let kept = (self.bytes.len() as u64).saturating_sub(self.stride) as usize;
            let from = self.bytes.len() - kept;
            self.bytes.copy_within(from.., 0);
            self.bytes.truncate(kept);
            let gap = self.stride.saturating_sub(self.itemsize as u64);
            let skipped = (self.skip)(&mut self.reader, gap).map_err(failed(self.offset))?;
            let next = self.offset.checked_add(self.stride);
            match next.filter(|_| skipped == gap) {
                Some(next) => self.offset = next,
                None => {
                    self.is_done = true;
                    return Ok(None);
                }
            }
        }
        let missing = (self.itemsize - self.bytes.len()) as u64;
        // Room is made for what there is, not for what the format asks for.
        (&mut self.reader).take(missing).read_to_end(&mut self.bytes).map_err(failed(self.offset))?;
        let (index, offset) = (self.end.elements, self.offset);
        if self.bytes.len() < self.itemsize {
            self.is_done = true;
            // Of elements that overlap, the last ones have bytes of those before them only.
            if self.bytes.is_empty() || self.stride < self.itemsize as u64 && index > 0 {
                return Ok(None);
            }
            self.end.partial = Some((offset, self.bytes.len()));
            self.end.offset = offset + self.bytes.len() as u64;
            return Ok(Some(Element { index, offset, bytes: &self.bytes }));
        }
        self.end.elements += 1;
        self.end.offset = offset + self.itemsize as u64;
        self.left = self.left.map(|left| left - 1);
        Ok(Some(Element { index, offset, bytes: &self.bytes }))
    }
}

/// Goes `bytes` on in what can seek; past the end there is then nothing to read.
fn seek<R: Read + Seek>(reader: &mut BufReader<R>, bytes: u64) -> io::Result<u64> {
    match i64::try_from(bytes) {
        Ok(distance) if reader.seek_relative(distance).is_ok() => Ok(bytes),
        _ => {
            reader.seek(SeekFrom::End(0))?;
            Ok(bytes)
        }
    }
}

/// Reads `bytes` and forgets them; fewer where the stream ends.
fn read_on<R: Read>(reader: &mut BufReader<R>, bytes: u64) -> io::Result<u64> {
    io::copy(&mut reader.take(bytes), &mut io::sink())
}
