### What stands on every page, sign-in, home, people, settings, keys, and pages that could not be made.
skip = Aller au contenu
nav-main = Sections
nav-home = Accueil
nav-intake = Verser
nav-accessions = Versements
nav-search = Recherche
nav-verify = Vérifier
nav-people = Personnes
nav-settings = Réglages
nav-help = Touches
nav-sign-out = Se déconnecter
nav-languages = Langue
foot-leave = Sortir aussitôt
idle-soon = Rien n’a bougé depuis un moment ; les archives se verrouillent dans une minute.
idle-stay = Rester
pager = Pages de la liste
pager-previous = Précédente
pager-next = Suivante
go-to-field = Aller au champ concerné
knot-is-sound = en ordre
knot-is-broken = pas en ordre
sealed-entry = Écriture scellée

## Sign-in.
sign-in-title = Connexion
sign-in-lead = Les archives sont verrouillées. Votre phrase de passe les ouvre et ne quitte jamais cet ordinateur.
sign-in-name = Nom
sign-in-passphrase = Phrase de passe
sign-in-hint = L’ouverture peut prendre quelques secondes : cette lenteur est voulue, elle décourage qui devine.
sign-in-go = Ouvrir
sign-in-wrong = Ce nom et cette phrase de passe n’ouvrent pas les archives.
sign-in-wrong-next = Vérifiez la langue du clavier et les espaces, puis réessayez. Si la phrase est perdue, adressez-vous à un gardien.
sign-in-draft = Votre session s’est terminée pendant que vous écriviez. Votre texte est gardé dans cette page, chiffré, et vous revient à la connexion. Les fichiers sont à choisir de nouveau.
sign-in-too-many = Trop de tentatives à la suite.
sign-in-too-many-next = Attendez une demi-minute, puis réessayez. Rien n’est perdu.

## Home.
home-title = Accueil
home-take-in = Verser des fichiers
home-received = reçus = { $kept } gardés + { $refused } refusés
home-entries =
    { $n ->
         [one] écriture scellée
        *[other] écritures scellées
    }
home-objects =
    { $n ->
         [one] contenu distinct, chiffré dans le coffre
        *[other] contenus distincts, chiffrés dans le coffre
    }
home-size = gardés, tels que reçus
home-waiting = En attente
home-unfinished-chip = Inachevé
home-unfinished =
    { $n ->
         [one] { $n } versement a été interrompu avant la fin.
        *[other] { $n } versements ont été interrompus avant la fin.
    }
home-unfinished-go = Voir lesquels
home-unread-chip = Lu en partie
home-unread =
    { $n ->
         [one] { $n } fichier est gardé entier, mais son texte n’a pas pu être lu en totalité.
        *[other] { $n } fichiers sont gardés entiers, mais leur texte n’a pas pu être lu en totalité.
    }
home-unread-go = Voir les rapports
home-unverified = Ces archives n’ont pas encore été vérifiées en entier.
home-verify-go = Vérifier
home-recent = Derniers versements
home-all = Tous
home-things =
    { $n ->
         [one] { $n } fichier reçu
        *[other] { $n } fichiers reçus
    }
home-empty-title = Les archives sont vides ; tout commence ici
home-empty-lead = Tout ce que vous versez reste tel qu’il est arrivé, octet par octet, avec le nom de qui l’a apporté. Rien n’est effacé ni changé à l’insu de tous.
home-empty-1 = Versez des fichiers
home-empty-1-how = Un seul fichier ou un dossier compressé, dans n’importe quel format.
home-empty-2 = Dites de qui et comment ils sont venus
home-empty-2-how = Une fois par lot. Laissez vide ce que vous ignorez.
home-empty-3 = Lisez le compte
home-empty-3-how = Ce qui est reçu égale ce qui est gardé et ce qui est refusé, avec la raison de chaque refus.
home-empty-4 = Cherchez et vérifiez
home-empty-4-how = Écrivez un nom comme vous voulez, et remontez de tout résultat jusqu’à son sceau.
integrity-title = Intégrité des archives
integrity-last = Écritures scellées
integrity-root = Racine de l’arbre
integrity-root-hint = Confiez cette ligne à quelqu’un de confiance : tout changement antérieur se verra. Et voici l’identifiant des archives :
integrity-sound = Intact à la dernière vérification
integrity-altered = Altéré à la dernière vérification
integrity-unchecked = Pas encore vérifié
care-title = Prenez soin de vous
care-text = Les images de violence restent voilées tant que vous ne les demandez pas. Faites une pause quand vous voulez ; aucun travail ne se perd.
care-pictures = Ne me montrez aucune image

## People.
people-title = Personnes
people-lead = Chaque personne a sa propre phrase de passe : on sait ainsi qui a fait quoi.
people-role = Rôle
people-id = Identifiant
people-add = Ajouter une personne
people-name-hint = Un nom ou un pseudonyme ; il accompagne tout ce que fait la personne.
people-passphrase-hint = Cinq mots au hasard ou plus. Saisissez-la ensemble ; ne l’envoyez jamais par message.
people-again = Phrase de passe, une seconde fois
people-go = Ajouter
people-no-name = Le nom est vide.
people-no-name-next = Saisissez un nom ou un pseudonyme.
people-not-same = Les deux phrases de passe diffèrent.
people-not-same-next = Saisissez-les de nouveau ; personne n’a encore été ajouté.

## Settings.
settings-title = Réglages
settings-lead = Ces choix restent dans ce navigateur seulement.
settings-saved = Vos choix sont enregistrés.
settings-language = Langue des pages
settings-digits = Chiffres
settings-digits-hint = Pour les pages en arabe. Identifiants et empreintes restent tels quels.
settings-pictures = Images
settings-pictures-asked = Voilées jusqu’à ma demande
settings-pictures-asked-hint = Les images restreintes ou scellées ne sont envoyées à l’écran que si vous demandez chacune.
settings-pictures-none = Ne me montrez aucune image
settings-pictures-none-hint = Les textes restent ; aucune image n’est envoyée.
settings-keys-hint = Des lettres seules pour passer d’une page à l’autre et parcourir les listes.
settings-keys-plain = La lettre seule
settings-keys-alt = La lettre avec Alt
settings-keys-off = Aucune touche
settings-go = Enregistrer

## Keys.
help-title = Touches du clavier
help-lead = Tout ce que fait une touche, un lien ou un bouton le fait aussi.
help-key = Touche
help-does = Ce qu’elle fait
help-move = se déplacer
help-key-search = Vers le champ de recherche
help-key-help = Cette page
help-key-home = Accueil
help-key-intake = Verser des fichiers
help-key-accessions = Versements
help-key-find = La page de recherche
help-key-verify = Vérifier
help-key-down = Ligne suivante de la liste
help-key-up = Ligne précédente de la liste
help-key-open = ouvrir
help-key-leave = Quitter aussitôt : les archives se verrouillent et un calendrier apparaît
help-keys-plain = Les touches agissent maintenant avec la lettre seule.
help-keys-alt = Les touches agissent maintenant avec Alt.
help-keys-off = Les touches sont maintenant désactivées, sauf la sortie rapide.
help-keys-change = Changer cela dans les réglages

## Pages that could not be made.
fault-absent = Il n’y a rien à cette adresse
fault-absent-next = Soit l’adresse est fausse, soit ce qui s’y trouve ne vous est pas ouvert. Cherchez-le, ou adressez-vous à un gardien.
fault-forged = Cette demande n’a pas été acceptée
fault-forged-next = Elle ne venait pas d’une page ouverte en ce moment, ou sa session est terminée. Rien n’a changé. Revenez, rouvrez la page et réessayez.
fault-broken = Cette demande n’a pas pu aboutir
fault-broken-next = L’erreur vient de nous, pas de vous, et ce qui était scellé est intact. Réessayez ; si cela se reproduit, vérifiez les archives.
fault-home = Retour au début
