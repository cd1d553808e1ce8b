### Records and what is said of them: claims with their sources, replies, corrections.
nav-records = Records
help-key-records = Records

## Kinds of records.
records-lead = Each person, place or incident has a record with everything said of it, and each claim has its source. No claim is erased; what disagrees stands side by side.
records-empty = There are no records yet. Choose a kind and begin one, or take in a whole table.
records-n =
    { $n ->
        [one] { $n } record
       *[other] { $n } records
    }
records-new = New record
records-none = There is no record of this kind yet.
records-find = Search these records
area-describe = Who and what
area-preserve = Evidence
area-link = Links
area-attribute = Responsibility
area-act = Follow-up
area-share = Sharing and consent
area-analyse = Numbers

## One record.
record-unnamed = Without a name
record-n-claims =
    { $n ->
        [one] { $n } claim
       *[other] { $n } claims
    }
record-n-sources =
    { $n ->
        [one] { $n } source
       *[other] { $n } sources
    }
record-n-differ =
    { $n ->
        [one] { $n } contradiction
       *[other] { $n } contradictions
    }
record-say = Add a claim
record-say-more = another claim
record-empty = Nothing has been said of it yet.
record-parts = Parts of the record
record-claims = Claims
record-history = History
record-sheet = What may leave
record-all = All claims
record-all-claims =
    { $n ->
        [one] The only claim
       *[other] All { $n } claims
    }
record-differ = These claims cannot all be so. Each stays with its source, and the program does not judge between them. Lists show what a reviewer accepted, then what more sources say, then the better grade, then what was written down first.
record-gone =
    { $n ->
        [one] { $n } earlier claim, withdrawn or corrected
       *[other] { $n } earlier claims, withdrawn or corrected
    }
record-isnad = Isnad of the claim
record-isnad-teach = Choose a claim to see its isnad: who said it, where, through which hands it came, and where it was sealed.
record-to-claim = The page of this claim
record-when = As it was on a day
record-as-of = As it was at the end of
record-as-of-field = Day
record-as-of-go = Show it
record-now = As it is now
meeting-single = one claim
meeting-agree = in agreement
meeting-several = several values
meeting-differ = in contradiction

## One claim.
said-claim = Claim
said-by = Said by
said-own = Written down by
said-on = said on
said-valid = holds for
said-denies = denies
said-quoted = word for word
said-isnad = its isnad
said-reply = Reply
said-page =
    { $n ->
       *[other] page { $n }
    }
said-line =
    { $n ->
       *[other] line { $n }
    }
said-row =
    { $n ->
       *[other] row { $n }
    }
said-column =
    { $n ->
       *[other] column { $n }
    }
said-not-understood = kept as written, not understood
said-remarks =
    { $n ->
        [one] { $n } remark
       *[other] { $n } remarks
    }
said-dataset = Register
said-in-claim = Said in the claim
said-written = Written down by
status-accepted = accepted
status-work-needed = work needed
status-issue = something is wrong
status-conflict = in conflict
status-withdrawn = withdrawn
answered-supersedes = superseded
answered-corrects = corrected
answered-withdraws = withdrawn
answered-replies-to = answered
relation-supersedes = Supersedes an earlier claim
relation-corrects = Corrects an earlier claim
relation-withdraws = Withdraws an earlier claim
relation-replies-to = Answers a claim
claim-reply = Record a reply to it
claim-correct = Correct what was written down
claim-withdraw = Record its withdrawal
claim-remarks = What is said of this claim
claim-no-remarks = Nobody has remarked on it yet.
claim-status = State
claim-comment = Comment
claim-remark-go = Write it down
part-given = given name
part-father = father
part-grandfather = grandfather
part-family = family
part-mother = mother
part-kunya = kunya
part-nasab = nasab
part-laqab = laqab

## Forms.
say-title = Add a claim
form-lead = Write what one source says, as it says it. What the source does not say stays empty. If another source says otherwise, add its claim after this one; both stay.
form-when = Asked only if: { $text }.
form-wanted = wanted, if known
form-lines = One value to a line.
form-none = not said
form-yes = yes
form-no = no
form-source = Source
form-source-hint = Where it is said, and by whom. A claim without a source helps nobody.
form-item = Item
form-item-hint = Its id, such as I-0123456789ABCDEF. Left empty, the claim is yours.
form-page = Page
form-line = Line
form-quote = The words as they stand
form-quote-hint = Word for word, so that whoever comes after you finds them.
form-speaker = Speaker
form-speaker-hint = The id of their record, or a name if they have none.
form-said-on = Said on
form-quoted = These are the speaker’s own words
form-denies = The source denies it
form-denies-hint = Write what is denied, and tick this.
form-more = When it held, and its grade
form-first = Since
form-last = Until
form-grade-source = Reliability of the source
form-grade-information = Credibility of the information
grade-A = completely reliable
grade-B = usually reliable
grade-C = fairly reliable
grade-D = not usually reliable
grade-E = unreliable
grade-F = cannot be judged
grade-1 = confirmed by other sources
grade-2 = probably true
grade-3 = possibly true
grade-4 = doubtful
grade-5 = improbable
grade-6 = cannot be judged
form-note = Your note
form-label = Who may see it
form-doubtful = Look at this before it is sealed
form-sure = I have looked. Write it down as it stands.
form-go = Write down and seal
form-leave = Leave it
form-supersedes = Supersedes the claim:
form-corrects = Corrects what was written down in the claim:
form-withdraws = Records the withdrawal of the claim:
form-replies-to = Answers the claim:

## History.
history-lead = Everything that was written down in this record, newest first. Between two days: what was added after the end of the first, up to the end of the second.
history-from = After
history-to = Until
history-go = Show the difference
history-remark = remark
history-n =
    { $n ->
        [one] { $n } thing was written down
       *[other] { $n } things were written down
    }

## What may leave.
sheet-back = The record
sheet-lead = Here is what is marked as public and was not taken back, with its source.
sheet-withheld =
    { $n ->
        [one] { $n } claim is withheld: it is not public, or it was taken back.
       *[other] { $n } claims are withheld: they are not public, or they were taken back.
    }
sheet-source-withheld = the source is kept and not published
sheet-empty = Nothing that is said here may leave.

## On the page of an item.
item-said = What is said in it
item-said-none = Nothing that this item says has been written down yet.
item-said-kind = Kind of record
item-said-new = Begin a record with what it says
shown-first =
    { $n ->
       *[other] The first { $n } are shown.
    }
