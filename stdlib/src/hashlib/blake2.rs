//! BLAKE2b and BLAKE2s (RFC 7693), with the parameters for keys, salts, persons and trees.

const SIGMA: [[usize; 16]; 10] = [
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
    [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
    [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
    [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
    [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
    [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
    [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
    [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
    [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
];

/// Where the four words of each of the eight steps of a round lie: columns, then diagonals.
const STEPS: [[usize; 4]; 8] = [
    [0, 4, 8, 12],
    [1, 5, 9, 13],
    [2, 6, 10, 14],
    [3, 7, 11, 15],
    [0, 5, 10, 15],
    [1, 6, 11, 12],
    [2, 7, 8, 13],
    [3, 4, 9, 14],
];

/// What a hash is made for.
#[derive(Clone, Default)]
pub struct Parameters {
    pub digest_size: u8,
    pub key: Vec<u8>,
    pub salt: Vec<u8>,
    pub person: Vec<u8>,
    pub fanout: u8,
    pub depth: u8,
    pub leaf_size: u32,
    pub node_offset: u64,
    pub node_depth: u8,
    pub inner_size: u8,
    pub last_node: bool,
}

macro_rules! blake2 {
    ($name:ident, $word:ty, $double:ty, $rounds:literal, $block:literal, $offset:literal, $room:literal, $rotations:expr, $iv:expr) => {
        #[doc = concat!("A running hash on blocks of ", stringify!($block), " bytes.")]
        #[derive(Clone)]
        pub struct $name {
            state: [$word; 8],
            count: $double,
            buffer: Vec<u8>,
            size: usize,
            last_node: bool,
        }

        impl $name {
            pub const BLOCK: usize = $block;
            /// The longest digest and key.
            pub const LONGEST: usize = $block / 2;
            /// The longest salt and person.
            pub const SALT: usize = $block / 8;
            const IV: [$word; 8] = $iv;

            pub fn new(p: &Parameters) -> Self {
                let mut block = vec![p.digest_size, p.key.len() as u8, p.fanout, p.depth];
                block.extend(p.leaf_size.to_le_bytes());
                block.extend(&p.node_offset.to_le_bytes()[..$offset]);
                block.extend([p.node_depth, p.inner_size]);
                block.resize(Self::LONGEST - 2 * Self::SALT, 0);
                for text in [&p.salt, &p.person] {
                    block.extend(text);
                    block.resize(block.len() + Self::SALT - text.len(), 0);
                }
                let mut state = Self::IV;
                for (word, bytes) in state.iter_mut().zip(block.chunks_exact($room)) {
                    *word ^= Self::word(bytes);
                }
                let (size, last_node) = (usize::from(p.digest_size), p.last_node);
                let mut made = Self { state, count: 0, buffer: Vec::with_capacity($block), size, last_node };
                if !p.key.is_empty() {
                    let mut key = p.key.clone();
                    key.resize($block, 0);
                    made.update(&key);
                }
                made
            }

            fn word(bytes: &[u8]) -> $word {
                bytes.iter().rev().fold(0, |word, byte| word << 8 | <$word>::from(*byte))
            }

            /// The last block stays in the buffer: it is treated in another way.
            pub fn update(&mut self, mut data: &[u8]) {
                while !data.is_empty() {
                    if self.buffer.len() == $block {
                        self.compress(false);
                    }
                    let (now, later) = data.split_at(data.len().min($block - self.buffer.len()));
                    self.buffer.extend(now);
                    data = later;
                }
            }

            pub fn digest(&self) -> Vec<u8> {
                let mut last = self.clone();
                last.compress(true);
                last.state.iter().flat_map(|word| word.to_le_bytes()).take(self.size).collect()
            }

            pub fn size(&self) -> usize {
                self.size
            }

            fn compress(&mut self, last: bool) {
                self.count += self.buffer.len() as $double;
                self.buffer.resize($block, 0);
                let mut message = [0; 16];
                for (word, bytes) in message.iter_mut().zip(self.buffer.chunks_exact($room)) {
                    *word = Self::word(bytes);
                }
                let mut v = [0; 16];
                v[..8].copy_from_slice(&self.state);
                v[8..].copy_from_slice(&Self::IV);
                v[12] ^= self.count as $word;
                v[13] ^= (self.count >> <$word>::BITS) as $word;
                v[14] ^= if last { <$word>::MAX } else { 0 };
                v[15] ^= if last && self.last_node { <$word>::MAX } else { 0 };
                let [r1, r2, r3, r4] = $rotations;
                for round in 0..$rounds {
                    for (step, [a, b, c, d]) in STEPS.into_iter().enumerate() {
                        let order = &SIGMA[round % 10][2 * step..];
                        v[a] = v[a].wrapping_add(v[b]).wrapping_add(message[order[0]]);
                        v[d] = (v[d] ^ v[a]).rotate_right(r1);
                        v[c] = v[c].wrapping_add(v[d]);
                        v[b] = (v[b] ^ v[c]).rotate_right(r2);
                        v[a] = v[a].wrapping_add(v[b]).wrapping_add(message[order[1]]);
                        v[d] = (v[d] ^ v[a]).rotate_right(r3);
                        v[c] = v[c].wrapping_add(v[d]);
                        v[b] = (v[b] ^ v[c]).rotate_right(r4);
                    }
                }
                for (at, word) in self.state.iter_mut().enumerate() {
                    *word ^= v[at] ^ v[at + 8];
                }
                self.buffer.clear();
            }
        }
    };
}

blake2!(
    Blake2b,
    u64,
    u128,
    12,
    128,
    8,
    8,
    [32, 24, 16, 63],
    [
        0x6a09_e667_f3bc_c908,
        0xbb67_ae85_84ca_a73b,
        0x3c6e_f372_fe94_f82b,
        0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1,
        0x9b05_688c_2b3e_6c1f,
        0x1f83_d9ab_fb41_bd6b,
        0x5be0_cd19_137e_2179,
    ]
);
blake2!(
    Blake2s,
    u32,
    u64,
    10,
    64,
    6,
    4,
    [16, 12, 8, 7],
    [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,]
);
