### The verification page.
verify-title = Vérification
verify-lead = Tout est recalculé depuis le disque ; rien de mémorisé n’est cru. La durée dépend de la taille des archives ; vous pouvez continuer à travailler.
verify-now = Vérifier maintenant
verify-running = Vérification en cours : { $n } pour cent
verify-ok = Les archives sont intactes : rien n’a été altéré.
verify-altered = Quelque chose dans les archives a été altéré ou manque.
verify-entries =
    { $n ->
         [one] { $n } écriture vérifiée
        *[other] { $n } écritures vérifiées
    }
verify-acts =
    { $n ->
         [one] { $n } signature vérifiée
        *[other] { $n } signatures vérifiées
    }
verify-objects =
    { $n ->
         [one] { $n } contenu du coffre haché de nouveau
        *[other] { $n } contenus du coffre hachés de nouveau
    }
verify-bytes = { $text } lus
verify-locked = Les archives étaient verrouillées : les sceaux ont été vérifiés, pas les contenus.
verify-grave = Altération
verify-note = À savoir
verify-where = Où
verify-holds = La pièce qu’il contient
verify-holds-text = Le texte lu dans :
verify-holds-unknown = Sans la phrase de passe, on ne peut savoir quelle pièce se trouve dans ce fichier. Vérifiez de nouveau avec elle pour en connaître le nom.
verify-holds-closed = Ce que contient ce fichier n’est pas ouvert à votre rôle. Adressez-vous à un gardien.
verify-means = Ce que cela signifie
verify-next = Que faire
verify-what = Ce qui est vérifié
verify-what-1 = Empreintes
verify-what-1-how = Chaque contenu du coffre est relu et haché de nouveau.
verify-what-2 = Signatures
verify-what-2-how = Chaque acte a été signé par une clé d’appareil connue des archives.
verify-what-3 = L’arbre
verify-what-3-how = Il est rebâti depuis ses feuilles, et sa racine comparée à chaque point de contrôle antérieur.
verify-what-4 = Le trousseau
verify-what-4-how = Chaque contenu a sa clé, et aucune clé n’est de trop.
