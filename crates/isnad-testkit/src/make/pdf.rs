//! PDF files made object by object, open or behind a password.

/// An object: its dictionary or whatever else it is, and the bytes of its stream, if it is one. The place of its length
/// is where `LENGTH` stands.
pub type Object<'o> = (&'o str, Option<&'o [u8]>);

/// A PDF of these objects, numbered from 1; the first is the catalog.
pub fn pdf(objects: &[Object<'_>]) -> Vec<u8> {
    let written = |(_, (text, stream)): (u32, &Object<'_>)| object(text, stream.map(<[u8]>::to_vec));
    assemble_pdf(&(1..).zip(objects).map(written).collect::<Vec<_>>(), "")
}

/// The same behind a password, by the standard handler of revision 2: the oldest, and the shortest to write.
/// Texts within objects must be hexadecimal or absent: only streams are sealed.
pub fn locked_pdf(password: &str, objects: &[Object<'_>]) -> Vec<u8> {
    let padded = [password.as_bytes(), &PADDING].concat()[..32].to_vec();
    let id = [7; 16];
    let permissions = (-4i32).to_le_bytes();
    let owner = rc4(&md5(&padded)[..5], &padded);
    let key = md5(&[&padded[..], &owner, &permissions, &id].concat())[..5].to_vec();
    let user = rc4(&key, &PADDING);
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02X}")).collect::<String>();
    let written = |(number, (text, stream)): (u32, &Object<'_>)| {
        let number = number.to_le_bytes();
        let own = md5(&[&key, &number[..3], &[0, 0]].concat());
        object(text, stream.map(|stream| rc4(&own[..10], stream)))
    };
    let mut written: Vec<Vec<u8>> = (1..).zip(objects).map(written).collect();
    let encryption =
        format!("<< /Filter /Standard /V 1 /R 2 /P -4 /O <{}> /U <{}> >>", hex(&owner), hex(&user));
    written.push(encryption.into_bytes());
    let number = written.len();
    assemble_pdf(&written, &format!("/Encrypt {number} 0 R /ID [<{0}> <{0}>]", hex(&id)))
}

/// Objects of a document of one page with these words in Latin letters, which carries a file if one is given.
pub fn page_with<'o>(words: &'o [u8], file: Option<&'o [u8]>) -> Vec<Object<'o>> {
    let mut objects: Vec<Object<'_>> = vec![
        ("<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [<61> 6 0 R] >> >> >>", None),
        ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", None),
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R \
             /Resources << /Font << /F 5 0 R >> >> >>",
            None,
        ),
        ("<< /Length LENGTH >>", Some(words)),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", None),
    ];
    if let Some(file) = file {
        // The texts of a locked document are sealed too; a name is not.
        objects.push(("<< /Type /Filespec /F /list.txt /EF << /F 7 0 R >> >>", None));
        objects.push(("<< /Type /EmbeddedFile /Length LENGTH >>", Some(file)));
    }
    objects
}

fn object(text: &str, stream: Option<Vec<u8>>) -> Vec<u8> {
    match stream {
        None => text.as_bytes().to_vec(),
        Some(stream) => {
            let text = text.replace("LENGTH", &stream.len().to_string());
            [text.as_bytes(), b"\nstream\n", &stream, b"\nendstream"].concat()
        }
    }
}

/// A PDF of objects as they are written, from 1 on, and what the trailer says besides where the first one is.
pub fn assemble_pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        places.push(out.len());
        out.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    }
    let start = out.len();
    let size = objects.len() + 1;
    out.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    places.iter().for_each(|at| out.extend(format!("{at:010} 00000 n \n").bytes()));
    out.extend(
        format!("trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n").bytes(),
    );
    out
}

/// What fills up a password (ISO 32000-1, 7.6.3.3).
const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E,
    0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let mut j = 0u8;
    for i in 0..256 {
        j = j.wrapping_add(state[i]).wrapping_add(key[i % key.len()]);
        state.swap(i, usize::from(j));
    }
    let (mut i, mut j) = (0u8, 0u8);
    let sealed = bytes.iter().map(|byte| {
        i = i.wrapping_add(1);
        j = j.wrapping_add(state[usize::from(i)]);
        state.swap(usize::from(i), usize::from(j));
        byte ^ state[usize::from(state[usize::from(i)].wrapping_add(state[usize::from(j)]))]
    });
    sealed.collect()
}

/// RFC 1321.
fn md5(bytes: &[u8]) -> [u8; 16] {
    const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut message = [bytes, &[0x80]].concat();
    // Room for the length at the end of the last block.
    message.resize((message.len() + 8).next_multiple_of(64) - 8, 0);
    message.extend((bytes.len() as u64 * 8).to_le_bytes());
    let mut state = [0x6745_2301u32, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476];
    for block in message.chunks_exact(64) {
        let word = |n: usize| {
            u32::from_le_bytes([block[4 * n], block[4 * n + 1], block[4 * n + 2], block[4 * n + 3]])
        };
        let [mut a, mut b, mut c, mut d] = state;
        for n in 0..64usize {
            let (mixed, from) = match n / 16 {
                0 => ((b & c) | (!b & d), n),
                1 => ((d & b) | (!d & c), (5 * n + 1) % 16),
                2 => (b ^ c ^ d, (3 * n + 5) % 16),
                _ => (c ^ (b | !d), (7 * n) % 16),
            };
            let constant = (((n + 1) as f64).sin().abs() * 4_294_967_296.0) as u32;
            let sum = a.wrapping_add(mixed).wrapping_add(constant).wrapping_add(word(from));
            (a, d, c, b) = (d, c, b, b.wrapping_add(sum.rotate_left(SHIFTS[n / 16][n % 4])));
        }
        state = [
            state[0].wrapping_add(a),
            state[1].wrapping_add(b),
            state[2].wrapping_add(c),
            state[3].wrapping_add(d),
        ];
    }
    let mut digest = [0; 16];
    for (n, part) in state.iter().enumerate() {
        digest[4 * n..4 * n + 4].copy_from_slice(&part.to_le_bytes());
    }
    digest
}

#[test]
fn the_digest_is_the_one_of_the_rfc() {
    let check = |text: &str, expect: [u8; 4]| assert_eq!(md5(text.as_bytes())[..4], expect, "{text}");
    check("", [0xD4, 0x1D, 0x8C, 0xD9]);
    check("abc", [0x90, 0x01, 0x50, 0x98]);
    check(
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        [0x57, 0xED, 0xF4, 0xA2],
    );
}
