### Words that every area uses: the name, numbers and dates, kinds, labels, roles.
brand = Isnad
unknown-problem = Something happened that we have no words for yet: { $code }.
unknown-problem-next = Note this code and what you were doing, and tell whoever looks after this archive.

## Dates and times. Months in Arabic stand in the paired form: Levant and Egypt.
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $day }, { $clock } ({ $offset })
date-out-of-range = a time outside any calendar ({ $millis } ms)
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

## Lengths of time and sizes.
duration-seconds =
    { $n ->
         [one] { $n } second
        *[other] { $n } seconds
    }
duration-minutes =
    { $n ->
         [one] { $n } minute
        *[other] { $n } minutes
    }
duration-hours =
    { $n ->
         [one] { $n } hour
        *[other] { $n } hours
    }
duration-days =
    { $n ->
         [one] { $n } day
        *[other] { $n } days
    }
size-bytes =
    { $n ->
         [one] { $n } byte
        *[other] { $n } bytes
    }
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB
size-terabytes = { $size } TB

## Kinds of things, by their content.
kind-text = Text
kind-document = Document
kind-table = Table
kind-mail = Message
kind-image = Picture
kind-audio = Sound
kind-video = Film
kind-container = Container
kind-other = Other
kind-record = Record

## Who may see a thing.
sensitivity-public = Public
sensitivity-public-hint = Anyone may see it.
sensitivity-internal = Internal
sensitivity-internal-hint = Every member of the organization may see it.
sensitivity-restricted = Restricted
sensitivity-restricted-hint = Only those who work on it may see it. This is the rule for whatever comes in.
sensitivity-sealed = Sealed
sensitivity-sealed-hint = Only the keepers of the archive may see it.

## Who somebody is in this archive.
role-keeper = Keeper
role-keeper-hint = Sees everything, adds people, closes and restores.
role-member = Member
role-member-hint = Takes material in and works on it, except what is sealed.
role-reader = Reader
role-reader-hint = Reads what is internal or public.

## Provenance: asked once for each accession.
provenance-from-whom = From whom
provenance-when = When
provenance-where = Where
provenance-how = How
provenance-authority = On whose authority
provenance-notes = Custody before, and notes
provenance-sensitivity = Who may see it
provenance-not-said = Not said

## The completeness count: received = kept + refused.
count-received = received
count-kept = kept
count-refused = refused
count-equals = equals
count-plus = plus
count-duplicates =
    { $n ->
         [one] Of those kept, { $n } has bytes that the archive already held; it keeps a provenance of its own.
        *[other] Of those kept, { $n } have bytes that the archive already held; each keeps a provenance of its own.
    }

## Chips about the state of the seal.
seal-sound = Sealed and sound
seal-altered = Altered
seal-unchecked = Not checked yet
