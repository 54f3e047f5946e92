//! Bytes that start at a line of the cache, so that no row wins or loses by where the allocator happened to put its buffer.

use std::ops::{Deref, DerefMut};

/// Bytes that start at a multiple of 64. They have been written, so that no page of them is fresh.
pub struct Buffer {
    bytes: Vec<u8>,
    start: usize,
    length: usize,
}

impl Buffer {
    /// So many bytes, all 1.
    pub fn new(length: usize) -> Buffer {
        let bytes = vec![1; length + 64];
        let start = bytes.as_ptr().addr().wrapping_neg() % 64;
        Buffer { bytes, start, length }
    }

    /// Bytes that look random, the same ones every time.
    pub fn noise(length: usize) -> Buffer {
        let mut state = 0x2545_f491_4f6c_dd1du64;
        let mut buffer = Buffer::new(length);
        for chunk in buffer.chunks_mut(8) {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            chunk.copy_from_slice(&state.to_le_bytes()[..chunk.len()]);
        }
        buffer
    }

    /// A copy of these bytes.
    pub fn copy(bytes: &[u8]) -> Buffer {
        let mut buffer = Buffer::new(bytes.len());
        buffer.copy_from_slice(bytes);
        buffer
    }

    /// The same bytes as numbers: what peers need that read aligned numbers only.
    pub fn numbers<T: bytemuck::Pod>(&mut self) -> &mut [T] {
        bytemuck::cast_slice_mut(self)
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[self.start..][..self.length]
    }
}

impl DerefMut for Buffer {
    fn deref_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[self.start..][..self.length]
    }
}
