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
compare-to-vote = Retour au vote
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
compare-opposed = Passages lus en sens opposés
compare-opposed-none = Aucun passage n’est cité par des fiches dont les notes s’opposent.
compare-opposed-range = { $n } fiches le citent ; leurs notes vont de { $low } à { $high }.
compare-open-passage = Ouvrir le passage
compare-voices = Motifs et passages
compare-cited = Pièce { $number }, page { $page } :
compare-open-passage-of = Ouvrir le passage de la pièce { $number }, page { $page } : { $quote }
compare-quote = « { $quote } »
compare-next = Désaccord suivant

compare-set-aside = { $n ->
    [one] Un changement de note n’est pas en ordre : il ne compte pas.
   *[other] { $n } changements de note ne sont pas en ordre : ils ne comptent pas.
  }
compare-changed = changée depuis l’ouverture
compare-changed-legend = note changée
compare-history = { $first }, puis { $then }
compare-history-on = { $mark } le { $date }
compare-change = Changer ma note ({ $mark })
compare-change-none = Donner une note
compare-change-over = Les notes ne changent plus : la question est mise aux voix, ou un nouveau tour a commencé.
compare-change-mark = Nouvelle note
compare-change-why = Ce qui m’a fait changer
compare-change-count = { $n } caractères sur { $most }, { $least } au moins
compare-change-save = Enregistrer la nouvelle note
compare-change-cancel = Ne rien changer
compare-change-pick = Choisissez la nouvelle note.
compare-change-done = Critère { $code }, { $mark }. La fiche ouverte reste lisible.
compare-to-send = à envoyer

thread-title = Discussion
thread-messages = { $n ->
    [0] aucun message
    [one] { $n } message
   *[other] { $n } messages
  }
thread-new = { $n ->
    [one] { $n } nouveau
   *[other] { $n } nouveaux
  }
thread-none = Personne n’a encore parlé de ce critère.
thread-member = membre { $n }
thread-without = sans fiche
thread-answers = En réponse à { $who } :
thread-reply = Répondre
thread-reply-to = Répondre à { $who }
thread-replying = En réponse à { $who }
thread-reply-stop = Ne plus répondre
thread-text = Votre message sur le critère { $code }
thread-send = Envoyer
thread-send-keys = Ctrl+Entrée envoie.
thread-kept = Ce message est gardé sur cet ordinateur jusqu’à l’envoi.
thread-sent = Message envoyé.
thread-waits = Message enregistré, à envoyer.
thread-came = { $n ->
    [one] Un nouveau message sur le critère { $code }.
   *[other] { $n } nouveaux messages sur le critère { $code }.
  }
thread-over = La discussion est close : le vote est clos, ou un nouveau tour a commencé.
thread-settle = Marquer comme réglé
thread-reopen = Rouvrir le point
thread-reopened = Point rouvert
thread-about = Sur la pièce { $number } ({ $title }), page { $page } : « { $quote } »
thread-about-gone = Sur un passage qu’aucune fiche lue ne cite plus
thread-settled = Point réglé
thread-said-settled = { $who } a marqué ce point comme réglé.
thread-said-reopened = { $who } a rouvert ce point.
thread-row = { $n ->
    [one] { $n } message
   *[other] { $n } messages
  }
thread-row-new = { $n ->
    [one] { $n } nouveau message
   *[other] { $n } nouveaux messages
  }
talk-title = Discussion du passage
talk-lede = Cité par { $who } pour { $c }, pièce { $number } ({ $title }), page { $page }
talk-open = { $n ->
    [0] Discuter ce passage
    [one] Discussion, { $n } message
   *[other] Discussion, { $n } messages
  }
talk-none = Personne n’a encore parlé de ce passage.
talk-text = Votre message sur ce passage
talk-came = { $n ->
    [one] Un nouveau message sur ce passage.
   *[other] { $n } nouveaux messages sur ce passage.
  }
talk-criterion = Discussion du critère { $c }

revision-why-short = Dites en dix caractères au moins ce qui vous a fait changer.
revision-why-long = Deux cent quatre-vingts caractères au plus : le reste a sa place dans la discussion.
revision-same = C’est déjà votre note.
message-empty = Écrivez d’abord le message.
message-too-long = Quatre mille caractères au plus par message.

keys-compare = Comparaison
act-torn-next = Critère en désaccord suivant
act-torn-previous = Critère en désaccord précédent
act-sort = Trier autrement
act-change-mark = Changer ma note
act-discussion = Aller à la discussion
act-passage = Ouvrir le passage cité

error-unreadable-box = Une enveloppe a été modifiée ou vient d’ailleurs.
error-unreadable-shares = Il manque des parts en ordre.
error-unreadable-not-here = Une fiche n’est pas encore sur cet ordinateur.
error-unreadable-content = Une enveloppe contient autre chose que ce qu’elle annonce.
error-unreadable-other-grid = Une fiche répond à une autre grille.

## Agreement over all criteria

compare-agreement = Accord sur l’ensemble des critères
compare-agreement-text = Pour l’annexe de l’avis : ces mesures éclairent la discussion et ne décident de rien. Les notes sont ramenées à une échelle de 1 à 9.
compare-agreement-basis = { $marks ->
    [one] { $marks } note
   *[other] { $marks } notes
  } de { $reviewers ->
    [one] { $reviewers } évaluateur
   *[other] { $reviewers } évaluateurs
  } sur { $criteria ->
    [one] { $criteria } critère
   *[other] { $criteria } critères
  }.
statistic-alpha-ordinal = Alpha de Krippendorff, ordinal
statistic-ac2-quadratic = AC2 de Gwet, poids quadratiques
statistic-icc2-1 = ICC(2,1), accord absolu
reading-reliable = fiable
reading-caution = à prendre avec prudence
reading-low = insuffisant ; discuter avant de conclure
