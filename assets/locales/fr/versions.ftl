## Une pièce a une nouvelle version : ce que deviennent les passages

versions-chip = À confirmer
versions-chip-followed = Nouvelle version
versions-bar = Pièce { $n }, « { $title } » : une nouvelle version est arrivée.
versions-bar-followed = { $n ->
    [0] Aucun passage n’a suivi.
    [one] Un passage identique a suivi.
   *[other] { $n } passages identiques ont suivi.
}
versions-bar-confirm = { $n ->
    [one] Un passage est à confirmer.
   *[other] { $n } passages sont à confirmer.
}
versions-compare = Comparer
versions-title = Passages à confirmer
versions-lede = Vos notes s’appuient sur une version qui a été remplacée. Pour chaque passage, gardez les nouveaux mots ou retirez-le. L’ancienne version reste lisible.
versions-what = Ce qui change : { $change }
versions-filed = Déposée le { $date }
versions-of = Critère { $c }
versions-of-note = Votre annotation
versions-of-bookmark = Votre signet
versions-old = Ancienne version, page { $p }
versions-new = Nouvelle version, page { $p }
versions-nothing = Rien de semblable dans la nouvelle version.
versions-region = Une zone dessinée n’a pas de mots à retrouver : regardez-la dans la nouvelle version.
versions-page = Cette page se lit autrement dans la nouvelle version, ou n’a pas de texte : regardez si votre signet y a toujours sa place.
versions-unread = Le texte de cette pièce n’est pas encore lu sur cet ordinateur. Revenez dans un instant.
versions-why-words = Les mots ont changé.
versions-why-surroundings = Les mots sont les mêmes ; ce qui les entoure a changé.
versions-why-repeated = Ces mots reviennent plusieurs fois dans la nouvelle version : vérifiez que c’est bien ce passage.
versions-gone = retiré : { $text }
versions-come = ajouté : { $text }
versions-confirm = Confirmer avec les nouveaux mots
versions-keep-here = Garder à cette page
versions-remove = Retirer le passage
versions-see-old = Voir l’ancienne
versions-see-new = Voir la nouvelle
versions-see-followed = Voir les passages
versions-went = { $n ->
    [one] Un passage identique a suivi
   *[other] { $n } passages identiques ont suivi
}
versions-went-same = page { $p }
versions-went-moved = de la page { $a } à la page { $b }
review-step-confirm = , passage à confirmer
review-criterion-confirm = { $n ->
    [one] Un passage cité a changé ou disparu dans une nouvelle version : il est à confirmer.
   *[other] { $n } passages cités ont changé ou disparu dans une nouvelle version : ils sont à confirmer.
}
versions-confirmed = Passage confirmé dans la nouvelle version, page { $p }. { $n ->
    [0] Il n’en reste aucun à confirmer.
    [one] Il en reste un à confirmer.
   *[other] Il en reste { $n } à confirmer.
}
versions-removed = Passage retiré. { $n ->
    [0] Il n’en reste aucun à confirmer.
    [one] Il en reste un à confirmer.
   *[other] Il en reste { $n } à confirmer.
}
versions-done = Tous les passages s’appuient sur la nouvelle version.
versions-locked = Votre fiche est scellée : reprenez-la pour confirmer ces passages.
versions-close = Fermer
review-file-version = version { $n }
review-file-replaced = version { $n }, remplacée
review-summary-confirm = À confirmer

## Déposer une nouvelle version

replace-title = Pièces et versions
replace-lede = Une nouvelle version se dépose à côté de l’ancienne, qui reste lisible. Chaque membre voit ce que deviennent ses passages.
replace-version = Version { $n }, { $name }
replace-older = Versions précédentes : { $n }
replace-do = Déposer une nouvelle version
replace-do-of = Déposer une nouvelle version de « { $title } »
replace-ask = Nouvelle version de « { $title } »
replace-choose = Choisir le fichier
replace-chosen = Fichier : { $name }
replace-change = Ce qui change, en une ligne
replace-cleared = J’ai regardé ce fichier : il ne contient aucune donnée de patient
replace-consequence = La nouvelle version part chez les membres au prochain échange. L’ancienne reste lisible.
replace-go = Déposer
replace-said = Nouvelle version déposée.
replace-closed = Les fiches sont ouvertes : plus aucune version ne peut être déposée.
error-file-not-chosen = Choisissez d’abord le fichier.

## Emporter son travail

take-title = Emporter mon travail
take-lede = Ces fichiers quittent le bureau chiffré : gardez-les avec soin.
take-picture = Une image ne porte pas d’annotations : ses régions citées sont dans la liste des passages, avec leur description.
take-annotated = Copie annotée de cette pièce (PDF)
take-xfdf = Annotations de cette pièce (XFDF)
take-markdown = Passages cités (Markdown)
take-csv = Passages cités (tableau CSV)
take-saved = Fichier enregistré.
error-annotate-locked = Ce fichier est chiffré : il n’accepte pas d’annotations. Prenez la liste des passages, ou demandez une copie non chiffrée.
error-annotate-unreadable = La structure de ce fichier ne permet pas d’y ajouter des annotations. Prenez la liste des passages cités.
error-annotate-slow = Ce fichier est trop long à lire pour recevoir des annotations. Prenez la liste des passages cités.
error-annotate-page = Une de vos annotations se trouve page { $page }, que ce fichier n’a pas. Ouvrez-la et retirez-la, puis recommencez.
