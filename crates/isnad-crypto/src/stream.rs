//! Files and payloads as age v1 (<https://age-encryption.org/v1>): any age tool opens them with the object's key.

use std::io::{self, Read, Write};

use age::{Decryptor, Encryptor, secrecy::ExposeSecret, x25519};

use crate::Unsealed;

/// The key of one object: an age X25519 identity, printed as `AGE-SECRET-KEY-1…`.
#[derive(Clone)]
pub struct ObjectKey(x25519::Identity);

/// How age prints a secret key (C2SP age specification, "The X25519 recipient type").
const SECRET_PREFIX: &str = "AGE-SECRET-KEY-";

impl ObjectKey {
    /// A fresh key, from the system's generator.
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The printed form; a secret.
    pub fn to_text(&self) -> String {
        self.0.to_string().expose_secret().to_owned()
    }

    /// Reads the printed form.
    pub fn from_text(text: &str) -> Result<Self, Unsealed> {
        text.parse().map(Self).map_err(|_| Unsealed)
    }

    /// Whether a text is, or begins like, the printed form of a key, and so must not be shown.
    pub fn is_printed(text: &str) -> bool {
        text.trim_start()
            .get(..SECRET_PREFIX.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(SECRET_PREFIX))
    }

    /// A writer that encrypts into `out`; call [`Encrypting::finish`] at the end.
    pub fn encrypt<W: Write>(&self, out: W) -> io::Result<Encrypting<W>> {
        let recipient = self.0.to_public();
        let encryptor = Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            .map_err(io::Error::other)?;
        Ok(Encrypting(encryptor.wrap_output(out)?))
    }

    /// A reader of the plain bytes; an altered file gives an error before the altered part is handed on.
    pub fn decrypt<R: Read>(&self, file: R) -> io::Result<impl Read + use<R>> {
        let decryptor = Decryptor::new(file).map_err(io::Error::other)?;
        decryptor.decrypt(std::iter::once(&self.0 as &dyn age::Identity)).map_err(io::Error::other)
    }

    /// Encrypts a small payload whole.
    pub fn encrypt_bytes(&self, plain: &[u8]) -> io::Result<Vec<u8>> {
        let mut out = self.encrypt(Vec::with_capacity(plain.len() + 256))?;
        out.write_all(plain)?;
        out.finish()
    }

    /// Decrypts a small payload whole.
    pub fn decrypt_bytes(&self, file: &[u8]) -> Result<Vec<u8>, Unsealed> {
        let mut out = Vec::with_capacity(file.len());
        self.decrypt(file).and_then(|mut r| r.read_to_end(&mut out)).map_err(|_| Unsealed)?;
        Ok(out)
    }
}

impl std::fmt::Debug for ObjectKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ObjectKey")
    }
}

/// An open age file being written.
pub struct Encrypting<W: Write>(age::stream::StreamWriter<W>);

impl<W: Write> Encrypting<W> {
    /// Writes the last chunk and gives the output back.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for Encrypting<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
