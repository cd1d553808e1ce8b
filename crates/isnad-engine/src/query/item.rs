//! One item: what is known of it, what was read out of it, and its isnad.

use std::io::{Read, Write};

use isnad_access::{Grant, Sealed, release};
use isnad_crypto::hash::{Hash, hex};
use isnad_ledger::body::{Body, Custody, Object};
use isnad_model::{
    AccessionId, Arg, ItemId, Millis, Problem, Sensitivity,
    reading::{Metadatum, Method},
    view::{AccessionView, ItemHead, ItemLine, ItemView, Knot, ReadingView, SameBytes},
};
use isnad_store_sqlite::sql::{self, OptionalExtension, Row, params};

use super::rows;
use crate::{
    Archive, Result,
    archive::{Checked, copy},
};

/// Objects up to this size are hashed again whenever their item's page is shown.
pub(super) const RECHECK_MAX: u64 = 32 << 20;

/// The row of an item.
pub(crate) struct Held {
    entry: u64,
    pub(crate) line: ItemLine,
    pub(crate) accession: AccessionId,
    pub(crate) path: Vec<u8>,
    sha256: Hash,
    blake3: Hash,
    pub(crate) object: Object,
    modified: Option<i64>,
    pub(crate) parent: Option<[u8; 10]>,
    pub(crate) sensitivity: Sensitivity,
}

impl Archive {
    pub(crate) fn held(&self, id: ItemId) -> Result<Option<Held>> {
        self.query(|db| {
            let sql = format!(
                "SELECT {}, entry, accession, sha256, blake3, address, key, modified, parent, sensitivity \
                 FROM item WHERE id = ?",
                rows::LINE
            );
            db.prepare_cached(&sql)?
                .query_row([id.0.as_slice()], |row| {
                    Ok(Held {
                        line: rows::line(row)?,
                        path: row.get(1)?,
                        entry: row.get::<_, i64>(5)? as u64,
                        accession: AccessionId(row.get(6)?),
                        sha256: row.get(7)?,
                        blake3: row.get(8)?,
                        object: Object { address: row.get::<_, [u8; 32]>(9)?.into(), key: row.get(10)? },
                        modified: row.get(11)?,
                        parent: row.get(12)?,
                        sensitivity: rows::sensitivity(&row.get::<_, String>(13)?),
                    })
                })
                .optional()
        })
    }

    /// Everything about one item.
    pub fn item(&self, id: ItemId) -> Result<Option<Sealed<ItemView>>> {
        let Some(held) = self.held(id)? else { return Ok(None) };
        let missing = || Problem::new("views-damaged");
        let accession = self.accession_view(held.accession)?.ok_or_else(missing)?;
        let parent = match held.parent {
            Some(parent) => self.held(ItemId(parent))?.map(|held| held.line),
            None => None,
        };
        let members = self.lines("parent = ?", id.0.as_slice())?;
        let readings = self.reading_views(id)?;
        let metadata = self.newest_description(id)?.map_or_else(Vec::new, |stored| {
            let values = stored.derivation.metadata.into_iter();
            values.map(|m| Metadatum { name: m.name, value: m.value }).collect()
        });
        let is_locked = self.is_locked(&held, &readings)?;
        let isnad = self.isnad(&held, &accession, parent.as_ref())?;
        let label = held.sensitivity;
        let view = ItemView {
            sensitivity: label,
            sha256: hex(&held.sha256),
            blake3: hex(&held.blake3),
            original_name: crate::views::name_of(&held.path),
            modified_at: held.modified.map(Millis),
            accession,
            parent,
            members,
            is_locked,
            readings,
            metadata,
            isnad,
            entry: held.entry,
            line: held.line,
        };
        Ok(Some(Sealed::new(label, view)))
    }

    /// As much of an item as stands over each of its pages.
    pub fn item_head(&self, id: ItemId) -> Result<Option<Sealed<ItemHead>>> {
        let head = |held: Held| {
            let label = held.sensitivity;
            let sha256 = hex(&held.sha256);
            Sealed::new(label, ItemHead { sensitivity: label, sha256, entry: held.entry, line: held.line })
        };
        Ok(self.held(id)?.map(head))
    }

    /// All readings of an item without their texts, from the views alone: a long document has one a page.
    fn reading_views(&self, id: ItemId) -> Result<Vec<ReadingView>> {
        self.query(|db| {
            let mut statement = db.prepare_cached(
                "SELECT r.entry, r.method, r.tool, r.settings, r.first_page, r.n_pages, r.problems, p.name \
                 FROM reading r LEFT JOIN principal p ON p.id = r.by WHERE r.item = ? ORDER BY r.entry",
            )?;
            statement.query_map([id.0.as_slice()], reading_view)?.collect()
        })
    }

    fn lines(&self, condition: &str, value: &[u8]) -> Result<Vec<ItemLine>> {
        self.query(|db| {
            let sql = format!("SELECT {} FROM item WHERE {condition} ORDER BY entry", rows::LINE);
            let mut statement = db.prepare_cached(&sql)?;
            statement.query_map([value], rows::line)?.collect()
        })
    }

    /// The other items with the same bytes, each under a label of its own: that somebody may see one of them says
    /// nothing of the rest.
    pub fn same_bytes(&self, id: ItemId) -> Result<Vec<Sealed<SameBytes>>> {
        self.query(|db| {
            let mut statement = db.prepare_cached(
                "SELECT other.id, other.accession, other.path, other.sensitivity FROM item this \
                 JOIN item other ON other.sha256 = this.sha256 AND other.id <> this.id \
                 WHERE this.id = ? ORDER BY other.entry",
            )?;
            let rows = statement.query_map([id.0.as_slice()], |row| {
                let path = crate::views::name_of(&row.get::<_, Vec<u8>>(2)?);
                let same = SameBytes { id: ItemId(row.get(0)?), accession: AccessionId(row.get(1)?), path };
                Ok(Sealed::new(rows::sensitivity(&row.get::<_, String>(3)?), same))
            })?;
            rows.collect()
        })
    }

    /// Whether the newest reading of the item, or of its members, says that it is locked, or a member was refused for
    /// that reason.
    fn is_locked(&self, held: &Held, readings: &[ReadingView]) -> Result<bool> {
        // Where no reader takes a password, nobody is asked for one.
        if !isnad_extract::takes_password(&held.line.media_type) {
            return Ok(false);
        }
        let newest = |method: Method| readings.iter().rev().find(|reading| reading.method == method);
        let says_so = |reading: &ReadingView| {
            reading.problems.iter().any(|p| matches!(p.code, "container-encrypted" | "document-encrypted"))
        };
        if [newest(Method::Text), newest(Method::Members)].into_iter().flatten().any(says_so) {
            return Ok(true);
        }
        // Paths are ordered byte by byte, and the byte behind `/` is `0`. A member of a member is locked by that one.
        let (first, behind) = ([&*held.path, b"!/"].concat(), [&*held.path, b"!0"].concat());
        self.query(|db| {
            db.prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM refusal WHERE accession = ?1 AND path >= ?2 AND path < ?3 AND locked \
                 AND instr(substr(path, length(?2) + 1), x'212F') = 0)",
            )?
            .query_row(params![held.accession.0.as_slice(), first, behind], |row| row.get(0))
        })
    }

    #[cfg(feature = "bench")]
    pub(crate) fn body(&self, entry: u64) -> Result<Option<Body>> {
        let Some((act, _)) = self.act_of(entry)? else { return Ok(None) };
        let place = (entry - act.header.first) as usize;
        Ok(self.bodies(&act)?.into_iter().nth(place).flatten())
    }

    /// The text of every page, each in its best reading, with what persons corrected.
    pub fn item_text(&self, id: ItemId) -> Result<Option<Sealed<Vec<String>>>> {
        let Some(held) = self.held(id)? else { return Ok(None) };
        let mut texts = Vec::new();
        for read in self.best_pages(id)? {
            // A page that nobody has read yet has its place all the same.
            texts.resize(texts.len().max(read.number as usize - 1), String::new());
            texts.push(read.page.text);
        }
        Ok(Some(Sealed::new(held.sensitivity, texts)))
    }

    /// The bytes as received; reading them to the end checks them against their hash.
    pub fn item_bytes(&self, id: ItemId) -> Result<Option<Sealed<Box<dyn Read + Send>>>> {
        let Some(held) = self.held(id)? else { return Ok(None) };
        let inner = self.open_object(&held.object).map_err(|_| Problem::new("object-altered"))?;
        let checked: Box<dyn Read + Send> = Box::new(Checked::new(inner, held.sha256));
        Ok(Some(Sealed::new(held.sensitivity, checked)))
    }

    /// Records that a copy leaves, then gives its bytes; false where there is no such item for this grant.
    pub fn export_item(&self, grant: &Grant, id: ItemId, out: &mut dyn Write) -> Result<bool> {
        let bytes = self.item_bytes(id)?.and_then(|sealed| release(sealed, grant));
        let Some(mut bytes) = bytes else { return Ok(false) };
        let left =
            Custody { item: id.0.into(), event: "dissemination".into(), by: grant.principal().0.into() };
        self.append(vec![Body::Custody(left)], Vec::new())?;
        copy(&mut bytes, out)?;
        out.flush().map_err(|error| crate::error::of_io(&error, ""))?;
        Ok(true)
    }

    /// From the hand that it came from down to the sealed bytes.
    fn isnad(&self, held: &Held, accession: &AccessionView, parent: Option<&ItemLine>) -> Result<Vec<Knot>> {
        let text = |value: &str| Arg::Text(value.to_owned());
        let provenance = &accession.provenance;
        let mut knots = vec![
            knot("received")
                .with("from", text(&provenance.from_whom))
                .with("when", text(&provenance.when))
                .with("where", text(&provenance.where_))
                .with("how", text(&provenance.how)),
        ];
        knots.push(
            knot("taken-in")
                .with("by", text(&accession.by))
                .with("authority", text(&provenance.authority))
                .at(accession.opened_at),
        );
        if let Some(parent) = parent {
            knots.push(knot("in-container").with("name", text(&parent.path)));
        }
        for (event, by, at) in self.custody_of(held.line.id)? {
            let what = match event.as_str() {
                "decryption" => knot("unlocked"),
                _ => knot("copy-left"),
            };
            knots.push(what.with("by", text(&by)).at(at));
        }
        knots.push(knot("object").mono(hex(&*held.object.address)).checked(self.recheck(held)?));
        knots.extend(self.sealed_in(held.entry)?);
        Ok(knots)
    }

    /// The last knots of every isnad: the entry, and its seal.
    pub(super) fn sealed_in(&self, entry: u64) -> Result<Vec<Knot>> {
        let keeper = Grant::new(isnad_model::PrincipalId([0; 10]), isnad_access::Role::Keeper);
        let Some(entry) = self.entry(entry)?.and_then(|sealed| release(sealed, &keeper)) else {
            return Ok(Vec::new());
        };
        let signed = knot("entry")
            .with("index", Arg::Number(entry.index))
            .with("device", Arg::Text(entry.device))
            .at(entry.at)
            .checked(Some(entry.ok));
        let mut seal = knot("seal").mono(entry.leaf_hash).checked(Some(entry.ok));
        seal.seal = true;
        Ok(vec![signed, seal])
    }

    fn custody_of(&self, id: ItemId) -> Result<Vec<(String, String, Millis)>> {
        self.query(|db| {
            let mut statement = db.prepare_cached(
                "SELECT c.event, coalesce(p.name, ''), c.at FROM custody c LEFT JOIN principal p ON p.id = c.by \
                 WHERE c.item = ? ORDER BY c.entry",
            )?;
            let rows = statement
                .query_map([id.0.as_slice()], |row| Ok((row.get(0)?, row.get(1)?, Millis(row.get(2)?))))?;
            rows.collect()
        })
    }

    /// Whether the object is still the one that was sealed; large ones are left to `verify`.
    fn recheck(&self, held: &Held) -> Result<Option<bool>> {
        if held.line.size_bytes > RECHECK_MAX {
            return Ok(None);
        }
        let rehashed = self.vault().rehash(&held.object.address).map_err(crate::error::of_fault)?;
        Ok(Some(rehashed.is_some_and(|(hash, _)| hash == *held.object.address)))
    }
}

fn reading_view(row: &Row<'_>) -> std::result::Result<ReadingView, sql::Error> {
    Ok(ReadingView {
        entry: row.get::<_, i64>(0)? as u64,
        method: Method::from_code(&row.get::<_, String>(1)?).unwrap_or(Method::Text),
        tool: row.get(2)?,
        settings: row.get(3)?,
        first_page: row.get(4)?,
        n_pages: row.get(5)?,
        problems: row.get::<_, Option<Vec<u8>>>(6)?.map_or_else(Vec::new, |bytes| rows::problems(&bytes)),
        by: row.get(7)?,
    })
}

pub(super) fn knot(code: &'static str) -> Knot {
    Knot { code, args: Vec::new(), at: None, mono: None, seal: false, ok: None }
}

pub(super) trait With {
    fn with(self, name: &'static str, arg: Arg) -> Self;
    fn at(self, at: Millis) -> Self;
    fn mono(self, text: String) -> Self;
    fn checked(self, ok: Option<bool>) -> Self;
}

impl With for Knot {
    fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    fn at(mut self, at: Millis) -> Self {
        self.at = Some(at);
        self
    }

    fn mono(mut self, text: String) -> Self {
        self.mono = Some(text);
        self
    }

    fn checked(mut self, ok: Option<bool>) -> Self {
        self.ok = ok;
        self
    }
}
