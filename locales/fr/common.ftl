### Words that every area uses: the name, numbers and dates, kinds, labels, roles.
brand = Isnad
unknown-problem = Il s’est produit quelque chose que nous ne savons pas encore nommer : { $code }.
unknown-problem-next = Notez ce code et ce que vous faisiez, puis prévenez la personne qui s’occupe de ces archives.

## Dates and times. Months in Arabic stand in the paired form: Levant and Egypt.
date-day =
    { $day ->
         [1] 1er { $month } { $year }
        *[other] { $day } { $month } { $year }
    }
date-month = { $month } { $year }
date-time = { $day }, { $clock } ({ $offset })
date-out-of-range = une date hors de tout calendrier ({ $millis } ms)
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche

## Lengths of time and sizes.
duration-seconds =
    { $n ->
         [one] { $n } seconde
        *[other] { $n } secondes
    }
duration-minutes =
    { $n ->
         [one] { $n } minute
        *[other] { $n } minutes
    }
duration-hours =
    { $n ->
         [one] { $n } heure
        *[other] { $n } heures
    }
duration-days =
    { $n ->
         [one] { $n } jour
        *[other] { $n } jours
    }
size-bytes =
    { $n ->
         [one] { $n } octet
        *[other] { $n } octets
    }
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo
size-gigabytes = { $size } Go
size-terabytes = { $size } To

## Kinds of things, by their content.
kind-text = Texte
kind-document = Document
kind-table = Tableau
kind-mail = Message
kind-image = Image
kind-audio = Son
kind-video = Film
kind-container = Conteneur
kind-other = Autre
kind-record = Fiche

## Who may see a thing.
sensitivity-public = Public
sensitivity-public-hint = Toute personne peut le voir.
sensitivity-internal = Interne
sensitivity-internal-hint = Tous les membres de l’organisation peuvent le voir.
sensitivity-restricted = Restreint
sensitivity-restricted-hint = Seules les personnes qui y travaillent peuvent le voir. C’est la règle pour tout ce qui entre.
sensitivity-sealed = Scellé
sensitivity-sealed-hint = Seuls les gardiens des archives peuvent le voir.

## Who somebody is in this archive.
role-keeper = Gardien
role-keeper-hint = Voit tout, ajoute des personnes, ferme et restaure.
role-member = Membre
role-member-hint = Verse des pièces et y travaille, sauf sur ce qui est scellé.
role-reader = Lecteur
role-reader-hint = Lit ce qui est interne ou public.

## Provenance: asked once for each accession.
provenance-from-whom = De qui
provenance-when = Quand
provenance-where = Où
provenance-how = Comment
provenance-authority = Sous quelle autorité
provenance-notes = Garde antérieure et notes
provenance-sensitivity = Qui peut le voir
provenance-not-said = Non précisé

## The completeness count: received = kept + refused.
count-received = reçus
count-kept = gardés
count-refused = refusés
count-equals = égale
count-plus = plus
count-duplicates =
    { $n ->
         [one] Parmi les pièces gardées, { $n } avait un contenu déjà présent ; elle conserve sa propre provenance.
        *[other] Parmi les pièces gardées, { $n } avaient un contenu déjà présent ; chacune conserve sa propre provenance.
    }

## Chips about the state of the seal.
seal-sound = Scellé et intact
seal-altered = Altéré
seal-unchecked = Pas encore vérifié
