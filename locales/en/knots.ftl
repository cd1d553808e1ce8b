### The knots of the isnad: who or what (knot-CODE), and how (knot-CODE-how).
knot-received = { $from }
knot-received-how = Received from. When: { $when }; where: { $where }; how: { $how }
knot-taken-in = Taken in by { $by }
knot-taken-in-how = On the authority of: { $authority }
knot-in-container = Inside { $name }
knot-in-container-how = The container is kept as it came, too.
knot-copy-left = A copy left, by { $by }
knot-copy-left-how = It was recorded before it was handed over.
knot-unlocked = Unlocked by { $by }
knot-unlocked-how = With its password, which is kept nowhere.
knot-object = The bytes as received, encrypted in the vault
knot-object-how = Their address in the vault is their hash:
knot-entry = Entry { $index }
knot-entry-how = Signed by the device key { $device }
knot-seal = The seal
knot-seal-how = Hash of the leaf in the tree:
