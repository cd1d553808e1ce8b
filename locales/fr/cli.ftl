### La ligne de commande.
cli-about = D’un dossier de fichiers à des archives consultables que nul ne peut altérer sans que cela se voie.
cli-arg-archive = Le dossier des archives.
cli-arg-lang = Langue des messages.
cli-arg-name = Qui vous êtes ; à défaut, le premier gardien.
cli-arg-json = Un objet JSON par ligne, pour les programmes.
cli-arg-from = De qui vient le matériel ; un pseudonyme suffit.
cli-arg-when = Quand il a été reçu, dans vos mots.
cli-arg-where = Où il a été reçu.
cli-arg-how = Comment il a été reçu.
cli-arg-authority = Sous quelle autorité il est versé.
cli-arg-notes = La garde avant l’arrivée ici, et tout ce qu’il faut retenir.
cli-arg-sensitivity = Jusqu’où il peut être montré : public, internal, restricted (par défaut) ou sealed.
cli-arg-listen = Adresse locale de service.
cli-arg-keyring = Dossier de la copie du trousseau ; à côté de la sauvegarde, sauf indication.
cli-init-about = Créer des archives.
cli-init-arg-name = Le nom des archives.
cli-init-arg-keeper = Le nom de son premier gardien.
cli-init-done = Les archives { $origin } ont été créées dans { $folder }.
cli-init-next = { $keeper } en a la garde. Notez la phrase de passe et gardez-la à part : sans elle, personne ne peut ouvrir les archives, nous non plus.
cli-init-weak = La phrase de passe de ces archives est facile à deviner. Pour les essais seulement.
cli-unfinished-cleared = Le dossier { $folder } contient les restes d’archives dont la création a été interrompue. Ils sont enlevés, et tout recommence.
cli-intake-about = Verser des fichiers et des dossiers. Relancé après une interruption, il reprend.
cli-intake-arg-paths = Fichiers et dossiers ; les zip et tar sont ouverts aussi.
cli-intake-refused = refusé
cli-intake-unread = conservé, lu en partie
cli-intake-count = reçus { $received } = conservés { $kept } + refusés { $refused } (parmi les conservés, { $duplicates } déjà dans les archives)
cli-intake-resumed = { $n ->
    [one] { $n } avait été conservé par un passage interrompu.
   *[other] { $n } avaient été conservés par un passage interrompu.
}
cli-intake-arg-dry-run = Ne rien verser : dire seulement ce qui serait gardé, et ce qui serait refusé et pourquoi.
cli-intake-forecast = recevrait { $received } = garderait { $kept } + refuserait { $refused } (parmi les gardés, { $duplicates } seraient déjà là). { $size } en tout, dont { $new } de nouveau.
cli-intake-goes-on = Un versement de ces chemins a été interrompu ; le prochain le poursuivra.
cli-intake-nothing-written = Rien n’a été écrit.
cli-intake-arg-ocr = Lire ensuite d’après leur image les pages sans texte.
cli-intake-waiting = { $n ->
    [one] { $n } page attend d’être lue d’après son image : isnad ocr
   *[other] { $n } pages attendent d’être lues d’après leur image : isnad ocr
}
cli-ocr-about = Lire des pages d’après leur image. Relancé après une interruption, il continue avec le reste.
cli-ocr-arg-items = Seulement les pages de ces pièces ; sinon toutes celles qui attendent.
cli-ocr-arg-accession = Seulement les pages de ce versement.
cli-ocr-arg-again = Aussi ce qu’une machine a déjà lu, sauf si quelqu’un en a collationné un mot avec l’image.
cli-ocr-arg-limit = Au plus ce nombre de pages.
cli-ocr-arg-dry-run = Dire combien de pages, sans rien lire.
cli-ocr-waiting = { $n ->
    [zero] aucune page n’attend
    [one] { $n } page attend
   *[other] { $n } pages attendent
}
cli-ocr-count = pages { $pages } = lues { $read } + en échec { $failed } ; { $left } attendent encore
cli-ocr-numbers = { $n ->
    [one] { $n } nombre lu d’après une image : collationnez-le avant de vous y fier (isnad serve)
   *[other] { $n } nombres lus d’après des images : collationnez-les avant de vous y fier (isnad serve)
}
cli-status-about = Ce que contiennent les archives, et leur état.
cli-status-entries = { $entries } entrées scellées · { $objects } objets · { $size }
cli-status-last = dernier acte le { $at }, d’après l’horloge de cette machine
cli-status-unread = { $n ->
    [one] { $n } pièce n’a pas pu être lue entièrement
   *[other] { $n } pièces n’ont pas pu être lues entièrement
}
cli-status-unfinished = { $n ->
    [one] { $n } versement est inachevé : relancez-le
   *[other] { $n } versements sont inachevés : relancez-les
}
cli-status-pages = { $n ->
    [one] { $n } page attend d’être lue d’après son image : isnad ocr
   *[other] { $n } pages attendent d’être lues d’après leur image : isnad ocr
}
cli-status-numbers = { $n ->
    [one] { $n } nombre lu d’après une image attend d’être collationné
   *[other] { $n } nombres lus d’après des images attendent d’être collationnés
}
cli-search-about = Chercher ; toute graphie trouve son mot, et chaque compte est exact.
cli-search-arg-query = Des mots ; "entre guillemets", une expression ; précédé d’un tiret, un mot est exclu.
cli-search-arg-any = L’un des mots, pas tous.
cli-search-arg-limit = Au plus ce nombre de résultats ; le compte porte sur tous.
cli-search-arg-kind = Seulement ce genre.
cli-search-arg-accession = Seulement ce versement.
cli-search-arg-media-type = Seulement ce type de média.
cli-search-total = { $n ->
    [0] aucun résultat
    [one] { $n } résultat
   *[other] { $n } résultats
}
cli-search-more = { $n ->
    [one] Encore { $n } résultat : augmentez --limit.
   *[other] Encore { $n } résultats : augmentez --limit.
}
cli-search-page = page { $page }
cli-item-about = Une pièce.
cli-item-show-about = Une pièce, ses lectures et son isnad jusqu’au sceau.
cli-item-show-arg-id = L’identifiant de la pièce, I-….
cli-item-export-about = Copier les octets d’une pièce tels que reçus ; la copie est consignée.
cli-item-export-arg-id = L’identifiant de la pièce, I-….
cli-item-export-arg-output = Le fichier à écrire ; - pour la sortie standard.
cli-item-unlock-about = Ouvrir ce qu’un mot de passe verrouille et verser son contenu.
cli-item-unlock-arg-id = L’identifiant de l’élément, comme I-….
cli-item-unlock-prompt = Mot de passe de l’élément :{" "}
cli-item-unlock-done = { $n ->
    [0] Déverrouillé. Rien de nouveau à l’intérieur.
    [one] Déverrouillé ; un élément a été versé.
   *[other] Déverrouillé ; { $n } éléments ont été versés.
}
cli-item-unlock-partly = Une partie reste verrouillée : un autre mot de passe l’ouvrira peut-être.
cli-verify-about = Tout revérifier : octets, signatures, arbre, point de contrôle, trousseau.
cli-verify-arg-seals-only = Sans phrase de passe : vérifier les sceaux, pas les contenus.
cli-verify-holds = Il contient « { $path } », pièce { $id }.
cli-verify-holds-text = Il contient le texte lu dans « { $path } », pièce { $id }.
cli-verify-ok = Entière et inaltérée : { $entries } entrées sous { $acts } signatures, { $objects } objets, { $size } relus.
cli-verify-seals-ok = Les sceaux sont intacts : { $entries } entrées sous { $acts } signatures, { $objects } objets. Les contenus n’ont pas été ouverts.
cli-verify-altered = { $altered ->
    [one] { $altered } constat indique une altération.
   *[other] { $altered } constats indiquent une altération.
} Vérifié : { $entries } entrées, { $objects } objets.
cli-rebuild-about = Jeter les vues et l’index, et les refaire à partir du registre.
cli-rebuild-same = Refait à partir de { $entries } entrées ; identique à avant.
cli-rebuild-differs = Refait à partir de { $entries } entrées ; différent d’avant, qui était abîmé ou plus ancien.
cli-backup-about = Copier les archives, le trousseau à part ; les fois suivantes, seulement le nouveau.
cli-backup-arg-to = Le dossier de destination.
cli-backup-done = { $files } fichiers ({ $size }) copiés dans { $folder } ; { $same } y étaient déjà.
cli-backup-keyring = Le trousseau est dans { $folder }. Gardez-le à part, et ne gardez pas longtemps ses anciennes copies.
cli-restore-about = Faire des archives d’une sauvegarde ; elles signent dès lors avec une nouvelle clé d’appareil.
cli-restore-arg-from = Le dossier de la sauvegarde.
cli-restore-done = Restauré dans { $folder } : { $entries } entrées.
cli-serve-about = Servir les pages sur cette machine ; la première connexion ouvre les archives.
cli-serve-how = Ouvrez { $address } dans un navigateur. Ctrl-C pour finir.
cli-demo-about = Créer les archives de démonstration, les vérifier et les servir.
cli-demo-arg-sources = Le dossier des sources de la démonstration.
cli-demo-arg-no-serve = Ne pas la servir.
cli-demo-name = Archive de démonstration
cli-demo-there = Les archives de démonstration sont déjà dans { $folder }.
cli-demo-sign-in = Connectez-vous comme { $name } avec la phrase de passe { $passphrase }
cli-doctor-about = Si cette machine et ce dossier conviennent au travail.
cli-doctor-sandbox-ok = Les fichiers venus d’ailleurs sont lus par un processus sans droits.
cli-doctor-sandbox-bad = Les fichiers sont conservés mais ne peuvent être lus ici en sûreté : { $value }
cli-doctor-clock-ok = L’horloge indique { $value }.
cli-doctor-clock-bad = L’horloge indique { $value }, ce qui ne se peut guère. Réglez-la ; rien n’est ordonné par elle, mais on la lit.
cli-doctor-archive-ok = Le dossier { $value } convient.
cli-doctor-archive-bad = On ne peut pas écrire dans le dossier { $value }.
cli-doctor-ocr-ok = Les pages sont lues d’après leur image avec { $value }.
cli-doctor-ocr-bad = Les pages ne sont pas lues d’après leur image ici. { $value }
cli-completions-about = Complétion pour un interpréteur de commandes.
cli-completions-arg-shell = L’interpréteur.
cli-man-about = Écrire les pages de manuel dans un dossier.
cli-man-arg-folder = Le dossier.
cli-passphrase-prompt = Phrase de passe :{" "}
cli-mended = { $bytes ->
    [one] Une écriture interrompue a été effacée ({ $bytes } octet). Rien de confirmé n’est perdu.
   *[other] Une écriture interrompue a été effacée ({ $bytes } octets). Rien de confirmé n’est perdu.
}

## Relevés, fiches et genres.
cli-import-about = Faire des fiches d’un tableau gardé : à chaque rangée sa fiche, à chaque cellule sa source, une signature sur le tout.
cli-import-arg-item = Identifiant de la pièce qui contient le tableau.
cli-import-arg-map = Fichier qui dit ce que contient chaque colonne.
cli-import-arg-propose = Imprimer une carte proposée pour ce genre, sans rien faire.
cli-import-arg-encoding = Encodage d’un fichier texte, s’il ne faut pas le deviner.
cli-import-arg-delimiter = Ce qui sépare les cellules, s’il ne faut pas le deviner.
cli-import-arg-dry-run = Regarder seulement, sans rien écrire.
cli-import-count = reçues { $received } = gardées { $kept } + connues { $known } + refusées { $refused }
cli-import-dry = il y aurait : reçues { $received } = gardées { $kept } + connues { $known } + refusées { $refused }
cli-import-told = { $n } ×
cli-import-doubt = { $n } × { $property } :
cli-record-about = Les fiches et ce qui en est dit.
cli-record-list-about = Les fiches, de la plus récente à la plus ancienne.
cli-record-list-arg-kind = Ce genre seulement.
cli-record-list-arg-limit = Pas plus que ce nombre.
cli-record-show-about = Une fiche et tout ce qui en est dit, chaque affirmation avec sa source.
cli-record-show-arg-id = Identifiant de la fiche.
cli-record-total =
    { $n ->
        [one] { $n } fiche
       *[other] { $n } fiches
    }
cli-schema-about = Les genres de fiches, leurs propriétés et leurs mots, qui sont des fichiers.
cli-schema-list-about = Les genres que le programme apporte.
cli-schema-check-about = Vérifier des fichiers qui ajoutent des genres, des propriétés ou des mots.
cli-schema-check-arg-folder = Dossier des fichiers.
cli-schema-adopt-about = Adopter les fichiers dans les archives ; ils remplacent ceux adoptés avant, et aucune affirmation n’est perdue.
cli-schema-adopt-arg-folder = Dossier des fichiers.
cli-schema-sound = En ordre. Genres : { $kinds } ; listes de mots : { $vocabularies }.
cli-schema-adopted = Adoptés et scellés.
cli-schema-doc-about = Écrire des pages à lire sur les genres, les propriétés et les mots.
cli-schema-doc-arg-out = Dossier des pages, vide ou pas encore là.
cli-schema-doc-arg-overlay = Dossier de fichiers à poser sur ce que le programme apporte.
cli-schema-doc-done = Pages écrites dans { $folder }. Genres : { $kinds } ; listes de mots : { $vocabularies }.
cli-schema-micro-thesaurus-about = Faire une liste de mots d’un tableau d’un micro-thésaurus HURIDOCS, que vous apportez.
cli-schema-micro-thesaurus-arg-file = Le tableau : une colonne de codes, et une colonne par langue.
cli-schema-micro-thesaurus-arg-id = Identifiant de la liste : minuscules latines, chiffres et traits d’union.
cli-schema-micro-thesaurus-arg-out = Dossier des fichiers où la liste est écrite.
cli-schema-micro-thesaurus-arg-ar = Nom de la liste en arabe.
cli-schema-micro-thesaurus-arg-en = Nom de la liste en anglais.
cli-schema-micro-thesaurus-arg-fr = Nom de la liste en français.
cli-schema-micro-thesaurus-arg-encoding = Encodage d’un fichier texte, s’il ne faut pas le deviner.
cli-schema-micro-thesaurus-arg-delimiter = Ce qui sépare les cellules, s’il ne faut pas le deviner.
cli-schema-micro-thesaurus-done = reçues { $received } = gardées { $kept } + refusées { $refused }. Écrit dans { $file }

## Ce qui ne va pas dans les fichiers de genres.
fault-not-toml = { $file } : ce n’est pas un fichier TOML correct. { $about }
fault-not-a-schema-file = { $file } : ni un genre ni une liste de mots. { $about }
fault-bad-id = { $file }, { $place } : « { $about } » ne convient pas comme identifiant. Il faut des minuscules latines, des chiffres et des traits d’union.
fault-label-missing = { $file }, { $place } : pas de nom dans la langue « { $about } », ou langue inconnue.
fault-area-unknown = { $file }, { $place } : il n’y a pas de domaine « { $about } ».
fault-sensitivity-unknown = { $file }, { $place } : « { $about } » n’est pas un degré de sensibilité.
fault-type-unknown = { $file }, { $place } : il n’y a pas de type de valeurs « { $about } ».
fault-twice = { $file }, { $place } : « { $about } » s’y trouve deux fois.
fault-vocabulary-unknown = { $file }, { $place } : il n’y a pas de liste de mots « { $about } ».
fault-kind-unknown = { $file }, { $place } : il n’y a pas de genre « { $about } ».
fault-property-unknown = { $file }, { $place } : il n’y a pas de propriété « { $about } ».
fault-group-unknown = { $file }, { $place } : il n’y a pas de groupe « { $about } ».
fault-type-changed = { $file }, { $place } : « { $about } » a un autre type, et ce sous quoi on a affirmé garde le sien.
fault-parent-unknown = { $file }, { $place } : le mot plus large « { $about } » n’est pas dans la liste.
fault-parent-circle = { $file }, { $place } : les mots plus larges tournent en rond et reviennent à « { $about } ».
fault-term-unknown = { $file }, { $place } : « { $about } » n’est pas un code de la propriété dont elle dépend ; la question ne serait jamais posée.
fault-key-misplaced = { $file }, { $place } : « { $about } » ne veut rien dire pour ce type de valeurs.
fault-sensitivity-lowered = { $file }, { $place } : « { $about } » est moins sensible qu’à présent. La sensibilité peut monter, pas baisser.
