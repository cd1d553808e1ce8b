//! Packets and their pieces (RFC 9580 §3 and §4): every length is held against what there is.

/// The packets of a key or a signature, from the first on.
pub(super) struct Packets<'p> {
    rest: Piece<'p>,
    is_sound: bool,
}

impl<'p> Packets<'p> {
    pub(super) const fn new(bytes: &'p [u8]) -> Self {
        Self { rest: Piece(bytes), is_sound: true }
    }

    /// Whether everything up to here was a packet.
    pub(super) const fn is_sound(&self) -> bool {
        self.is_sound
    }

    fn packet(&mut self) -> Option<(u8, &'p [u8])> {
        let first = self.rest.byte().filter(|first| first & 0x80 != 0)?;
        // The newer form has more tags; a packet in parts, which it allows to contents alone, is none here.
        let (tag, length) = match first & 0x40 {
            0 => (first >> 2 & 0x0F, self.old_length(first & 3)?),
            _ => (first & 0x3F, self.rest.length()?),
        };
        Some((tag, self.rest.take(length)?))
    }

    fn old_length(&mut self, kind: u8) -> Option<usize> {
        match kind {
            0 => self.rest.byte().map(usize::from),
            1 => self.rest.short().map(usize::from),
            2 => self.rest.long(),
            // To the end of the file.
            _ => Some(self.rest.0.len()),
        }
    }
}

impl<'p> Iterator for Packets<'p> {
    type Item = (u8, &'p [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.0.is_empty() || !self.is_sound {
            return None;
        }
        let packet = self.packet();
        self.is_sound = packet.is_some();
        packet
    }
}

/// Bytes that are read from the front.
pub(super) struct Piece<'p>(pub(super) &'p [u8]);

impl<'p> Piece<'p> {
    pub(super) fn take(&mut self, n: usize) -> Option<&'p [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(super) fn short(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?))
    }

    fn long(&mut self) -> Option<usize> {
        usize::try_from(u32::from_be_bytes(self.take(4)?.try_into().ok()?)).ok()
    }

    /// A length of one, two or five bytes (RFC 9580 §4.2.1, §5.2.3.7).
    ///
    /// Parts of signatures have no lengths of pieces, so that 224 to 254 begin two bytes there; such a part has more
    /// than 8,000 bytes, and is read nowhere.
    pub(super) fn length(&mut self) -> Option<usize> {
        match self.byte()? {
            one @ 0..192 => Some(one.into()),
            one @ 192..224 => Some(((usize::from(one) - 192) << 8) + usize::from(self.byte()?) + 192),
            255 => self.long(),
            _ => None,
        }
    }

    /// A number with its length in bits, without leading zeros (RFC 9580 §3.2).
    pub(super) fn number(&mut self) -> Option<&'p [u8]> {
        let bits = usize::from(self.short()?);
        let number = self.take(bits.div_ceil(8))?;
        Some(&number[number.iter().take_while(|byte| **byte == 0).count()..])
    }

    /// The name of a curve, behind its length.
    pub(super) fn curve(&mut self) -> Option<&'p [u8]> {
        let length = self.byte()?.into();
        self.take(length)
    }
}
