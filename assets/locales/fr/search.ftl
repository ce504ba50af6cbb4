# Recherche dans tout ce qui peut être lu

search-title = Rechercher
search-field = Rechercher dans toutes les pièces et vos écrits
search-help = Pièces, remarques, motifs, passages cités et critères de vos dossiers. Les accents ne comptent pas ; « entre guillemets » cherche l’expression. Flèches pour choisir, Entrée pour ouvrir.
search-places = Passages trouvés
search-count = { $n ->
    [one] Un passage
   *[other] { $n } passages
} dans { $d ->
    [one] un dossier
   *[other] { $d } dossiers
}.
search-more = Les { $n } meilleurs passages, dans { $d ->
    [one] un dossier
   *[other] { $d } dossiers
}. Ajoutez un mot pour préciser.
search-none = Rien de trouvé.
search-none-text = Essayez moins de mots, ou le début d’un mot. Une pièce sans texte, ou qui n’est pas encore lue, ne peut pas être trouvée.
search-dossier = { $number } · { $solution }
search-hit-page = { $title }, page { $p }
search-hit-note = Votre remarque, { $title }, page { $p }
search-hit-passage = Cité pour { $c }, { $title }, page { $p }
search-hit-reason = Votre motif, critère { $c }
search-hit-criterion = Critère { $c }
search-texts = Texte lu : { $a ->
    [0] aucune pièce
    [one] une pièce
   *[other] { $a } pièces
} sur { $b }.
search-texts-stop = Arrêter la lecture
search-texts-resume = Reprendre la lecture
search-texts-silent = { $n ->
    [one] Une pièce n’a pas de texte : citez-y des régions et notez ce qu’elles montrent.
   *[other] { $n } pièces n’ont pas de texte : citez-y des régions et notez ce qu’elles montrent.
}
act-search-all = Rechercher dans tous les dossiers
