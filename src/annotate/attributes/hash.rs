//! Ids of strings and rows of hashed embeddings.

use super::reserved;

/// The id of a string: its number if it is reserved, else `MurmurHash64A` with seed 1.
pub(crate) fn id(text: &str) -> u64 {
    if text.is_empty() {
        return 0;
    }
    reserved::number(text).unwrap_or_else(|| murmur64(text.as_bytes()))
}

fn murmur64(bytes: &[u8]) -> u64 {
    const FACTOR: u64 = 0xc6a4_a793_5bd1_e995;
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(FACTOR);
    let (words, rest) = bytes.as_chunks::<8>();
    for &word in words {
        let mut key = u64::from_le_bytes(word).wrapping_mul(FACTOR);
        key ^= key >> 47;
        hash = (hash ^ key.wrapping_mul(FACTOR)).wrapping_mul(FACTOR);
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(FACTOR);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(FACTOR);
    hash ^ (hash >> 47)
}

/// The four rows of a key in a hashed table (the 128-bit Murmur3 of the key).
pub(crate) fn rows(key: u64, seed: u32, count: usize) -> [usize; 4] {
    let seed = u64::from(seed) ^ 8;
    let mut first = key.wrapping_mul(0x87c3_7b91_1142_53d5).rotate_left(31);
    first = first.wrapping_mul(0x4cf5_ad43_2745_937f) ^ seed;
    first = first.wrapping_add(seed);
    let mut second = seed.wrapping_add(first);
    first = mixed(first);
    second = mixed(second);
    first = first.wrapping_add(second);
    second = second.wrapping_add(first);
    let row = |bits: u64| (bits & 0xffff_ffff) as usize % count;
    [row(first), row(first >> 32), row(second), row(second >> 32)]
}

fn mixed(mut bits: u64) -> u64 {
    bits ^= bits >> 33;
    bits = bits.wrapping_mul(0xff51_afd7_ed55_8ccd);
    bits ^= bits >> 33;
    bits = bits.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    bits ^ (bits >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_those_of_the_original() {
        assert_eq!(id("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(id("Zürich"), 9_452_955_988_637_137_518);
        assert_eq!(id("a"), 11_901_859_001_352_538_922);
        assert_eq!(id("X"), 101);
        assert_eq!(id(""), 0);
    }

    #[test]
    fn rows_are_those_of_the_original() {
        assert_eq!(rows(id("coffee"), 8, 5000), [680, 852, 3520, 1278]);
        assert_eq!(rows(1, 12, 50), [6, 13, 20, 22]);
        assert_eq!(rows(0, 13, 50), [14, 41, 15, 38]);
    }
}
