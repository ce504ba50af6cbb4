# Séances et votes : mettre au vote, clore, dépouiller, enregistrer. Espaces ordinaires.

nav-motions = Séances et votes
motions-title = { $n ->
    [0] Aucun vote en cours
    [one] Un vote en cours
   *[other] { $n } votes en cours
  }
motions-none = Rien à mettre au vote
motions-none-text = Un dossier peut être mis au vote dès que ses fiches sont ouvertes.
motions-ready = Dossiers à mettre au vote
motions-all = Motions
motions-table = Déposer une motion…
motions-grant-reached = La note demandée pour accorder le label est atteinte.
motions-grant-not-reached = La note demandée pour accorder le label n’est pas atteinte : les réponses qui l’accordent ne seront pas proposées.
motions-col-question = Motion
motions-col-deadline = Échéance
motions-col-ballots = Bulletins
motions-col-quorum = Quorum
motions-col-state = État
motions-quorum-met = Quorum atteint : { $have } pour { $need }.
motions-quorum-need = Quorum : { $have } sur { $need } requis.
error-motion-mark-pending = { $n ->
    [one] Une réponse attend encore d’être vérifiée : le dossier ne peut pas être mis au vote.
   *[other] { $n } réponses attendent encore d’être vérifiées : le dossier ne peut pas être mis au vote.
  }
motion-question-absent = Motion dont le texte n’est pas encore arrivé
motion-table-title = Mettre au vote : { $solution }
motion-fr = Question, en français
motion-en = Question, en anglais
motion-proposed-fr = Faut-il donner à { $solution } le label « { $label } » ?
motion-proposed-en = Should { $solution } be granted the label “{ $label }”?
motion-bylaws = Règlement, figé à l’ouverture du tour
motion-bylaws-secret = { $id }, version { $v } (vote secret, pas encore possible)
motion-bylaws-rollcall = { $id }, version { $v } (vote nominatif)
motion-no-bylaws = Aucun tour n’a encore figé de règlement.
motion-no-words = Écrivez la question en français.
motion-options = Réponses proposées :
motion-deadline = Échéance
motion-sure = Une fois ouvert, le vote ne change plus.
motion-sure-text = Les { $n } membres qui siègent sont figés comme électeurs, avec la question, les réponses, le règlement et l’échéance. Les personnes en déport sont laissées de côté par le décompte.
motion-undeclared = { $n ->
    [one] Un électeur n’a pas encore déclaré ses liens : le dossier lui reste fermé, et le vote avec lui.
   *[other] { $n } électeurs n’ont pas encore déclaré leurs liens : le dossier leur reste fermé, et le vote avec lui.
  }
motion-second = Seconde convocation : son quorum s’applique sous le même règlement, avec les mêmes réponses, si le vote se clôt le { $date } ou plus tard. Sinon, le quorum ordinaire s’applique.
motion-again-title = Et maintenant ?
motion-again-ready = Le vote peut être ouvert à nouveau.
error-motion-without-chair = Personne ne peut déposer la motion : la présidence est en déport. Une personne responsable doit nommer une vice-présidence.
error-motion-by-chair = Une motion est déposée par la présidence : { $who }.
motion-go = Ouvrir le vote…
motion-go-sure = Ouvrir le vote maintenant
motion-said-tabled = Le vote est ouvert.
motion-said-closed = Le vote est clos.
motion-said-recorded = La décision est enregistrée.
motion-until = jusqu’au { $moment }, il reste { $left }
motion-ended = échéance { $moment }
motion-heads = Participation
motion-heads-only = Des nombres seulement : personne ne voit ici ce qui a été choisi.
motion-college = Collège
motion-present = Présents
motion-close = Clore le vote…
motion-close-why = Le vote pourra être clos quand tous auront voté, ou après l’échéance, { $moment }.
motion-close-title = Clore le vote ?
motion-close-met = Le quorum est atteint. Il faudra { $n } responsables pour ouvrir les bulletins.
motion-close-not-met = Le quorum n’est pas atteint ({ $have } sur { $need }) : les bulletins ne seront jamais ouverts.
motion-close-text = Plus aucun bulletin ne comptera. Une clôture ne se reprend pas.
motion-close-go = Clore le vote
motion-opening = Ouverture des bulletins
motion-opening-need = Il faut { $n } responsables sur { $m }.
motion-awaited = On attend { $who }.
motion-option = Réponse
motion-ballots = Bulletins
what-if-title = Et si quelqu’un n’avait pas voté ?
what-if-member = Sans
what-if-apart = Comment
what-if-recused = en déport
what-if-absent = absent
what-if-same = { $outcome } : le résultat serait le même.
what-if-changes = { $outcome } : le résultat serait différent.
what-if-limit = Pour la présidence et le secrétariat seuls. Rien n’est enregistré, et le compte ne change pas. Le vote est nominatif : quand il est serré, ces réponses disent qui a voté quoi.
motion-why = Pourquoi, phrase par phrase
motion-reason-other = Motif { $code }.
motion-unreadable = Bulletins qui ne se lisent pas
motion-faults = Parts qui ne sont pas en ordre
motion-recorded = Décision enregistrée.
motion-outcome-grant = Label accordé
motion-outcome-grant-with-reservations = Label accordé avec réserves
motion-outcome-defer = Décision reportée
motion-outcome-refuse = Label refusé
motion-outcome-no-quorum = Quorum non atteint
motion-outcome-other = { $code }
motion-opinion = Avis du comité
motion-improve = Ce qui reste à améliorer
motion-record = Enregistrer la décision
motion-record-text = Seul le résultat du décompte peut être enregistré. L’avis l’accompagne, en français.
motion-record-awaited = La présidence doit maintenant enregistrer la décision avec l’avis du comité.
motion-reasons = Motifs
motion-reasons-hint = Une phrase par ligne.
motion-no-reason = Écrivez au moins un motif.
motion-point = Point { $n }
motion-point-criterion = Critère
motion-point-observation = Ce qui a été observé
motion-point-change = Ce qui changerait la note
motion-point-by = Avant le
motion-point-add = Ajouter un point
motion-point-remove = Retirer le point { $n }
motion-point-incomplete = Chaque point nomme un critère, ce qui a été observé et ce qui changerait la note.
motion-record-ask = Enregistrer…
motion-record-sure = Décision, décompte et avis seront enregistrés ensemble, signés, et ne pourront plus changer. Les membres du dossier les liront.
motion-record-go = Enregistrer la décision

## Lettre après une décision sans label
decision-letter = Lettre à l’éditeur
decision-letter-subject-refuse = Dossier { $solution } : label refusé
decision-letter-subject-defer = Dossier { $solution } : décision reportée
decision-letter-refuse = Après examen de votre solution { $solution }, notre comité n’a pas accordé le label « { $label } ».
decision-letter-defer = Après examen de votre solution { $solution }, notre comité a reporté sa décision sur le label « { $label } ».
decision-letter-reasons = Ses raisons :
decision-letter-points-refuse = Ce qui pourrait changer cette décision :
decision-letter-points-defer = Ce qu’il attend de vous :
decision-letter-by = avant le { $date }
decision-letter-orientation = Vous pouvez vous adresser à :
decision-letter-appeal = Vous avez { $n } mois pour un recours, en cas d’erreur matérielle, d’élément nouveau ou de vice de procédure.
decision-letter-appealed = Le recours prévu a déjà été exercé : il n’y en a pas d’autre.
decision-letter-after = Dès que vous nous enverrez ces éléments, le dossier reprendra son cours.
decline-letter-title = Lettre de non-présélection
decline-letter-subject = Dossier { $solution } : non présélectionné
decline-letter = Après examen de votre dossier, votre solution { $solution } n'est pas présélectionnée pour le label « { $label } ».
decline-letter-mark = Sa note est de { $mark } sur 20 ; il faut au moins { $bar } pour être évalué par le comité.
recourse-letter-title-accepted = Lettre d’acceptation du recours
recourse-letter-title-dismissed = Lettre de rejet du recours
recourse-letter-title-closed = Lettre de clôture
recourse-letter-title-lapsed = Lettre de caducité
recourse-letter-subject-accepted = Dossier { $solution } : recours accepté
recourse-letter-subject-dismissed = Dossier { $solution } : recours rejeté
recourse-letter-subject-closed = Dossier { $solution } : clos
recourse-letter-subject-lapsed = Dossier { $solution } : caduc
recourse-letter-accepted = Votre recours au sujet de votre solution { $solution } et du label « { $label } » est accepté.
recourse-letter-reason = Le motif :
recourse-letter-accepted-then = Votre dossier est examiné une seconde fois, par d’autres personnes que la première. Vous saurez ce qui en sera décidé.
recourse-letter-dismissed = Votre recours au sujet de votre solution { $solution } et du label « { $label } » a été examiné par une personne qui n’avait pas siégé à la décision. Il est rejeté.
recourse-letter-dismissed-then = La décision tient, et le dossier est clos. Vous pouvez déposer un nouveau dossier à tout moment.
recourse-letter-closed = Le délai pour contester la décision au sujet de votre solution { $solution } et du label « { $label } » a pris fin le { $date }. Votre dossier est clos.
recourse-letter-closed-undated = Le délai pour contester la décision au sujet de votre solution { $solution } et du label « { $label } » est passé. Votre dossier est clos.
recourse-letter-closed-then = Vous pouvez déposer un nouveau dossier à tout moment.
recourse-letter-lapsed = Notre comité attendait de vous des éléments, au plus tard le { $date }, au sujet de votre solution { $solution } et du label « { $label } ». Ils ne nous sont pas parvenus : votre dossier est caduc.
recourse-letter-lapsed-then = Vous pouvez déposer un nouveau dossier à tout moment.
