# Comparer : les fiches ouvertes, côte à côte. Espaces ordinaires.

nav-comparisons = Comparer
compare-title = { $n ->
    [0] Aucune fiche n’est encore ouverte
    [one] Un dossier est ouvert
   *[other] { $n } dossiers sont ouverts
  }
compare-none = Rien à comparer
compare-none-text = Les fiches d’un dossier se comparent ici dès que les responsables les ont ouvertes.
compare-go = Comparer
compare-back = Retour à la liste
compare-sealed = Scellé
compare-open = Ouvert le { $date }
compare-opened = Ouvert le { $moment }
compare-sealed-title = { $solution } : les fiches sont encore scellées
compare-before = Les fiches s’ouvriront le { $date }.
compare-arrived = { $n } sur { $m } sont arrivées.
compare-map = Carte des notes
compare-grid = Notes par critère et par évaluateur
compare-my-mark = Votre note
compare-no-mark = pas encore de note
compare-sheets = { $n ->
    [one] { $n } fiche lue
   *[other] { $n } fiches lues ensemble
  }
compare-torn = { $n ->
    [0] Aucun critère en désaccord
    [one] { $n } critère en désaccord
   *[other] { $n } critères en désaccord
  }
compare-torn-of = sur { $n }
compare-left-out = { $n } fiches sur { $m } : les autres sont laissées hors des sommes.
compare-sort = Trier
compare-sort-disagreement = Par désaccord
compare-sort-grid = Ordre de la grille
compare-sort-mine = Ma distance au comité
compare-sorted-disagreement = Trié par désaccord
compare-sorted-grid = Trié dans l’ordre de la grille
compare-sorted-mine = Trié par ma distance au comité
compare-disagree = En désaccord
compare-agree = Sans désaccord
compare-median = médiane
compare-median-short = Méd.
compare-index = Indice de désaccord
compare-index-short = Désacc.
compare-you = vous
compare-yours = la vôtre
compare-one-sheet = une fiche
compare-reviewer = évaluateur { $n }
compare-mark = note { $mark }
compare-na = sans objet
compare-absent = absent de cette fiche
compare-legend = plus d’encre, meilleure note
compare-drawn = Ordre des colonnes tiré au sort.
compare-pooled = Collèges de moins de { $n } personnes regroupés.
compare-all-colleges = Tous les collèges
compare-criterion = Critère { $code }
compare-panel = Critère { $code }
compare-disagreement = Désaccord { $index }
compare-said = Critère { $code }, sans désaccord, { $index }.
compare-said-torn = Critère { $code }, désaccord { $index }.
compare-said-plain = Critère { $code }.
compare-band-agreement-too-few = Moins de trois notes : aucun chiffre d’accord.
compare-band-agreement-disagreement = Désaccord.
compare-band-agreement-strong = Accord fort.
compare-band-agreement-consensus = Consensus.
compare-band-agreement-majority = Majorité.
compare-band-agreement-none = Sans accord.
compare-band-other = { $code }
compare-by-index = Jugé par l’indice RAND/UCLA, percentiles de type 7.
compare-by-thirds = Jugé par tiers : au moins un tiers de notes basses et un tiers de hautes.
compare-mine-here = La vôtre : { $mark } ; médiane { $median }.
compare-strip = { $who } : { $n ->
    [one] une fiche
   *[other] { $n } fiches
  }, médiane { $median }, de { $low } à { $high }.
compare-strip-none = { $who } : aucune note.
compare-as-table = Voir en tableau
compare-col-sheet = Fiche
compare-col-college = Collège
compare-col-mark = Note
compare-same = Même passage, notes opposées.
compare-same-text = { $n } fiches citent la page { $p } ; leurs notes vont de { $low } à { $high }.
compare-open-passage = Ouvrir le passage
compare-voices = Motifs et passages
compare-cited = Pièce { $number }, page { $page } :
compare-cited-name = Ouvrir la pièce { $number }, page { $page } : { $quote }
compare-quote = « { $quote } »
compare-next = Désaccord suivant

keys-compare = Comparaison
act-torn-next = Critère en désaccord suivant
act-torn-previous = Critère en désaccord précédent
act-sort = Trier autrement
act-passage = Ouvrir le passage cité

error-unreadable-box = Une enveloppe a été modifiée ou vient d’ailleurs.
error-unreadable-shares = Il manque des parts en ordre.
error-unreadable-not-here = Une fiche n’est pas encore sur cet ordinateur.
error-unreadable-content = Une enveloppe contient autre chose que ce qu’elle annonce.
error-unreadable-other-grid = Une fiche répond à une autre grille.
