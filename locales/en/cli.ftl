### The command line.
cli-about = From a folder of files to an archive that is searchable and cannot be altered unseen.
cli-arg-archive = The archive's folder.
cli-arg-lang = Language of the messages.
cli-arg-name = Who you are; without it, the first keeper.
cli-arg-json = One JSON object a line, for programs.
cli-arg-from = From whom the material was received; a pseudonym will do.
cli-arg-when = When it was received, in your words.
cli-arg-where = Where it was received.
cli-arg-how = How it was received.
cli-arg-authority = On whose authority it is taken in.
cli-arg-notes = Custody before it came here, and anything else to remember.
cli-arg-sensitivity = How far it may be shown: public, internal, restricted (usual) or sealed.
cli-arg-listen = Loopback address to serve on.
cli-arg-keyring = Folder of the keyring's copy; beside the backup unless you say otherwise.
cli-init-about = Make an archive.
cli-init-arg-name = What the archive is called.
cli-init-arg-keeper = The name of its first keeper.
cli-init-done = The archive { $origin } was made in { $folder }.
cli-init-next = { $keeper } keeps it. Write the passphrase down and keep it apart: without it nobody can open the archive, we neither.
cli-init-weak = The passphrase of this archive is cheap to guess. For tests only.
cli-unfinished-cleared = The folder { $folder } holds the remains of an archive whose making was cut off. They are cleared, and it starts over.
cli-intake-about = Take files and folders in. Run it again after an interruption and it goes on.
cli-intake-arg-paths = Files and folders; zip and tar are opened too.
cli-intake-refused = refused
cli-intake-unread = kept, not fully read
cli-intake-count = received { $received } = kept { $kept } + refused { $refused } (of the kept, { $duplicates } the archive already had)
cli-intake-resumed = { $n ->
    [one] One of them was kept by an earlier run that was cut off.
   *[other] { $n } of them were kept by an earlier run that was cut off.
}
cli-intake-arg-dry-run = Take nothing in: only tell what would be kept, and what refused and why.
cli-intake-forecast = would receive { $received } = keep { $kept } + refuse { $refused } (of those kept, { $duplicates } the archive would already have). { $size } in all, { $new } of it new.
cli-intake-goes-on = An intake of these paths was cut off; the next one goes on with it.
cli-intake-nothing-written = Nothing was written.
cli-intake-arg-ocr = Then read the pages that hold no text from their pictures.
cli-intake-waiting = { $n ->
    [one] one page waits to be read from its picture: isnad ocr
   *[other] { $n } pages wait to be read from their pictures: isnad ocr
}
cli-ocr-about = Read pages from their pictures. Run it again after an interruption and it goes on with the rest.
cli-ocr-arg-items = Only pages of these items; otherwise all that wait.
cli-ocr-arg-accession = Only pages of this accession.
cli-ocr-arg-again = Also what a machine has read before, unless somebody has held a word of it against the picture.
cli-ocr-arg-limit = At most so many pages.
cli-ocr-arg-dry-run = Say how many pages, and read nothing.
cli-ocr-waiting = { $n ->
    [zero] no page waits
    [one] one page waits
   *[other] { $n } pages wait
}
cli-ocr-count = pages { $pages } = read { $read } + failed { $failed }; { $left } still wait
cli-ocr-numbers = { $n ->
    [one] one number was read from a picture: hold it against it before you rely on it (isnad serve)
   *[other] { $n } numbers were read from pictures: hold them against them before you rely on them (isnad serve)
}
cli-status-about = What the archive holds, and how it stands.
cli-status-entries = { $entries } sealed entries · { $objects } objects · { $size }
cli-status-last = last act on { $at }, by this machine's clock
cli-status-unread = { $n ->
    [one] one item could not be fully read
   *[other] { $n } items could not be fully read
}
cli-status-unfinished = { $n ->
    [one] one accession is unfinished: run its intake again
   *[other] { $n } accessions are unfinished: run their intakes again
}
cli-status-pages = { $n ->
    [one] one page waits to be read from its picture: isnad ocr
   *[other] { $n } pages wait to be read from their pictures: isnad ocr
}
cli-status-numbers = { $n ->
    [one] one number read from a picture waits to be held against it
   *[other] { $n } numbers read from pictures wait to be held against them
}
cli-search-about = Search; any spelling finds its word, and every count is exact.
cli-search-arg-query = Words; "in quotes" they make a phrase, with a hyphen before it a word is left out.
cli-search-arg-any = Any of the words, not all.
cli-search-arg-limit = At most this many hits; the count is of all.
cli-search-arg-kind = Only this kind.
cli-search-arg-accession = Only this accession.
cli-search-arg-media-type = Only this media type.
cli-search-total = { $n ->
    [0] no hits
    [one] one hit
   *[other] { $n } hits
}
cli-search-more = { $n ->
    [one] One more hit: raise --limit.
   *[other] { $n } more hits: raise --limit.
}
cli-search-page = page { $page }
cli-item-about = One item.
cli-item-show-about = An item, its readings and its isnad down to the seal.
cli-item-show-arg-id = The item's id, as in I-….
cli-item-export-about = Copy an item's bytes out, exactly as received; the copy is recorded.
cli-item-export-arg-id = The item's id, as in I-….
cli-item-export-arg-output = The file to write; - for standard output.
cli-item-unlock-about = Open what a password locks, and take in what is inside.
cli-item-unlock-arg-id = The item's id, as in I-….
cli-item-unlock-prompt = Password of the item:{" "}
cli-item-unlock-done = { $n ->
    [0] Unlocked. Nothing new was inside.
    [one] Unlocked, and one item taken in.
   *[other] Unlocked, and { $n } items taken in.
}
cli-item-unlock-partly = Some of it stayed locked: another password may open it.
cli-verify-about = Check everything again: bytes, signatures, tree, checkpoint, keyring.
cli-verify-arg-seals-only = Without the passphrase: check the seals, not the contents.
cli-verify-holds = It holds “{ $path }”, item { $id }.
cli-verify-holds-text = It holds the text read from “{ $path }”, item { $id }.
cli-verify-ok = Whole and unaltered: { $entries } entries under { $acts } signatures, { $objects } objects, { $size } read again.
cli-verify-seals-ok = The seals are whole: { $entries } entries under { $acts } signatures, { $objects } objects. What is inside was not opened.
cli-verify-altered = { $altered ->
    [one] One finding says that something was altered.
   *[other] { $altered } findings say that something was altered.
} Checked: { $entries } entries, { $objects } objects.
cli-rebuild-about = Throw views and index away and make them again from the ledger.
cli-rebuild-same = Made again from { $entries } entries; the same as before.
cli-rebuild-differs = Made again from { $entries } entries; not the same as before, which was damaged or older.
cli-backup-about = Copy the archive, the keyring apart; again later, only what is new.
cli-backup-arg-to = The folder to copy to.
cli-backup-done = { $files } files ({ $size }) copied to { $folder }; { $same } were there already.
cli-backup-keyring = The keyring is in { $folder }. Keep it apart from the rest, and let its old copies go soon.
cli-restore-about = Make an archive out of a backup; it signs with a new device key from then on.
cli-restore-arg-from = The backup's folder.
cli-restore-done = Restored to { $folder }: { $entries } entries.
cli-serve-about = Serve the pages on this machine; the first sign-in opens the archive.
cli-serve-how = Open { $address } in a browser. Ctrl-C ends it.
cli-demo-about = Make the demo archive, verify it and serve it.
cli-demo-arg-sources = The folder with the demo's sources.
cli-demo-arg-no-serve = Do not serve it.
cli-demo-name = Demo archive
cli-demo-there = The demo archive in { $folder } is there already.
cli-demo-sign-in = Sign in as { $name } with the passphrase { $passphrase }
cli-doctor-about = Whether this machine and this folder are fit for the work.
cli-doctor-sandbox-ok = Files from outside are read by a child without rights.
cli-doctor-sandbox-bad = Files are kept but cannot be read safely here: { $value }
cli-doctor-clock-ok = The clock says { $value }.
cli-doctor-clock-bad = The clock says { $value }, which can hardly be. Set it; nothing is ordered by it, but people read it.
cli-doctor-archive-ok = The folder { $value } can be used.
cli-doctor-archive-bad = The folder { $value } cannot be written to.
cli-doctor-ocr-ok = Pages are read from their pictures with { $value }.
cli-doctor-ocr-bad = Pages are not read from their pictures here. { $value }
cli-completions-about = Completions for a shell.
cli-completions-arg-shell = The shell.
cli-man-about = Write man pages into a folder.
cli-man-arg-folder = The folder.
cli-passphrase-prompt = Passphrase:{" "}
cli-mended = { $bytes ->
    [one] A write that was cut off was cleared away (one byte). Nothing acknowledged was lost.
   *[other] A write that was cut off was cleared away ({ $bytes } bytes). Nothing acknowledged was lost.
}

## Registers, records and kinds.
cli-import-about = Make records of a table that is kept: each row its record, each cell its source, one signature over all.
cli-import-arg-item = Id of the item that holds the table.
cli-import-arg-map = File that says what each column holds.
cli-import-arg-propose = Print a proposed map for this kind, and do nothing.
cli-import-arg-encoding = Encoding of a text file, where it must not be guessed.
cli-import-arg-delimiter = What stands between cells, where it must not be guessed.
cli-import-arg-dry-run = Only look, and write nothing.
cli-import-count = received { $received } = kept { $kept } + known { $known } + refused { $refused }
cli-import-dry = would be: received { $received } = kept { $kept } + known { $known } + refused { $refused }
cli-import-told = { $n } ×
cli-import-doubt = { $n } × { $property }:
cli-record-about = Records, and what is said of them.
cli-record-list-about = Records, newest first.
cli-record-list-arg-kind = Only this kind.
cli-record-list-arg-limit = No more than so many.
cli-record-show-about = One record and everything said of it, each claim with its source.
cli-record-show-arg-id = Id of the record.
cli-record-total =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
cli-schema-about = Kinds of records, their properties and words, which are files.
cli-schema-list-about = The kinds that the program brings.
cli-schema-check-about = Check files that add kinds, properties or words.
cli-schema-check-arg-folder = Folder of the files.
cli-schema-adopt-about = Adopt the files in the archive; they replace those adopted before, and no claim is lost.
cli-schema-adopt-arg-folder = Folder of the files.
cli-schema-sound = Sound. Kinds: { $kinds }; lists of words: { $vocabularies }.
cli-schema-adopted = Adopted and sealed.
cli-schema-doc-about = Write pages about kinds, properties and words, to read.
cli-schema-doc-arg-out = Folder for the pages; empty, or not there yet.
cli-schema-doc-arg-overlay = Folder of files to lay over what the program brings.
cli-schema-doc-done = Pages written to { $folder }. Kinds: { $kinds }; lists of words: { $vocabularies }.
cli-schema-micro-thesaurus-about = Make a list of words out of a table of a HURIDOCS micro-thesaurus, which you bring.
cli-schema-micro-thesaurus-arg-file = The table: a column of codes, and a column for each language.
cli-schema-micro-thesaurus-arg-id = Id of the list: small Latin letters, digits and hyphens.
cli-schema-micro-thesaurus-arg-out = Folder of the overlay that the list is written to.
cli-schema-micro-thesaurus-arg-ar = Name of the list in Arabic.
cli-schema-micro-thesaurus-arg-en = Name of the list in English.
cli-schema-micro-thesaurus-arg-fr = Name of the list in French.
cli-schema-micro-thesaurus-arg-encoding = Encoding of a text file, where it must not be guessed.
cli-schema-micro-thesaurus-arg-delimiter = What stands between cells, where it must not be guessed.
cli-schema-micro-thesaurus-done = received { $received } = kept { $kept } + refused { $refused }. Written to { $file }

## What is wrong with schema files.
fault-not-toml = { $file }: not a sound TOML file. { $about }
fault-not-a-schema-file = { $file }: neither a kind nor a list of words. { $about }
fault-bad-id = { $file }, { $place }: “{ $about }” will not do as an id. Small Latin letters, digits and hyphens will.
fault-label-missing = { $file }, { $place }: no label in the language “{ $about }”, or a language that is not known.
fault-area-unknown = { $file }, { $place }: there is no area of work called “{ $about }”.
fault-sensitivity-unknown = { $file }, { $place }: “{ $about }” is no sensitivity.
fault-type-unknown = { $file }, { $place }: there is no type of values called “{ $about }”.
fault-twice = { $file }, { $place }: “{ $about }” stands twice.
fault-vocabulary-unknown = { $file }, { $place }: there is no list of words called “{ $about }”.
fault-kind-unknown = { $file }, { $place }: there is no kind called “{ $about }”.
fault-property-unknown = { $file }, { $place }: there is no property called “{ $about }”.
fault-group-unknown = { $file }, { $place }: there is no group called “{ $about }”.
fault-type-changed = { $file }, { $place }: “{ $about }” has another type, and what claims were made under keeps its type.
fault-parent-unknown = { $file }, { $place }: the wider word “{ $about }” is not in the list.
fault-parent-circle = { $file }, { $place }: the wider words go in a circle and come back to “{ $about }”.
fault-term-unknown = { $file }, { $place }: “{ $about }” is no code of the property that it depends on, so it would never be asked.
fault-key-misplaced = { $file }, { $place }: “{ $about }” means nothing with this type of values.
fault-sensitivity-lowered = { $file }, { $place }: “{ $about }” is less sensitive than it is now. Sensitivity may be raised, not lowered.
