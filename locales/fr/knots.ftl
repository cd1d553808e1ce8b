### The knots of the isnad: who or what (knot-CODE), and how (knot-CODE-how).
knot-received = { $from }
knot-received-how = Reçu de cette main. Quand : { $when } ; où : { $where } ; comment : { $how }
knot-taken-in = Versé par { $by }
knot-taken-in-how = Sous l’autorité de : { $authority }
knot-in-container = Dans { $name }
knot-in-container-how = Le conteneur est aussi gardé tel que reçu.
knot-copy-left = Une copie est sortie, par { $by }
knot-copy-left-how = La sortie a été inscrite avant la remise.
knot-unlocked = Déverrouillé par { $by }
knot-unlocked-how = Avec son mot de passe, qui n’est conservé nulle part.
knot-object = Les octets tels que reçus, chiffrés dans le coffre
knot-object-how = Leur adresse dans le coffre est leur empreinte :
knot-entry = Écriture { $index }
knot-entry-how = Signée par la clé d’appareil { $device }
knot-seal = Le sceau
knot-seal-how = Empreinte de la feuille dans l’arbre :
