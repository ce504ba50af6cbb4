# L’écran Réception et l’examen des réponses.

nav-intake = Réception
act-go = Aller à : { $place }

## Rien en main

intake-empty-title = Recevoir un dossier
intake-drop = Déposez le dossier de l’éditeur dans cette fenêtre.
intake-drop-text = Un dossier de fichiers, un ZIP ou plusieurs fichiers à la fois : le questionnaire (CSV, XLSX ou JSON), les pièces et les références (BibTeX, RIS ou CSL-JSON). Sans fiche (dossier.toml), l’écran demande ce qu’elle dirait. On peut aussi coller (Ctrl+V) des fichiers, ou les cellules d’un tableur avec leur ligne de titres. Rien n’est enregistré avant que vous l’acceptiez.
intake-choose-folder = Choisir un dossier…
intake-choose-zip = Choisir un ZIP…
intake-choose-files = Choisir des fichiers…
intake-add-files = Ajouter des fichiers…
intake-said-table = Réponses collées.
intake-said-pasted = { $n ->
    [one] Un fichier collé.
   *[other] { $n } fichiers collés.
  }
intake-to-examine = Réponses à examiner

## Lecture

intake-reading = Lecture de { $name }
intake-opening = Ouverture du paquet…
intake-file = Fichier { $file }
intake-step = Pièce { $file }, { $done } sur { $total }
intake-said-read = Analyse terminée. { $n ->
    [0] Rien ne manque.
    [one] Un point à régler.
   *[other] { $n } points à régler.
  }

## La fiche, quand le paquet n’en apporte pas

describe-title = Fiche du dossier
describe-text = Le paquet n’apporte pas de dossier.toml. Complétez ce que les fichiers ne disent pas ; ce que vous tapez est gardé.
describe-read = Le rapport tient compte de cette fiche.
describe-fold = Replier
describe-unfold = Modifier la fiche
describe-fill = Remplir
describe-guess = Deviné d’après les fichiers, à vérifier.
describe-guessed = deviné
describe-missing = À remplir.
describe-no-class = Sans classe
describe-further = Autres renseignements, facultatifs
describe-check = Contrôler le dossier
describe-save = Enregistrer dossier.toml…
describe-saved = Fiche enregistrée.
describe-label = Label demandé
describe-answers = Questionnaire
describe-renews = Numéro du label renouvelé
describe-solution-name = Nom de la solution
describe-solution-version = Version présentée
describe-solution-summary-fr = Résumé
describe-solution-plain-fr = En une ligne, pour un patient
describe-solution-intended-use-fr = Usage prévu, dans les mots de l’éditeur
describe-solution-has-class = Classe HAS
describe-solution-md-class = Classe de dispositif médical
describe-solution-url = Adresse publique
describe-solution-languages = Langues, séparées par des virgules (fr, en)
describe-publisher-name = Éditeur
describe-publisher-siren = SIREN
describe-publisher-group = Groupe
describe-publisher-country = Pays
describe-publisher-contact-name = Interlocuteur
describe-publisher-contact-email = Adresse électronique pour les courriers
describe-publisher-contact-phone = Téléphone
describe-evidence = Pièces
describe-evidence-text = Ce qu’est chaque fichier, et les critères qu’il appuie.
describe-evidence-title = Titre
describe-evidence-kind = Nature
describe-evidence-criteria = Critères
describe-entities = Liens à rapprocher
describe-entities-text = Maison mère, concurrents, financeurs, auteurs et sous-traitants : les liens des membres leur sont comparés.
describe-entity-role = Rôle du lien { $n }
describe-entity-name = Nom du lien { $n }
describe-entity-less = Ôter le lien { $n }
describe-entity-more = Ajouter un nom
describe-less = Ôter
describe-role-parent = Maison mère
describe-role-competitor = Concurrent
describe-role-funder = Financeur
describe-role-author = Auteur
describe-role-subcontractor = Sous-traitant

## Le rapport

intake-title-knocked = Un prérequis n’est pas rempli
intake-read-at = Lu { $moment }
intake-away = Ranger sans garder
intake-accept = Accepter le dossier
intake-accept-knocked = Un prérequis a pour réponse « non » : le dossier est irrecevable en l’état.
intake-accept-grid = Choisissez la grille.
intake-accept-label = Choisissez le label demandé.
intake-counts = En bref
intake-count-answers = { $n ->
    [one] réponse sur { $n }
   *[other] réponses sur { $n }
  }
intake-count-prerequisites = prérequis sur { $n }
intake-count-files = { $n ->
    [one] pièce, { $pages } pages
   *[other] pièces, { $pages } pages
  }
intake-count-patient = { $n ->
    [one] alerte « données de patient »
   *[other] alertes « données de patient »
  }
intake-grid = Grille
intake-label = Label
intake-choose-one = À choisir
intake-part-description = Fiche
intake-part-description-line = la solution et son éditeur
intake-part-prerequisites = Prérequis
intake-part-prerequisites-line = un seul « non » arrête le dossier
intake-part-questionnaire = Questionnaire
intake-part-questionnaire-line = chaque réponse lue dans les termes de la grille
intake-part-evidence = Pièces
intake-part-evidence-line = empreintes calculées, fichiers jamais modifiés
intake-unanswered = { $n ->
    [one] Une question sans réponse
    [2] Deux questions sans réponse
    [3] Trois questions sans réponse
    [4] Quatre questions sans réponse
    [5] Cinq questions sans réponse
   *[other] { $n } questions sans réponse
  }
intake-short-prerequisite-met = Réponse déclarée : « { $answer } »
intake-short-prerequisite-failed = Réponse déclarée : « { $answer } »
intake-short-prerequisite-pending = Sans réponse
intake-short-evidence-required = Déclarée « { $answer } », aucune pièce jointe
intake-word-missing = à compléter
intake-word-wrong = à corriger
intake-word-notice = à savoir
intake-word-fine = en ordre
intake-word-prerequisite-met = tenu
intake-word-prerequisite-failed = non rempli
intake-word-evidence-required = pièce absente
intake-word-evidence-fine = prêtes
intake-word-patient-page = à remplacer
intake-word-pdf-password = à remplacer
intake-word-pdf-broken = à remplacer
intake-do-ask = Demander
intake-do-replace = Remplacer la pièce…
intake-do-columns = Dire ce que sont les colonnes…
intake-do-clear = Ce n’est pas un patient…
intake-do-limits = Changer la limite…
intake-do-limits-of = Changer la limite qui refuse { $place }…
intake-evidence-title = Pièces reçues
intake-evidence-count = { $n ->
    [one] une pièce
   *[other] { $n } pièces
  }
intake-study = Type d’étude
intake-study-of = Type d’étude de { $title }
intake-study-none = Non précisé
intake-study-unknown = { $study } (inconnu de la grille)
intake-study-said = { $title } : { $study }.
intake-reference-alone = Référence seule
intake-references-add = Ajouter des références…
references-title = { $n ->
    [0] Aucune référence à ajouter
    [one] Une référence à ajouter
   *[other] { $n } références à ajouter
  }
references-lede = Lu dans { $name }. Elles deviennent des pièces du dossier, sans fichier, que chacun peut citer et rechercher.
references-taken = Ce qui est lu
references-left = { $n ->
    [one] Une entrée laissée de côté
   *[other] { $n } entrées laissées de côté
  }
references-left-title = sans titre : on ne saurait pas ce qui est cité
references-left-entry = ce n’est pas une référence : il manque une clé ou un genre
references-left-broken = mal écrite : corrigez-la dans votre logiciel, puis exportez à nouveau
references-left-twice = en double dans ce fichier
references-left-known = déjà dans le dossier
references-do = { $n ->
    [one] Ajouter cette référence
   *[other] Ajouter ces { $n } références
  }
references-said = { $n ->
    [one] Une référence ajoutée.
   *[other] { $n } références ajoutées.
  }
intake-clear-title = Aucune donnée de patient ?
intake-clear-text = { $place } a été signalée par le programme. Si vous l’avez ouverte et n’y avez trouvé aucun patient, elle sera transmise aux évaluateurs avec le dossier.
intake-clear-do = J’ai vérifié, aucun patient
intake-patient-kept = La pièce signalée n’est pas transmise. Elle reste où elle est sur cet ordinateur, et rien d’elle n’entre dans Sceau.

## La lettre

letter-title = Demande de compléments
letter-draft = Brouillon
letter-to = À : { $address }
letter-no-address = La fiche ne donne pas d’adresse : vous la saisirez dans le courriel.
letter-subject = Dossier { $solution } : compléments demandés
letter-hello = Bonjour,
letter-arrived = Votre dossier { $solution } est bien arrivé. Avant la présélection, il nous manque :
letter-item = { $title } ({ $fact })
letter-before = Pourriez-vous répondre avant le { $date } ? Rien d’autre n’est à refaire.
letter-signed = { $name }, secrétariat
letter-mail = Préparer le courriel
letter-copy = Copier
letter-again = Récrire la lettre
letter-mine = Reprendre mon texte
letter-copied = Lettre copiée.
letter-opened = Le courriel est ouvert dans votre messagerie. Rien n’est parti.
letter-nothing-sent = Rien ne part d’ici : la lettre s’ouvre dans votre messagerie, ou se copie.
error-mail-address = Cette adresse de courriel n’est pas lisible. Copiez la lettre.
error-mail-too-long = La lettre est trop longue pour ce passage. Copiez-la.
error-mail-absent = Aucune messagerie n’a répondu. Copiez la lettre.

## Accepter

intake-accept-title = Accepter { $solution } ?
intake-accept-text = Le dossier est chiffré, figé avec cette grille et inscrit au journal : il ne pourra plus être effacé, seulement retiré. Les membres verront sa fiche et déclareront leurs liens.
intake-number = Numéro du dossier
intake-demonstration = Démonstration : tout ce dossier est inventé
intake-accepting = Chiffrement des pièces…
intake-said-accepted = Dossier { $number } accepté.
accepted-title = { $solution } est le dossier { $number }
accepted-preselected = Il est présélectionné. Les membres peuvent déclarer leurs liens dès leur prochaine synchronisation.
accepted-admissible = Il est recevable, sans être présélectionné.
accepted-examine = Examiner les réponses
accepted-next = Recevoir un autre dossier

## Colonnes

columns-title = Que contient chaque colonne ?
columns-text = L’institut s’en souviendra pour les prochains questionnaires reçus sur cet ordinateur.
columns-none = Rien pour nous
columns-code = Code du critère
columns-answer = Réponse
columns-comment = Commentaire
columns-evidence = Pièces
columns-wrong = Il faut au moins la colonne des codes et celle des réponses.
columns-keep = Retenir et relire

## Examen

examine-do = Examiner
examine-open = Examiner les réponses de { $solution }
examine-left = { $n ->
    [one] une réponse à examiner
   *[other] { $n } réponses à examiner
  }
examine-title = { $n ->
    [0] Toutes les réponses sont examinées
    [one] Une réponse à examiner
   *[other] { $n } réponses à examiner
  }
examine-text = Les évaluateurs verront le statut de chaque réponse. Une réponse réfutée compte comme la plus basse.
examine-read-only = Vous pouvez lire l’examen ; il revient au secrétariat et aux examinateurs.
examine-declared = L’éditeur déclare :
examine-status-of = Statut de { $code }
examine-confirmed = Confirmée
examine-corrected = Corrigée
examine-refuted = Réfutée
examine-value = Réponse corrigée
examine-why = Pourquoi
examine-record = { $n ->
    [0] Inscrire
    [one] Inscrire une réponse
   *[other] Inscrire { $n } réponses
  }
examine-read = Lire les pièces et citer
examine-read-of = Lire les pièces et citer pour { $code }
examine-look = Lire les pièces
examine-look-of = Lire les pièces pour { $code }
examine-evidence = Pièces pour { $code }
examine-evidence-close = Fermer les pièces
examine-file = Pièce
examine-cite-how = Sélectionnez un passage, puis citez-le : les évaluateurs l’ouvriront d’un clic.
examine-status-first = Donnez d’abord un statut à { $code } : un passage appuie un constat.
examined-title = Réponses examinées
examined-none = Chaque réponse examinée a été confirmée, sans remarque.
examined-all = Voir tout l’examen
examine-value-missing = { $code } : donnez la réponse corrigée.
examine-why-missing = { $code } : dites pourquoi, en une ligne.
examine-said = { $n ->
    [one] Une réponse inscrite.
   *[other] { $n } réponses inscrites.
  } { $left ->
    [0] L’examen est complet.
    [one] Une reste.
   *[other] { $left } restent.
  }
letter-inadmissible-title = Lettre d'irrecevabilité
letter-inadmissible-subject = Dossier { $solution } : non recevable
letter-inadmissible = Votre dossier { $solution } est bien arrivé. Il n'est pas recevable, car une réponse au moins ne remplit pas un prérequis :
letter-inadmissible-then = Le dossier n'est pas évalué. Si cette réponse repose sur une erreur, ou dès que le prérequis est rempli, vous pouvez nous renvoyer le dossier.
