# Voter : la liste, les trois étapes, le reçu. Espaces ordinaires : la typographie est appliquée à la génération.

nav-votes = Voter
desk-task-vote = Voter : { $solution }
desk-do-vote = Voter
desk-vote-line = Trois étapes, quelques minutes. Vous pourrez revoter jusqu’à la clôture.
votes-title = { $n ->
    [0] Aucun vote ne vous attend
    [one] Un vote vous attend
   *[other] { $n } votes vous attendent
  }
votes-none = Aucune motion
votes-none-text = Quand une motion sera mise au vote, elle sera ici et sur votre bureau.
votes-open = Votes ouverts
votes-past = Votes clos
votes-ended = Clos { $moment }
votes-ended-early = Clos avant l’échéance
votes-go = Voter
votes-again = Voir ou revoter
votes-see = Voir
votes-back = Retour aux votes
votes-ballot-missing = vous n’avez pas encore voté
votes-ballot-in = votre bulletin est arrivé { $moment }
votes-ballot-waits = votre bulletin n’est pas encore arrivé
vote-state-open = Vote ouvert
vote-state-due = Échéance passée, à clore
vote-state-closed = Clos, les responsables doivent ouvrir
vote-state-counted = Dépouillé
vote-state-decided = Décision enregistrée
vote-state-other = { $code }

left-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
  }
left-hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
  }
left-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
  }
left-and = { $a } et { $b }

## Étapes
vote-steps = Étapes du vote
keys-vote = Vote
vote-step-1 = Comprendre
vote-step-2 = Choisir
vote-step-3 = Vérifier et envoyer
vote-step-title = Étape { $n } sur 3 : { $name }
vote-label-title = Ce que le label dit, et ne dit pas
vote-label-says = Il dit que le comité juge les preuves suffisantes pour cette version et cet usage, à la date de la décision.
vote-bylaws-title = Ce que le règlement demande
vote-asks-simple = Majorité simple : plus de voix pour que de voix contre.
vote-asks-absolute = Majorité absolue : plus de la moitié des { $base }.
vote-asks-qualified = Majorité qualifiée : au moins { $share } des { $base }.
vote-asks-qualified-strict = Majorité qualifiée : plus de { $share } des { $base }.
vote-asks-for-against = Double seuil : plus de { $share } des { $base } pour, et moins de { $below } contre.
vote-asks-unanimity = Unanimité des { $base }.
vote-asks-plurality = L’option qui réunit le plus de voix l’emporte.
vote-asks-plurality-test = Il faut de plus qu’elle réunisse la majorité demandée.
vote-asks-ladder = La réponse la plus favorable qui réunit cette majorité l’emporte ; un bulletin pour une réponse compte aussi pour celles qui sont moins favorables.
vote-asks-votes = { $electors ->
    [one] Un seul électeur peut voter : il faut sa voix pour.
   *[other] Si les { $electors } électeurs votent tous pour ou contre, il faut au moins { $n } voix pour.
  }
vote-asks-never = Même si tous les électeurs votaient pour, la majorité ne serait pas atteinte : elle se compte sur { $of } { $base }, { $electors ->
    [one] et un seul peut voter
   *[other] et { $electors } peuvent voter
  }.
vote-asks-moves = S’il y a moins de { $base }, il faut moins de voix.
vote-asks-fixed = Ce nombre ne dépend pas de la participation : il se compte sur { $of } { $base }.
vote-asks-colleges = { $n ->
    [one] Il faut de plus qu’au moins un collège soit favorable.
   *[other] Il faut de plus qu’au moins { $n } collèges soient favorables.
  }
vote-asks-veto = Le collège « { $college } » peut opposer son veto.
vote-asks-casting = À égalité, la voix de qui préside l’emporte.
vote-base-seats = sièges
vote-base-members = membres en fonction
vote-base-unrecused = membres sans déport
vote-base-present = présents
vote-base-cast = suffrages exprimés
vote-quorum-need = Le quorum est de { $n } votants : en dessous, aucun bulletin n’est ouvert.
vote-deadline-full = Le vote se ferme { $moment }.
vote-safety-rule = { $n ->
    [one] Une objection de sécurité suffit à reporter la décision.
   *[other] { $n } objections de sécurité reportent la décision.
  }
vote-electors = { $n ->
    [one] Un électeur, par collège
   *[other] Les { $n } électeurs, par collège
  }
vote-your-college = votre collège
vote-read = Relire le dossier
vote-compare = Voir la comparaison des fiches
vote-nothing-1 = Rien n’est encore choisi ni envoyé.
vote-choices = Votre choix
vote-nothing = Rien n’est encore envoyé. Vous relirez votre choix à l’étape 3.
vote-err-none = Choisissez une réponse pour continuer. S’abstenir en est une.
vote-back = Retour à l’explication
vote-safety = J’objecte pour une raison de sécurité des patients.
vote-consequence-for = Le label est donné à la version { $version }, pour { $duration }.
vote-consequence-against = Le label n’est pas donné. L’éditeur reçoit l’avis du comité et peut revenir avec de nouvelles preuves.
vote-consequence-grant = Le label est donné à la version { $version }, pour { $duration }.
vote-consequence-grant-with-reservations = Le label est donné à la version { $version }, avec des points à améliorer et leurs dates, rendus publics.
vote-consequence-defer = Rien n’est décidé. Le dossier revient quand les éléments attendus sont là.
vote-consequence-refuse = Le label n’est pas donné. L’éditeur reçoit l’avis du comité et peut revenir avec de nouvelles preuves.
vote-consequence-abstain = Votre bulletin compte pour le quorum, mais ni pour ni contre.
vote-consequence-blank = Vous votez sans choisir aucune des réponses. Votre bulletin compte pour le quorum.
vote-years = { $n ->
    [one] { $n } an
   *[other] { $n } ans
  }
vote-months = { $n } mois
vote-check = Vérifiez, puis envoyez
vote-mine = Votre choix
vote-hidden = Choix masqué
vote-hide = Masquer mon choix
vote-show = Montrer mon choix
vote-change = Changer mon choix
vote-send = Envoyer mon bulletin
vote-sending = Envoi…
vote-replaces = Ce bulletin remplacera celui que vous avez déjà envoyé.
vote-recast = Vous pouvez revoter ; seul le dernier bulletin compte.
vote-closed = Le vote s’est fermé à { $time }
vote-closed-day = Le vote s’est fermé { $moment }
vote-closed-text = Plus aucun bulletin n’est pris ici. Si vous n’avez pas pu voter, dites-le au secrétariat.

## Ce que l'on saura
vote-aside = Secret, délai et quorum
vote-rollcall-title = Ce vote est nominatif
vote-rollcall = Ce vote est nominatif. Votre choix sera lu, avec votre nom, à la clôture.
vote-rollcall-read = Votre choix sera lu, avec votre nom, à la clôture.
vote-rollcall-sealed = D’ici là il est scellé. Il faut { $n } responsables sur { $m }, ensemble, pour ouvrir les bulletins, et tous s’ouvrent à la fois.
vote-secret-title = Ce vote est secret
vote-secret = Ce vote est secret. Personne ne lira votre choix, ni le secrétariat, ni la présidence, sauf si deux responsables manquaient ensemble à leur parole.
vote-known = On saura que vous avez voté dès que votre bulletin sera arrivé.
vote-limit = La limite, dite franchement. Vous êtes { $n } dans votre collège. Si les { $n } votent pareil, le total le révélera.
vote-until = Jusqu’au { $moment }
vote-left = Il reste { $left }.
vote-quorum = Quorum : { $n } votants
vote-received = { $n ->
    [one] { $n } bulletin reçu sur { $m }.
   *[other] { $n } bulletins reçus sur { $m }.
  }

## Reçu
vote-arrived = Votre bulletin est arrivé
vote-arrived-rollcall = Le registre l’a reçu avant la clôture. Il comptera, et personne ne peut le lire avant l’ouverture.
vote-arrived-secret = Le registre l’a reçu avant la clôture. Il comptera, et personne ne pourra le lire.
vote-arrived-not-counted = Le registre l’a reçu, mais il n’est pas dans la liste de ceux qui comptent. Demandez au secrétariat pourquoi.
vote-waiting-title = Votre bulletin n’est pas encore arrivé
vote-waiting = Il est signé et gardé sur cet ordinateur. Il doit atteindre le registre avant { $time } : il reste { $left }.
vote-waiting-ways = Deux façons d’y arriver : retrouver un réseau, et il part seul ; ou apporter cet ordinateur à qui en a un.
vote-receipt-motion = Motion
vote-receipt-at = Reçu le
vote-receipt-written = Écrit le
vote-receipt-tracking = Numéro de suivi
vote-receipt-replaces = Remplace
vote-receipt-before = { $n ->
    [0] aucun bulletin précédent
    [one] un bulletin précédent
   *[other] { $n } bulletins précédents
  }
vote-receipt-list = Liste de la clôture
vote-receipt-counted = votre bulletin y est
vote-receipt-not-counted = votre bulletin n’y est pas
vote-print = Imprimer le reçu
vote-sync = Voir l’envoi
vote-now = Et maintenant ?
vote-now-until = D’ici la clôture
vote-now-change = Vous pouvez changer d’avis. Seul le dernier bulletin compte.
vote-again = Changer mon vote
vote-now-close = Le vote se ferme. { $n } responsables ouvrent ensemble les bulletins.
vote-now-then = Ensuite
vote-now-result = Le résultat et son calcul, phrase par phrase, arrivent sur votre bureau.
vote-receipt-what-for = À quoi sert ce reçu ?
vote-receipt-find = À retrouver votre bulletin dans la liste de la clôture, grâce au numéro de suivi. Cet ordinateur le cherche de lui-même et le dit ici.
vote-receipt-number = Ces vingt chiffres sont l’empreinte de votre enveloppe scellée. Chacun peut les recalculer ; ils ne disent rien de ce qu’elle contient.
vote-receipt-nochoice = Ce reçu ne montre pas votre choix.
vote-receipt-show = Vous pouvez le garder ou le montrer sans crainte.
vote-receipt-absent = Un numéro absent de la liste ? Écrivez au secrétariat : le décompte sera vérifié.
vote-said-arrived = Votre bulletin est arrivé à { $time }.
vote-said-waits = Votre bulletin est signé. Il n’est pas encore arrivé au registre.

## Après l'échéance
vote-closed-late = Vous pouvez encore envoyer votre bulletin : il sera marqué en retard, et la présidence peut l’accepter avec un motif tant que rien n’est ouvert.
vote-late-go = Voter en retard
vote-late-title = Votre bulletin est marqué en retard
vote-late-waits = Il est arrivé au registre après l’échéance et il est conservé avec son heure. Il ne comptera que si la présidence l’accepte, avec un motif, avant l’ouverture.
vote-late-leaves = Il est signé et gardé sur cet ordinateur. Il partira au prochain échange et sera marqué en retard : la présidence décidera.
