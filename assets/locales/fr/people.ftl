# Personnes, ordinateurs, invitations ; fondation, charte, règles.

nav-people = Personnes
open = Ouvrir

## Personnes

people-title = { $n ->
    [one] Une personne
   *[other] { $n } personnes
  }
people-title-waiting = { $n ->
    [one] Une personne attend que ses chiffres soient tapés
   *[other] { $n } personnes attendent que leurs chiffres soient tapés
  }
people-title-confirm = { $n ->
    [one] Un ordinateur attend votre confirmation
   *[other] { $n } ordinateurs attendent votre confirmation
  }
people-single = Une seule personne peut tout ouvrir. Il faut une charte à trois responsables avant de noter un dossier.
people-single-short = Une seule personne peut tout ouvrir.
people-add = Ajouter une personne
people-roster = Importer une liste…
people-no-seat = Sans siège
people-count = { $n }
people-me = (vous)
people-waits-second = Un ordinateur attend la seconde personne.
people-invited = Invitation en cours, jusqu’au { $date }.
people-no-computer = Pas encore d’ordinateur.
people-roles = Rôles
people-roles-of = Rôles : { $name }
people-invite = Inviter
people-invite-more = Autre ordinateur
people-invite-of = Inviter { $name }
people-said-added = { $name } est sur la liste.
people-said-imported = La liste est importée.
people-said-roles = Rôles enregistrés.
people-said-typed = Les chiffres sont les bons. L’ordinateur est inscrit.
computer-here = (celui-ci)
computer-added = Inscrit par { $name }.
computer-second = Confirmé par { $name }.
computer-awaited = Une seconde personne est attendue.
computer-revoked = Accès retiré.

## Chiffres

waiting-title = Chiffres à taper
waiting-since = demande reçue { $moment }
waiting-label = Les vingt chiffres que la personne vous lit, de vive voix
waiting-hint = { $n } chiffres sur 20. Reconnaissez la voix avant de taper.
waiting-short = Il faut vingt chiffres ; { $n } sont tapés.
waiting-label-own = Les vingt chiffres que votre autre ordinateur affiche
waiting-hint-own = { $n } chiffres sur 20.
waiting-do = Inscrire cet ordinateur
waiting-elsewhere = L’invitation vient d’un autre ordinateur, qui seul peut vérifier cette demande.

## Seconde personne, révocation

countersign-of = Confirmer l’ordinateur de { $name }
countersign-do = Confirmer
countersign-title = Confirmer l’ordinateur de { $name } ?
countersign-text = Cet ordinateur a été inscrit par { $by }. Confirmez si vous savez que { $name } vient d’installer Sceau : ses actes compteront et les clés du comité lui seront données.
countersign-said = L’ordinateur de { $name } est confirmé.
revoke = Retirer l’accès…
revoke-of = Retirer l’accès de l’ordinateur { $short } de { $name }
revoke-title = Retirer l’accès d’un ordinateur de { $name } ?
revoke-here = C’est l’ordinateur que vous utilisez : vous n’y pourrez plus rien faire.
sec-lost = Son accès est retiré et les clés changent. Ce que cet ordinateur a déjà lu ne peut être repris.
revoke-do = Retirer l’accès
revoke-said = L’accès est retiré.
revoked-title = Ce qui a suivi pour { $name }
revoked-access = Cet ordinateur n’est plus accepté par le registre ni par les autres ordinateurs.
revoked-keys = { $n ->
    [0] Aucune clé n’était à changer ici.
    [one] Une clé a été changée.
   *[other] { $n } clés ont été changées.
  }
revoked-dossiers = Dossiers dont la clé a changé : { $names }.
revoked-kept = { $n ->
    [one] Une clé n’est pas sur cet ordinateur : qui la détient doit la changer.
   *[other] { $n } clés ne sont pas sur cet ordinateur : qui les détient doit les changer.
  }
revoked-limit = Ce que l’ordinateur perdu avait déjà lu ne peut être repris.
departed-limit = Ce que ces ordinateurs avaient déjà lu ne peut être repris.
revoked-others = Ordinateurs de { $name } encore acceptés : { $computers }. Retirez l’accès de tout ordinateur qui ne lui appartient pas.
revoked-officer = { $name } est responsable : les autres responsables suffisent pour ouvrir. Sur un nouvel ordinateur, il faudra une nouvelle clé de responsable et une nouvelle charte.
revoked-next = Ensuite : invitez { $name } sur un autre ordinateur, tapez les vingt chiffres, et faites confirmer par une seconde personne. Les fiches remises restent scellées et comptent ; ce qui n’était pas envoyé, brouillons et notes, est perdu.

## Mandats, absences

depart = Fin de mandat…
depart-title = Mettre fin au mandat de { $name } ?
depart-text = Le siège est rendu, l’accès des ordinateurs est retiré, les clés changent ; les rôles, un responsable les reprend. Les fiches remises restent et comptent. Cela ne s’annule pas.
depart-seat = Qui prend le siège ({ $college }) ?
depart-next = Qui prend la suite ?
depart-hint = Laissez vide si personne n’est encore nommé. La personne qui suit reçoit une invitation et ses propres clés ; elle n’hérite ni des fiches ni des déclarations.
depart-do = Mettre fin au mandat
depart-do-replace = Mettre fin au mandat et donner le siège
depart-said = Le mandat de { $name } est terminé.
departed-computers = { $n ->
    [0] Aucun ordinateur n’était inscrit.
    [one] L’accès d’un ordinateur est retiré.
   *[other] L’accès de { $n } ordinateurs est retiré.
  }
departed-sheets = Fiches remises, qui restent et comptent : { $names }.
departed-votes = Votes ouverts : { $names }. Les électeurs y restent ceux du début ; cette place compte comme un silence.
departed-relieved = Fiches qui ne sont plus attendues : { $names }. Nommez un autre évaluateur si besoin.
departed-assigned = Fiches encore attendues : { $names }. Le secrétariat ou la présidence doit en décharger la personne.
departed-roles = Rôles qu’un responsable doit reprendre : { $roles }.
departed-officer = La charte nomme encore cette personne : proposez une nouvelle charte, puis refaites la clé du comité.
away = Absence…
away-title = Absence de { $name }
away-text = Une personne absente n’est pas proposée pour évaluer. Elle garde ses droits ; le comité lit cette date, le registre non.
away-last-day = Dernier jour d’absence
away-back = Noter le retour
away-missing = Donnez le dernier jour d’absence.
away-past = Ce jour est passé. Donnez un jour à venir, ou effacez la date.
away-until = Absence jusqu’au { $date }.
away-said = Absence enregistrée.

## Mes ordinateurs (réglages)

own-computers = Vos ordinateurs
own-computers-text = Vous inscrivez vous-même un autre de vos ordinateurs. L’accès de celui-ci se retire depuis un autre, ou par le secrétariat.
own-computer-since = Inscrit le { $date }.
own-computer-contact = Dernier échange : { $moment }.
own-computer-heard = Dernier envoi reçu : { $moment }.
own-revoke-of = Retirer l’accès de l’ordinateur { $short }
own-revoke-title = Retirer l’accès de votre ordinateur { $short } ?
own-revoke-drafts = Les brouillons et les notes qui n’y étaient pas envoyés sont perdus ; les fiches remises restent et comptent.
own-revoked-kept = Les autres clés changent dès que le secrétariat ou la présidence se connecte.
own-away = Noter une absence…

## Ajouter, rôles, liste

add-text = Le nom est chiffré pour le comité ; le registre ne le lit pas.
add-title = Titre
add-name = Prénom et nom
add-name-missing = Donnez un nom.
add-college = Collège
add-affiliation = Établissement
add-email = Courriel
roles-text = Un siège suffit pour évaluer et voter. Les responsables sont nommés par la charte.
roles-chair = Mène le comité, juge les liens, pose les votes.
roles-vice-chair = Remplace la présidence.
roles-secretariat = Reçoit les dossiers, invite, attribue, délivre.
roles-examiner = Examine les réponses déclarées.
roles-do = Enregistrer
roster-text = Un fichier sceau-roster/1. Rien n’est ajouté avant que vous ayez vu la liste.
roster-choose = Choisir le fichier…
roster-other = Autre fichier…
roster-fresh = { $n ->
    [0] Personne n’est à ajouter.
    [one] Une personne sera ajoutée.
   *[other] { $n } personnes seront ajoutées.
  }
roster-no-roles = Les rôles reviennent aux responsables : ils resteront à donner.
roster-already = déjà sur la liste
roster-do = { $n ->
    [one] Ajouter une personne
   *[other] Ajouter { $n } personnes
  }
faults-title = { $n ->
    [one] Ce fichier a un défaut. Rien n’a été pris.
   *[other] Ce fichier a { $n } défauts. Rien n’a été pris.
  }
faults-line = Ligne { $line }.
roster-format = Ligne { $place } : attendu un fichier sceau-roster/1.
roster-empty = La liste est vide.
roster-too-many = La liste est trop longue : 500 personnes au plus.
roster-name = Entrée { $place } : le nom manque.
roster-twice = Entrée { $place } : déjà dans la liste.
roster-too-long = Entrée { $place } : un champ est trop long.
roster-max-load = Entrée { $place } : max_load va de 1 à 999.
roster-college = Entrée { $place } : collège inconnu du règlement.
roster-role = Entrée { $place } : rôle inconnu.
rules-syntax = L’écriture de ce fichier est incorrecte à cet endroit : un guillemet, un crochet ou un signe égal manque peut-être.
rules-format = Ligne { $place } : attendu « sceau-grid/1 », « sceau-bylaws/1 », « sceau-labels/1 » ou « sceau-orientation/1 ».
error-text-too-long = { $file } : trop long pour être lu ici.
error-text-unreadable = { $file } : ce texte n’est pas en UTF-8.

## Invitation

invitation-title = Invitation de { $name }
invitation-text = Elle ne sert qu’une fois, jusqu’au { $date }.
invitation-qr = Code 2-D de l’invitation
invitation-step-1 = Remettez ce lien ou ce code à la personne : message, lettre, ou code 2-D imprimé.
invitation-step-2 = Elle installe Sceau, colle le lien ou le code, et vous appelle.
invitation-step-3 = Vous reconnaissez sa voix et tapez ici les vingt chiffres qu’elle lit.
invitation-own-title = Inscrire un autre de vos ordinateurs
invitation-own-text = L’invitation ne sert qu’une fois, jusqu’au { $date }.
invitation-own-step-1 = Sur l’autre ordinateur, installez Sceau et collez ce lien ou ce code.
invitation-own-step-2 = Il affiche vingt chiffres.
invitation-own-step-3 = Tapez-les ici, dans les réglages : l’autre ordinateur est inscrit aussitôt, sans seconde personne.
invitation-link = Lien
invitation-code = Code
invitation-copy-link = Copier le lien
invitation-copy = Copier le code
invitation-copied-link = Lien copié.
invitation-copied-code = Code copié.
invitation-mail-subject = Votre invitation : { $institute }
invitation-mail-open = Bonjour { $name },

    { $institute } vous invite dans son comité. Installez Sceau, ouvrez-le, et collez dans la première fenêtre l’adresse entière qui suit, avec tout ce qui vient après le signe « # ».
invitation-mail-close = Cette invitation ne sert qu’une fois, jusqu’au { $date }. Sceau affichera ensuite vingt chiffres : appelez le secrétariat à un numéro que vous connaissez et lisez-les à voix haute. Ne transmettez cette invitation à personne.
invitation-print = Imprimer

## Tâches

people-tasks = Le comité
people-task-second = { $n ->
    [one] Confirmer un ordinateur
   *[other] Confirmer { $n } ordinateurs
  }
people-task-charter = Signer la charte
people-task-founding = Terminer la fondation de l’institut
people-task-vice-chair = { $n ->
    [one] Nommer une vice-présidence : un dossier n’a personne pour le présider
   *[other] Nommer une vice-présidence : { $n } dossiers n’ont personne pour les présider
  }
people-task-roles = Mandat terminé, rôles à reprendre : { $names }
people-task-replace = Renouveler la charte : { $names }

## Fondation

found-ask = Aucun institut n’existe encore ?
found-link = Fonder un institut
found-title = Fonder un institut
found-text = Le registre vous a donné une carte et un jeton, une seule fois. Ils font de vous la première personne de l’institut.
found-card = Carte du registre
found-token = Jeton de fondation
found-institute = Nom de l’institut
found-name = Votre prénom et nom
found-college = Votre collège
found-card-missing = Collez la carte du registre et le jeton.
found-name-missing = Donnez le nom de l’institut et le vôtre.
found-consequence = La fondation ne se fait qu’une fois pour ce registre. Jusqu’à la charte à trois responsables, vous seriez la seule personne à pouvoir tout ouvrir.
found-do = Fonder l’institut
found-busy = Fondation, quelques secondes…
found-back = J’ai une invitation
found-done = { $institute } est fondé.
error-card-unreadable = Cette carte de registre ne se lit pas. Copiez-la en entier, sans rien ajouter.
error-founding-unsure = Le registre n’a pas répondu au dernier moment : il a peut-être fondé l’institut. Rien n’a été effacé ici. Rouvrez Sceau quand le réseau répond.
founding-link = Charte et règles
founding-number = charte n° { $n }
founding-title = { $n ->
    [0] L’institut est fondé
    [one] Il reste un pas pour fonder l’institut
   *[other] Il reste { $n } pas pour fonder l’institut
  }
founding-rules = Publier les règles
founding-rules-line = Une grille, un règlement, les labels, où orienter les éditeurs. Une règle publiée ne s’efface pas ; une nouvelle version la remplace.
founding-people = Inscrire deux personnes au moins
founding-people-line = Le secrétariat d’abord, puis les futurs responsables.
founding-keys = Montrer trois clés de responsable
founding-keys-line = Chaque futur responsable montre la sienne depuis son ordinateur : Réglages, « Clé de responsable ».
founding-charter = Signer la charte à trois responsables
founding-charter-line = Deux responsables sur trois agiront ensemble ; plus personne ne pourra tout ouvrir.
founding-second = Confirmer les premiers ordinateurs
founding-second-line = Une seconde personne confirme ceux qu’une seule avait inscrits.
founding-to-people = Voir les personnes
founding-key-do = Montrer ma clé de responsable
founding-key-text = Une clé est faite sur cet ordinateur et sa partie publique est inscrite au journal. Elle ne donne aucun droit tant qu’une charte ne vous nomme pas.
founding-key-said = Votre clé est montrée.
charter-replace = La clé que la charte nomme n’est plus là : { $names }. Proposez une charte avec leur nouvelle clé, ou avec quelqu’un d’autre ; elle suffit à deux signatures.
officer-key-own = Clé de responsable
officer-key-own-none = Si le comité vous demande d’être responsable, montrez d’abord une clé depuis cet ordinateur. Une charte pourra ensuite vous nommer.
officer-key-own-here = Votre clé est sur cet ordinateur. Elle signe les chartes qui vous nomment.
officer-key-own-elsewhere = La clé que vous aviez montrée n’est pas sur cet ordinateur. Si l’autre est perdu, montrez-en une nouvelle : une charte la nommera.
charter-propose = Proposer la charte…
charter-propose-other = Proposer une autre charte…
charter-propose-text = Choisissez { $n } responsables parmi ceux qui ont montré leur clé. Deux suffiront pour ouvrir.
charter-too-few = { $has } sur { $n } ont montré leur clé.
charter-count = Choisissez exactement { $n } responsables.
charter-proposed = Charte n° { $n } : { $names }, dont { $k } agissent ensemble.
charter-awaited = Ont signé : { $signed }. On attend : { $awaited }.
charter-officers = { $names }, dont { $k } agissent ensemble.
charter-sign = Signer la charte
charter-sign-title = Signer la charte n° { $n } ?
charter-sign-text = Responsables : { $names }. { $k } d’entre eux pourront ensemble ouvrir ce qui est scellé, et aucun seul.
charter-said-proposed = La charte est proposée et signée par vous.
charter-said-signed = La charte est signée.
rules-grid = Grille
rules-bylaws = Règlement
rules-labels = Labels
rules-orientation = Orientation des éditeurs
rules-bundled-grid = Publier la grille illustrative
rules-bundled-bylaws = Publier le règlement nominal
rules-bundled-labels = Publier les deux labels
rules-bundled-orientation = Publier les orientations illustratives
rules-own = Essayer un fichier à nous…
rules-try-title = { $kind } : ce que le fichier changerait
rules-try-text = Le fichier « { $name } » suit les règles. Rien n’est publié encore.
rules-try-publish = Publier
rules-try-not = Ne pas publier
rules-try-example = Essayer sur un exemple…
tryout-title = { $kind } : essai sur un exemple
tryout-text = Ce que les règles du fichier « { $name } » disent d’un exemple inventé. Rien n’est publié, rien n’est gardé.
tryout-suppose = Supposons
tryout-fill = Réponses à la grille
tryout-fill-highest = Partout la plus favorable
tryout-fill-middle = Partout celle du milieu
tryout-fill-lowest = Partout la moins favorable
tryout-fill-drawn = Tirées au sort
tryout-again = Tirer d’autres réponses
tryout-pass = Les prérequis sont remplis
tryout-class = Classe HAS
tryout-class-none = Aucune
tryout-axis = Un point à améliorer sur l’axe
tryout-axis-none = Aucun
tryout-recused = Déports
tryout-voting = Votants
tryout-favour = Voix « { $option } »
tryout-abstain = Abstentions
tryout-on = Jour de la décision
tryout-on-vote = Jour de la séance
tryout-said = Ce que disent les règles
tryout-mark = Note : { $mark } sur { $of }
tryout-no-mark = Il n’y a pas de note.
tryout-failed = Prérequis non remplis : { $codes }.
tryout-axis-head = Axe
tryout-axis-mark = Note de l’axe
tryout-axis-out = hors du calcul
tryout-entry = Évaluation par le comité
tryout-grant = Octroi
tryout-bar = au moins { $at_least }, { $mark ->
    [declared] note déclarée
    [verified] note vérifiée
   *[board] note du comité
  }.
tryout-bar-none = sans seuil.
tryout-no-label = Aucun label en vigueur ne suit cette grille.
tryout-rows = { $n ->
    [one] La réponse de l’exemple
   *[other] Les { $n } réponses de l’exemple
  }
tryout-criterion = Critère
tryout-answer = Réponse
tryout-points = Points
tryout-no-points = non noté
tryout-homeless = Leur grille n’est pas en vigueur, on ne peut rien en dire : { $names }.
tryout-heads = { $n ->
    [0] Personne ne vote.
    [one] Un votant : { $favour } « { $best } », { $against } « { $worst } », { $abstain } en abstention.
   *[other] { $n } votants : { $favour } « { $best } », { $against } « { $worst } », { $abstain } en abstention.
  } { $recused ->
    [0] Aucun déport.
    [one] Un déport.
   *[other] { $recused } déports.
  }
tryout-shown = { $n ->
    [0] Aucune orientation ne serait proposée à l’éditeur.
    [one] Une orientation serait proposée à l’éditeur.
   *[other] { $n } orientations seraient proposées à l’éditeur.
  }
tryout-day-second = Une seconde convocation pourrait se tenir à partir du { $day }.
tryout-day-until = Le label serait valable jusqu’au { $day }.
tryout-day-appeal = Un recours serait possible jusqu’au { $day }.
tryout-day-evidence = S’il est provisoire, les preuves seraient attendues jusqu’au { $day }.
tryout-day-provisional = S’il est provisoire, il finirait le { $day }.
tried-axis = { $title } : { $n ->
    [one] un critère
   *[other] { $n } critères
  }
tried-label = { $title } : { $n } mois
tried-always = Pour tous
tried-study = Type d’étude : { $title }
tried-if-axis = Pour un point à améliorer sur l’axe { $axis }
tried-if-class = Pour la classe { $class }
tried-if-both = Pour un point à améliorer sur l’axe { $axis }, en classe { $class }
rules-said = La règle est publiée.
