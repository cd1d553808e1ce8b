### What went wrong (problem-CODE), what to do next (problem-CODE-next), and for findings of a verification what it
### means (problem-CODE-means). The codes are values of `Problem` in the sources; a test holds both together.

## Opening an archive.
problem-internal = Cela n’a pas pu aboutir à cause d’une erreur du programme lui-même.
problem-internal-next = Ce qui était scellé est intact. Réessayez ; si cela se reproduit, vérifiez les archives et prévenez la personne qui s’en occupe.
problem-wrong-passphrase = Ce nom et cette phrase de passe n’ouvrent pas les archives.
problem-wrong-passphrase-next = Vérifiez la langue du clavier et les espaces, puis réessayez. Si la phrase est perdue, adressez-vous à un gardien.
problem-passphrase-empty = La phrase de passe est vide.
problem-passphrase-empty-next = Choisissez cinq mots au hasard ou plus.
problem-name-taken = Le nom { $name } est déjà pris.
problem-name-taken-next = Choisissez un autre nom ou un pseudonyme.
problem-not-allowed = Votre rôle dans ces archives ne le permet pas.
problem-not-allowed-next = Demandez-le à un gardien des archives.
problem-no-archive = Il n’y a pas d’archives dans le dossier { $folder }.
problem-no-archive-next = Vérifiez le chemin, ou créez de nouvelles archives avec isnad init.
problem-folder-not-empty = Le dossier { $folder } n’est pas vide.
problem-folder-not-empty-next = Indiquez un dossier vide ou inexistant. Rien n’a été écrit.
problem-archive-unfinished = Dans le dossier { $folder }, des archives ont été commencées et ne sont pas achevées.
problem-archive-unfinished-next = Redonnez la commande qui les a commencées, isnad init ou isnad restore, avec le même dossier : elle enlève les restes et recommence. Rien n’y avait été scellé.
problem-unfinished-with-others = Le dossier { $folder } contient les restes d’archives inachevées, et aussi { $file }, que le programme n’a pas fait.
problem-unfinished-with-others-next = Déplacez ce fichier ailleurs et redonnez la commande. Rien n’a été effacé.
problem-archive-in-use = Un autre processus, numéro { $process }, tient ces archives ouvertes.
problem-archive-in-use-next = Fermez-les d’abord là-bas. Deux n’écrivent jamais à la fois, pour que le registre ne se divise pas.
problem-format-newer = Une version plus récente a écrit ces archives : format { $found }, ce programme connaît le { $known }.
problem-format-newer-next = Utilisez une version plus récente du programme. Rien n’a été changé.
problem-format-older = Le format de ces archives est ancien : { $found }, ce programme connaît le { $known }.
problem-format-older-next = Ouvrez-les avec la version qui les a écrites, faites une sauvegarde, puis lisez le guide de passage.
problem-marker-altered = Le fichier d’identité des archives, isnad.toml, n’est pas tel que le programme l’a écrit.
problem-marker-altered-means = Il ne dit plus de quelles archives il s’agit. Écritures et contenus peuvent être tous intacts.
problem-marker-altered-next = Rétablissez ce fichier depuis une sauvegarde, puis vérifiez de nouveau.
problem-backup-of-another = Le dossier { $folder } contient la sauvegarde d’autres archives.
problem-backup-of-another-next = Indiquez un autre dossier. Rien n’a été écrit.

## The disk.
problem-disk-full = Le disque est plein, pendant l’écriture de { $file }.
problem-disk-full-next = Libérez de la place et réessayez. Ce qui était scellé est gardé.
problem-disk-full-means = La vérification s’est arrêtée ici parce que le disque est plein, non parce que quelque chose a changé.
problem-no-permission = Il n’y a pas d’autorisation de lire ou d’écrire { $file }.
problem-no-permission-next = Demandez au responsable de cet ordinateur d’en donner l’accès à votre compte, puis réessayez.
problem-no-permission-means = Ce fichier n’a pas été vérifié. On ignore s’il a été altéré.
problem-file-missing = Le fichier { $file } n’existe pas.
problem-file-missing-next = Vérifiez le chemin, et que le disque est branché.
problem-file-missing-means = Il manque aux archives un de leurs fichiers.
problem-read-only-disk = Le disque où se trouve { $file } est en lecture seule.
problem-read-only-disk-next = Rendez-le inscriptible, ou copiez les archives sur un autre disque.
problem-disk-error = { $file } n’a pas pu être lu ou écrit.
problem-disk-error-next = Le disque est peut-être en train de lâcher. Faites tout de suite une sauvegarde ailleurs, puis faites-le contrôler.
problem-disk-error-means = Cette partie n’a pas pu être lue ; on ignore si elle est intacte.
problem-disk-lied = Une écriture relue depuis le disque différait de ce qui avait été écrit.
problem-disk-lied-next = Rien n’a été scellé. Ne continuez pas sur ce disque : copiez les archives ailleurs et vérifiez-les là.
problem-archive-suspect = Une écriture antérieure a échoué ; les archives n’acceptent plus rien de nouveau.
problem-archive-suspect-next = Fermez-les et rouvrez-les : leur fin est contrôlée et ramenée au dernier sceau. Puis vérifiez.

## Findings of a verification.
problem-object-altered = Un contenu du coffre ne correspond pas à son empreinte.
problem-object-altered-means = Les octets de ce fichier ont changé après le scellement, par une main ou par une panne. Les autres pièces ne sont pas touchées.
problem-object-altered-next = Ne l’effacez pas. Copiez les archives telles quelles, puis rétablissez ce fichier depuis une sauvegarde et vérifiez de nouveau.
problem-object-missing = Un contenu scellé n’est pas dans le coffre.
problem-object-missing-means = Le registre prouve qu’il était là ; son fichier a été supprimé ou déplacé.
problem-object-missing-next = Rétablissez-le depuis une sauvegarde et vérifiez de nouveau. À défaut, notez quand et par qui l’absence a été constatée.
problem-payload-altered = Le contenu de l’écriture { $entry } ne correspond pas à son engagement.
problem-payload-altered-means = La description ou la provenance a été changée après le scellement. La feuille du registre témoigne encore de l’original.
problem-payload-altered-next = Copiez les archives telles quelles, puis rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-payload-missing = Le contenu de l’écriture { $entry } manque.
problem-payload-missing-means = Le registre prouve qu’il existait ; son fichier a été supprimé ou déplacé.
problem-payload-missing-next = Rétablissez-le depuis une sauvegarde et vérifiez de nouveau.
problem-key-missing = La clé de l’écriture { $entry } n’est pas dans le trousseau.
problem-key-missing-means = Son contenu ne peut plus être lu. Si l’effacement était voulu, c’est normal ; sinon, la clé a été retirée du trousseau.
problem-key-missing-next = Demandez à un gardien si l’effacement était voulu ; sinon, rétablissez le trousseau depuis sa sauvegarde.
problem-keyring-damaged = Le trousseau est endommagé ou a été altéré.
problem-keyring-damaged-means = Les sceaux peuvent être vérifiés sans lui, mais les contenus ne s’ouvrent pas. Les octets chiffrés ne sont pas perdus.
problem-keyring-damaged-next = Rétablissez le dossier keyring depuis sa sauvegarde, puis vérifiez de nouveau.
problem-slots-altered = Les emplacements des phrases de passe ne sont pas tels que les archives les ont laissés.
problem-slots-altered-means = Quelqu’un a pu être admis ou exclu sans écriture au registre.
problem-slots-altered-next = Relisez la liste des personnes avec un autre gardien, puis rétablissez le dossier keyring depuis sa sauvegarde.
problem-devices-altered = La liste des clés d’appareil n’est pas telle que les archives l’ont signée.
problem-devices-altered-means = On ne peut plus se fier à qui a le droit de signer dans ces archives.
problem-devices-altered-next = Rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau ; ne versez rien avant.
problem-ledger-altered = Le registre contient une écriture illisible.
problem-ledger-altered-next = Lancez une vérification : elle désigne l’endroit exact du dommage.
problem-ledger-rolled-back = Il y a { $found } écritures, alors que cet ordinateur en avait déjà scellé { $known }.
problem-ledger-rolled-back-means = Le registre a été ramené à un état antérieur : sa fin a été coupée, ou une vieille copie mise à sa place.
problem-ledger-rolled-back-next = Si une sauvegarde a été remise, passez par isnad restore, qui ouvre une nouvelle époque. Sinon, comparez avec la racine confiée à un tiers.
problem-checkpoint-altered = La signature du point de contrôle n’est pas valide.
problem-checkpoint-altered-means = La tête de l’arbre a été changée, ou signée par une clé étrangère à ces archives.
problem-checkpoint-altered-next = Rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-checkpoint-missing = Le point de contrôle manque.
problem-checkpoint-missing-means = Les écritures sont là, mais aucune signature ne répond de la dernière.
problem-checkpoint-missing-next = Rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-root-differs = La racine calculée sur { $size } feuilles n’est pas celle qui est signée.
problem-root-differs-means = Au moins une écriture a été changée, ou leur ordre l’a été.
problem-root-differs-next = Voyez les autres constats : ils nomment l’écriture quand elle est connue. Puis rétablissez le dossier ledger depuis une sauvegarde.
problem-entries-missing = Les écritures { $first } à { $last } manquent.
problem-entries-missing-means = Elles étaient scellées, puis ont été retirées du registre.
problem-entries-missing-next = Rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-act-damaged = Le registre est endommagé à partir de l’écriture { $first }, position { $offset } ; octets touchés : { $bytes }.
problem-act-damaged-means = Des octets du fichier du registre ont été changés. Ce qui précède cet endroit n’est pas touché.
problem-act-damaged-next = Copiez les archives telles quelles, puis rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-chain-broken = Les écritures { $first } à { $last } ne se rattachent pas à celles qui précèdent.
problem-chain-broken-means = Quelque chose a été inséré entre elles, ou ce qui précède a été remplacé.
problem-chain-broken-next = Copiez les archives telles quelles, puis rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-signature-broken = La signature des écritures { $first } à { $last } n’est pas valide.
problem-signature-broken-means = Elles ont été changées après signature, ou signées par un appareil étranger aux archives.
problem-signature-broken-next = Copiez les archives telles quelles, puis rétablissez le fichier indiqué depuis une sauvegarde et vérifiez de nouveau.
problem-tile-altered = Une partie enregistrée de l’arbre ne correspond pas aux écritures.
problem-tile-altered-means = Les écritures se vérifient sans elle, puisqu’elle en est calculée. Mais elle a été changée ou endommagée.
problem-tile-altered-next = Rétablissez le fichier indiqué depuis une sauvegarde, ou ouvrez les archives pour qu’il soit recalculé ; puis vérifiez de nouveau.
problem-entry-unknown = Le registre contient une écriture d’un genre que ce programme ne connaît pas.
problem-entry-unknown-next = Une version plus récente l’a sans doute écrite. Utilisez-en une plus récente pour la lire.
problem-unfinished-write = Le fichier se termine par le reste d’une écriture interrompue ; octets : { $bytes }.
problem-unfinished-write-means = C’est ce que laisse une coupure de courant. Rien n’en avait été annoncé comme scellé, et rien n’est perdu.
problem-unfinished-write-next = Rien à faire : ce reste est enlevé à l’ouverture des archives.
problem-file-unknown = Le dossier des archives contient un fichier que le registre ne mentionne pas.
problem-file-unknown-means = C’est peut-être le reste d’un versement interrompu, ou quelqu’un l’a mis là. Ce n’est pas une preuve.
problem-file-unknown-next = Il n’est pas utilisé et ne nuit pas. Si vous ignorez qui l’a mis là, demandez avant de l’effacer.
problem-file-unclaimed = Le dossier des archives contient un fichier dont on ne sait à quelle écriture il appartient.
problem-file-unclaimed-means = Une partie du registre est illisible, et c’est peut-être elle qui mentionne ce fichier. Il peut s’agir d’une preuve.
problem-file-unclaimed-next = Ne l’effacez pas. Rétablissez le registre depuis une sauvegarde et vérifiez de nouveau.
problem-write-left = C’est le reste d’une écriture interrompue.
problem-write-left-means = Rien n’en avait été annoncé comme scellé, et rien n’est perdu.
problem-write-left-next = Rien à faire : le programme l’enlève quand il travaille de nouveau ici.

## What is made again from the log.
problem-views-damaged = Les tables tirées du registre ne peuvent pas être lues.
problem-views-damaged-next = Reconstruisez-les avec isnad rebuild. Rien n’est perdu : tout vient du registre.
problem-index-damaged = L’index de recherche ne peut pas être lu.
problem-index-damaged-next = Reconstruisez-le avec isnad rebuild. Rien n’est perdu.
problem-index-outdated = L’index de recherche est d’une version antérieure.
problem-index-outdated-next = Reconstruisez-le avec isnad rebuild.
problem-index-unreachable = Les fichiers de l’index de recherche n’ont pas pu être lus : { $reason }.
problem-index-unreachable-next = Contrôlez le disque, puis reconstruisez l’index avec isnad rebuild.
problem-index-failed = La recherche a échoué : { $reason }.
problem-index-failed-next = Essayez d’autres mots ; si cela se reproduit, reconstruisez l’index avec isnad rebuild.

## Taking in: what was refused.
problem-is-link = C’est un lien symbolique, pas un fichier.
problem-is-link-next = Versez le fichier vers lequel il pointe.
problem-not-a-file = Ce n’est pas un fichier ordinaire : un périphérique, un tube ou une socket.
problem-not-a-file-next = Il ne contient pas d’octets à garder.
problem-own-archive = Ce dossier est celui des archives elles-mêmes.
problem-own-archive-next = Inutile de le verser. Un fichier que vous y auriez mis doit d’abord en sortir.
problem-read-again = Le fichier a changé pendant la lecture.
problem-read-again-next = Fermez le programme qui y écrit, puis versez-le de nouveau.
problem-member-not-a-file = Ce n’est pas un fichier ordinaire du conteneur : { $reason }.
problem-member-not-a-file-next = Le conteneur lui-même est gardé entier.
problem-member-encrypted = Ce fichier est chiffré dans son conteneur.
problem-member-encrypted-next = Le conteneur est gardé entier. Si le mot de passe est connu, ouvrez-le et versez aussi son contenu.
problem-member-damaged = Ce fichier est endommagé dans son conteneur.
problem-member-damaged-next = Le conteneur est gardé tel que reçu. Demandez une autre copie à qui l’a apporté.
problem-member-method-unknown = Ce fichier a été compressé par une méthode inconnue de nous : { $reason }.
problem-member-method-unknown-next = Le conteneur est gardé entier. Ouvrez-le avec un autre programme et versez aussi son contenu.
problem-member-name-too-long = Le nom de ce fichier dans son conteneur dépasse la limite de { $bytes_max } octets.
problem-member-name-too-long-next = Le conteneur est gardé entier.
problem-container-damaged = Le conteneur est endommagé ; tout n’a pas pu en être ouvert.
problem-container-damaged-next = Il est gardé tel que reçu. Demandez une autre copie à qui l’a apporté.
problem-container-too-deep = Conteneurs imbriqués au-delà de la limite de { $depth_max }.
problem-container-too-deep-next = Il est gardé entier, sans être ouvert. Ouvrez-le vous-même et versez son contenu si c’est utile.
problem-container-too-many-members = Le conteneur contient plus de { $count_max } fichiers.
problem-container-too-many-members-next = Il est gardé entier. Ouvrez-le vous-même et versez le dossier obtenu.
problem-container-bomb = Le conteneur enfle au-delà du raisonnable : plus de { $bytes_max } octets, ou { $ratio_max } fois sa taille.
problem-container-bomb-next = Il est gardé entier, sans être ouvert. Il est peut-être fait pour nuire ; ne l’ouvrez pas sur un ordinateur de travail.

## Kept, but not fully read.
problem-not-read = Il est gardé, mais son texte n’a pas été lu.
problem-not-read-next = Les octets restent tels que reçus. Il pourra être lu plus tard.
problem-document-not-read = Ce format n’est pas encore lu : { $media_type }.
problem-document-not-read-next = Le fichier est gardé entier. Téléchargez-le et ouvrez-le avec son programme.
problem-document-encrypted = Le document est verrouillé par un mot de passe.
problem-document-encrypted-next = Il est gardé tel que reçu. Si le mot de passe est connu, versez aussi une copie déverrouillée.
problem-encoding-guessed = Le fichier ne dit pas son encodage ; il a été lu comme { $encoding }.
problem-encoding-guessed-next = Si les lettres paraissent étranges, lisez l’original avec un autre programme. Les octets sont tels que reçus.
problem-text-bytes-damaged = Le texte contient des octets sans signification en { $encoding } ; nombre : { $count }.
problem-text-bytes-damaged-next = La lecture montre � à leur place. L’original est gardé tel que reçu.
problem-document-damaged = Une partie du document est endommagée ou coupée : { $part }.
problem-document-damaged-next = Ce qui pouvait être lu l’a été ; ce qui suit l’endroit endommagé ne l’a pas été. Il est gardé tel que reçu. Demandez une autre copie à qui l’a apporté.
problem-docx-damaged = Une partie du document est endommagée : { $part }.
problem-docx-damaged-next = Ce qui pouvait être lu l’a été. Il est gardé tel que reçu.
problem-pdf-damaged = Le PDF est endommagé.
problem-pdf-damaged-next = Il est gardé tel que reçu. Demandez une autre copie, ou ouvrez-le avec un programme plus tolérant.
problem-pdf-metadata-damaged = La description que le PDF donne de lui-même (XMP) est endommagée.
problem-pdf-metadata-damaged-next = Ce qui a pu en être lu est affiché. Le texte n’en dépend pas.
problem-pdf-page-damaged = La page { $page } du PDF est endommagée.
problem-pdf-page-damaged-next = Les autres pages ont été lues. Le fichier est gardé tel que reçu.
problem-pdf-page-doubtful = La page { $page } a peut-être été mal lue : { $reason ->
    [letters-unmapped] le fichier ne dit pas à quelles lettres correspondent beaucoup de ses signes
    [letters-reversed] ses mots semblent enregistrés à l’envers
    [lam-alef-swapped] le lâm et l’alif y sont intervertis, comme le font des programmes défectueux
    [words-unlikely] ses lettres ne ressemblent à aucun mot arabe
    [text-behind-picture] son texte, invisible, se trouve derrière une image ; un programme l’a tiré de cette image
    [digits-differ] on y voit des chiffres que le texte joint par le fichier ne contient pas
    [text-outside-page] une partie du texte se trouve hors de la page, là où personne ne la voit
   *[other] { $reason }
}.
problem-pdf-page-doubtful-next = Comparez le texte à l’image de la page, en commençant par les nombres. Le texte reste tel que le fichier le donne.
problem-pdf-page-too-full = La page { $page } contient plus de signes que les { $count_max } lus par page ; signes non lus : { $count }.
problem-pdf-page-too-full-next = Regardez l’image de la page. Le fichier est gardé tel que reçu.
problem-pdf-text-unmapped = Le texte contient des signes dont le fichier ne dit pas la lettre ; nombre : { $count }.
problem-pdf-text-unmapped-next = Lisez l’image de la page. La recherche ne trouvera pas les lettres perdues.
problem-table-shortened = Le tableau a des zones vides ou des cellules répétées qui n’ont pas été écrites en entier ; endroits : { $count }.
problem-table-shortened-next = Aucune cellule ayant une valeur n’a été omise, sauf les répétitions de la précédente. Pour connaître la ligne et la colonne exactes, ouvrez l’original.
problem-image-damaged = L’image est endommagée.
problem-image-damaged-next = Elle est gardée telle que reçue. Demandez une autre copie à qui l’a apportée.
problem-image-too-large = L’image mesure { $width } × { $height }, trop pour être montrée ici ; limite en mégapixels : { $megapixels_max }.
problem-image-too-large-next = Elle est gardée entière. Téléchargez-la pour la voir.
problem-exif-damaged = Ce que l’image dit d’elle-même est endommagé.
problem-exif-damaged-next = L’image elle-même est gardée telle que reçue.
problem-page-absent = Il n’y a pas de page { $page } dans ce fichier ; ses pages : { $pages }.
problem-page-absent-next = Revenez à la première page.
problem-page-not-drawable = Aucune image de cette page ne peut être dessinée.
problem-page-not-drawable-next = Lisez son texte, ou téléchargez l’original et ouvrez-le avec son programme.
problem-reader-not-started = Le lecteur isolé n’a pas démarré : { $reason }.
problem-reader-not-started-next = La pièce est gardée, non lue. Lancez isnad doctor pour savoir ce qui manque.
problem-reader-too-slow = Le lecteur { $tool } n’a pas fini à temps ; limite en secondes : { $seconds_max }.
problem-reader-too-slow-next = La pièce est gardée entière. Elle est peut-être très grosse, ou faite pour bloquer un lecteur.
problem-reader-out-of-memory = Le lecteur { $tool } a demandé plus de mémoire que permis ; limite en mégaoctets : { $megabytes_max }.
problem-reader-out-of-memory-next = La pièce est gardée entière, sans avoir été lue en totalité.
problem-reader-crashed = Le lecteur { $tool } s’est arrêté en lisant cette pièce.
problem-reader-crashed-next = La pièce est gardée entière, et le lecteur est isolé : rien d’autre n’a été touché. Elle est peut-être faite pour nuire.
problem-reader-answer-too-long = Le texte lu dépasse la limite de { $bytes_max } octets.
problem-reader-answer-too-long-next = La pièce est gardée entière. Découpez-la et versez aussi les parties, pour que la recherche les trouve.
problem-sandbox-missing = Cet ordinateur ne peut pas isoler le lecteur : { $reason }.
problem-sandbox-missing-next = Les pièces sont gardées sans être lues : lire un fichier étranger sans isolement est dangereux. Lancez isnad doctor.

## The command line and the server.
problem-passphrase-needed = Il n’y a pas de phrase de passe, ni de terminal où la saisir.
problem-passphrase-needed-next = Mettez-la dans un fichier que vous seul pouvez lire, et indiquez ce fichier dans ISNAD_PASSPHRASE_FILE.
problem-passphrase-file = Le fichier de la phrase de passe { $file } n’a pas pu être lu.
problem-passphrase-file-next = Vérifiez le chemin dans ISNAD_PASSPHRASE_FILE et que vous pouvez le lire.
problem-file-there = Le fichier { $file } existe déjà.
problem-file-there-next = Choisissez un autre nom. Rien n’est écrasé.
problem-item-absent = Il n’y a pas de pièce { $id }, ou elle ne vous est pas ouverte.
problem-item-absent-next = Cherchez-la avec isnad search.
problem-not-loopback = L’adresse { $address } est visible hors de cet ordinateur.
problem-not-loopback-next = Utilisez 127.0.0.1. Pour des personnes hors de cet ordinateur, placez devant un mandataire avec TLS.
problem-address-busy = L’adresse { $address } est occupée.
problem-address-busy-next = Fermez ce qui l’utilise, ou indiquez un autre port.
problem-clock-behind = L’horloge de cet ordinateur a plus d’un jour de retard sur la dernière écriture scellée.
problem-clock-behind-next = Réglez l’horloge avant de verser quoi que ce soit. L’ordre des écritures est sûr : il ne dépend pas de l’horloge.
problem-clock-ahead = L’horloge de cet ordinateur a plus de cinq ans d’avance sur la dernière écriture scellée.
problem-clock-ahead-next = Sauf si ces années ont vraiment passé, réglez l’horloge avant de verser quoi que ce soit.
problem-source-unreadable = { $file } n’a pas pu être lu : le système n’en a pas donné les octets.
problem-source-unreadable-next = Essayez d’abord de le copier ailleurs, puis versez-le de là.
problem-upload-cut-off = L’envoi a été coupé avant que ce fichier soit arrivé entier ; rien n’en a été conservé.
problem-upload-cut-off-next = Envoyez-le de nouveau.
problem-word-absent = La lecture de la page { $page } ne contient pas ce mot.
problem-word-absent-next = Rouvrez la page : elle a pu être relue entre-temps.
problem-word-too-long = C’est trop long pour un seul mot.
problem-word-too-long-next = Ne tapez que ce qui est dans le cadre.
