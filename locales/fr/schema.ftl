## Pages des genres et des mots (isnad schema doc).
schema-doc-title = Genres de fiches et leurs mots
schema-doc-vocabularies = Listes de mots
schema-doc-name = Nom
schema-doc-id = Identifiant
schema-doc-type = Contenu
schema-doc-help = Conseil
schema-doc-code = Code
schema-doc-wider = Mot plus large
schema-doc-also = S’écrit aussi
schema-doc-used-by = Où elle sert
schema-doc-leads-here = Ce qui mène ici
schema-doc-area = Domaine : { $of }
schema-doc-sensitivity = Sensibilité : { $of }
schema-doc-named-by = Nommée par : { $of }
schema-doc-told-apart-by = Distinguée par : { $of }
schema-doc-outside = Ailleurs : { $of }
schema-doc-from = de { $of }
schema-doc-to = vers { $of }
schema-doc-to-any = vers une fiche de tout genre
schema-doc-many = plusieurs valeurs sont normales
schema-doc-required = demandé
schema-doc-computed = calculé par une règle
schema-doc-unit = unité { $of }
schema-doc-when = demandé seulement si « { $property } » est : { $values }

## Ce que contient une propriété.
type-text = Texte
type-name = Nom
type-date = Date
type-period = Durée
type-quantity = Quantité
type-place = Lieu
type-identifier = Numéro ou marque
type-link = Fiche
type-claim = Affirmation
type-item = Pièce
type-term = Mot d’une liste
type-flag = Oui ou non
type-point = Point sur la terre
type-url = Adresse web

## Ce qui est dit d’un tableau de termes.
thesaurus-column-unused = La colonne « { $about } » n’a pas servi.
thesaurus-row-without-code = La rangée { $rows } n’a pas de code et a été refusée : { $about }
thesaurus-row-without-words = La rangée { $rows } n’a pas de mots et a été refusée : { $about }
thesaurus-code-unfit = La rangée { $rows } a été refusée, car son code ne convient pas : { $about }
thesaurus-code-twice = La rangée { $rows } a été refusée, car son code était déjà là : { $about }
thesaurus-zero-lost = Rangée { $rows } : un zéro qu’un tableur avait supprimé a été remis. Le code est maintenant { $about }.
thesaurus-parent-skipped = Rangées { $rows } : le terme un pas au-dessus n’est pas dans le tableau. Le plus proche au-dessus a été pris, s’il y en a un.
thesaurus-known = Il y a déjà une liste « { $id } ». Ses mots restent ; ceux du tableau sont ajoutés ou renommés.
thesaurus-label-lent =
    { $about ->
        [ar] Pas d’arabe, rangées { $rows }. Les mots d’une autre langue en tiennent lieu, marqués.
        [fr] Pas de français, rangées { $rows }. Les mots d’une autre langue en tiennent lieu, marqués.
       *[en] Pas d’anglais, rangées { $rows }. Les mots d’une autre langue en tiennent lieu, marqués.
    }
