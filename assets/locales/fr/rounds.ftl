### Les tours de notation : le premier, ceux qui le suivent, et la règle d’arrêt.

round-number = { $n ->
    [1] 1er tour
   *[other] { $n }e tour
  }
round-followed = Ce tour a été suivi d’un autre : on peut le relire, plus rien ne s’y change.
round-consequence-stop = La règle d’arrêt est figée aussi : trois tours au plus ; la notation s’arrête dès que plus aucun critère n’est à discuter, ou que d’un tour à l’autre l’accord n’a changé sur aucun critère et moins de 10 % des notes ont changé. C’est une proposition : la présidence décide.

rescore-title = Un nouveau tour de notation
rescore-lede = { $n ->
    [one] Un évaluateur note à nouveau, seul, à partir de sa propre fiche.
   *[other] Les { $n } évaluateurs notent à nouveau, chacun pour soi, à partir de leur propre fiche.
  } La grille, le règlement et le nombre de fiches restent ceux du tour précédent.
rescore-of = { $n ->
    [1] Un tour est fait, sur { $most } au plus.
   *[other] { $n } tours sont faits, sur { $most } au plus.
  }
rescore-do = Ouvrir le { $n }e tour
rescore-ask = Ouvrir le { $n }e tour pour { $solution } ?
rescore-consequence = { $n ->
    [one] L’évaluateur peut remettre une nouvelle fiche
   *[other] Les { $n } évaluateurs peuvent remettre une nouvelle fiche
  } jusqu’au { $here } (heure de Paris : { $paris }). Qui est en déport n’y prend pas part.
rescore-consequence-start = Chacun part de sa fiche, telle qu’il l’a changée depuis l’ouverture. Une note changée demande une ligne de motif. Seules comptent les fiches remises à ce tour.
rescore-consequence-sealed = Jusqu’à l’ouverture, personne ne lit les nouvelles notes. Le tour précédent reste lisible ; la discussion et les changements de note s’arrêtent, et aucune question n’est mise aux voix.
rescore-consequence-kept = La note du comité reste celle du tour précédent jusqu’à l’ouverture du nouveau.
rescore-said = { $n }e tour ouvert.

stop-title = Règle d’arrêt
stop-nothing-to-discuss = Plus aucun critère n’est à discuter : elle propose d’arrêter la notation.
stop-last-round = Le dernier tour prévu est fait : la notation est terminée.
stop-stable = D’un tour à l’autre l’accord n’a changé sur aucun critère, et { $m } { $m ->
    [one] note a changé
   *[other] notes ont changé
  } sur { $marks }, moins de 10 % : elle propose d’arrêter la notation.
stop-unmeasured = Il faut trois notes par critère pour mesurer l’accord : elle ne propose rien.
stop-go-on = { $n ->
    [one] Un critère est à discuter
   *[other] { $n } critères sont à discuter
  } : elle ne propose pas d’arrêter.
stop-debate = Arrêter la notation n’arrête pas le débat : le vote décide.

passed-rescore = Nouveau tour ouvert

desk-task-review-again = Noter à nouveau, { $n }e tour : { $solution }
desk-again = Vos notes du tour précédent sont reprises ; une note changée demande un motif.

review-again = Vous partez de votre fiche du tour précédent. Une note changée demande une ligne de motif ; personne ne lit vos nouvelles notes avant l’ouverture.
review-again-new = Ce tour est indépendant du précédent, où aucune fiche de vous ne compte. Personne ne lit vos notes avant l’ouverture.
review-again-began = Le { $n }e tour a commencé : vos notes du tour précédent sont reprises.
review-former = Au tour précédent : { $mark }
review-former-none = sans note
review-former-same = Note inchangée
review-why = Ce qui m’a fait changer
review-why-count = { $n } caractères sur { $most }, { $least } au moins
review-undo-why = Motif du changement, critère { $c }
review-summary-why = Changement à motiver

compare-round = Tours
compare-round-look = Vous relisez le { $n }e tour.
compare-round-look-first = Vous relisez le premier tour.
compare-round-said = { $n ->
    [1] Premier tour affiché.
   *[other] { $n }e tour affiché.
  }
compare-round-sealed = Le { $n }e tour est en cours. Ses fiches s’ouvriront le { $date } ; jusque-là, le tour précédent se relit.
compare-round-changed = { $n ->
    [0] Aucune note changée depuis le tour précédent
    [one] Une note changée depuis le tour précédent
   *[other] { $n } notes changées depuis le tour précédent
  }
compare-rescored = { $from } au tour précédent, { $to } à ce tour
compare-rescored-short = changée depuis le tour précédent
compare-rescored-legend = changée depuis le tour précédent (coin bas)

change-rescore = un nouveau tour est ouvert.
