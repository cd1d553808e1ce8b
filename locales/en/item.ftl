### One item: its page, its text beside its picture, and its ledger entry.
item-title = Item
item-read = Read
item-download = Download the original
item-type = Type
item-size = Size
item-modified = File time as received
item-modified-hint = Said by the machine it came from, which may be wrong.
item-accession = Accession
item-parent = Came inside
item-same = The same bytes also came as
item-same-hint = One content, several ways here; each way is kept.
item-members = What is inside
item-readings = Readings
item-readings-hint = Extracted text is a reading by a tool of known version; it is not the original.
item-no-readings = No text was read from it; it is kept as it came.
item-n-pages =
    { $n ->
         [one] { $n } page with text
        *[other] { $n } pages with text
    }
item-metadata = What the file says of itself
item-metadata-hint = The file’s own word; anything can be written there.
item-isnad = The isnad of this item
item-isnad-hint = From the hand that brought it down to the sealed bytes.
item-to-entry = Open the sealed entry
item-locked = Locked by a password
item-locked-hint = It is kept as it came. With its password it is read, and what is inside is taken in.
item-password = Password
item-password-hint = It is used once and kept nowhere. That one was given, and by whom, is recorded.
item-unlock = Unlock

## Picture and text side by side.
read-title = Reading
read-item = The item and its isnad
read-page-of = page { $page } of { $of }
read-picture-alt = Picture of page { $n }; its text stands beside it
read-veiled = A veiled picture: it may show what is hard to see.
read-show = Show it this time
read-spared = You asked not to be shown pictures.
read-spared-settings = Change this in settings
read-no-text = No text was read from this page.

## A ledger entry.
ledger-title = Entry
ledger-sound = Signature, commitment and proof hold; checked just now
ledger-broken = The check failed: see the verification page
ledger-lead = This is a leaf of the log as it stands on the disk. Anyone can check it without this program.
ledger-unknown-kind = a kind unknown to us: { $text }
ledger-at = Claimed time
ledger-at-hint = The clock of the signing machine. Nothing is ordered by it.
ledger-device = Device key
ledger-device-hint = It signed this.
ledger-signature = Signature
ledger-leaf = Leaf
ledger-leaf-hint = It holds a salted commitment that gives away neither name nor content.
ledger-leaf-hash = Leaf hash
ledger-proof = Inclusion proof
ledger-proof-hint = The neighbors’ hashes, from the leaf up to the root.
ledger-proof-none = The entry is alone in the tree; its hash is the root.
ledger-checkpoint = Checkpoint
ledger-checkpoint-hint = The signed head of the tree: origin, number of entries, root, signature.
ledger-body = Body
ledger-key-withheld = a key, not shown
ledger-body-erased = Its key was erased, so it cannot be read. The proof that it was there remains.
ledger-check = Check it with other tools
ledger-check-1 = Compute the leaf hash with this command, and compare it with the one written here:
ledger-check-2 = Then go up step by step with each line of the proof, to the left or to the right as the entry’s number says:
ledger-check-3 = What you reach at the top is the root, written in base 64 in the checkpoint.
ledger-check-4 = The formats are the field’s own: RFC 6962 for the tree, C2SP tlog-checkpoint for the checkpoint, Ed25519 for the signature. Any tool that knows them will do.
item-provenance-unsigned = The mark carries no signature that can be read. It is the file’s own word.
item-provenance-signed-unchanged = Signed, and unchanged since, by whoever holds the key of this certificate. Its issuer is not known here, so the name is the certificate’s own word. What the picture shows is not judged by this.
item-provenance-signed-altered = Signed, but this file is no longer what was signed.
item-provenance-signed-unbound = The signature holds; whether the file is unchanged since cannot be told here.
item-provenance-signed-unknown = Signed in a way that cannot be checked here.
item-provenance-signature-wrong = The signature does not hold.
