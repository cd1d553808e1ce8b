### Search: the field, facets, hits, and what to try when there are none.
search-title = Recherche
search-field = Mots à chercher
search-placeholder = Cherchez un nom, un numéro, une phrase, en toute graphie
search-go = Chercher
search-any = L’un quelconque des mots suffit
search-hits =
    { $n ->
         [one] { $n } résultat
        *[other] { $n } résultats
    }
search-exact = exactement, de ce que vous pouvez voir
search-narrow = Affiner la recherche
search-facet-kind = Genre
search-facet-accession = Versement
search-facet-type = Format
search-facet-undo = choisi ; suivez pour annuler
search-more = Plus
search-page = page { $n }
search-why = Pourquoi ce résultat :
search-told = Le fichier dit de lui-même
search-why-for = pour
search-item = La pièce et son isnad
search-none = Rien de tel dans ce que vous pouvez voir. Cela ne prouve pas que cela n’a pas eu lieu.
search-try-any = Chercher l’un quelconque des mots plutôt que tous
search-try-everywhere = Chercher dans toutes les archives, sans affiner
search-try-unquoted = Chercher les mots séparément, sans guillemets
search-try-fewer = Écrivez moins de mots : le nom de famille seul, ou le numéro seul.
search-try-spelling = Essayez une autre graphie du nom, en lettres arabes ou latines.
search-teach-title = Comment chercher
search-teach-1 = Écrivez comme vous voulez : احمد trouve أحمد ; les signes et l’allongement ne changent rien.
search-teach-2 = Tous les mots sont demandés ensemble, sauf si vous choisissez « l’un quelconque ».
search-teach-3 = Mettez une phrase entre « guillemets » pour la demander telle quelle, dans son ordre.
search-teach-4 = Le compte est exact et les résultats sont sans limite : allez jusqu’à la dernière page si vous voulez.
