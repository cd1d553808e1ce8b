### What kind of act a ledger entry is (entry-CODE).
entry-archive-created = The archive was made
entry-principal-added = Somebody was added
entry-device-epoch = The epoch of a device key began
entry-accession-opened = An accession was opened
entry-accession-closed = An accession was completed
entry-item-kept = An item was kept
entry-item-refused = An item was refused
entry-reading = An item was read
entry-custody = The custody of an item changed
entry-fixity-check = A verification
entry-derivation = An item was read
entry-collation = A word was held against the picture
entry-opened = A copy of a locked item was made without its lock
entry-unknown = A kind that this program does not know
