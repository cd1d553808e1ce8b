### The document: picture and text word by word, correcting, comparing, typing a page, and the numbers that wait.
list-comma = { ", " }
read-method-text = the file’s own text
read-method-ocr = read from the picture by a machine
read-method-person = typed by { $text }
read-method-members = taken apart
read-picture = Picture of page { $n }
read-pages = Pages of the document
read-page = Page
read-of-pages = of { $n }
read-go-page = Go
read-inside = Search inside this item
read-hits = Hits
read-hits-here = hit { $hit } of { $of } on this page
read-hits-none-here = nothing of it on this page
read-hits-pages =
    { $n ->
         [one] { $n } page has it
        *[other] { $n } pages have it
    }
read-hit-previous = Previous hit
read-hit-next = Next hit
read-zoom = Size of the picture
read-zoom-fit = Fit
read-zoom-percent = { $n }%
read-turn = Turn the picture
read-text-alone = Text alone
read-both = Picture and text
read-readings = Readings of this page:
read-no-readings = none yet
read-searched = this one is searched
read-doubtful = not to be trusted
read-why-person = What a person typed from the picture is searched: it goes before the file’s own text and before a machine.
read-why-text = The file’s own text is searched: as long as it can be trusted, it goes before a machine.
read-why-ocr = The machine’s reading is searched, because the file has no text for this page, or none to be trusted.
read-why-doubtful = The file’s own text is searched although it is not to be trusted: there is no other reading yet.
read-compare = Compare two readings
read-transcribe = Type this page
read-waits = The text of this page has not been read from its picture yet, so a search does not find it.
read-skip-words = Skip the words of the page
read-sample = so
read-word-unverified = nobody has checked it
read-word-confirmed = a person checked it
read-word-corrected = a person corrected it
read-word-unreadable = cannot be read
read-tally-unverified =
    { $n ->
         [one] { $n } number that a machine read and nobody has checked.
        *[other] { $n } numbers that a machine read and nobody has checked.
    }
read-tally-confirmed =
    { $n ->
         [one] { $n } word was held against the picture and agrees.
        *[other] { $n } words were held against the picture and agree.
    }
read-tally-corrected =
    { $n ->
         [one] { $n } word was corrected; the first reading stands beside it, struck through.
        *[other] { $n } words were corrected; the first readings stand beside them, struck through.
    }
read-tally-unreadable =
    { $n ->
         [one] { $n } word was looked at, and nobody can read it.
        *[other] { $n } words were looked at, and nobody can read them.
    }
read-check-numbers = Check them
read-said = What was said of words on this page

## One word on the bench.
word-title = A word of this page
word-picture-alt = The word as it stands on the picture
word-veiled = This word fills much of a veiled picture.
word-sure = the machine’s own certainty: { $n } of 100
word-nobody-can-read = cannot be read
word-kept = kept
word-close = Close
word-field = What you see on the picture
word-keep = Keep what I typed
word-as-read = It is as it was read
word-unreadable = Cannot be read
word-again = Said of it before; if it was right, say it again:
word-hint = Nothing is erased: the first reading and all that was said since stay in the ledger, and the last one is searched.

## Two readings compared.
compare-title = Two readings compared
compare-one = This page has one reading or none, so there is nothing to compare. Type the page, or have it read from its picture, and come back.
compare-a = First reading
compare-b = Second reading
compare-go = Compare
compare-too-long = These readings are too long to be compared word by word. Open each by itself.
compare-differences =
    { $n ->
         [one] { $n } place differs.
        *[other] { $n } places differ.
    }
compare-same =
    { $n ->
         [one] { $n } word stands in both.
        *[other] { $n } words stand in both.
    }
compare-spelt =
    { $n ->
         [one] { $n } of them is written in two ways.
        *[other] { $n } of them are written in two ways.
    }
compare-only = only in this one
compare-is-spelt = the same word, written otherwise
compare-gap = something is missing here
compare-list = The differences one by one
compare-what = What it is
compare-number = number

## A page typed by a person.
transcribe-title = Type a page
transcribe-lead = What you type becomes a reading under your name beside the others, and it is the one that is searched. No reading is erased.
transcribe-begin = Begin with:
transcribe-field = The text of the page, line by line as it stands
transcribe-hint = Save whenever a part is done: after a quarter of an hour without saving the session locks. Each save is a new reading that goes before the last one.
transcribe-go = Save the page
transcribe-blank = There is nothing to read on this page
transcribe-leave = Back without saving
transcribe-empty = Nothing was typed.
transcribe-empty-next = Type what stands on the page, or say with the button below the field that there is nothing to read.

## Inside one item.
find-name = in the file’s name, or in what it says of itself
find-marks =
    { $n ->
         [one] { $n } place
        *[other] { $n } places
    }

## What persons said of the words of an item.
corrections-title = What was said of its words
corrections-read = As it was read
corrections-said = As a person sees it
corrections-where = Where
corrections-who = Who and when
corrections-confirmed = agrees
corrections-count =
    { $n ->
         [one] Said { $n } time.
        *[other] Said { $n } times.
    }
corrections-hint = The newest first; what was said of a word last is what holds.

## The numbers that wait.
nav-numbers = Numbers
numbers-title = Numbers to be checked
numbers-waiting =
    { $n ->
         [one] { $n } number waits
        *[other] { $n } numbers wait
    }
numbers-done =
    { $n ->
         [one] { $n } done
        *[other] { $n } done
    }
numbers-passed =
    { $n ->
         [one] { $n } passed over
        *[other] { $n } passed over
    }
numbers-progress = Done in this sitting
numbers-within = Of this item alone:
numbers-everywhere = of the whole archive
numbers-last = You kept:
numbers-undo = look at it again
numbers-frame = the number stands here
numbers-field = What you see on the picture
numbers-field-blind = Type what you see; what the machine read is hidden from you
numbers-keep = As typed
numbers-pass = Pass over it for now
numbers-hint = Type in any digits: if the number is the same, the reading’s own form is kept; if it is another, it is written in the digits of the reading. The keys work as long as the field is untouched.
numbers-said = Something was said of this number before. What you keep now goes before it, and the first is not erased.
numbers-differs = Two readings that differ
numbers-differs-typed = You typed
numbers-differs-read = the machine read
numbers-differs-next = Look at the picture once more. Nothing was kept yet.
numbers-blind = Second reader: hide what the machine read
numbers-seeing = Show what the machine read
numbers-end = You reached the end of the list
numbers-end-next = What you passed over still waits.
numbers-again = Begin at the top
numbers-none = No number waits
numbers-teach-1 = A machine reads the picture of a page
numbers-teach-1-how = Each number on it appears here, because one wrong digit may be another human being.
numbers-teach-2 = A person looks at the picture of the number
numbers-teach-2-how = And agrees, corrects it, or says that it cannot be read. With the keyboard alone, if they like.
numbers-teach-3 = What they say is sealed under their name
numbers-teach-3-how = And the first reading stays beside it.
home-numbers-chip = Numbers
home-numbers =
    { $n ->
         [one] { $n } number that a machine read waits for a person.
        *[other] { $n } numbers that a machine read wait for a person.
    }
home-numbers-go = Check them
item-numbers =
    { $n ->
         [one] { $n } number of it waits for a person.
        *[other] { $n } numbers of it wait for a person.
    }
item-more-problems =
    { $n ->
         [one] { $n } more note
        *[other] { $n } more notes
    }
item-n-entries =
    { $n ->
         [one] its { $n } entry
        *[other] its { $n } entries
    }

## Their keys.
help-key-numbers = Numbers that wait
help-key-next-hit = Next hit in the document
help-key-previous-hit = Previous hit
help-key-next-page = Next page of the document
help-key-previous-page = Previous page
help-key-larger = Larger picture
help-key-smaller = Smaller picture
help-key-turn = Turn the picture by a quarter
help-key-edit = Correct the word you are at
help-key-unreadable = Numbers: cannot be read
help-key-pass = Numbers: pass over it for now
help-key-undo = Numbers: look again at the last one you kept
help-key-close = Close the word
