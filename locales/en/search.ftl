### Search: the field, facets, hits, and what to try when there are none.
search-title = Search
search-field = Words to search for
search-placeholder = Search for a name, a number, a phrase, in any spelling
search-go = Search
search-any = Any of the words will do
search-hits =
    { $n ->
         [one] { $n } hit
        *[other] { $n } hits
    }
search-exact = exactly, of what you may see
search-narrow = Narrow the search
search-facet-kind = Kind
search-facet-accession = Accession
search-facet-type = Type
search-facet-undo = chosen; follow to undo
search-more = More
search-page = page { $n }
search-why = Why this hit:
search-told = The file says of itself
search-why-for = for
search-item = The item and its isnad
search-none = Nothing like this was found in what you may see. That does not show that it did not happen.
search-try-any = Search for any of the words instead of all
search-try-everywhere = Search the whole archive, without narrowing
search-try-unquoted = Search for the words apart, without quotation marks
search-try-fewer = Type fewer words: the family name alone, or the number alone.
search-try-spelling = Try another spelling of the name, in Arabic or in Latin letters.
search-teach-title = How to search
search-teach-1 = Type as you like: احمد finds أحمد, and marks and stretching make no difference.
search-teach-2 = All words are wanted together, unless you choose “any of the words”.
search-teach-3 = Put a phrase in "quotation marks" to ask for it as it stands, in its order.
search-teach-4 = The count is exact and hits have no limit: go on to the last page if you like.
