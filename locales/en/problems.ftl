### What went wrong (problem-CODE), what to do next (problem-CODE-next), and for findings of a verification what it
### means (problem-CODE-means). The codes are values of `Problem` in the sources; a test holds both together.

## Opening an archive.
problem-internal = This could not be completed because of a mistake in the program itself.
problem-internal-next = What was sealed before is as it was. Try again; if it happens again, verify the archive and tell whoever looks after it.
problem-wrong-passphrase = This name and passphrase do not open the archive.
problem-wrong-passphrase-next = Check the keyboard’s language and the spaces, then try again. If the passphrase is lost, ask a keeper.
problem-passphrase-empty = The passphrase is empty.
problem-passphrase-empty-next = Choose five random words or more.
problem-name-taken = The name { $name } is taken.
problem-name-taken-next = Choose another name or a pseudonym.
problem-not-allowed = Your role in this archive does not allow this.
problem-not-allowed-next = Ask a keeper of the archive.
problem-no-archive = There is no archive in the folder { $folder }.
problem-no-archive-next = Check the path, or make a new archive with isnad init.
problem-folder-not-empty = The folder { $folder } is not empty.
problem-folder-not-empty-next = Name a folder that is empty or not there yet. Nothing was written.
problem-archive-unfinished = In the folder { $folder } an archive was begun and not finished.
problem-archive-unfinished-next = Give the command that began it again, isnad init or isnad restore, with the same folder: it clears the remains and starts over. Nothing had been sealed here.
problem-unfinished-with-others = The folder { $folder } holds the remains of an unfinished archive, and also { $file }, which the program did not make.
problem-unfinished-with-others-next = Move that file somewhere else and give the command again. Nothing was deleted.
problem-archive-in-use = Another process, number { $process }, has this archive open.
problem-archive-in-use-next = Close it there first. Two never write at once, so that the log cannot fork.
problem-format-newer = A newer version wrote this archive: its format is { $found }, and this program knows { $known }.
problem-format-newer-next = Use a newer version of the program. Nothing was changed.
problem-format-older = The format of this archive is old: { $found }, and this program knows { $known }.
problem-format-older-next = Open it with the version that wrote it, make a backup, and read the guide on moving up.
problem-marker-altered = The archive’s own file, isnad.toml, is not as the program wrote it.
problem-marker-altered-means = It no longer says which archive this is. Entries and contents may all be whole.
problem-marker-altered-next = Put this file back from a backup, then verify again.
problem-backup-of-another = The folder { $folder } holds a backup of another archive.
problem-backup-of-another-next = Name another folder. Nothing was written.

## The disk.
problem-disk-full = The disk is full, while writing { $file }.
problem-disk-full-next = Free some space and try again. What was sealed before is kept.
problem-disk-full-means = Verification stopped here because the disk is full, not because anything was altered.
problem-no-permission = There is no permission to read or write { $file }.
problem-no-permission-next = Ask the owner of this machine to let your account use the file, then try again.
problem-no-permission-means = This file was not checked. Whether it was altered is not known.
problem-file-missing = The file { $file } is not there.
problem-file-missing-next = Check the path, and that the disk is attached.
problem-file-missing-means = One of the archive’s own files is missing.
problem-read-only-disk = The disk that holds { $file } is read-only.
problem-read-only-disk-next = Make it writable, or copy the archive to another disk.
problem-disk-error = { $file } could not be read or written.
problem-disk-error-next = The disk may be failing. Make a backup to another disk now, then have the disk checked.
problem-disk-error-means = This part could not be read, so whether it is whole is not known.
problem-disk-lied = An entry was written, read back from the disk, and differed.
problem-disk-lied-next = Nothing was sealed. Do not go on with this disk: copy the archive to another and verify it there.
problem-archive-suspect = An earlier write failed, so the archive accepts no new entries.
problem-archive-suspect-next = Close it and open it again: its end is checked and set back to what was sealed last. Then verify it.

## Findings of a verification.
problem-object-altered = A content of the vault does not match its hash.
problem-object-altered-means = The bytes of this file changed after they were sealed, by a hand or by a fault. Other items are not touched by it.
problem-object-altered-next = Do not delete it. Copy the archive as it is, then put this file back from a backup and verify again.
problem-object-missing = A sealed content is not in the vault.
problem-object-missing-means = The log proves that it was here; its file was deleted or moved.
problem-object-missing-next = Put it back from a backup and verify again. If there is none, note when it was missed and by whom.
problem-payload-altered = The body of entry { $entry } does not match its commitment.
problem-payload-altered-means = The description or provenance was changed after sealing. The leaf in the log still testifies to the original.
problem-payload-altered-next = Copy the archive as it is, then put the named file back from a backup and verify again.
problem-payload-missing = The body of entry { $entry } is missing.
problem-payload-missing-means = The log proves that it existed; its file was deleted or moved.
problem-payload-missing-next = Put it back from a backup and verify again.
problem-key-missing = The key of entry { $entry } is not in the keyring.
problem-key-missing-means = Its body can no longer be read. If it was erased on purpose, this is as it should be; if not, it was taken out of the keyring.
problem-key-missing-next = Ask a keeper whether it was erased on purpose; if not, put the keyring back from its backup.
problem-keyring-damaged = The keyring is damaged or was altered.
problem-keyring-damaged-means = Seals can be checked without it, but contents cannot be opened. The encrypted bytes are not lost.
problem-keyring-damaged-next = Put the keyring folder back from its backup, then verify again.
problem-slots-altered = The passphrase slots are not as the archive left them.
problem-slots-altered-means = Somebody may have been let in or shut out without an entry in the log.
problem-slots-altered-next = Go through the list of people with another keeper, then put the keyring folder back from its backup.
problem-devices-altered = The list of device keys is not as the archive signed it.
problem-devices-altered-means = Who may sign in this archive can no longer be trusted.
problem-devices-altered-next = Put the named file back from a backup and verify again; take nothing in before.
problem-ledger-altered = The log holds an entry that cannot be read.
problem-ledger-altered-next = Run a verification: it names the very place of the damage.
problem-ledger-rolled-back = There are { $found } entries, but this machine had already sealed { $known }.
problem-ledger-rolled-back-means = The log was set back to an earlier state: its end was cut off, or an old copy was put in its place.
problem-ledger-rolled-back-next = If a backup was put back, use isnad restore, which begins a new epoch. If not, compare with the root that you left with somebody else.
problem-checkpoint-altered = The signature of the checkpoint does not hold.
problem-checkpoint-altered-means = The head of the tree was changed, or signed by a key that is not this archive’s.
problem-checkpoint-altered-next = Put the named file back from a backup and verify again.
problem-checkpoint-missing = The checkpoint is missing.
problem-checkpoint-missing-means = The entries are there, but no signature vouches for the last of them.
problem-checkpoint-missing-next = Put the named file back from a backup and verify again.
problem-root-differs = The root computed from { $size } leaves is not the signed one.
problem-root-differs-means = At least one entry was changed, or their order was.
problem-root-differs-next = See the other findings: they name the entry where it is known. Then put the ledger folder back from a backup.
problem-entries-missing = Entries { $first } to { $last } are missing.
problem-entries-missing-means = They were sealed, and then taken out of the log.
problem-entries-missing-next = Put the named file back from a backup and verify again.
problem-act-damaged = The log is damaged from entry { $first } on, at offset { $offset }; damaged bytes: { $bytes }.
problem-act-damaged-means = Bytes of the log file itself were changed. What stands before this place is not touched by it.
problem-act-damaged-next = Copy the archive as it is, then put the named file back from a backup and verify again.
problem-chain-broken = Entries { $first } to { $last } do not follow from those before them.
problem-chain-broken-means = Something was put between them, or what came before was replaced.
problem-chain-broken-next = Copy the archive as it is, then put the named file back from a backup and verify again.
problem-signature-broken = The signature of entries { $first } to { $last } does not hold.
problem-signature-broken-means = They were changed after they were signed, or signed by none of the archive’s devices.
problem-signature-broken-next = Copy the archive as it is, then put the named file back from a backup and verify again.
problem-tile-altered = A stored part of the tree does not match the entries.
problem-tile-altered-means = The entries themselves are checked without it, since it is computed from them. But it was changed or damaged.
problem-tile-altered-next = Put the named file back from a backup, or open the archive so that it is computed again; then verify again.
problem-entry-unknown = The log holds an entry of a kind that this program does not know.
problem-entry-unknown-next = A newer version probably wrote it. Use a newer version to read it.
problem-unfinished-write = The file ends in what is left of a write that was cut off; bytes: { $bytes }.
problem-unfinished-write-means = This is what a power cut leaves. It was never reported as sealed, and nothing is lost.
problem-unfinished-write-next = Nothing need be done: it is cleared when the archive is opened.
problem-file-unknown = The archive’s folder holds a file that the log does not mention.
problem-file-unknown-means = It may be left from a taking-in that was cut off, or somebody put it there. It is not evidence.
problem-file-unknown-next = It is not used and does no harm. If you do not know who put it there, ask before you delete it.
problem-file-unclaimed = The archive’s folder holds a file, and which entry it belongs to is not known.
problem-file-unclaimed-means = A part of the log cannot be read, and that part may refer to this file. It may be evidence.
problem-file-unclaimed-next = Do not delete it. Put the log back from a backup and verify again.
problem-write-left = This is left from a write that was cut off.
problem-write-left-means = It was never reported as sealed, and nothing is lost.
problem-write-left-next = Nothing need be done: the program clears it away when it works here again.

## What is made again from the log.
problem-views-damaged = The tables made from the log cannot be read.
problem-views-damaged-next = Make them again with isnad rebuild. Nothing is lost: all of it comes from the log.
problem-index-damaged = The search index cannot be read.
problem-index-damaged-next = Make it again with isnad rebuild. Nothing is lost.
problem-index-outdated = The search index is of an earlier version.
problem-index-outdated-next = Make it again with isnad rebuild.
problem-index-unreachable = The files of the search index could not be read: { $reason }.
problem-index-unreachable-next = Check the disk, then make the index again with isnad rebuild.
problem-index-failed = The search failed: { $reason }.
problem-index-failed-next = Try other words; if it happens again, make the index again with isnad rebuild.

## Taking in: what was refused.
problem-is-link = This is a symbolic link, not a file.
problem-is-link-next = Take in the file that it points to.
problem-not-a-file = This is not an ordinary file: a device, a pipe or a socket.
problem-not-a-file-next = It holds no bytes to keep.
problem-own-archive = This folder is the archive itself.
problem-own-archive-next = There is no need to take it in. A file that you put there to be kept must be moved out first.
problem-read-again = The file changed while it was being read.
problem-read-again-next = Close the program that writes to it, then take it in again.
problem-member-not-a-file = This is not an ordinary file of the container: { $reason }.
problem-member-not-a-file-next = The container itself is kept whole.
problem-member-encrypted = This file is encrypted inside its container.
problem-member-encrypted-next = The container is kept whole. If its password is known, open it and take in what is inside as well.
problem-member-damaged = This file is damaged inside its container.
problem-member-damaged-next = The container is kept as it came. Ask whoever brought it for another copy.
problem-member-method-unknown = This file was compressed in a way unknown to us: { $reason }.
problem-member-method-unknown-next = The container is kept whole. Open it with another program and take in what is inside as well.
problem-member-name-too-long = The name of this file in its container is longer than the limit of { $bytes_max } bytes.
problem-member-name-too-long-next = The container is kept whole.
problem-container-damaged = The container is damaged, so not all of it could be opened.
problem-container-damaged-next = It is kept as it came. Ask whoever brought it for another copy.
problem-container-too-deep = Containers within containers go deeper than the limit of { $depth_max }.
problem-container-too-deep-next = It is kept whole, unopened. Open it yourself and take in what is inside, if it matters.
problem-container-too-many-members = The container holds more than { $count_max } files.
problem-container-too-many-members-next = It is kept whole. Open it yourself and take in the folder that results.
problem-container-bomb = The container swells beyond reason when opened: more than { $bytes_max } bytes, or { $ratio_max } times its size.
problem-container-bomb-next = It is kept whole, unopened. It may have been made to do harm; do not open it on a machine you work with.

## Kept, but not fully read.
problem-not-read = It is kept, but its text was not read.
problem-not-read-next = The bytes stay as they came. It can be read later.
problem-document-not-read = This format is not read yet: { $media_type }.
problem-document-not-read-next = The file is kept whole. Download it and open it with its own program.
problem-document-encrypted = The document is locked by a password.
problem-document-encrypted-next = It is kept as it came. If the password is known, take in an unlocked copy as well.
problem-encoding-guessed = The file does not say its encoding; it was read as { $encoding }.
problem-encoding-guessed-next = If letters look odd, read the original with another program. The bytes are as they came.
problem-text-bytes-damaged = The text holds bytes that mean nothing in { $encoding }; how many: { $count }.
problem-text-bytes-damaged-next = The reading shows � in their place. The original is kept as it came.
problem-document-damaged = A part of the document is damaged or cut off: { $part }.
problem-document-damaged-next = What could be read was read; what follows the damage was not. It is kept as it came. Ask whoever brought it for another copy.
problem-docx-damaged = A part of the document is damaged: { $part }.
problem-docx-damaged-next = What could be read was read. It is kept as it came.
problem-pdf-damaged = The PDF is damaged.
problem-pdf-damaged-next = It is kept as it came. Ask for another copy, or open it with a more lenient program.
problem-pdf-metadata-damaged = The PDF's description of itself (XMP) is damaged.
problem-pdf-metadata-damaged-next = What could be read of it is shown. The text does not depend on it.
problem-pdf-page-damaged = Page { $page } of the PDF is damaged.
problem-pdf-page-damaged-next = The other pages were read. The file is kept as it came.
problem-pdf-page-doubtful = Page { $page } may have been read wrongly: { $reason ->
    [letters-unmapped] the file does not say which letters many of its signs are
    [letters-reversed] its words look as if they were stored backwards
    [lam-alef-swapped] lam and alef are swapped in its words, as faulty programs do
    [words-unlikely] its letters do not look like the words of any Arabic
    [text-behind-picture] its text lies unseen behind a picture, and was made by a program that read the picture
    [digits-differ] digits are painted that the file's own text for them does not have
    [text-outside-page] some of its text lies beside the page, where nobody sees it
   *[other] { $reason }
}.
problem-pdf-page-doubtful-next = Compare the text with the picture of the page, the numbers first. The text is left as the file gives it.
problem-pdf-page-too-full = Page { $page } has more signs than the { $count_max } that are read of one page; signs left unread: { $count }.
problem-pdf-page-too-full-next = Look at the picture of the page. The file is kept as it came.
problem-pdf-text-unmapped = The text holds signs whose letter nobody can know from the file; how many: { $count }.
problem-pdf-text-unmapped-next = Read the picture of the page. Search will not find the letters that are lost.
problem-table-shortened = The table has empty areas or repeated cells that were not written out in full; places: { $count }.
problem-table-shortened-next = No cell with a value was left out, except repetitions of the one before it. To know the exact row and column, open the original.
problem-image-damaged = The picture is damaged.
problem-image-damaged-next = It is kept as it came. Ask whoever brought it for another copy.
problem-image-too-large = The picture measures { $width } × { $height }, too large to show here; limit in megapixels: { $megapixels_max }.
problem-image-too-large-next = It is kept whole. Download it to see it.
problem-exif-damaged = What the picture says of itself is damaged.
problem-exif-damaged-next = The picture itself is kept as it came.
problem-page-absent = There is no page { $page } in this file; its pages: { $pages }.
problem-page-absent-next = Go back to the first page.
problem-page-not-drawable = No picture of this page can be drawn.
problem-page-not-drawable-next = Read its text, or download the original and open it with its own program.
problem-reader-not-started = The sandboxed reader did not start: { $reason }.
problem-reader-not-started-next = The item is kept, unread. Run isnad doctor to learn what is missing.
problem-reader-too-slow = The reader { $tool } did not finish in time; limit in seconds: { $seconds_max }.
problem-reader-too-slow-next = The item is kept whole. It may be very large, or made to hold a reader up.
problem-reader-out-of-memory = The reader { $tool } needed more memory than allowed; limit in megabytes: { $megabytes_max }.
problem-reader-out-of-memory-next = The item is kept whole, though not all of it was read.
problem-reader-crashed = The reader { $tool } stopped while reading this item.
problem-reader-crashed-next = The item is kept whole, and the reader is sandboxed, so nothing else was touched. It may have been made to do harm.
problem-reader-answer-too-long = The text that was read is longer than the limit of { $bytes_max } bytes.
problem-reader-answer-too-long-next = The item is kept whole. Split it and take in the parts as well, so that search finds them.
problem-sandbox-missing = This machine cannot sandbox the reader: { $reason }.
problem-sandbox-missing-next = Items are kept unread, because reading a stranger’s file without a sandbox is dangerous. Run isnad doctor.

## The command line and the server.
problem-passphrase-needed = There is no passphrase, and no terminal to type it at.
problem-passphrase-needed-next = Put it in a file that only you can read, and name that file in ISNAD_PASSPHRASE_FILE.
problem-passphrase-file = The passphrase file { $file } could not be read.
problem-passphrase-file-next = Check the path in ISNAD_PASSPHRASE_FILE and that you may read it.
problem-file-there = The file { $file } is there already.
problem-file-there-next = Choose another name. Nothing is written over.
problem-item-absent = There is no item { $id }, or it is not open to you.
problem-item-absent-next = Look for it with isnad search.
problem-not-loopback = The address { $address } can be seen from outside this machine.
problem-not-loopback-next = Use 127.0.0.1. For people beyond this machine, put a proxy with TLS in front.
problem-address-busy = The address { $address } is busy.
problem-address-busy-next = Close what uses it, or name another port.
problem-clock-behind = This machine’s clock is more than a day behind the last sealed entry.
problem-clock-behind-next = Set the clock before you take anything in. The order of entries is sound: it does not rest on the clock.
problem-clock-ahead = This machine’s clock is more than five years ahead of the last sealed entry.
problem-clock-ahead-next = Unless those years have really passed, set the clock before you take anything in.
problem-source-unreadable = { $file } could not be read: the system did not give its bytes.
problem-source-unreadable-next = Try copying it somewhere else first, and take it in from there.
problem-upload-cut-off = The upload was cut off before this file had come whole, so nothing of it was kept.
problem-upload-cut-off-next = Upload it again.
problem-word-absent = The reading of page { $page } has no such word.
problem-word-absent-next = Open the page again: it may have been read anew meanwhile.
problem-word-too-long = This is too long for one word.
problem-word-too-long-next = Type only what stands in the frame.
