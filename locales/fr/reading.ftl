### The document: picture and text word by word, correcting, comparing, typing a page, and the numbers that wait.
list-comma = { ", " }
read-method-text = texte du fichier lui-même
read-method-ocr = lu sur l’image par une machine
read-method-person = saisi par { $text }
read-method-members = contenu extrait
read-picture = Image de la page { $n }
read-pages = Pages du document
read-page = Page
read-of-pages = sur { $n }
read-go-page = Aller
read-inside = Chercher dans cette pièce
read-hits = Occurrences
read-hits-here = occurrence { $hit } sur { $of } dans cette page
read-hits-none-here = rien de tel sur cette page
read-hits-pages =
    { $n ->
         [one] { $n } page concernée
        *[other] { $n } pages concernées
    }
read-hit-previous = Occurrence précédente
read-hit-next = Occurrence suivante
read-zoom = Taille de l’image
read-zoom-fit = Ajuster
read-zoom-percent = { $n } %
read-turn = Tourner l’image
read-text-alone = Texte seul
read-both = Image et texte
read-readings = Lectures de cette page :
read-no-readings = aucune pour l’instant
read-searched = c’est elle que l’on cherche
read-doubtful = peu fiable
read-why-person = La recherche porte sur ce qu’une personne a saisi d’après l’image : cela passe avant le texte du fichier et avant une machine.
read-why-text = La recherche porte sur le texte du fichier : tant qu’il est fiable, il passe avant une machine.
read-why-ocr = La recherche porte sur la lecture de la machine, car le fichier n’a pas de texte pour cette page, ou pas de texte fiable.
read-why-doubtful = La recherche porte sur le texte du fichier, bien qu’il soit peu fiable : il n’y a pas encore d’autre lecture.
read-compare = Comparer deux lectures
read-transcribe = Saisir cette page
read-waits = Le texte de cette page n’a pas encore été lu sur son image ; la recherche ne le trouve donc pas.
read-skip-words = Passer les mots de la page
read-sample = ainsi
read-word-unverified = personne ne l’a vérifié
read-word-confirmed = vérifié par une personne
read-word-corrected = corrigé par une personne
read-word-unreadable = illisible
read-tally-unverified =
    { $n ->
         [one] { $n } nombre lu par une machine et que personne n’a vérifié.
        *[other] { $n } nombres lus par une machine et que personne n’a vérifiés.
    }
read-tally-confirmed =
    { $n ->
         [one] { $n } mot comparé à l’image et conforme.
        *[other] { $n } mots comparés à l’image et conformes.
    }
read-tally-corrected =
    { $n ->
         [one] { $n } mot corrigé ; la première lecture reste à côté, barrée.
        *[other] { $n } mots corrigés ; les premières lectures restent à côté, barrées.
    }
read-tally-unreadable =
    { $n ->
         [one] { $n } mot examiné que personne ne peut lire.
        *[other] { $n } mots examinés que personne ne peut lire.
    }
read-check-numbers = Les vérifier
read-said = Ce qui a été dit des mots de cette page

## One word on the bench.
word-title = Un mot de cette page
word-picture-alt = Le mot tel qu’il est sur l’image
word-veiled = Ce mot occupe une grande part d’une image voilée.
word-sure = certitude que la machine se donne : { $n } sur 100
word-nobody-can-read = illisible
word-kept = gardé
word-close = Fermer
word-field = Ce que vous voyez sur l’image
word-keep = Garder ma saisie
word-as-read = Il est tel qu’il a été lu
word-unreadable = Illisible
word-again = Déjà dit auparavant ; si c’était juste, redites-le :
word-hint = Rien n’est effacé : la première lecture et tout ce qui a été dit depuis restent au registre, et la recherche porte sur le dernier.

## Two readings compared.
compare-title = Deux lectures comparées
compare-one = Cette page a une seule lecture ou aucune : il n’y a rien à comparer. Saisissez la page, ou faites-la lire sur son image, puis revenez.
compare-a = Première lecture
compare-b = Seconde lecture
compare-go = Comparer
compare-too-long = Ces lectures sont trop longues pour être comparées mot à mot. Ouvrez chacune séparément.
compare-differences =
    { $n ->
         [one] { $n } différence.
        *[other] { $n } différences.
    }
compare-same =
    { $n ->
         [one] { $n } mot commun aux deux.
        *[other] { $n } mots communs aux deux.
    }
compare-spelt =
    { $n ->
         [one] { $n } d’entre eux s’écrit de deux façons.
        *[other] { $n } d’entre eux s’écrivent de deux façons.
    }
compare-only = seulement dans celle-ci
compare-is-spelt = le même mot, écrit autrement
compare-gap = il manque quelque chose ici
compare-list = Les différences une à une
compare-what = Nature
compare-number = nombre

## A page typed by a person.
transcribe-title = Saisir une page
transcribe-lead = Ce que vous saisissez devient une lecture à votre nom, à côté des autres, et c’est elle que l’on cherche. Aucune lecture n’est effacée.
transcribe-begin = Partir de :
transcribe-field = Le texte de la page, ligne par ligne, tel quel
transcribe-hint = Enregistrez dès qu’une partie est finie : après un quart d’heure sans enregistrement, la session se verrouille. Chaque enregistrement est une nouvelle lecture, qui passe avant la précédente.
transcribe-go = Enregistrer la page
transcribe-blank = Il n’y a rien à lire sur cette page
transcribe-leave = Revenir sans enregistrer
transcribe-empty = Rien n’a été saisi.
transcribe-empty-next = Saisissez ce qui est sur la page, ou dites avec le bouton sous le champ qu’il n’y a rien à lire.

## Inside one item.
find-name = dans le nom du fichier ou dans ce qu’il dit de lui-même
find-marks =
    { $n ->
         [one] { $n } endroit
        *[other] { $n } endroits
    }

## What persons said of the words of an item.
corrections-title = Ce qui a été dit de ses mots
corrections-read = Tel que lu
corrections-said = Tel que vu par une personne
corrections-where = Où
corrections-who = Qui et quand
corrections-confirmed = conforme
corrections-count =
    { $n ->
         [one] Dit { $n } fois.
        *[other] Dit { $n } fois.
    }
corrections-hint = Le plus récent d’abord ; ce qui a été dit d’un mot en dernier fait foi.

## The numbers that wait.
nav-numbers = Nombres
numbers-title = Nombres à vérifier
numbers-waiting =
    { $n ->
         [one] { $n } nombre en attente
        *[other] { $n } nombres en attente
    }
numbers-done =
    { $n ->
         [one] { $n } fait
        *[other] { $n } faits
    }
numbers-passed =
    { $n ->
         [one] { $n } passé
        *[other] { $n } passés
    }
numbers-progress = Fait pendant cette séance
numbers-within = De cette pièce seulement :
numbers-everywhere = de toutes les archives
numbers-last = Vous avez gardé :
numbers-undo = y revenir
numbers-frame = le nombre est ici
numbers-field = Ce que vous voyez sur l’image
numbers-field-blind = Saisissez ce que vous voyez ; la lecture de la machine vous est cachée
numbers-keep = Tel que saisi
numbers-pass = Le passer pour l’instant
numbers-hint = Saisissez dans les chiffres que vous voulez : si le nombre est le même, la forme de la lecture est gardée ; s’il est autre, il s’écrit dans les chiffres de la lecture. Les touches agissent tant que le champ est intact.
numbers-said = On a déjà parlé de ce nombre. Ce que vous gardez maintenant passe avant, et rien n’est effacé.
numbers-differs = Deux lectures différentes
numbers-differs-typed = Vous avez saisi
numbers-differs-read = la machine a lu
numbers-differs-next = Regardez l’image encore une fois. Rien n’a encore été gardé.
numbers-blind = Second lecteur : cacher la lecture de la machine
numbers-seeing = Montrer la lecture de la machine
numbers-end = Vous êtes au bout de la liste
numbers-end-next = Ce que vous avez passé attend toujours.
numbers-again = Reprendre au début
numbers-none = Aucun nombre n’attend
numbers-teach-1 = Une machine lit l’image d’une page
numbers-teach-1-how = Chaque nombre qui s’y trouve apparaît ici, car un seul chiffre faux peut désigner un autre être humain.
numbers-teach-2 = Une personne regarde l’image du nombre
numbers-teach-2-how = Elle confirme, corrige, ou dit qu’il est illisible. Au clavier seul, si elle veut.
numbers-teach-3 = Ce qu’elle dit est scellé sous son nom
numbers-teach-3-how = Et la première lecture reste à côté.
home-numbers-chip = Nombres
home-numbers =
    { $n ->
         [one] { $n } nombre lu par une machine attend une personne.
        *[other] { $n } nombres lus par une machine attendent une personne.
    }
home-numbers-go = Les vérifier
item-numbers =
    { $n ->
         [one] { $n } de ses nombres attend une personne.
        *[other] { $n } de ses nombres attendent une personne.
    }
item-more-problems =
    { $n ->
         [one] { $n } autre remarque
        *[other] { $n } autres remarques
    }
item-n-entries =
    { $n ->
         [one] son écriture
        *[other] ses { $n } écritures
    }

## Their keys.
help-key-numbers = Nombres en attente
help-key-next-hit = Occurrence suivante dans le document
help-key-previous-hit = Occurrence précédente
help-key-next-page = Page suivante du document
help-key-previous-page = Page précédente
help-key-larger = Image plus grande
help-key-smaller = Image plus petite
help-key-turn = Tourner l’image d’un quart
help-key-edit = Corriger le mot où vous êtes
help-key-unreadable = Nombres : illisible
help-key-pass = Nombres : le passer pour l’instant
help-key-undo = Nombres : revenir au dernier gardé
help-key-close = Fermer le mot
