# What this computer holds, and what the registry can know

own-title = Vos données
own-folder = Tout est chiffré dans :
own-size = { $size }, dont { $files ->
    [0] aucune pièce
    [one] une pièce
   *[other] { $files } pièces
} sur cet ordinateur.
own-export = Emporter mes travaux (JSON)…
own-export-text = Vos notes, motifs, passages, remarques et déclarations, en clair, dans un fichier que vous gardez. Rien des autres.
own-exported = Vos travaux sont enregistrés
own-known = Ce que le registre sait de moi
own-known-text = Le registre ne lit ni votre nom, ni vos textes, ni vos notes, ni vos choix. Il garde en clair :
own-known-member = Un identifiant tiré au sort
own-known-computers = Ordinateurs
own-known-roles = Rôles
own-known-declarations = Déclarations de liens
own-known-links = dont « j’ai un lien », sans dire lequel
own-known-recusals = Déports
own-known-assignments = Dossiers confiés
own-known-sheets = Fiches remises, scellées
own-known-ballots = Bulletins reçus, scellés
own-known-first = Premier envoi
own-known-last = Dernier envoi
own-known-never = Il voit aussi les adresses et les heures de connexion, et la taille des envois par tranches.
