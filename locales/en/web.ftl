### What stands on every page, sign-in, home, people, settings, keys, and pages that could not be made.
skip = Skip to content
nav-main = Sections
nav-home = Home
nav-intake = Take in
nav-accessions = Accessions
nav-search = Search
nav-verify = Verify
nav-people = People
nav-settings = Settings
nav-help = Keys
nav-sign-out = Sign out
nav-languages = Language
foot-leave = Leave at once
idle-soon = Nothing has moved here for a while; the archive locks in a minute.
idle-stay = Stay
pager = Pages of the list
pager-previous = Previous
pager-next = Next
go-to-field = Go to the field
knot-is-sound = in order
knot-is-broken = not in order
sealed-entry = Sealed entry

## Sign-in.
sign-in-title = Sign in
sign-in-lead = The archive is locked. Your passphrase opens it, and never leaves this machine.
sign-in-name = Name
sign-in-passphrase = Passphrase
sign-in-hint = Opening may take a few seconds: it is slow on purpose, to tire whoever guesses.
sign-in-go = Open
sign-in-wrong = This name and passphrase do not open the archive.
sign-in-wrong-next = Check the keyboard’s language and the spaces, then try again. If the passphrase is lost, ask a keeper.
sign-in-draft = Your session ended while you were writing. What you wrote is kept in this page, encrypted, and comes back when you sign in. Files must be chosen again.
sign-in-too-many = Too many attempts in a row.
sign-in-too-many-next = Wait half a minute and try again. Nothing is lost.

## Home.
home-title = Home
home-take-in = Take files in
home-received = received = { $kept } kept + { $refused } refused
home-entries =
    { $n ->
         [one] sealed entry
        *[other] sealed entries
    }
home-objects =
    { $n ->
         [one] distinct content, encrypted in the vault
        *[other] distinct contents, encrypted in the vault
    }
home-size = kept, as received
home-waiting = Waiting for you
home-unfinished-chip = Unfinished
home-unfinished =
    { $n ->
         [one] { $n } accession was cut off before its end.
        *[other] { $n } accessions were cut off before their end.
    }
home-unfinished-go = See which
home-unread-chip = Not fully read
home-unread =
    { $n ->
         [one] { $n } file is kept whole, but its text could not all be read.
        *[other] { $n } files are kept whole, but their text could not all be read.
    }
home-unread-go = See the reports
home-unverified = This archive has not been verified as a whole yet.
home-verify-go = Verify
home-recent = Latest accessions
home-all = All
home-things =
    { $n ->
         [one] { $n } file received
        *[other] { $n } files received
    }
home-empty-title = The archive is empty; this is where it begins
home-empty-lead = Whatever you take in stays as it came, byte for byte, together with who brought it. Nothing is erased or changed unseen.
home-empty-1 = Take files in
home-empty-1-how = One file or a zipped folder, in any format.
home-empty-2 = Say from whom and how they came
home-empty-2-how = Once for each batch. Leave empty what you do not know.
home-empty-3 = Read the count
home-empty-3-how = What was received equals what was kept and what was refused, with the reason for each refusal.
home-empty-4 = Search and verify
home-empty-4-how = Type a name any way you like, and follow any hit down to its seal.
integrity-title = Integrity of the archive
integrity-last = Entries sealed
integrity-root = Root of the tree
integrity-root-hint = Leave this line with somebody you trust: a change to anything before it will show. And this is the archive’s id:
integrity-sound = Sound when last verified
integrity-altered = Altered when last verified
integrity-unchecked = Not verified yet
care-title = Look after yourself
care-text = Pictures of harm stay veiled until you ask for them. Take a break whenever you like; no work is lost.
care-pictures = Show me no pictures

## People.
people-title = People
people-lead = Each has a passphrase of their own, so that it is known who did what.
people-role = Role
people-id = Id
people-add = Add somebody
people-name-hint = A name or a pseudonym; it stands beside everything they do.
people-passphrase-hint = Five random words or more. Type it together; never send it in a message.
people-again = Passphrase again
people-go = Add
people-no-name = The name is empty.
people-no-name-next = Type a name or a pseudonym.
people-not-same = The two passphrases differ.
people-not-same-next = Type both again; nobody was added yet.

## Settings.
settings-title = Settings
settings-lead = These choices stay in this browser alone.
settings-saved = Your choices are saved.
settings-language = Language of the pages
settings-digits = Digits
settings-digits-hint = For pages in Arabic. Ids and hashes stay as they are.
settings-pictures = Pictures
settings-pictures-asked = Veiled until I ask
settings-pictures-asked-hint = Restricted and sealed pictures are not sent to the screen before you ask for each.
settings-pictures-none = Show me no pictures at all
settings-pictures-none-hint = Texts remain; no picture is sent.
settings-keys-hint = Single letters that take you between pages and down lists.
settings-keys-plain = The letter alone
settings-keys-alt = The letter with Alt
settings-keys-off = No keys
settings-go = Save

## Keys.
help-title = Keys
help-lead = Whatever a key does, a link or a button does too.
help-key = Key
help-does = What it does
help-move = move
help-key-search = To the search field
help-key-help = This page
help-key-home = Home
help-key-intake = Take files in
help-key-accessions = Accessions
help-key-find = The search page
help-key-verify = Verify
help-key-down = Next line of the list
help-key-up = Previous line of the list
help-key-open = open
help-key-leave = Leave at once: the archive locks and a calendar appears
help-keys-plain = The keys now work by the letter alone.
help-keys-alt = The keys now work together with Alt.
help-keys-off = The keys are now off, except for leaving at once.
help-keys-change = Change this in the settings

## Pages that could not be made.
fault-absent = There is nothing at this address
fault-absent-next = Either the address is wrong, or what is there is not open to you. Search for it, or ask a keeper.
fault-forged = This request was not accepted
fault-forged-next = It did not come from a page that is open now, or its session has ended. Nothing was changed. Go back, open the page anew and try again.
fault-broken = This could not be completed
fault-broken-next = The mistake is ours, not yours, and what was sealed before is as it was. Try again; if it happens again, verify the archive.
fault-home = Back to the start
