//! How each file of a bundle stands to its signatures and to the hash that proofs state.

use super::{
    about, base,
    bundle::{Bundle, Hashes, hash_of},
    hexadecimal, stated,
};
use crate::formats::openpgp::Signature;
use isnad_crypto::foreign::{
    Verdict,
    openpgp::{Hash, Hashing},
};
use isnad_model::Problem;

/// What a signature comes to, from the best to the worst. None of them says that something is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// Signed by a key that came with it, and unchanged since.
    Unchanged,
    /// The same, with a hash of which two files can be made.
    Weak,
    /// What was signed is not here, or could not be read.
    Unbound,
    Unsigned,
    /// Signed in a way that is not looked at here, or by a key that did not come with it.
    Unknown,
    /// Not what was signed, or not what the proof is about.
    Altered,
    /// The signature does not hold.
    Wrong,
}

impl Grade {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "signed-unchanged",
            Self::Weak => "signed-weak",
            Self::Unbound => "signed-unbound",
            Self::Unsigned => "unsigned",
            Self::Unknown => "signed-unknown",
            Self::Altered => "signed-altered",
            Self::Wrong => "signature-wrong",
        }
    }
}

/// A file of the bundle with what is to be said of it.
pub(super) struct File {
    pub(super) name: String,
    pub(super) grade: Grade,
    pub(super) fields: Vec<(&'static str, String)>,
}

#[derive(Default)]
pub(super) struct Judged {
    pub(super) files: Vec<File>,
    pub(super) problems: Vec<Problem>,
}

/// Judges recordings, then proofs.
pub(super) fn judge(bundle: &Bundle) -> Judged {
    let mut judged = Judged::default();
    for recording in bundle.recordings.values() {
        judged.signed(bundle, &recording.name, &recording.sha256, true, &recording.hashes);
    }
    for stray in &bundle.strays {
        judged.problems.push(about("proofmode-altered", &stray.name));
        let fields = vec![("sha256", stray.sha256.clone())];
        judged.files.push(File { name: stray.name.clone(), grade: Grade::Altered, fields });
    }
    for hash in bundle.absent().filter(|hash| bundle.signatures.contains_key(*hash)) {
        judged.files.push(File { name: hash.clone(), grade: Grade::Unbound, fields: Vec::new() });
    }
    for (name, contents) in &bundle.contents {
        contents.iter().for_each(|content| judged.proof(bundle, name, content));
    }
    judged
}

impl Judged {
    /// A proof: its own signature, and whether it is about the recording that it is named after.
    fn proof(&mut self, bundle: &Bundle, name: &str, content: &[u8]) {
        let hashes = bundle.signatures.get(base(name)).into_iter().flatten().filter_map(|one| one.hash);
        let hashes = hashes.map(|hash| {
            let mut hashing = Hashing::new(hash);
            hashing.update(content);
            (hash, hashing)
        });
        self.signed(bundle, name, base(name), false, &hashes.collect());
        let stated = stated::hash(content);
        let Some(file) = self.files.last_mut() else { return };
        file.fields.extend(stated.clone().map(|hash| ("statedSha256", hash)));
        if let (Some(stated), Some(named)) = (stated, hash_of(name))
            && stated != named
        {
            file.grade = file.grade.max(Grade::Altered);
            self.problems.push(about("proofmode-hash-differs", name));
        }
    }

    /// A file and its signatures, of which the worst counts.
    fn signed(&mut self, bundle: &Bundle, name: &str, of: &str, is_named_right: bool, hashes: &Hashes) {
        let signatures = bundle.signatures.get(of).map_or(&[][..], Vec::as_slice);
        let mut fields = Vec::new();
        if is_named_right {
            fields.push(("sha256", of.to_owned()));
        }
        let mut worst = None;
        for signature in signatures {
            let grade = grade(bundle, signature, is_named_right, hashes, &mut fields);
            worst = worst.max(Some(grade));
        }
        let grade = worst.unwrap_or(Grade::Unsigned);
        match grade {
            Grade::Altered => self.problems.push(about("proofmode-altered", name)),
            Grade::Wrong => self.problems.push(about("proofmode-signature-wrong", name)),
            Grade::Unknown => self.problems.push(about("proofmode-signature-unknown", name)),
            _ => {}
        }
        self.files.push(File { name: name.to_owned(), grade, fields });
    }
}

/// Checks a signature under the key that it names, or under all of them if it names none.
fn grade(
    bundle: &Bundle,
    signature: &Signature,
    is_named_right: bool,
    hashes: &Hashes,
    fields: &mut Vec<(&'static str, String)>,
) -> Grade {
    let content = signature.hash.and_then(|hash| Some((hash, hashes.get(&hash)?.clone())));
    let Some((hash, content)) = content else { return Grade::Unknown };
    fields.extend(signature.made.map(|made| ("signed", made.to_string())));
    let digest = signature.digest(content);
    let mut grade = Grade::Unknown;
    for key in bundle.keys.iter().filter(|key| key.is_of(signature)) {
        match signature.verify(key, &digest) {
            Verdict::Holds => {
                fields.push(("signer", hexadecimal(&key.fingerprint)));
                fields.push(("algorithm", format!("{} {}", key.name(), hash.name())));
                return if hash == Hash::Sha1 { Grade::Weak } else { Grade::Unchanged };
            }
            // A recording with the hash of its name is the one of the proof, and its signature is of another.
            Verdict::Fails if !is_named_right && !signature.is_about(&digest) => grade = Grade::Altered,
            Verdict::Fails => grade = Grade::Wrong,
            Verdict::Unknown => {}
        }
    }
    if let (Grade::Unknown, Some(issuer)) = (grade, &signature.issuer) {
        fields.push(("signerAbsent", hexadecimal(issuer)));
    }
    grade
}
