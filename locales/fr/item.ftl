### One item: its page, its text beside its picture, and its ledger entry.
item-title = Pièce
item-read = Lire
item-download = Télécharger l’original
item-type = Format
item-size = Taille
item-modified = Date du fichier, telle que reçue
item-modified-hint = Donnée par l’appareil d’origine, qui peut se tromper.
item-accession = Versement
item-parent = Reçu dans
item-same = Les mêmes octets sont aussi venus sous
item-same-hint = Un seul contenu, plusieurs chemins ; chacun est gardé.
item-members = Ce qu’il contient
item-readings = Lectures
item-readings-hint = Le texte extrait est une lecture par un outil de version connue ; ce n’est pas l’original.
item-no-readings = Aucun texte n’en a été lu ; il est gardé tel que reçu.
item-n-pages =
    { $n ->
         [one] { $n } page avec texte
        *[other] { $n } pages avec texte
    }
item-metadata = Ce que le fichier dit de lui-même
item-metadata-hint = C’est la parole du fichier ; on peut y écrire n’importe quoi.
item-isnad = L’isnad de cette pièce
item-isnad-hint = De la main qui l’a apportée jusqu’aux octets scellés.
item-to-entry = Ouvrir l’écriture scellée
item-locked = Verrouillé par un mot de passe
item-locked-hint = L’élément est gardé tel que reçu. Avec son mot de passe, il est lu et son contenu est versé.
item-password = Mot de passe
item-password-hint = Il sert une fois et n’est conservé nulle part. Qu’il a été donné, et par qui, est consigné.
item-unlock = Déverrouiller

## Picture and text side by side.
read-title = Lecture
read-item = La pièce et son isnad
read-page-of = page { $page } sur { $of }
read-picture-alt = Image de la page { $n } ; son texte est à côté
read-veiled = Image voilée : elle peut montrer ce qui est dur à voir.
read-show = La montrer cette fois
read-spared = Vous avez demandé à ne voir aucune image.
read-spared-settings = Changer cela dans les réglages
read-no-text = Aucun texte n’a été lu sur cette page.

## A ledger entry.
ledger-title = Écriture
ledger-sound = Signature, engagement et preuve sont valides ; vérifié à l’instant
ledger-broken = La vérification a échoué : voir la page de vérification
ledger-lead = Voici une feuille du registre telle qu’elle est sur le disque. Chacun peut la vérifier sans ce programme.
ledger-unknown-kind = un genre inconnu de nous : { $text }
ledger-at = Date déclarée
ledger-at-hint = L’horloge de l’appareil signataire. Rien n’est ordonné d’après elle.
ledger-device = Clé de l’appareil
ledger-device-hint = C’est elle qui a signé.
ledger-signature = Signature
ledger-leaf = Feuille
ledger-leaf-hint = Elle contient un engagement salé qui ne révèle ni nom ni contenu.
ledger-leaf-hash = Empreinte de la feuille
ledger-proof = Preuve d’inclusion
ledger-proof-hint = Les empreintes voisines, de la feuille jusqu’à la racine.
ledger-proof-none = L’écriture est seule dans l’arbre ; son empreinte est la racine.
ledger-checkpoint = Point de contrôle
ledger-checkpoint-hint = La tête signée de l’arbre : origine, nombre d’écritures, racine, signature.
ledger-body = Contenu
ledger-key-withheld = une clé, non affichée
ledger-body-erased = Sa clé a été effacée ; il ne peut plus être lu. La preuve de son existence demeure.
ledger-check = Le vérifier avec d’autres outils
ledger-check-1 = Calculez l’empreinte de la feuille avec cette commande, et comparez-la à celle écrite ici :
ledger-check-2 = Montez ensuite pas à pas avec chaque ligne de la preuve, à gauche ou à droite selon le numéro de l’écriture :
ledger-check-3 = Ce que vous atteignez au sommet est la racine, écrite en base 64 dans le point de contrôle.
ledger-check-4 = Les formats sont ceux du domaine : RFC 6962 pour l’arbre, C2SP tlog-checkpoint pour le point de contrôle, Ed25519 pour la signature. Tout outil qui les connaît convient.
item-provenance-unsigned = La marque ne porte aucune signature lisible. C’est la parole du fichier lui-même.
item-provenance-signed-unchanged = Signé, et inchangé depuis, par qui détient la clé de ce certificat. L’émetteur n’est pas connu ici ; le nom n’engage donc que le certificat. Cela ne dit rien de ce que l’image montre.
item-provenance-signed-altered = Signé, mais ce fichier n’est plus ce qui a été signé.
item-provenance-signed-unbound = La signature tient ; on ne peut dire ici si le fichier est resté inchangé depuis.
item-provenance-signed-unknown = Signé d’une manière qui ne peut être vérifiée ici.
item-provenance-signature-wrong = La signature ne tient pas.
