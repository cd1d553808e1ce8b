### Les fiches et ce qui en est dit : affirmations avec leurs sources, réponses, rectifications.
nav-records = Fiches
help-key-records = Fiches

## Genres de fiches.
records-lead = Chaque personne, lieu ou incident a une fiche avec tout ce qui en est dit, et chaque affirmation a sa source. Rien n’est effacé ; ce qui se contredit se tient côte à côte.
records-empty = Il n’y a pas encore de fiche. Choisissez un genre et commencez, ou versez un tableau entier.
records-n =
    { $n ->
        [one] { $n } fiche
       *[other] { $n } fiches
    }
records-new = Nouvelle fiche
records-none = Il n’y a pas encore de fiche de ce genre.
records-find = Chercher parmi ces fiches
area-describe = Qui et quoi
area-preserve = Preuves
area-link = Liens
area-attribute = Responsabilité
area-act = Suivi
area-share = Partage et consentement
area-analyse = Chiffres

## Une fiche.
record-unnamed = Sans nom
record-n-claims =
    { $n ->
        [one] { $n } affirmation
       *[other] { $n } affirmations
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
record-say = Ajouter une affirmation
record-say-more = une autre affirmation
record-empty = Rien n’en a encore été dit.
record-parts = Parties de la fiche
record-claims = Affirmations
record-history = Histoire
record-sheet = Ce qui peut sortir
record-all = Toutes les affirmations
record-all-claims =
    { $n ->
        [one] La seule affirmation
       *[other] Les { $n } affirmations
    }
record-differ = Ces affirmations ne peuvent pas toutes être vraies. Chacune reste avec sa source, et le programme ne tranche pas. Les listes montrent ce qu’un relecteur a accepté, puis ce que disent plus de sources, puis le meilleur degré, puis ce qui fut écrit en premier.
record-gone =
    { $n ->
        [one] { $n } affirmation antérieure, retirée ou rectifiée
       *[other] { $n } affirmations antérieures, retirées ou rectifiées
    }
record-isnad = Isnad de l’affirmation
record-isnad-teach = Choisissez une affirmation pour voir son isnad : qui l’a dite, où, par quelles mains elle est venue, et où elle fut scellée.
record-to-claim = La page de cette affirmation
record-when = Telle qu’elle était un jour
record-as-of = Telle qu’elle était à la fin du
record-as-of-field = Jour
record-as-of-go = Montrer
record-now = Telle qu’elle est maintenant
meeting-single = une affirmation
meeting-agree = d’accord
meeting-several = plusieurs valeurs
meeting-differ = en contradiction

## Une affirmation.
said-claim = Affirmation
said-by = Dit par
said-own = Écrit par
said-on = dit le
said-valid = vaut pour
said-denies = nie
said-quoted = mot pour mot
said-isnad = son isnad
said-reply = Réponse
said-page =
    { $n ->
       *[other] page { $n }
    }
said-line =
    { $n ->
       *[other] ligne { $n }
    }
said-row =
    { $n ->
       *[other] rangée { $n }
    }
said-column =
    { $n ->
       *[other] colonne { $n }
    }
said-not-understood = gardé tel qu’écrit, non compris
said-remarks =
    { $n ->
        [one] { $n } remarque
       *[other] { $n } remarques
    }
said-dataset = Relevé
said-in-claim = Dit dans l’affirmation
said-written = Écrit par
status-accepted = acceptée
status-work-needed = à travailler
status-issue = problème
status-conflict = en conflit
status-withdrawn = retirée
answered-supersedes = remplacée
answered-corrects = rectifiée
answered-withdraws = retirée
answered-replies-to = répondue
relation-supersedes = Remplace une affirmation antérieure
relation-corrects = Rectifie une affirmation antérieure
relation-withdraws = Retire une affirmation antérieure
relation-replies-to = Répond à une affirmation
claim-reply = Noter une réponse
claim-correct = Rectifier ce qui fut écrit
claim-withdraw = Noter son retrait
claim-remarks = Ce qui est dit de cette affirmation
claim-no-remarks = Personne n’a encore fait de remarque.
claim-status = État
claim-comment = Commentaire
claim-remark-go = Écrire
part-given = prénom
part-father = père
part-grandfather = grand-père
part-family = famille
part-mother = mère
part-kunya = kunya
part-nasab = nasab
part-laqab = laqab

## Formulaires.
say-title = Ajouter une affirmation
form-lead = Écrivez ce que dit une source, comme elle le dit. Ce que la source ne dit pas reste vide. Si une autre source dit autre chose, ajoutez son affirmation ensuite ; les deux restent.
form-when = Demandé seulement si : { $text }.
form-wanted = souhaité, si connu
form-lines = Une valeur par ligne.
form-none = non dit
form-yes = oui
form-no = non
form-source = Source
form-source-hint = Où c’est dit, et par qui. Une affirmation sans source n’aide personne.
form-item = Pièce
form-item-hint = Son identifiant, comme I-0123456789ABCDEF. Laissé vide, l’affirmation est la vôtre.
form-page = Page
form-line = Ligne
form-quote = Les mots tels quels
form-quote-hint = Mot pour mot, pour que ceux qui viendront après vous les trouvent.
form-speaker = Qui parle
form-speaker-hint = L’identifiant de sa fiche, ou son nom s’il n’en a pas.
form-said-on = Dit le
form-quoted = Ce sont ses propres mots
form-denies = La source le nie
form-denies-hint = Écrivez ce qui est nié, et cochez ici.
form-more = Quand cela valait, et le degré
form-first = Depuis
form-last = Jusqu’à
form-grade-source = Fiabilité de la source
form-grade-information = Crédibilité de l’information
grade-A = tout à fait fiable
grade-B = habituellement fiable
grade-C = assez fiable
grade-D = peu fiable d’ordinaire
grade-E = non fiable
grade-F = ne peut être évaluée
grade-1 = confirmée par d’autres sources
grade-2 = probablement vraie
grade-3 = peut-être vraie
grade-4 = douteuse
grade-5 = improbable
grade-6 = ne peut être évaluée
form-note = Votre note
form-label = Qui peut la voir
form-doubtful = Regardez ceci avant de sceller
form-sure = J’ai regardé. Écrivez-le tel quel.
form-go = Écrire et sceller
form-leave = Laisser
form-supersedes = Remplace l’affirmation :
form-corrects = Rectifie ce qui fut écrit dans l’affirmation :
form-withdraws = Note le retrait de l’affirmation :
form-replies-to = Répond à l’affirmation :

## Histoire.
history-lead = Tout ce qui fut écrit dans cette fiche, du plus récent au plus ancien. Entre deux jours : ce qui fut ajouté après la fin du premier, jusqu’à la fin du second.
history-from = Après
history-to = Jusqu’à
history-go = Montrer la différence
history-remark = remarque
history-n =
    { $n ->
        [one] { $n } chose fut écrite
       *[other] { $n } choses furent écrites
    }

## Ce qui peut sortir.
sheet-back = La fiche
sheet-lead = Voici ce qui est marqué public et n’a pas été retiré, avec sa source.
sheet-withheld =
    { $n ->
        [one] { $n } affirmation est retenue : elle n’est pas publique, ou elle fut retirée.
       *[other] { $n } affirmations sont retenues : elles ne sont pas publiques, ou elles furent retirées.
    }
sheet-source-withheld = la source est gardée et n’est pas publiée
sheet-empty = Rien de ce qui est dit ici ne peut sortir.

## Sur la page d’une pièce.
item-said = Ce qui y est dit
item-said-none = Rien de ce que dit cette pièce n’a encore été écrit.
item-said-kind = Genre de fiche
item-said-new = Commencer une fiche avec ce qu’elle dit
shown-first =
    { $n ->
       *[other] Les { $n } premières sont montrées.
    }
