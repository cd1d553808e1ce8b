### Lire les pages sur leur image pendant que l’on travaille.
pictures-title = Lecture des pages sur leur image
pictures-lead = Les numérisations et les photographies ne contiennent pas de texte que la recherche puisse trouver. Cet ordinateur les lit lui-même ; rien n’en sort. Ce qu’il lit reste une lecture de machine tant que personne ne l’a comparé à l’image.
pictures-waiting =
    { $n ->
         [0] Aucune page n’attend d’être lue sur son image.
         [one] Une page attend d’être lue sur son image.
        *[other] { $n } pages attendent d’être lues sur leur image.
    }
pictures-now = Lire maintenant
pictures-with = Lecture avec
pictures-goes-on = Vous pouvez fermer cette page et continuer à travailler ; les pages déjà lues restent, et la suite peut être lue à tout moment. Pendant la lecture, les archives restent ouvertes sur cet ordinateur, même si personne n’est connecté. Quand la dernière personne se déconnecte, la lecture s’arrête.
pictures-starting = La lecture commence…
pictures-far = { $done } pages sur { $pages } traitées
pictures-per-minute =
    { $n ->
         [one] une page par minute
        *[other] { $n } pages par minute
    }
pictures-per-hour =
    { $n ->
         [one] une page par heure
        *[other] { $n } pages par heure
    }
pictures-left-soon = moins d’une minute restante
pictures-left-minutes =
    { $n ->
         [one] environ une minute restante
        *[other] environ { $n } minutes restantes
    }
pictures-left-hours =
    { $n ->
         [one] environ une heure restante
        *[other] environ { $n } heures restantes
    }
pictures-failed =
    { $n ->
         [one] une page n’a pas pu être lue
        *[other] { $n } pages n’ont pas pu être lues
    }
pictures-later =
    { $n ->
         [one] Une autre demande suit.
        *[other] { $n } autres demandes suivent.
    }
pictures-stop = Arrêter
pictures-stopping = La lecture s’arrête dès que les pages en cours sont terminées.
pictures-stopped = Arrêté.
pictures-done = Terminé.
pictures-count = Pages { $pages } = lues { $read } + illisibles pour la machine { $failed }.
pictures-numbers =
    { $n ->
         [one] Un nombre a été lu : comparez-le à l’image avant de vous y fier.
        *[other] { $n } nombres ont été lus : comparez-les aux images avant de vous y fier.
    }
pictures-elsewhere = Des pages sont en cours de lecture pour une autre personne. Vous pourrez demander la vôtre ensuite.
pictures-look-again = Regarder de nouveau
pictures-follow = Actualiser automatiquement
pictures-follow-not = Ne plus actualiser automatiquement
pictures-back = Retour
pictures-see = Voir où en est la lecture
home-pages-chip = Pas encore lu
read-now = La lire maintenant
read-now-item = Lire maintenant les pages de cette pièce
intake-pictures = Lire ensuite sur leur image les pages sans texte
intake-pictures-hint = Cela prend quelques secondes par page et continue derrière le rapport ; les fichiers sont scellés avant.
