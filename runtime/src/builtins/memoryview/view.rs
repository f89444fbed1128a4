//! The geometry of a view: where its items lie in the bytes that it looks at. Pure numbers.

/// Shape, strides and item format of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Of the first item, in bytes from the start of the exporter.
    pub offset: isize,
    pub format: Format,
    pub shape: Vec<usize>,
    pub strides: Vec<isize>,
    pub readonly: bool,
}

/// A native one-character format, as written: with or without `@`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    pub code: u8,
    pub marked: bool,
}

impl Format {
    pub const BYTE: Format = Format { code: b'B', marked: false };

    pub fn parse(text: &str) -> Option<Format> {
        let (marked, code) = match text.as_bytes() {
            [b'@', code] => (true, *code),
            [code] => (false, *code),
            _ => return None,
        };
        let format = Format { code, marked };
        format.size().map(|_| format)
    }

    fn size(self) -> Option<usize> {
        Some(match self.code {
            b'c' | b'b' | b'B' | b'?' => 1,
            b'h' | b'H' => 2,
            b'i' | b'I' | b'f' => 4,
            b'l' | b'L' | b'q' | b'Q' | b'n' | b'N' | b'P' | b'd' => 8,
            _ => return None,
        })
    }

    pub fn itemsize(self) -> usize {
        self.size().unwrap_or(1)
    }

    pub fn text(self) -> String {
        format!("{}{}", if self.marked { "@" } else { "" }, char::from(self.code))
    }

    /// Whether items are single bytes that any format may be cast to and from.
    pub fn is_byte(self) -> bool {
        matches!(self.code, b'c' | b'b' | b'B')
    }
}

impl View {
    /// All bytes of an exporter.
    pub fn flat(len: usize, readonly: bool) -> View {
        View { offset: 0, format: Format::BYTE, shape: vec![len], strides: vec![1], readonly }
    }

    pub fn items(&self) -> usize {
        self.shape.iter().product()
    }

    pub fn nbytes(&self) -> usize {
        self.items() * self.format.itemsize()
    }

    /// The strides of items packed row by row.
    pub fn packed(shape: &[usize], itemsize: usize) -> Vec<isize> {
        let mut strides = vec![0; shape.len()];
        let mut step = itemsize as isize;
        for (stride, len) in strides.iter_mut().zip(shape).rev() {
            *stride = step;
            step *= *len as isize;
        }
        strides
    }

    pub fn is_c_contiguous(&self) -> bool {
        self.is_contiguous(self.shape.len()..0)
    }

    pub fn is_f_contiguous(&self) -> bool {
        self.is_contiguous(0..self.shape.len())
    }

    /// Whether items are packed, the dimension that varies fastest first in `order` (backwards if it is empty).
    fn is_contiguous(&self, order: std::ops::Range<usize>) -> bool {
        if self.items() == 0 {
            return true;
        }
        let dims: Vec<usize> = if order.is_empty() { (0..self.shape.len()).rev().collect() } else { order.collect() };
        let mut step = self.format.itemsize() as isize;
        for dim in dims {
            if self.shape[dim] > 1 && self.strides[dim] != step {
                return false;
            }
            step *= self.shape[dim] as isize;
        }
        true
    }

    /// Offsets of all items, the last index varying fastest; or the first one (Fortran).
    pub fn offsets(&self, fortran: bool) -> Vec<isize> {
        let mut offsets = vec![self.offset];
        let dims: Vec<usize> = (0..self.shape.len()).collect();
        let ordered: Vec<usize> = if fortran { dims.into_iter().rev().collect() } else { dims };
        for dim in ordered {
            let steps = (0..self.shape[dim] as isize).map(|i| i * self.strides[dim]);
            offsets = offsets.iter().flat_map(|base| steps.clone().map(move |step| base + step)).collect();
        }
        offsets
    }

    /// The part of the first dimension that a slice selects.
    pub fn sliced(&self, start: isize, step: isize, count: usize) -> View {
        let mut view = self.clone();
        view.offset += start * self.strides[0];
        view.shape[0] = count;
        view.strides[0] *= step;
        view
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn geometry() {
        let view = View::flat(6, true);
        assert!(view.is_c_contiguous() && view.is_f_contiguous());
        let back = view.sliced(5, -1, 6);
        assert_eq!(back.offsets(false), [5, 4, 3, 2, 1, 0]);
        assert!(!back.is_c_contiguous());
        let grid = View { shape: vec![2, 3], strides: View::packed(&[2, 3], 1), ..view };
        assert_eq!(grid.strides, [3, 1]);
        assert!(grid.is_c_contiguous() && !grid.is_f_contiguous());
        assert_eq!(grid.offsets(true), [0, 3, 1, 4, 2, 5]);
        assert_eq!(Format::parse("@H").map(Format::itemsize), Some(2));
        assert_eq!(Format::parse("<H"), None);
    }
}
