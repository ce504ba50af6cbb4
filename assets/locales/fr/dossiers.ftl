# Les dossiers, vus par celles et ceux qui les conduisent : tableau, qui doit quoi, page d'un dossier, liens d'intérêts.

nav-dossiers = Dossiers
nav-interests-board = Intérêts
palette-dossier = Dossier : { $solution }, { $publisher }

## Tableau
dossiers-title = { $n ->
    [0] Aucun dossier en cours
    [one] Un dossier
   *[other] { $n } dossiers
  }{ $m ->
    [0] , aucun bloqué
    [one] , un bloqué
   *[other] , { $m } bloqués
  }
dossiers-none = Aucun dossier en cours
dossiers-none-text = Un dossier paraît ici dès que le secrétariat l’a reçu.
dossiers-nothing = Aucun dossier ne correspond à ce filtre.
dossiers-filter = Filtrer les dossiers
dossiers-blocked-only = Seulement ce qui bloque
dossiers-said = { $n ->
    [0] Aucun dossier
    [one] Un dossier
   *[other] { $n } dossiers
  }, { $m ->
    [0] aucun bloqué
    [one] un bloqué
   *[other] { $m } bloqués
  }.
dossiers-tab-table = Dossiers par étape
dossiers-tab-matrix = Qui doit quoi
dossiers-column-dossier = Dossier
dossiers-column-line = Ce qui bloque, ou la suite
dossiers-column-date = Échéance
part-intake = Réception
part-screening = Prérequis et présélection
part-scoring = Évaluation à l’aveugle
part-debate = Comparaison et vote
part-decided = Décidés, à suivre
part-over = Terminés
line-tone-blocked = Bloqué :
line-tone-late = En retard :
line-tone-waiting = En attente :
line-tone-stopped = Arrêté :
line-to-check = Contrôle à faire
line-incomplete = Des éléments manquent
line-to-preselect = Seuil d’entrée atteint, à présélectionner
line-entry-not-reached = Le seuil d’entrée n’est pas atteint
line-to-examine = { $n ->
    [one] Une réponse à examiner
   *[other] { $n } réponses à examiner
  }
line-entry-undefined = Pas encore de note d’entrée
line-entry-unknown = Seuil d’entrée à juger
line-to-assign = Évaluateurs à désigner
line-declarations = { $n ->
    [0] Aucune déclaration de liens
    [one] Une déclaration de liens
   *[other] { $n } déclarations de liens
  } sur { $m }
line-to-judge = { $n ->
    [one] Une déclaration de liens à juger
   *[other] { $n } déclarations de liens à juger
  }
line-no-committee = La clé du comité n’est pas encore en vigueur
line-to-open = Évaluation à ouvrir, { $n ->
    [one] un évaluateur désigné
   *[other] { $n } évaluateurs désignés
  }
line-sheets = { $n ->
    [0] Aucune fiche reçue
    [one] Une fiche reçue
   *[other] { $n } fiches reçues
  } sur { $m }
line-sheets-but-one = { $n } sur { $m }, on attend { $name }
line-sheets-late = { $n ->
    [one] Une fiche en retard
   *[other] { $n } fiches en retard
  }, { $m ->
    [0] aucune reçue
    [one] une reçue
   *[other] { $m } reçues
  }
line-to-close = Toutes les fiches sont là, réception à clore
line-shares = Ouverture par les responsables : { $n } sur { $m }
line-to-discuss = Fiches ouvertes, discussion à mener
line-to-vote = Vote à ouvrir
line-vote = Vote ouvert : { $n } sur { $m }
line-vote-to-close = Vote à clore : { $n } sur { $m }
line-to-record = Décision à enregistrer
line-no-quorum = Quorum non atteint : { $n } sur { $m } requis
line-ballots = Ouverture des bulletins par les responsables : { $n } sur { $m }
line-to-issue = Certificat à délivrer
line-labelled = Label délivré
line-deferred = Reporté, en attente d’éléments nouveaux
line-to-notify = Refus à notifier
line-appeal = Recours à instruire par { $name }
line-inadmissible = Arrêté : non recevable
line-not-preselected = Arrêté : non présélectionné
line-refused = Refusé
line-lapsed = Caduc
line-withdrawn = Retiré par l’éditeur
line-closed = Clos
line-other = { $code }

## Qui doit quoi
owed-title = Qui doit quoi
owed-sum = { $n ->
    [0] aucune fiche attendue
    [one] une fiche attendue
   *[other] { $n } fiches attendues
  }, { $m } en retard
owed-nothing = Personne ne doit rien en ce moment.
owed-due-only = Seulement ce qui est dû
owed-received = reçu
owed-expected = attendu
owed-late = en retard
owed-declare = liens à déclarer
owed-renew = liens à confirmer
owed-recused = en déport
owed-none = sans objet
owed-keys = Entrée ouvre le dossier ; Espace choisit le membre ; R ou Ctrl+Maj+R prépare un message, sans l’envoyer.
owed-cell-received = { $name }, { $solution } : fiche reçue
owed-cell-expected = { $name }, { $solution } : fiche attendue pour le { $date }
owed-cell-late = { $name }, { $solution } : fiche en retard{ $days ->
    [0] {""}
    [one] {" "}d’un jour
   *[other] {" "}de { $days } jours
  }
owed-cell-declare = { $name }, { $solution } : liens à déclarer
owed-cell-renew = { $name }, { $solution } : liens à confirmer, déclaration de plus d’un an
owed-cell-recused = { $name }, { $solution } : en déport
owed-cell-none = { $name }, { $solution } : rien à rendre

## Lettres et calendrier
remind-late = { $n ->
    [one] Relancer la personne en retard…
   *[other] Relancer les { $n } en retard…
  }
remind-declare = { $n ->
    [one] Demander la déclaration qui manque…
   *[other] Demander les { $n } déclarations…
  }
remind-soon = { $n ->
    [one] Rappeler l’échéance proche…
   *[other] Rappeler les { $n } échéances proches…
  }
remind-title-late = Relances des fiches en retard
remind-title-soon = Rappels avant l’échéance
remind-title-due = Rappels et relances
remind-title-declare = Demandes de déclaration de liens
remind-title-owed = Rappels
remind-draft = { $n ->
    [0] Rien n’est parti.
    [one] Rien n’est parti. Relisez le message avant de l’envoyer.
   *[other] Rien n’est parti. Relisez les { $n } messages avant de les envoyer.
  }
remind-none = Personne n’est à relancer.
remind-nobody = Rien à rappeler. { $cell }
keys-dossiers = Dossiers
act-remind = Préparer un rappel pour la case ou pour ce qui est choisi
act-blocked-only = N’afficher que ce qui bloque, ou tout
act-choose-all = Choisir toutes les lignes affichées
keys-rows = Lignes du tableau
choosing-open = Ouvrir le dossier
choosing-beside = Ouvrir le dossier à côté du tableau
dossiers-beside = Dossier à côté du tableau
dossiers-beside-open = Ouvrir { $solution } à côté
dossiers-beside-whole = En grand
choosing-row = Choisir la ligne, ou ne plus la choisir
choosing-range = Étendre le choix d’une ligne
choosing-none = Annuler le choix
remind-letter-no-address = sans adresse connue
remind-letter-subject-label = Objet
remind-letter-body-label = Message
remind-letter-copy = Copier
remind-letter-mail = Ouvrir dans la messagerie
remind-letter-copied = Message à { $name } copié.
remind-letter-opened = Message à { $name } ouvert dans la messagerie. Rien n’est encore envoyé.
remind-letter-done-copied = Copié
remind-letter-done-opened = Ouvert dans la messagerie
remind-letter-subject-one = Comité : { $solution }
remind-letter-subject = Comité : { $n } éléments attendus
remind-letter-hello = Bonjour { $name },
remind-letter-open = { $n ->
    [one] Nous attendons encore de votre part :
   *[other] Nous attendons encore de votre part, pour { $n } dossiers :
  }
remind-letter-open-soon = { $n ->
    [one] Pour rappel, nous attendons de votre part :
   *[other] Pour rappel, nous attendons de votre part, pour { $n } dossiers :
  }
remind-letter-item-late = { $solution } : votre fiche d’évaluation, attendue pour le { $date }
remind-letter-item-expected = { $solution } : votre fiche d’évaluation, à remettre au plus tard le { $moment }, heure de Paris
remind-letter-item-declare = { $solution } : votre déclaration de liens d’intérêts, même s’il n’y en a aucun
remind-letter-item-declare-by = { $solution } : votre déclaration de liens d’intérêts, même s’il n’y en a aucun, au plus tard le { $moment }, heure de Paris
remind-letter-item-renew = { $solution } : la confirmation de votre déclaration de liens d’intérêts, qui valait jusqu’au { $date }
remind-letter-item-open = { $solution } : votre fiche d’évaluation
remind-letter-line = – { $item } ;
remind-letter-line-last = – { $item }.
remind-letter-how = Ouvrez Sceau sur votre ordinateur, puis « Mon bureau ». Tout peut se faire hors ligne et partira au retour du réseau.
remind-letter-thanks = Merci.
remind-letter-calendar = Calendrier à joindre…
remind-letter-calendar-of = Calendrier à joindre au message à { $name }
remind-letter-calendar-saved = Calendrier enregistré. Joignez-le au message.
calendar-save = Calendrier…
calendar-title = Échéance Sceau : { $solution }
calendar-text = Dossier { $number }, échéance le { $date }.
calendar-saved = Calendrier enregistré.

## Plusieurs lignes pour un acte
chosen-name = Dossiers choisis
chosen-count = { $n ->
    [0] Aucun dossier choisi
    [one] Un dossier choisi
   *[other] { $n } dossiers choisis
  }
chosen-all = Choisir tous les dossiers affichés
chosen-row = Choisir { $solution }
chosen-remind = { $n ->
    [one] Rappeler une personne…
   *[other] Rappeler { $n } personnes…
  }
chosen-calendar = { $n ->
    [one] Calendrier d’une échéance…
   *[other] Calendrier de { $n } échéances…
  }
chosen-clear = Tout désélectionner
chosen-member = Choisir { $name }
chosen-members = { $n ->
    [0] Aucun membre choisi
    [one] Un membre choisi
   *[other] { $n } membres choisis
  }
chosen-members-remind = { $n ->
    [one] Rappeler le membre choisi…
   *[other] Rappeler les { $n } membres choisis…
  }
group-title = { $act } : { $n ->
    [one] un dossier
   *[other] { $n } dossiers
  }
group-go = { $act } ({ $n })
group-consequence-close-intake = Les fiches qui manquent ne seront plus attendues ; elles s’ouvrent quand assez de responsables auront donné leur part.
group-stop = Arrêter
group-stopping = Arrêt après ce dossier…
group-done = fait
group-left = pas commencé
group-sum = { $n ->
    [0] Aucun dossier traité
    [one] Un dossier traité
   *[other] { $n } dossiers traités
  }{ $m ->
    [0] {""}
    [one] , un refusé
   *[other] , { $m } refusés
  }{ $k ->
    [0] {""}
    [one] , un non commencé
   *[other] , { $k } non commencés
  }.

## Page d'un dossier
dossier-number = dossier { $number }
dossier-journey = Parcours
dossier-now = maintenant
step-not-yet = Pas encore possible.
not-undone = Cette décision ne peut pas être reprise.
passed-receive = Dossier reçu
passed-request-completion = Compléments demandés
passed-complete = Compléments reçus
passed-lapse = Caducité constatée
passed-admit = Dossier recevable
passed-reject = Déclaré non recevable
passed-preselect = Présélectionné
passed-waive-entry = Seuil d’entrée levé
passed-decline = Non présélectionné
passed-assign = Évaluateurs désignés
passed-assigned = { $n ->
    [one] Une désignation d’évaluateur
   *[other] { $n } désignations d’évaluateurs
  }
passed-evidence = { $n ->
    [one] Une pièce scellée
   *[other] { $n } pièces scellées
  }
passed-examination = Réponses examinées
passed-interests = { $n ->
    [one] Une déclaration de liens
   *[other] { $n } déclarations de liens
  }
passed-recusal = Décision sur les liens : { $about }
passed-open-round = Évaluation ouverte
passed-close-intake = Réception des fiches close
passed-sheet-shares = Part d’ouverture des fiches
passed-discuss = Discussion ouverte
passed-motion = Motion déposée
passed-close-vote = Vote clos
passed-ballot-shares = Part d’ouverture du vote
passed-decision = Décision enregistrée
passed-certificate = Certificat scellé
passed-publication = Label publié
passed-label-life = Vie du label : un fait enregistré
passed-withdraw = Retrait enregistré
passed-other = { $code }

preselect-title = Présélection
preselect-frame = { $label }, grille { $grid }, version { $version }.
preselect-unexamined = { $n ->
    [one] Une réponse n’a pas encore été examinée.
   *[other] { $n } réponses n’ont pas encore été examinées.
  }
preselect-do = Présélectionner
preselect-ask = Présélectionner { $solution } ?
preselect-consequence = Chaque membre du comité est prié de déclarer ses liens. Le dossier ne s’ouvre qu’à qui l’a fait.
preselect-said = Dossier présélectionné.

declarations-title = Déclarations de liens : { $n } sur { $m }
declarations-judge = { $n ->
    [one] Une déclaration à juger
   *[other] { $n } déclarations à juger
  }
declared-awaited = attendue
declared-nothing = aucun lien
declared-to-judge = à juger
declared-cleared = sans conséquence
declared-criterion = déport sur des critères
declared-discuss = déport, peut débattre
declared-full = en déport
declared-renew = , à confirmer

assign-title = Évaluateurs
assign-now = { $n ->
   *[other] À l’évaluation : { $names }.
  }
assign-change = Changer les évaluateurs…
assign-wanted = Nombre d’évaluateurs
assign-propose = Proposer
assign-load = { $n ->
    [0] aucun dossier en main
    [one] un dossier en main
   *[other] { $n } dossiers en main
  }
assign-load-most = ({ $n } au plus)
assign-load-full = ({ $n } au plus : maximum atteint)
assign-not-free = pas disponible
assign-expired = déclaration de plus d’un an
assign-do = { $n ->
    [0] Désigner
    [one] Désigner cet évaluateur
   *[other] Désigner ces { $n } évaluateurs
  }
assign-ask = Désigner les évaluateurs de { $solution } ?
assign-consequence = La clé du dossier part vers leurs ordinateurs à la prochaine synchronisation. Chacun peut encore être remplacé.
assign-relieved = Ne seront plus évaluateurs : { $names }.
assign-said = { $n ->
    [one] Un évaluateur désigné.
   *[other] { $n } évaluateurs désignés.
  }
assign-said-proposed = { $n ->
    [one] Une personne proposée.
   *[other] { $n } personnes proposées.
  }

round-title = Ouvrir l’évaluation
round-lede = { $n ->
    [one] Un évaluateur est désigné.
   *[other] { $n } évaluateurs sont désignés.
  } Ce que vous fixez ici tient jusqu’à l’ouverture des fiches.
round-deadline = Échéance des fiches
deadline-zone = Chez vous ({ $zone }) : { $here }. À Paris : { $paris }.
round-minimum = Fiches au moins
round-bylaws = Règlement
round-secret = vote secret, pas encore possible
round-do = Ouvrir l’évaluation
round-ask = Ouvrir l’évaluation de { $solution } ?
round-consequence = { $n ->
    [one] L’évaluateur peut remettre sa fiche
   *[other] Les { $n } évaluateurs peuvent remettre leur fiche
  } jusqu’au { $here } (heure de Paris : { $paris }).
round-consequence-blind = Jusqu’à l’ouverture, personne ne lit les notes d’un autre, ni le secrétariat, ni la présidence, sauf si deux responsables manquaient ensemble à leur parole.
round-consequence-frozen = L’échéance, le nombre de fiches et le règlement sont figés : ils ne pourront plus être changés pour ce tour.
round-said = Évaluation ouverte.
round-wrong-date = Choisissez un jour et une heure.
round-deadline-passed = Choisissez une échéance à venir.
round-wrong-minimum = Demandez entre une fiche et { $n }.
round-wrong-bylaws = Choisissez un règlement publié.

close-title = Réception des fiches
close-sheets = { $n ->
    [0] Aucune fiche reçue
    [one] Une fiche reçue
   *[other] { $n } fiches reçues
  } sur { $m }.
close-deadline = Échéance : { $moment }.
close-frozen = { $n ->
    [one] L’échéance est figée depuis l’ouverture du tour ; une fiche au moins est demandée.
   *[other] L’échéance est figée depuis l’ouverture du tour ; { $n } fiches au moins sont demandées.
  }
close-awaited = Attendues : { $names }.
close-shares = La réception est close. { $n ->
    [0] Aucun responsable n’a encore ouvert
    [one] Un responsable a ouvert
   *[other] { $n } responsables ont ouvert
  } sur { $m } nécessaires.
close-do = Clore la réception
close-ask = Clore la réception des fiches de { $solution } ?
close-consequence = { $n ->
    [one] Une fiche sera lue.
   *[other] { $n } fiches seront lues ensemble.
  } Plus aucune fiche ne sera prise, et aucune ne pourra être reprise ni changée avant l’ouverture.
close-consequence-awaited = Ne seront pas attendues : { $names }.
close-consequence-officers = Les fiches s’ouvrent quand { $n } responsables auront donné leur part.
close-said = Réception close. Les responsables peuvent ouvrir les fiches.

stand-in = { $name } tient la présidence pour ce dossier.
stand-in-me = Vous tenez la présidence pour ce dossier.
stand-in-nobody = Personne ne peut tenir la présidence pour ce dossier : une personne responsable doit nommer une vice-présidence.
motion-section-title = Discussion et vote
motion-section-text = Les fiches sont ouvertes : comparez-les, puis déposez la motion et suivez le vote.
label-section-title = Certificat et label
label-section-text = Le certificat se délivre depuis l’écran des certificats, une fois la décision favorable enregistrée.
label-section-other = Le secrétariat délivre le certificat une fois la décision favorable enregistrée.

next-assign-undeclared = Demandez d’abord les déclarations de liens.
next-assign-ran-out = Demandez d’abord à chacun de confirmer la sienne.
next-refusal-committee-not-in-force = Les responsables la font ensemble, depuis leur bureau.
next-refusal-sheets-missing = Relancez les personnes attendues, ou attendez l’échéance.
next-entry-not-reached = Examinez les réponses ; la note d’entrée suit.
next-transition-not-by-you = Le secrétariat ou la présidence peut le faire depuis son bureau.

## Liens d'intérêts à juger
judging-title = { $n ->
    [0] Aucun lien à juger
    [one] Une déclaration à juger
   *[other] { $n } déclarations à juger
  }
judging-empty = Les déclarations qui demandent une décision paraissent ici.
judging-recusals = Déports
judging-cleared = Sans conséquence
judging-decided = { $moment }, { $name }
judging-again = Revoir…
judging-why = Motif : { $reason }
judging-links = { $n ->
    [one] Le lien déclaré
   *[other] Les { $n } liens déclarés
  }
judging-links-open = { $n ->
    [one] Le lien déclaré : un nom du dossier reste à vérifier
   *[other] Les { $n } liens déclarés : un nom du dossier reste à vérifier
  }
judging-again-name = Revoir la décision : { $name }, { $solution }
level-none = sans conséquence
level-criterion = ne note pas certains critères
level-criterion-of = ne note pas { $criteria }
level-discuss = peut lire et débattre, sans note ni vote
level-full = déport complet
judge-name = { $name }, { $solution }
judge-declared = déclaré { $moment }
judge-major = Lien majeur
judge-major-line = Lien majeur selon le règlement : déport complet proposé.
match-list = Noms du dossier qui ressemblent à { $entity }
match-open = Même nom dans le dossier : { $name } ({ $role }). À vérifier.
match-confirmed = Même nom dans le dossier : { $name } ({ $role }). Confirmé.
match-cleared = Même nom dans le dossier : { $name } ({ $role }). Écarté.
match-strong-open = Même numéro dans le dossier : { $name } ({ $role }). À vérifier.
match-strong-confirmed = Même numéro dans le dossier : { $name } ({ $role }). Confirmé.
match-strong-cleared = Même numéro dans le dossier : { $name } ({ $role }). Écarté.
match-said = { $name }, { $moment } : { $reason }
match-confirm = C’est le même
match-clear = Ce n’est pas le même
match-confirm-name = C’est le même : { $entity } et { $name }
match-clear-name = Ce n’est pas le même : { $entity } et { $name }
match-ask-confirm = { $entity } est bien { $name } ({ $role }) ?
match-ask-clear = { $entity } n’est pas { $name } ({ $role }) ?
match-follows-confirm = La correspondance est confirmée pour ces deux textes. Elle ne décide rien par elle-même.
match-follows-clear = La correspondance est écartée, jusqu’à ce que l’un des deux textes change.
match-known = Ce mot n’est lu que par les personnes qui jugent les liens. Le registre apprend qu’un nom a été vérifié, jamais lequel.
match-said-confirmed = Correspondance confirmée : { $name }.
match-said-cleared = Correspondance écartée : { $name }.
match-no-reason = Dites pourquoi : sur quoi repose votre vérification ?
recusal-no-reason = Donnez un motif : une décision sur les liens en porte toujours un.
recusal-no-criteria = Choisissez les critères que cette personne ne notera pas, ou un autre niveau.
recusal-long-reason = Ce motif dépasse 8 000 caractères. Raccourcissez-le.
judge-before = Lien déclaré de nouveau depuis la décision. En attendant : { $level }.
judge-level = Décision
judge-criteria = { $n ->
    [0] Critères que cette personne ne note pas
    [one] Critères que cette personne ne note pas : 1 choisi
   *[other] Critères que cette personne ne note pas : { $n } choisis
  }
judge-half = Ces critères font au moins la moitié du poids noté : le règlement propose un déport avec débat.
judge-half-take = Choisir ce déport
judge-reason = Motif
judge-reason-known = Le motif est lu par les personnes qui jugent les liens et par { $name }. Ni le registre ni les autres membres ne le lisent.
judge-quote = « { $text } »
judge-since = depuis { $from }
judge-from-to = { $from } – { $to }
judge-paid-no = Sans rémunération
judge-paid-me = Rémunération personnelle
judge-paid-institution = Rémunération versée à l’établissement
judge-sealed = Le contenu de cette déclaration n’est pas lisible sur cet ordinateur.
judge-decides = La proposition ne décide rien.
judge-not-you = La présidence décide ; une vice-présidence quand la présidence est concernée ou en déport.
judge-do-none = Sans conséquence
judge-do-criterion = Déport sur des critères
judge-do-discuss = Déport, peut débattre
judge-do-full = Déport complet
judge-ask-none = Laisser { $name } participer à { $solution } ?
judge-ask-criterion = Déporter { $name } sur des critères de { $solution } ?
judge-ask-discuss = Déporter { $name } de { $solution }, sauf du débat ?
judge-ask-full = Déporter { $name } de { $solution } ?
judge-consequence-none = { $name } peut lire, noter et voter. La clé du dossier part vers son ordinateur à la prochaine synchronisation.
judge-consequence-criterion = { $name } lit, débat et vote, mais ne note pas les critères concernés.
judge-consequence-discuss = { $name } lit et débat. Sa fiche ne compte pas, et il n’y a pas de vote.
judge-consequence-full = { $name } ne lit plus rien du dossier : sa clé est retirée, une autre est donnée aux autres membres. Ni note, ni débat, ni vote.
judge-consequence-assigned = { $name } n’est plus parmi les évaluateurs.
judge-vote-met = Un vote est ouvert. Avec ce déport : { $n } présents possibles sur { $m }, quorum { $need } : atteignable.
judge-vote-not-met = Un vote est ouvert. Avec ce déport : { $n } présents possibles sur { $m }, quorum { $need } : hors d’atteinte.
judge-vote-college = Un vote est ouvert. Avec ce déport : { $n } présents possibles sur { $m }, quorum { $need }, mais un collège que le règlement demande ne serait plus représenté.
judge-consequence-known = Le comité saura qu’il y a un déport et jusqu’où il va, jamais ce qui a été déclaré.
judge-said-cleared = { $name } peut participer.
judge-said-full = { $name } est en déport.
judge-said-discuss = { $name } est en déport et peut débattre.
judge-said-criterion = { $name } ne note pas les critères choisis.

## Mon bureau
desk-task-judge = Juger les liens : { $solution }
desk-task-preselect = Présélectionner : { $solution }
desk-task-assign = Désigner les évaluateurs : { $solution }
desk-task-open-round = Ouvrir l’évaluation : { $solution }
desk-task-close-intake = Clore la réception des fiches : { $solution }
desk-do-judge = Juger
desk-do-preselect = Présélectionner
desk-do-assign = Désigner
desk-do-open-round = Ouvrir
desk-do-close-intake = Clore
desk-line-judge = { $n ->
    [one] Une déclaration attend votre décision.
   *[other] { $n } déclarations attendent votre décision.
  }
desk-line-preselect = Le seuil d’entrée est atteint.
desk-line-assign = Des membres ont déclaré leurs liens et sont disponibles.
desk-line-open-round = { $n ->
    [one] Un évaluateur est désigné.
   *[other] { $n } évaluateurs sont désignés.
  }
desk-line-close-intake = { $n ->
    [one] Une fiche est arrivée.
   *[other] { $n } fiches sont arrivées.
  }

## Arrivés après l'échéance
late-title = Arrivés après l’échéance
late-lede = Un envoi tardif ne compte que si la présidence l’accepte, avec un motif, tant que rien n’est ouvert.
late-sheet = Fiche de { $name }, reçue { $moment }
late-ballot = Bulletin de { $name }, reçu { $moment }
late-do = Accepter…
late-ask = Accepter cet envoi tardif ?
late-accept = Accepter
late-consequence = Il comptera comme s’il était arrivé à temps. Le motif pourra être lu par ceux qui lisent le dossier, et le résultat dira qu’un envoi tardif a été admis.
late-reason = Motif
late-said = L’envoi tardif de { $name } est accepté.
desk-task-late = Décider d’un envoi tardif : { $solution }
desk-do-late = Décider
desk-line-late = { $n ->
    [one] Un envoi est arrivé après l’échéance.
   *[other] { $n } envois sont arrivés après l’échéance.
  }
moves-title = Autres étapes
move-no-reason = Dites pourquoi.
move-reason = Motif
move-reason-optional = Motif (facultatif)
move-name-waive-entry = Lever le seuil d'entrée
move-line-waive-entry = La présidence laisse le comité évaluer ce dossier sous la note d'entrée.
move-do-waive-entry = Lever le seuil
move-ask-waive-entry = Lever le seuil d'entrée pour { $solution } ?
move-consequence-waive-entry = Le dossier est présélectionné malgré sa note. Le motif reste au dossier.
move-said-waive-entry = Seuil d'entrée levé : { $solution } est présélectionné.
move-name-decline = Ne pas présélectionner
move-line-decline = La note d'entrée n'est pas atteinte : l'éditeur apprend ce qui pourrait la changer.
move-do-decline = Ne pas présélectionner
move-ask-decline = Ne pas présélectionner { $solution } ?
move-consequence-decline = Le dossier s'arrête ici. L'éditeur peut faire un recours.
move-said-decline = { $solution } n'est pas présélectionné.
move-name-notify = Notifier le refus
move-line-notify = Une fois la lettre envoyée à l'éditeur, la date de notification ouvre le délai de recours.
move-do-notify = Noter la notification
move-ask-notify = La lettre de refus de { $solution } est partie ?
move-consequence-notify = Le refus est notifié : le délai de recours court à partir d'aujourd'hui.
move-said-notify = Refus notifié pour { $solution }.
move-name-resume = Reprendre le dossier
move-line-resume = Les éléments attendus sont arrivés : le dossier revient à la présélection.
move-do-resume = Reprendre
move-ask-resume = Reprendre { $solution } ?
move-consequence-resume = Le dossier retourne devant des évaluateurs, avec une nouvelle évaluation et un nouveau vote.
move-said-resume = { $solution } reprend son cours.
move-name-return-to-board = Renvoyer au comité
move-line-return-to-board = Avant l'émission du label : la convention est refusée, ou la note demandée n'est plus atteinte.
move-do-return-to-board = Renvoyer
move-ask-return-to-board = Renvoyer { $solution } devant le comité ?
move-consequence-return-to-board = Le label n'est pas émis. Le dossier revient à la discussion, et un nouveau vote est nécessaire.
move-said-return-to-board = { $solution } revient devant le comité.
move-name-recall = Convoquer une seconde fois
move-line-recall = Le quorum n’a pas été atteint : la présidence convoque le même vote, avec le quorum de la seconde convocation.
move-do-recall = Convoquer
move-ask-recall = Convoquer une seconde fois le vote sur { $solution } ?
move-consequence-recall = Les bulletins du premier vote restent scellés. Le dossier peut être remis au vote, sous le même règlement et avec les mêmes réponses, à partir du jour que le règlement fixe.
move-said-recall = Seconde convocation pour { $solution } : le vote peut être ouvert.
move-name-re-table = Reprendre le vote
move-line-re-table = La présidence reprend le vote, avec le quorum ordinaire : le quorum n’a pas été atteint, ou quelqu’un a été mis en déport depuis la clôture.
move-do-re-table = Reprendre
move-ask-re-table = Reprendre le vote sur { $solution } ?
move-consequence-re-table = Le vote clos ne décide rien. La question peut être posée à nouveau, à de nouveaux électeurs. Le motif reste au dossier.
move-said-re-table = Le vote sur { $solution } peut être ouvert à nouveau.
passed-recall = Seconde convocation
passed-re-table = Vote repris
move-name-withdraw = Retrait par l'éditeur
move-line-withdraw = L'éditeur a écrit qu'il retire son dossier.
move-do-withdraw = Noter le retrait
move-ask-withdraw = L'éditeur retire { $solution } ?
move-consequence-withdraw = Le dossier s'arrête. Ce qui a été écrit reste au dossier ; plus rien ne peut y être déposé.
move-said-withdraw = Retrait de { $solution } noté.
desk-task-decline = Statuer sur la présélection : { $solution }
desk-line-decline = La note d'entrée n'est pas atteinte.
desk-do-decline = Statuer
desk-task-notify = Notifier le refus : { $solution }
desk-line-notify = La lettre à l'éditeur est prête dans « Séances et votes ».
desk-do-notify = Notifier
desk-task-resume = Reprendre : { $solution }
desk-line-resume = Des éléments nouveaux sont arrivés depuis le report.
passed-notify = Refus notifié
passed-resume = Dossier repris
passed-return-to-board = Renvoyé au comité
move-name-appeal = Enregistrer un recours
move-line-appeal = L’éditeur conteste la décision : son recours est noté ici, avec son motif et son texte.
move-do-appeal = Enregistrer
move-ask-appeal = Enregistrer le recours de l’éditeur de { $solution } ?
move-consequence-appeal = Le dossier attend la réponse de la présidence, ou de qui la remplace. Un seul recours est possible.
move-said-appeal = Recours enregistré pour { $solution }.
move-name-accept-appeal = Accepter le recours
move-line-accept-appeal = Le dossier est examiné une seconde fois, par d’autres personnes.
move-do-accept-appeal = Accepter
move-ask-accept-appeal = Accepter le recours de { $solution } ?
move-consequence-accept-appeal = Un second examen s’ouvre. Qui a instruit le dossier ou l’a rapporté n’y prend pas part.
move-said-accept-appeal = Recours accepté : { $solution } est examiné une seconde fois.
move-name-dismiss-appeal = Rejeter le recours
move-line-dismiss-appeal = La décision tient, et le dossier est clos.
move-do-dismiss-appeal = Rejeter
move-ask-dismiss-appeal = Rejeter le recours de { $solution } ?
move-consequence-dismiss-appeal = La décision tient. Le dossier est clos, et aucun autre recours n’est possible.
move-said-dismiss-appeal = Recours rejeté : { $solution } est clos.
move-name-re-examine = Réexaminer
move-line-re-examine = Le second examen commence : le dossier est contrôlé à nouveau, par une autre personne.
move-do-re-examine = Réexaminer
move-ask-re-examine = Commencer le second examen de { $solution } ?
move-consequence-re-examine = Le dossier revient à la réception. Qui l’a examiné la première fois n’examine plus ses réponses.
move-said-re-examine = Le second examen de { $solution } commence.
move-name-admit = Déclarer recevable
move-line-admit = Une fois le dossier contrôlé : complet, ses prérequis remplis.
move-do-admit = Déclarer recevable
move-ask-admit = { $solution } est recevable ?
move-consequence-admit = Le dossier passe à la présélection.
move-said-admit = { $solution } est recevable.
move-name-lapse = Constater la caducité
move-line-lapse = Quand ce que le comité attend n’est pas arrivé dans le délai fixé.
move-do-lapse = Constater
move-ask-lapse = Constater la caducité de { $solution } ?
move-consequence-lapse = Le dossier s’arrête. L’éditeur peut en déposer un nouveau.
move-said-lapse = Caducité de { $solution } constatée.
move-name-close = Clore le dossier
move-line-close = Une fois le délai de recours passé, quand aucun recours n’est en cours.
move-do-close = Clore
move-ask-close = Clore le dossier { $solution } ?
move-consequence-close = Le dossier est clos : plus rien ne peut y être déposé.
move-said-close = Dossier { $solution } clos.

## Recours
appeal-title = Recours
appeal-until = Recours possible jusqu’au { $date } inclus.
appeal-past = Le délai de recours est passé depuis le { $date }. Un recours arrivé dans le délai peut encore être enregistré.
appeal-used = Le recours a déjà été exercé.
appeal-used-until = Le recours a déjà été exercé. Le dossier pourra être clos après le { $date }.
appeal-unknown = Le fichier des labels en vigueur ne décrit plus ce label : le délai de recours ne peut pas être compté.
appeal-ground = Motif du recours
appeal-ground-material-error = Erreur matérielle
appeal-ground-new-element = Élément nouveau
appeal-ground-procedure = Vice de procédure
appeal-ground-unknown = Recours de l’éditeur
appeal-ground-other = Recours de l’éditeur
appeal-received = Reçu le
appeal-received-hint = Le jour où le recours vous est arrivé : c’est lui qui compte pour le délai.
appeal-words = Ce que dit l’éditeur
appeal-received-on = reçu le { $date }
appeal-judge = Décide : { $name }, qui n’a pas siégé à la décision.
appeal-nobody = Toutes les personnes qui président ont siégé à la décision : donnez une vice-présidence à quelqu’un qui n’a pas siégé.
appeal-accepted = Recours accepté
appeal-dismissed = Recours rejeté
appeal-answered-by = par { $name }
appeal-other-rapporteurs = Ne peuvent pas être rapporteurs du second examen : { $names }.
appeal-other-rapporteurs-any = Tout membre disponible peut être rapporteur du second examen.
appeal-other-examiner = Ne peuvent pas réexaminer le dossier : { $names }.
appeal-other-examiner-any = Personne n’avait examiné ses réponses : tout le secrétariat peut le réexaminer.
passed-appeal = Recours de l’éditeur
passed-accept-appeal = Recours accepté
passed-dismiss-appeal = Recours rejeté
passed-re-examine = Second examen commencé
passed-close = Dossier clos
line-appeal-nobody = Recours : toutes les personnes qui président ont siégé
line-appeal-over = Délai de recours passé, à clore
line-to-re-examine = Second examen à commencer
line-deferred-overdue = Reporté, délai passé
next-appeal-same-judge = La première vice-présidence qui n’a pas siégé en décide.
next-close-appeal-open = La page en donne la date.
next-second-look-same-rapporteurs = Demandez une déclaration de liens à d’autres membres.
next-second-look-same-examiner = Une autre personne du secrétariat peut le faire.
next-lapse-no-deadline = L’avis du comité n’en fixe aucune.
desk-task-appeal = Statuer sur le recours : { $solution }
desk-line-appeal = L’éditeur conteste la décision ; vous n’y avez pas siégé.
desk-do-appeal = Statuer
desk-task-re-examine = Réexaminer : { $solution }
desk-line-re-examine = Le recours est accepté : le second examen peut commencer.
desk-do-re-examine = Réexaminer
desk-task-admit = Contrôler à nouveau : { $solution }
desk-line-admit = Le second examen est en cours.
desk-do-admit = Contrôler
desk-task-lapse = Constater la caducité : { $solution }
desk-line-lapse = Ce que le comité attendait n’est pas arrivé dans le délai.
desk-do-lapse = Constater
desk-task-close = Clore : { $solution }
desk-line-close = Le délai de recours est passé.
desk-do-close = Clore
desk-task-table = Mettre au vote : { $solution }
desk-line-table = Les fiches sont ouvertes, rien ne s’oppose à un vote.
desk-do-table = Mettre au vote
desk-task-close-vote = Clore le vote : { $solution }
desk-line-close-vote = L’échéance est passée, ou tous ont voté.
desk-do-close-vote = Clore
desk-task-no-quorum = Vote sans quorum : { $solution }
desk-line-no-quorum = Le vote est à convoquer une seconde fois, ou à reprendre.
desk-do-no-quorum = Décider
desk-task-record = Enregistrer la décision : { $solution }
desk-line-record = Les bulletins sont dépouillés ; l’avis du comité est à écrire.
desk-do-record = Enregistrer
desk-task-issue = Délivrer le label : { $solution }
desk-line-issue = Le label est accordé ; son certificat est à établir.
desk-do-issue = Délivrer
desk-task-examine = Vérifier les réponses : { $solution }
desk-line-examine = { $n ->
    [one] Une réponse de l’éditeur attend d’être vérifiée.
   *[other] { $n } réponses de l’éditeur attendent d’être vérifiées.
  }
desk-do-examine = Vérifier
