### Taking material in, accessions, and the completeness report.
intake-title = Verser des pièces
intake-lead = Choisissez les fichiers et écrivez ce que vous savez de leur chemin. Ils restent tels quels, et chacun est scellé par une écriture.
intake-provenance = D’où cela vient
intake-provenance-hint = Demandé une seule fois pour tous ces fichiers. Laissez vide ce que vous ignorez : il sera écrit « non précisé ».
intake-from-whom-hint = Un pseudonyme suffit si le nom met quelqu’un en danger.
intake-when-hint = Comme vous le savez : un jour, un mois, ou « avant la fête de 2013 ».
intake-how-hint = En main propre, par la poste, par messagerie, copié d’un disque.
intake-authority-hint = Qui a autorisé le versement, et à quel titre.
intake-notes-hint = Par quelles mains c’est passé avant vous, et tout ce qu’il faut retenir.
intake-sensitivity-hint = Nous partons de la moindre exposition. Ce qui a été montré n’est pas oublié par qui l’a vu.
intake-files = Fichiers
intake-files-hint = Choisissez-en autant que vous voulez, ou déposez-les ici. Les fichiers zip et tar sont ouverts et tout leur contenu est gardé.
intake-go = Verser et sceller
intake-go-hint = Rien n’est écrit sur le disque sans chiffrement.
intake-draft = C’est ce que vous écriviez quand votre session s’est terminée. Choisissez les fichiers et envoyez.
intake-no-files = Aucun fichier n’a encore été choisi.
intake-no-files-next = Ce que vous avez écrit est resté en place. Choisissez au moins un fichier.
intake-progress = Progression de l’envoi
intake-sending = Envoi…
intake-sealing = Tout est arrivé. Lecture et scellement en cours ; laissez cette page ouverte.
intake-failed = L’envoi a été interrompu. Ce qui était scellé est gardé. Renvoyez : un contenu déjà présent n’est pas gardé deux fois.
intake-left = reste environ :
intake-after-title = Ce qui se passe ensuite
intake-after-1 = Chaque fichier reçoit une empreinte
intake-after-1-how = Si un seul bit change ensuite, l’empreinte change.
intake-after-2 = Il est chiffré et gardé tel quel
intake-after-2-how = Nom et octets tels que reçus, ni corrigés ni convertis.
intake-after-3 = Son texte est lu dans un bac isolé
intake-after-3-how = Pour pouvoir y chercher. Ce qui ne se lit pas reste gardé, et le rapport le dit.
intake-after-4 = Des écritures signées le scellent
intake-after-4-how = Dans un registre qui ne peut que croître.
intake-large-title = Un gros dossier ou un disque entier ?
intake-large-text = La ligne de commande de cet ordinateur est la plus rapide, et reprend en cas d’interruption :

## Accessions: one taking-in of material from one provenance.
accessions-title = Versements
accessions-count =
    { $n ->
         [one] { $n } en tout
        *[other] { $n } en tout
    }
accessions-empty = Rien n’a encore été versé. Chaque lot figurera ici avec son compte : reçus, gardés, refusés.
accessions-opened = Ouvert
accessions-by = Par
accessions-state = État
accession-title = Versement
accession-unnamed = Provenance non précisée
accession-closed = Complet
accession-open = Inachevé
accession-open-next = Ce versement a été interrompu. S’il venait d’un dossier de cet ordinateur, versez de nouveau ce dossier : il reprend où il s’est arrêté. S’il venait du navigateur, renvoyez ce qui manque.
accession-search = Y chercher
accession-report = Rapport
accession-items = Ce qui a été gardé
accession-n-items =
    { $n ->
         [one] { $n } pièce
        *[other] { $n } pièces
    }
accession-no-items = Il n’y a rien sur cette page.
accession-isnad = L’isnad de ce versement
accession-isnad-from = c’est de là que cela vient
accession-isnad-by = versé le
items-table = Liste des pièces
items-name = Nom tel que reçu
items-kind = Genre
items-type = Format
items-size = Taille
report-title = Rapport de complétude
report-items = Vers ce qui a été gardé
report-lead = Tout ce qui a été reçu est compté ici, fichier par fichier. Ce versement a été ouvert par l’écriture scellée
report-refused = Ce qui a été refusé, et pourquoi
report-none-refused = Rien n’a été refusé : tout ce qui a été reçu est gardé.
report-why = Raison
report-next = Que faire
report-unread = Gardé, mais lu en partie
report-unread-hint = Les octets sont gardés entiers ; mais la recherche n’y trouvera pas ce qui n’a pas été lu.
