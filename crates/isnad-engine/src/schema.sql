-- Views: everything here follows from the ledger and can be thrown away.
CREATE TABLE act (first INTEGER PRIMARY KEY, n INTEGER NOT NULL, at INTEGER NOT NULL, offset INTEGER NOT NULL, size INTEGER NOT NULL) STRICT;
CREATE TABLE archive (entry INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE principal (id BLOB PRIMARY KEY, entry INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE accession (
    id BLOB PRIMARY KEY, entry INTEGER NOT NULL, at INTEGER NOT NULL,
    from_whom TEXT NOT NULL, received_when TEXT NOT NULL, received_where TEXT NOT NULL, how TEXT NOT NULL,
    authority TEXT NOT NULL, notes TEXT NOT NULL, sensitivity TEXT NOT NULL, by BLOB NOT NULL, sources BLOB NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0, closings INTEGER NOT NULL DEFAULT 0,
    kept INTEGER NOT NULL DEFAULT 0, duplicates INTEGER NOT NULL DEFAULT 0, refused INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX accession_entry ON accession (entry);
CREATE TABLE item (
    entry INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, accession BLOB NOT NULL, path BLOB NOT NULL,
    size INTEGER NOT NULL, sha256 BLOB NOT NULL, blake3 BLOB NOT NULL, address BLOB NOT NULL, key TEXT NOT NULL,
    kind TEXT NOT NULL, media_type TEXT NOT NULL, modified INTEGER, parent BLOB, sensitivity TEXT NOT NULL,
    duplicate INTEGER NOT NULL
) STRICT;
CREATE INDEX item_accession ON item (accession, entry);
CREATE INDEX item_sha256 ON item (sha256);
CREATE INDEX item_parent ON item (parent) WHERE parent IS NOT NULL;
CREATE TABLE refusal (entry INTEGER PRIMARY KEY, accession BLOB NOT NULL, path BLOB NOT NULL, problem BLOB NOT NULL, locked INTEGER NOT NULL) STRICT;
CREATE INDEX refusal_accession ON refusal (accession, entry);
CREATE INDEX refusal_locked ON refusal (accession, path) WHERE locked;
-- Copies of locked items without their lock, for drawing their pages; the newest of each.
CREATE TABLE opened (item BLOB PRIMARY KEY, entry INTEGER NOT NULL, size INTEGER NOT NULL, address BLOB NOT NULL, key TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE reading (
    entry INTEGER PRIMARY KEY, item BLOB NOT NULL, method TEXT NOT NULL, tool TEXT NOT NULL, settings TEXT NOT NULL,
    first_page INTEGER NOT NULL, n_pages INTEGER NOT NULL, problems BLOB, by BLOB, members_follow INTEGER NOT NULL
) STRICT;
CREATE INDEX reading_item ON reading (item, entry);
CREATE INDEX reading_problems ON reading (item) WHERE problems IS NOT NULL;
-- Pages whose text must still be read from their picture.
CREATE TABLE unread (item BLOB NOT NULL, page INTEGER NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (item, page)) STRICT, WITHOUT ROWID;
CREATE INDEX unread_entry ON unread (entry, page);
-- Numbers that a machine read from a picture, and words that may be one, that nobody has held against it yet.
CREATE TABLE number (
    reading INTEGER NOT NULL, page INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, item BLOB NOT NULL,
    PRIMARY KEY (reading, page, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_item ON number (item, page);
-- How many there are under each label: they are counted on every visit, and there may be millions.
CREATE TABLE waiting (sensitivity TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE collation (entry INTEGER PRIMARY KEY, item BLOB NOT NULL, reading INTEGER NOT NULL, page INTEGER NOT NULL) STRICT;
CREATE INDEX collation_item ON collation (item, entry);
CREATE INDEX collation_page ON collation (item, page, entry);
CREATE TABLE custody (entry INTEGER PRIMARY KEY, item BLOB NOT NULL, event TEXT NOT NULL, by BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX custody_item ON custody (item, entry);
CREATE TABLE fixity (entry INTEGER PRIMARY KEY, at INTEGER NOT NULL, ok INTEGER NOT NULL) STRICT;
-- What is said about anyone. A record is counted from 1 in the order in which records began; claims lie beside each other.
CREATE TABLE record (
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, kind TEXT NOT NULL, sensitivity TEXT NOT NULL,
    entry INTEGER NOT NULL, at INTEGER NOT NULL, title TEXT NOT NULL, title_sensitivity TEXT NOT NULL, changed INTEGER NOT NULL
) STRICT;
CREATE INDEX record_kind ON record (kind, n);
CREATE TABLE batch (entry INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, by BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE claim (
    record INTEGER NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL, property TEXT NOT NULL, sensitivity TEXT NOT NULL, body BLOB NOT NULL,
    PRIMARY KEY (record, entry, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_id ON claim (entry, n);
-- Claims about claims: by the batch and number of the one that they are about.
CREATE TABLE remark (
    batch BLOB NOT NULL, about INTEGER NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL, property TEXT NOT NULL,
    sensitivity TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (batch, about, entry, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX remark_id ON remark (entry, n);
-- What points to a claim: a later claim that corrects it, or a record (a reply) that is about it.
CREATE TABLE answer (
    batch BLOB NOT NULL, about INTEGER NOT NULL, how TEXT NOT NULL, record INTEGER NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (batch, about, entry, n, how)
) STRICT, WITHOUT ROWID;
-- Links between records, from the side of the one that is linked to.
CREATE TABLE link (
    target BLOB NOT NULL, record INTEGER NOT NULL, property TEXT NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (target, record, entry, n)
) STRICT, WITHOUT ROWID;
-- Claims by the item in which they are said.
CREATE TABLE cited (item BLOB NOT NULL, page INTEGER NOT NULL, entry INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (item, page, entry, n)) STRICT, WITHOUT ROWID;
-- Tables taken in whole; their rows lie in the vault.
CREATE TABLE register (
    entry INTEGER PRIMARY KEY, batch BLOB NOT NULL UNIQUE, item BLOB NOT NULL, sheet TEXT, dataset TEXT NOT NULL, kind TEXT NOT NULL,
    sensitivity TEXT NOT NULL, map TEXT NOT NULL, columns BLOB NOT NULL,
    received INTEGER NOT NULL, kept INTEGER NOT NULL, known INTEGER NOT NULL, refused INTEGER NOT NULL, id_salt BLOB NOT NULL, row_salt BLOB NOT NULL
) STRICT;
CREATE INDEX register_dataset ON register (dataset, entry);
CREATE TABLE register_block (entry INTEGER NOT NULL, first INTEGER NOT NULL, n_rows INTEGER NOT NULL, address BLOB NOT NULL, key TEXT NOT NULL, PRIMARY KEY (entry, first)) STRICT, WITHOUT ROWID;
CREATE TABLE register_row (record INTEGER NOT NULL, entry INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (record, entry, row)) STRICT, WITHOUT ROWID;
-- By entry and place: a file may say a row's number twice.
CREATE TABLE refused_row (entry INTEGER NOT NULL, n INTEGER NOT NULL, batch BLOB NOT NULL, number INTEGER NOT NULL, problem BLOB NOT NULL, cells BLOB NOT NULL, PRIMARY KEY (entry, n)) STRICT, WITHOUT ROWID;
CREATE TABLE schema_file (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
