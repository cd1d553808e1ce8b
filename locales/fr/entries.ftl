### What kind of act a ledger entry is (entry-CODE).
entry-archive-created = Création des archives
entry-principal-added = Une personne a été ajoutée
entry-device-epoch = Début de l’époque d’une clé d’appareil
entry-accession-opened = Un versement a été ouvert
entry-accession-closed = Un versement a été achevé
entry-item-kept = Une pièce a été gardée
entry-item-refused = Une pièce a été refusée
entry-reading = Une pièce a été lue
entry-custody = La garde d’une pièce a changé
entry-fixity-check = Une vérification
entry-derivation = Une pièce a été lue
entry-collation = Un mot a été comparé à l’image
entry-opened = Une copie sans verrou d’une pièce verrouillée a été faite
entry-unknown = Un genre que ce programme ne connaît pas
