## Pages of kinds and words (isnad schema doc).
schema-doc-title = Kinds of records and their words
schema-doc-vocabularies = Lists of words
schema-doc-name = Name
schema-doc-id = Id
schema-doc-type = What it holds
schema-doc-help = Guidance
schema-doc-code = Code
schema-doc-wider = Wider word
schema-doc-also = Also written
schema-doc-used-by = Where it is used
schema-doc-leads-here = What leads here
schema-doc-area = Area of work: { $of }
schema-doc-sensitivity = Sensitivity: { $of }
schema-doc-named-by = Named by: { $of }
schema-doc-told-apart-by = Told apart by: { $of }
schema-doc-outside = Elsewhere: { $of }
schema-doc-from = from { $of }
schema-doc-to = to { $of }
schema-doc-to-any = to a record of any kind
schema-doc-many = several values are normal
schema-doc-required = asked for
schema-doc-computed = computed by a rule
schema-doc-unit = unit { $of }
schema-doc-when = asked only where “{ $property }” is: { $values }

## What a property holds.
type-text = Text
type-name = Name
type-date = Date
type-period = Length of time
type-quantity = Quantity
type-place = Place
type-identifier = Number or mark
type-link = Record
type-claim = Claim
type-item = Item
type-term = Word of a list
type-flag = Yes or no
type-point = Point on the earth
type-url = Web address

## What is told of a table of terms.
thesaurus-column-unused = The column “{ $about }” was not used.
thesaurus-row-without-code = Row { $rows } has no code and was refused: { $about }
thesaurus-row-without-words = Row { $rows } has no words and was refused: { $about }
thesaurus-code-unfit = Row { $rows } was refused, since its code will not do: { $about }
thesaurus-code-twice = Row { $rows } was refused, since its code was there before: { $about }
thesaurus-zero-lost = Row { $rows }: a zero that a spreadsheet had dropped was put back. The code is now { $about }.
thesaurus-parent-skipped = Rows { $rows }: the term one step above is not in the table. The nearest one above was taken, where there is any.
thesaurus-known = There is a list “{ $id }” already. Its words stay; those of the table are added or called anew.
thesaurus-label-lent =
    { $about ->
        [ar] No Arabic in rows { $rows }. Words of another language stand in its place, marked.
        [fr] No French in rows { $rows }. Words of another language stand in its place, marked.
       *[en] No English in rows { $rows }. Words of another language stand in its place, marked.
    }
