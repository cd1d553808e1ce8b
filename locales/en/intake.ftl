### Taking material in, accessions, and the completeness report.
intake-title = Take material in
intake-lead = Choose the files, and write what you know of their way here. They stay as they came, and each is sealed by an entry.
intake-provenance = Where it comes from
intake-provenance-hint = Asked once for all these files. Leave empty what you do not know: it will read “not said”.
intake-from-whom-hint = A pseudonym will do where a name would put somebody at risk.
intake-when-hint = As you know it: a day, a month, or “before the feast of 2013”.
intake-how-hint = By hand, by post, by a messenger, copied from a disk.
intake-authority-hint = Who allowed it to be taken in, and in what capacity.
intake-notes-hint = Whose hands it passed through before yours, and anything to remember.
intake-sensitivity-hint = We begin with the least exposure. What was once shown is not forgotten by whoever saw it.
intake-files = Files
intake-files-hint = Choose as many as you like, or drop them here. Zip and tar files are opened and everything in them is kept.
intake-go = Take in and seal
intake-go-hint = Nothing is written to the disk unencrypted.
intake-draft = This is what you were writing when your session ended. Choose the files and send it.
intake-no-files = No file was chosen yet.
intake-no-files-next = What you wrote is still in place. Choose at least one file.
intake-progress = Progress of sending
intake-sending = Sending…
intake-sealing = All has arrived. It is being read and sealed; keep this page open.
intake-failed = Sending was cut off. What was sealed before is kept. Send again: contents already held are not stored twice.
intake-left = about this much left:
intake-after-title = What happens then
intake-after-1 = Every file is hashed
intake-after-1-how = If a single bit changes later, the hash changes.
intake-after-2 = It is encrypted and kept as it is
intake-after-2-how = Name and bytes as they came, neither corrected nor converted.
intake-after-3 = Its text is read in a sandbox
intake-after-3-how = So that it can be searched. What cannot be read is still kept, and the report says so.
intake-after-4 = Signed entries seal it
intake-after-4-how = In a log that can only grow.
intake-large-title = A large folder or a whole disk?
intake-large-text = The command line on this machine is quickest, and goes on if it was cut off:

## Accessions: one taking-in of material from one provenance.
accessions-title = Accessions
accessions-count =
    { $n ->
         [one] { $n } in all
        *[other] { $n } in all
    }
accessions-empty = Nothing was taken in yet. Every batch will stand here with its count: received, kept, refused.
accessions-opened = Opened
accessions-by = By
accessions-state = State
accession-title = Accession
accession-unnamed = Not said from whom
accession-closed = Complete
accession-open = Unfinished
accession-open-next = This taking-in was cut off. If it came from a folder on this machine, take the same folder in again: it goes on where it stopped. If it came through the browser, send what is missing again.
accession-search = Search in it
accession-report = Report
accession-items = What was kept
accession-n-items =
    { $n ->
         [one] { $n } item
        *[other] { $n } items
    }
accession-no-items = There is nothing on this page.
accession-isnad = The isnad of this accession
accession-isnad-from = it came from here
accession-isnad-by = took it in on
items-table = List of items
items-name = Name as received
items-kind = Kind
items-type = Type
items-size = Size
report-title = Completeness report
report-items = To what was kept
report-lead = Everything received is accounted for here, down to the file. This accession was opened by the sealed entry
report-refused = What was refused, and why
report-none-refused = Nothing was refused: all that was received is kept.
report-why = Why
report-next = What to do
report-unread = Kept, but not fully read
report-unread-hint = The bytes are kept whole; but search will not find what was not read.
