//! The checksum of Outlook's formats ([MS-PST] 5.3, [MS-OXRTFCP] 2.1.3.2): that of ZIP, without its inversions.

static TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let (mut value, mut bit) = (n as u32, 0);
        while bit < 8 {
            value = (value >> 1) ^ (0xEDB8_8320 & 0u32.wrapping_sub(value & 1));
            bit += 1;
        }
        table[n] = value;
        n += 1;
    }
    table
};

/// The checksum of some bytes.
pub(super) fn of(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |sum, byte| (sum >> 8) ^ TABLE[usize::from(sum as u8 ^ byte)])
}
