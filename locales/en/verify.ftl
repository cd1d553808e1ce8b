### The verification page.
verify-title = Verification
verify-lead = Everything is computed again from the disk, and nothing remembered is believed. It takes as long as the archive is large; you can go on working.
verify-now = Verify now
verify-running = Verifying: { $n } percent
verify-ok = The archive is sound: nothing was altered.
verify-altered = Something in the archive was altered or is missing.
verify-entries =
    { $n ->
         [one] { $n } entry checked
        *[other] { $n } entries checked
    }
verify-acts =
    { $n ->
         [one] { $n } signature checked
        *[other] { $n } signatures checked
    }
verify-objects =
    { $n ->
         [one] { $n } content in the vault hashed again
        *[other] { $n } contents in the vault hashed again
    }
verify-bytes = { $text } read
verify-locked = The archive was locked: seals were checked, contents were not.
verify-grave = Altered
verify-note = Worth knowing
verify-where = Where
verify-holds = The item in it
verify-holds-text = The text read from:
verify-holds-unknown = Which item lives in this file cannot be known without the passphrase. Verify again with it to learn the name.
verify-holds-closed = What lives in this file is not open to your role. Ask a keeper.
verify-means = What it means
verify-next = What to do next
verify-what = What is checked
verify-what-1 = Hashes
verify-what-1-how = Every content of the vault is read and hashed again.
verify-what-2 = Signatures
verify-what-2-how = Every act was signed by a device key that the archive knows.
verify-what-3 = The tree
verify-what-3-how = It is built from its leaves, and its root compared with every earlier checkpoint.
verify-what-4 = The keyring
verify-what-4-how = Each content has its key, and there is no key too many.
