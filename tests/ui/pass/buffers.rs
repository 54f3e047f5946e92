//! Types of one's own export themselves, generic code takes them all.

use view_core::{Buffer, BufferMut, View, ViewError};

struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

impl Buffer for Matrix {
    fn buffer(&self) -> Result<View<&[u8]>, ViewError> {
        View::of(&self.cells)?.cast_shape("d", &[self.rows, self.columns])
    }
}

impl BufferMut for Matrix {
    fn buffer_mut(&mut self) -> Result<View<&mut [u8]>, ViewError> {
        View::of_mut(&mut self.cells)?.cast_shape("d", &[self.rows, self.columns])
    }
}

fn clear(buffer: &mut (impl BufferMut + ?Sized)) -> Result<usize, ViewError> {
    let mut view = View::of_mut(buffer)?;
    let zeros = vec![0; view.nbytes()];
    view.copy_from(&zeros)?;
    Ok(zeros.len())
}

fn main() -> Result<(), ViewError> {
    let mut matrix = Matrix { rows: 2, columns: 2, cells: vec![1.0; 4] };
    assert_eq!(View::of(&matrix)?.shape(), [2, 2]);
    assert_eq!(clear(&mut matrix)?, 32);
    assert_eq!(matrix.cells, [0.0; 4]);

    let mut numbers = [[1_i16; 3]; 2];
    assert_eq!(clear(&mut numbers)?, 12);
    assert_eq!(clear(&mut numbers[..1])?, 6);
    let buffers: [&dyn Buffer; 3] = [&numbers, &matrix, &[true]];
    assert_eq!(buffers.map(|buffer| View::of(buffer).map_or(0, |view| view.nbytes())), [12, 32, 1]);
    Ok(())
}
