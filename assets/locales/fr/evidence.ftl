# Lire, marquer, chercher et emporter les pièces.

review-done-highlight = Surligné, page { $p }{ $colour }.
review-done-underline = Souligné, page { $p }{ $colour }.
review-done-bookmark = Signet posé, page { $p }.
review-selected = Sélection : { $text }
review-selection-cut = Un passage tient sur une page : seuls les mots de la page { $p } sont retenus.
review-mark-begin = { $what } :
review-mark-end = (fin du passage)
review-colour = Couleur
review-colour-in = Surligner : { $colour }
review-colour-now = Couleur : { $colour }.
colour-none = sans couleur
colour-for = Pour
colour-against = Contre
colour-unclear = À éclaircir
colour-method = Méthode
review-style = Trait
style-highlight = Surlignage
style-underline = Soulignement
style-bookmark = Signet
review-note-markdown = Texte simple ou Markdown : **important**, listes avec un tiret.
review-copy = Copier avec la référence
passage-copy = Copier le passage avec sa référence : { $quote }
passage-copy-short = Copier avec la référence
copy-marked = Texte sélectionné : Ctrl+C le copie.
copy-refused = Le presse-papiers a refusé. Rien n’a été copié.
review-copied = Passage copié avec sa référence.
review-reference = { $title }, p. { $p } ; { $solution }, version { $version }, dossier { $number }
review-reference-known = { $reference } ; { $solution }, version { $version }, dossier { $number }
review-reference-copy = Copier la référence
review-reference-copied = Référence copiée.
review-reference-none = Cette référence ne se met pas en forme : elle n’a que son titre.
review-reference-alone = Cette publication est citée par l’éditeur et n’est pas jointe. Ouvrez-la à sa source, ou lisez-la là où vous y avez accès.
review-reference-title = Référence de la pièce
review-reference-open = Ouvrir { $name } dans le navigateur…
review-reference-warning = Sceau forme cette adresse d’après l’identifiant. Le site verra que vous l’ouvrez.
review-study = Type d’étude : { $study }
review-find-none = Introuvable
review-find-reading = Lecture…
review-find-of = { $a } sur { $b }
review-find-at = { $a } sur { $b }, page { $p }.
review-find-count = { $n ->
    [0] Introuvable dans cette pièce.
    [one] Trouvé à un endroit.
   *[other] Trouvé à { $n } endroits.
  }
review-find-previous = Précédent
review-find-next = Suivant
review-contents = Sommaire et pages
review-contents-outline = Plan
review-contents-pages = Pages
review-contents-remarks = Éditeur
review-contents-reading = Lecture…
review-outline-none = Ce fichier n'a pas de plan.
review-remarks-none = Ce fichier ne porte aucune annotation.
review-remarks-lede = Annotations que le fichier portait à son arrivée. Elles ne viennent pas du comité.
review-remark = Annotation de l'éditeur : { $text }
review-remark-title = Annotation de l'éditeur
review-remark-from = Dans le fichier, page { $p }
review-remark-by = { $author }, page { $p }
review-remark-attached = Fichier joint ici : { $name }. Sceau le nomme et ne l’ouvre pas.
review-attached = Fichier joint par l’éditeur : { $name }
review-attachments = Fichiers joints
review-attachments-closed = Sceau les nomme et ne les ouvre pas.
review-link = Lien vers { $address }
review-link-inside = Lien dans ce fichier
review-link-title = Ce lien mène hors de Sceau
review-link-warning = L'adresse vient du fichier de l'éditeur. Le site verra que vous l'ouvrez.
review-link-closed = Sceau n'ouvre que les adresses du web. Celle-ci reste fermée.
review-link-open = Ouvrir dans le navigateur
review-link-stay = Rester ici
review-view = Affichage
review-turn-left = Tourner à gauche
review-turn-right = Tourner à droite
review-turned = Pages tournées de { $n } degrés.
review-spread = Deux pages côte à côte
review-night = Papier sombre
review-night-hint = Lettres claires sur fond sombre ; les photographies et les images gardent leurs couleurs.
review-as-text = La page en texte
review-as-text-hint = Titres et paragraphes, à la taille de vos réglages. Pour les lecteurs d'écran aussi.
review-text-lede = Les titres sont devinés d'après leur taille.
review-text-tagged = Titres, listes et tableaux suivent les balises du fichier.
review-text-figure = Figure : { $text }
review-back = Revenir à la page { $n }
review-ahead = Retourner à la page { $n }
review-search-missed = { $n ->
    [one] Une pièce n'a pas pu être lue par la recherche : { $files }.
   *[other] { $n } pièces n'ont pas pu être lues par la recherche : { $files }.
}
act-underline = Souligner
act-bookmark = Signet sur cette page
act-colour = Couleur suivante
act-aloud = Lire à voix haute
aloud-stop = Arrêter la lecture
aloud-reading = Lecture à voix haute
aloud-end = Fin de la lecture.
aloud-nothing = Cette page n'a pas de texte à lire.
aloud-no-voice = Ce système n’a pas de voix. Ajoutez-en une dans ses réglages de synthèse vocale, ou lisez la page en texte avec votre lecteur d’écran.
error-speech-absent = Ce système n'a pas de voix. Installez speech-dispatcher et une voix (espeak-ng), ou lisez la page en texte avec votre lecteur d'écran.
error-link-kind = Cette adresse ne mène pas au web. Copiez-la si vous savez ce qu'elle ouvre.
error-link-browser = Aucun navigateur n'a répondu. Copiez l'adresse.
review-other = Cité par { $who } pour { $c }, { $mark }
review-other-title = Cité pour le critère { $c }
review-other-torn = { $n } fiches citent ce passage et ne donnent pas la même note.
review-other-discuss = Comparer et discuter
review-own-talk = Votre passage pour { $c }
review-others-show = Montrer les passages cités par les autres
passages-all = Tous mes passages
passages-title = { $n ->
    [0] Aucun passage
    [one] Un passage à vous
   *[other] { $n } passages à vous
  }
passages-count = { $n ->
    [0] Aucun passage.
    [one] Un passage.
   *[other] { $n } passages.
  }
passages-none = Rien de marqué pour l'instant
passages-none-text = Ce que vous citez, surlignez, notez ou marquez d'un signet dans les pièces se retrouve ici, tous dossiers réunis.
passages-no-match = Aucun passage ne répond à ces filtres.
passages-filter = Filtres
passages-dossier = Dossier
passages-criterion = Critère
passages-kind = Sorte
passages-any = Tous
passages-cited = Cité
passages-highlight = Surligné
passages-underline = Souligné
passages-note = Note
passages-bookmark = Signet
