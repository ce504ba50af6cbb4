# Les phrases des écrans. Espaces ordinaires : la typographie est appliquée à la génération.

nav = Principale
nav-desk = Mon bureau
nav-reviews = Évaluer
nav-verify = Vérifier
menu = Menu
skip-main = Aller au contenu
skip-work = Aller au critère

## Mon bureau

desk-title = { $n ->
    [0] Rien ne vous attend
    [1] Une chose vous attend
    [2] Deux choses vous attendent
    [3] Trois choses vous attendent
    [4] Quatre choses vous attendent
    [5] Cinq choses vous attendent
    [6] Six choses vous attendent
    [7] Sept choses vous attendent
    [8] Huit choses vous attendent
    [9] Neuf choses vous attendent
   *[other] { $n } choses vous attendent
  }
desk-empty-title = On vous préviendra ici
desk-empty = Un dossier à évaluer ou une déclaration à faire s’affichera sur ce bureau dès son arrivée.
desk-week = Cette semaine
desk-later = Ensuite
desk-submitted = Remis
desk-recused = En déport
desk-remind = Attendu des membres
desk-remind-soon = Rappeler l’échéance : { $solution }
desk-remind-late = Relancer : { $solution }
desk-remind-line = On attend encore { $names }.
desk-do-remind-soon = Rappeler…
desk-do-remind-late = Relancer…
desk-next = À évaluer d’abord
desk-next-text = Les moins évalués d’abord, selon l’état de la veille.
desk-aside = Recherche et nouveautés
desk-since = Depuis { $moment }
desk-changes = Ce qui a changé
desk-task-declare = Déclarer vos liens : { $solution }
desk-task-renew = Confirmer vos liens : { $solution }
desk-renew-line = Confirmez vos liens d’intérêts au plus tard le { $date }.
desk-task-wait-key = Attendre la clé : { $solution }
desk-task-review = Évaluer : { $solution }
desk-do-declare = Déclarer
desk-do-renew = Confirmer
desk-do-wait-key = Synchroniser
desk-do-review = Évaluer
desk-do-resume = Reprendre
desk-row-name = { $action }, { $solution }, échéance { $due }, { $date }
desk-wait-key = Vos liens sont déclarés. La clé du dossier arrivera à la prochaine synchronisation.
desk-new = { $n ->
    [one] { $n } critère à noter
   *[other] { $n } critères à noter
  }, { $publisher }.
desk-resume = Reprendre au critère { $c }.
desk-gaps = { $n ->
    [one] Une note est encore sans preuve.
    [2] Deux notes sont encore sans preuve.
   *[other] { $n } notes sont encore sans preuve.
  }
desk-sealed = fiche scellée { $moment }.
desk-sealed-until = Personne ne peut la lire avant l’ouverture du { $date }.
desk-sealed-closed = Personne ne peut la lire avant l’ouverture.
desk-sealed-waits = Elle n’est pas encore arrivée au registre.
desk-opened = les fiches sont ouvertes, la vôtre aussi.
desk-said-new = Nouvelle tâche. { $task }
reviews-title = { $n ->
    [0] Aucun dossier à évaluer
    [one] Un dossier à évaluer
   *[other] { $n } dossiers à évaluer
  }

## Premier démarrage

enrol-steps = Étapes du premier démarrage
enrol-lede = Premier démarrage sur cet ordinateur. Environ trois minutes.
enrol-step-invitation = Invitation
enrol-step-invitation-line = Reçue du secrétariat
enrol-step-keys = Créer vos clés
enrol-step-keys-line = Elles ne quittent pas cet ordinateur
enrol-step-digits = Lire vingt chiffres
enrol-step-digits-line = Pour que ce soit bien vous
enrol-step-confirmation = Confirmation
enrol-step-confirmation-line = Deux personnes vous reconnaissent
enrol-invitation-title = Collez ou ouvrez votre invitation
enrol-invitation-text = Un lien, un code ou un fichier, que le secrétariat vous a remis. Elle ne sert qu’une fois.
enrol-invitation-drop = Vous pouvez aussi déposer le fichier d’invitation dans cette fenêtre.
enrol-code = Lien ou code d’invitation
enrol-code-hint = Collez-le en entier. Il n’est envoyé à personne avant d’être vérifié ici.
enrol-code-empty = Collez le lien ou le code reçu, ou ouvrez le fichier d’invitation.
enrol-file = Ouvrir le fichier…
enrol-institute = Institut
enrol-registry = Registre
enrol-expires = L’invitation vaut jusqu’au
enrol-keys-title = Créer vos clés sur cet ordinateur
enrol-keys-keyring = Elles seront rangées dans le trousseau du système. Une phrase secrète les protège en plus, si vous le voulez.
enrol-err-keyring = Le trousseau du système est absent. Choisissez une phrase secrète ; sans elle, rien ne sera écrit sur ce disque.
enrol-keys-do = Créer les clés
enrol-keys-busy = Création des clés, quelques secondes…
enrol-keys-after = Tant que deux personnes n’ont pas confirmé, aucun dossier ne s’ouvre. Si cet ordinateur se perd, un appel suffit : son accès est retiré.
enrol-read = Lisez ces vingt chiffres à voix haute au secrétariat.
enrol-digits = Vingt chiffres en quatre groupes
enrol-digits-text = Le secrétariat les tape à mesure. S’ils diffèrent, quelqu’un se fait passer pour vous ou pour le registre, et rien ne s’ouvre.
enrol-group = Groupe { $i } :
enrol-phone = Secrétariat : { $phone }
enrol-digits-next = J’ai lu les chiffres, attendre la suite
enrol-digits-again = Revoir les chiffres
enrol-unsent = Le registre n’a pas encore reçu votre demande. Elle partira au retour du réseau.
enrol-waiting = Le secrétariat a tapé vos chiffres. On attend la seconde confirmation.
enrol-keyboard = Tout se fait au clavier
enrol-waiting-first = On attend que le secrétariat tape vos chiffres.
enrol-waiting-text = Vous pouvez fermer cette fenêtre : la suite se retrouve au prochain démarrage.
enrol-secretariat = Secrétariat
enrol-officer = Un responsable ou la présidence
enrol-awaited = Confirmation attendue
enrol-confirmed = Confirmé { $moment }
enrol-confirmed-by = Confirmé par { $name }, { $moment }
enrol-check = Vérifier maintenant
enrol-typed = Le secrétariat a tapé vos chiffres.
enrol-done = C’est fait. Votre bureau s’ouvre.
enrol-cancel = Abandonner, et ne rien garder

## Phrase secrète, verrou

passphrase = Phrase secrète
passphrase-optional = Phrase secrète (facultative)
passphrase-again = La même, une seconde fois
passphrase-hint = Au moins { $n } caractères. Quatre mots sans rapport entre eux font une bonne phrase. Personne ne peut la retrouver pour vous.
passphrase-short = Il faut au moins { $n } caractères.
passphrase-differs = Les deux phrases diffèrent. Retapez la seconde.
lock-title = Votre bureau est verrouillé
lock-start = Tapez votre phrase secrète pour l’ouvrir.
lock-idle = Verrouillé après un temps sans activité. Votre texte est enregistré.
lock-person = Verrouillé à votre demande. Votre texte est enregistré.
lock-opening = Ouverture, quelques secondes…
lock-opened = Votre bureau est ouvert.
lock-now = Verrouiller maintenant
unlock = Ouvrir mon bureau

## Liens d’intérêts

interest-dossier = Dossier { $number }
interest-title = { $solution } est encore fermé
interest-ask = Avez-vous eu, depuis cinq ans, un lien avec { $publisher }, ses concurrents ou ses études ?
interest-entities = Noms cités par le dossier
interest-before = Réponse attendue avant le { $date }
interest-none = Aucun lien
interest-some = J’ai un lien…
interest-first = Le dossier s’ouvre dès que vous avez répondu.
interest-said = Votre déclaration est signée et enregistrée.
interest-review-title = { $solution } : votre lien est à l’examen
interest-review-text = Déclaré { $moment }. La présidence décidera, avec un motif. D’ici là le dossier reste fermé.
interest-key-title = { $solution } s’ouvrira bientôt
interest-key-text = Vous avez déclaré vos liens { $moment }. La clé du dossier viendra du secrétariat, à une prochaine synchronisation.
interest-open-title = { $solution } est ouvert
interest-open-text = Votre déclaration est faite. Vous pouvez lire les pièces et noter.
interest-open-reader = Votre déclaration est faite. Vous pouvez lire les pièces et prendre des notes ; aucune fiche ne vous est demandée à ce jour.
interest-read = Lire le dossier
interest-form-title = Dites ce lien simplement
interest-link = Lien { $i }
interest-category = De quel genre ?
interest-entity = Avec qui ?
interest-from = Depuis
interest-to = Jusqu’à
interest-dates = Année, ou année et mois : 2023 ou 2023-05. Vide si le lien dure encore.
interest-identifier = Son numéro, si vous le connaissez (SIREN, ORCID, RPPS)
interest-paid = Y a-t-il eu une rémunération ?
interest-text = En une ou deux phrases
interest-wrong-category = Choisissez un genre de lien.
interest-wrong-entity = Écrivez le nom de la personne ou de l’organisme.
interest-remove = Retirer le lien { $i }
interest-add = Ajouter un autre lien
interest-then = La présidence lit cette déclaration et décide, avec un motif. Rien n’est décidé par la machine.
interest-declare = Déclarer et signer
own-links = Mes liens avec ce dossier…
interest-year = Votre déclaration
interest-until = Valable jusqu’au { $date } inclus.
interest-ran-out = Votre déclaration valait jusqu’au { $date }.
interest-ran-out-text = Rien de ce que vous avez écrit n’est perdu, et le dossier vous reste ouvert. Le secrétariat et la présidence voient qu’elle est à renouveler ; d’ici là on ne vous désigne pas pour de nouvelles évaluations.
interest-had-none = Vous aviez déclaré n’avoir aucun lien.
interest-same = Rien n’a changé
interest-same-judged = La présidence relira ces liens. Ce qu’elle a décidé vaut d’ici là.
interest-not-here = Cet ordinateur ne peut pas lire ce que vous aviez déclaré : dites-le à nouveau en entier.
interest-changed = Quelque chose a changé ?
interest-changed-text = Déclarez un lien nouveau, ou retirez-vous du dossier sans attendre.
interest-changed-more = Complétez votre déclaration, ou retirez-vous du dossier sans attendre la décision.
interest-complete = Compléter ma déclaration…
interest-shuts = D’ici à la décision le dossier se ferme pour vous. Ce que vous y avez écrit reste sur cet ordinateur.
step-back-open = Me retirer…
step-back-ask = Vous retirer de { $solution } ?
step-back-do = Me retirer
step-back-level = Jusqu’où ?
step-back-discuss = Je lis et je débats, sans note ni vote
step-back-full = Je me retire tout à fait
step-back-consequence-discuss = Votre fiche ne compte plus et vous ne votez pas. Vous lisez et débattez comme les autres.
step-back-consequence-full = La clé du dossier, les pièces et vos brouillons sont effacés de cet ordinateur. Vos motifs et vos notes vous seront proposés une fois, à garder dans un fichier.
step-back-one-way = Le retour ne dépend plus de vous : la présidence en décide, avec un motif.
step-back-reason = Motif, si vous le souhaitez
step-back-known = Le comité saura qu’il y a un déport et jusqu’où il va. Le motif n’est lu que par les personnes qui jugent les liens.
step-back-said-discuss = Vous ne notez plus et ne votez pas sur ce dossier.
step-back-said-full = Vous êtes en déport. Le dossier est fermé sur cet ordinateur.
recusal-title = Vous ne participez pas à ce dossier
recusal-done = Sa clé a été retirée de cet ordinateur. Vous ne comptez ni dans le quorum ni dans les moyennes.
recusal-limit = Une copie faite avant ne peut être reprise.
interest-decided-criteria = La présidence a décidé que vous ne notez pas { $criteria }. Vous lisez, débattez et votez comme les autres.
interest-decided-discuss = La présidence a décidé que vous lisez et débattez ; votre fiche ne compte pas, et vous ne votez pas.
recusal-words = Vos motifs et vos notes sur ce dossier sont encore là, sans un mot des pièces. Gardez-les dans un fichier, ou laissez-les s’effacer : ils ne seront plus proposés ensuite.
recusal-words-save = Garder mes motifs…
recusal-words-forget = Les effacer
recusal-words-saved = Vos motifs sont dans le fichier. Sceau ne les a plus.
recusal-words-forgotten = Vos motifs sont effacés de cet ordinateur.
recusal-short = vous n’y participez pas, sa clé a été retirée de cet ordinateur.

## Synchronisation

receipt-title = Reçu de synchronisation
receipt-lede = Cet ordinateur et le registre, comparés ligne à ligne.
receipt-what = Vos éléments
receipt-here = Ici
receipt-there = Registre
receipt-there-at = Registre à { $time }
receipt-digest = Empreinte(s)
receipt-verdict = Comparaison
sync-offline = Hors ligne
sync-offline-since = Hors ligne depuis { $time }
sync-offline-waiting = { $n ->
    [0] Tout est déjà au registre.
    [one] Votre élément non envoyé partira au retour du réseau.
   *[other] Vos { $n } éléments non envoyés partiront au retour du réseau.
  }
sync-offline-safe = Hors ligne depuis { $time }. Rien n’est perdu.
sync-offline-text = { $n ->
    [0] Rien n’attend sur cet ordinateur.
    [one] Un élément attend sur cet ordinateur. Il partira au retour du réseau, sans rien écraser.
   *[other] { $n } éléments attendent sur cet ordinateur. Ils partiront au retour du réseau, sans rien écraser.
  }
sync-to-send = { $n ->
    [0] Pas encore comparé au registre
    [one] Un élément à envoyer
   *[other] { $n } éléments à envoyer
  }
sync-safe = Rien n’est perdu. Rien ne sera écrasé.
sync-same = Identique au registre
sync-checked = Vérifié à { $time }
sync-running = Envoi : { $a } sur { $b } éléments
sync-busy = Échange avec le registre…
sync-see = Voir le reçu
sync-identical = Identique des deux côtés
sync-identical-text = Nombres et empreintes ont été comparés, ligne à ligne.
sync-differs = Le registre et cet ordinateur comptent différemment
sync-err-differs = { $a } entrées ici, { $b } là. Les deux versions sont gardées. Prévenez le secrétariat avec ce reçu.
sync-refused = Le registre a refusé un élément
sync-last-equal = Dernière égalité complète : { $moment }
sync-retry = Synchroniser maintenant
sync-print = Imprimer le reçu
sync-past = Reçus précédents
sync-how = Comment c’est compté
sync-how-text = Le registre ne peut pas lire vos lignes, qui sont scellées. « Registre » compte les lignes des lots dont il a prouvé la présence dans son journal ; l’empreinte porte sur ces lots. Ce que les deux côtés comparent est le nombre d’entrées du journal et sa racine.
sync-entries = Entrées du journal
sync-here-there = { $a } ici, { $b } au registre
sync-root-here = Racine ici
sync-root-there = Racine au registre
sync-said-offline = Hors ligne. Tout s’enregistre sur cet ordinateur.
sync-said-identical = Identique des deux côtés, { $time }

## Palette, raccourcis, réglages

palette-title = Rechercher ou agir
palette-open = Rechercher ou agir
palette-none = Rien de ce nom ici. Essayez un dossier, un critère ou une action.
keys-title = Raccourcis
keys-hint = montre tous les raccourcis
keys-search = Chercher un raccourci
keys-everywhere = Partout
keys-review = Évaluation
keys-act = Action
keys-letter = Lettre
keys-twin = Avec une touche de commande
keys-letters-on = Les lettres et les chiffres seuls agissent dans leur volet, jamais dans un champ de texte.
keys-letters-off = Les raccourcis d’une lettre sont désactivés dans les réglages.
settings-title = Réglages
settings-language = Langue
settings-theme = Thème
settings-density = Densité
settings-text-size = Agrandissement
settings-letters = Raccourcis d’une lettre
settings-letters-text = Chaque lettre a aussi une combinaison, un bouton et une entrée de la palette.
settings-idle = Verrouillage
settings-idle-after = { $n ->
    [one] Après une minute sans activité
   *[other] Après { $n } minutes sans activité
  }
settings-idle-never = Jamais
settings-idle-none = Sans phrase secrète, le verrou de votre session est le verrou de Sceau.
limits-title = Réception
limits-lede = Ce que ce bureau accepte d’un éditeur. Ce qui dépasse est refusé avec sa raison.
limits-file = Mo par pièce
limits-package = Mo par paquet
limits-count = Fichiers par paquet
limits-range = De { $least } à { $most }, d’ordinaire { $usual }.
limits-memory = Le paquet en main tient dans la mémoire de l’ordinateur jusqu’à ce qu’il soit accepté ou rangé ; il en faut, pendant la lecture, sa taille et deux fois celle de sa plus grande pièce.
limits-keep = Enregistrer les limites
limits-kept = Limites enregistrées.
settings-kept = Réglage gardé sur cet ordinateur.
about-version = Version
about-cipher = Chiffrement de la base

## Certificat

verify-title = Vérifier un certificat
verify-drop = Déposez le PDF dans cette fenêtre, ou
verify-choose = choisissez un fichier
verify-kept-not = Le fichier n’est pas conservé.
verify-busy = Vérification…
verdict-label = { $product }, version { $version }, n° { $number }
verdict-until = jusqu’au { $date } inclus
verdict-list-read = Liste d’état lue { $moment }
verdict-proves = Ce que cela prouve.
verdict-do = Que faire ?

## Évaluation

review-crumb = Évaluer
review-blind = À l’aveugle jusqu’au { $date }
review-blind-short = À l’aveugle
review-sealed = Scellée
review-opened = Ouverte
review-saved = Enregistré à { $time }
review-saved-already = Déjà enregistré à { $time }. Sceau enregistre à chaque touche.
review-saving = Enregistrement…
review-unsaved = Pas encore enregistré
review-submit = Remettre la fiche…
review-submit-short = Remettre…
review-locked = Scellée { $moment }. Pour corriger, reprenez-la avant l’ouverture.
review-locked-opened = Les fiches sont ouvertes : la vôtre ne change plus ici.
review-locked-kept = Scellée { $moment }. Elle compte, et vous n’êtes plus parmi les évaluateurs : elle ne change plus.
review-locked-reader = Aucune fiche ne vous est demandée à ce jour : vous lisez les pièces et prenez des notes.
review-locked-opened-reader = Les fiches sont ouvertes ; aucune n’est de vous.
review-reader = En lecture
review-take-back = Reprendre la fiche
review-taken-back = La fiche est à nouveau à vous.
review-banner-offline = Hors ligne depuis { $time }.
review-banner-waiting = { $n ->
    [one] Tout est enregistré sur cet ordinateur ; un élément partira au retour du réseau.
   *[other] Tout est enregistré sur cet ordinateur ; { $n } éléments partiront au retour du réseau.
  }
review-banner-deadline = L’échéance est proche : { $date }. La fiche doit atteindre le registre avant.
review-banner-fold = Replier
review-tab-list = Pièces
review-tab-evidence = Preuve
review-tab-criterion = Critère
review-page-own = { $label } ({ $n } sur { $m })
review-page-short = p. { $n }
review-files = Pièces
review-files-none = Ce dossier n’a pas de pièce. Notez à partir du questionnaire.
review-file-name = Pièce { $n } : { $title }
review-file-here = { $size }, lisible hors ligne
review-file-reference = Référence, sans fichier joint
review-file-fetching = En cours de réception
review-file-absent = Pas encore reçue
review-file-altered = Empreinte différente
review-passages-n = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
  }
review-passages-here = Vos passages dans cette pièce
review-passages-none = Aucun passage de vous dans cette pièce.
review-search-all = Toutes les pièces
review-search-find = Chercher dans la pièce
review-search-go = Chercher
review-search-results = { $n ->
    [0] Aucun résultat pour « { $query } »
    [one] Un résultat
   *[other] { $n } résultats
  }
review-search-busy = Lecture des pièces : { $a } sur { $b }
review-search-more = Les { $n } premiers résultats sont montrés.
review-search-end = Quitter la recherche
review-files-ready = { $n ->
    [one] Une pièce vérifiée, lisible hors ligne
   *[other] { $n } pièces vérifiées, lisibles hors ligne
  }
review-evidence-pane = Preuve : { $title }, page { $page } sur { $pages }
review-evidence-none = Choisissez une pièce dans la liste.
review-page = page { $n }
review-page-of = page
review-page-number = Aller à la page
review-page-last = / { $n }
review-page-previous = Page précédente
review-page-next = Page suivante
review-page-label = Page { $n }
review-page-text = Texte de la page { $n }
review-zoom = Zoom
review-opening = Ouverture : { $file }
review-opening-bytes = { $a } sur { $b } déchiffrés.
review-page-drawing = Page { $n } en cours de dessin…
review-page-slow = Cette page est longue à dessiner. Vous pouvez attendre, ou passer à une autre.
review-page-stop = Arrêter cette page
review-page-stopped = Page { $n } arrêtée. Son texte reste lisible et citable.
review-page-again = Dessiner quand même
review-notext = Cette page n’a pas de texte : citez des régions.
review-selection = Sélection
review-highlight = Surligner
review-cite = Citer pour { $c }
review-note = Note
review-region = Citer une région
review-region-help = Région : les flèches la déplacent, Maj et flèches la redimensionnent, Entrée demande ce qu’elle montre. À la souris, tracez-la.
review-region-text = Que montre cette région ?
review-region-hint = Cette description tient lieu d’image pour qui ne la voit pas.
review-region-note = Écrire une note…
review-region-cite = Citer la région pour { $c }
review-region-quote = Région : { $text }
review-note-title = Note sur ce passage
review-note-text = Votre note
review-note-keep = Garder la note
review-note-remove = Retirer
review-note-mark = Note : { $text }
review-highlight-mark = Surlignage
review-cite-mark = Cité pour { $c }
review-cited = Cité pour { $c }, page { $p }. { $n ->
    [one] Un passage.
   *[other] { $n } passages.
  }
review-uncited = Passage retiré de { $c }.
review-noted = Note gardée, page { $p }.
review-removed = Retiré.
review-no-selection = Sélectionnez d’abord un passage dans la page.
review-no-region = Une image n’a pas de texte : délimitez d’abord une région (touche R, ou « Citer une région »).
review-sentence = Phrase : { $text }
review-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
  }
review-axis = Axe { $n }. { $title }
review-axis-done = { $n } sur { $m } notés
review-progress = { $n } sur { $m } critères notés
review-steps = Critères de l’axe, avec leur note
review-step-name = { $c }, { $mark }{ $gap ->
    [yes] , sans preuve
   *[no] { "" }
  }
review-step-none = sans note
review-step-mark = note { $mark }
review-criterion = Critère { $c }
review-criterion-pane = Critère { $c }
review-criterion-said = Critère { $c }, { $i } sur { $n } de l’axe, { $mark }.
review-help = Aide à la notation
review-help-close = Fermer l’aide
review-declared = L’éditeur déclare
review-declared-none = L’éditeur n’a pas répondu.
review-declared-quote = « { $answer } »
review-corrected = Corrigée en « { $answer } »
review-examiner-why = L’examinateur : { $why }
review-status = Statut de la réponse
review-marks = Note du critère { $c }
review-na = Sans objet
review-na-short = s. o.
review-value = Réponse
review-value-clear = Effacer
review-marked = Note { $mark }.
review-marked-na = Sans objet.
review-cleared = Note retirée. Le motif est gardé.
review-not-mine = Vous ne notez pas { $c } : déport sur ce critère.
review-not-mine-why = Motif : { $reason }
review-not-mine-before = Ce que vous y aviez écrit reste sur cet ordinateur ; rien n’en est scellé ni compté.
review-because = Parce que
review-because-hint = Votre motif sera lu par le comité après l’ouverture
review-proofs = Preuves
review-proofs-none = Sélectionnez un passage dans une pièce, puis citez-le.
review-proofs-empty = Aucun passage cité.
review-cite-selection = Citer la sélection
review-passage-place = { $title }, p. { $p }
review-remove-passage = Retirer ce passage : { $quote }
review-illustrative = Grille illustrative, version { $v }
review-grid = { $title }, version { $v }
review-previous = Précédent
review-next = Suivant
review-gaps = { $n ->
    [0] Toutes les notes ont leur preuve
    [one] Une note sans preuve
   *[other] { $n } notes sans preuve
  }
review-gaps-short = { $n ->
    [0] Preuves au complet
   *[other] { $n } sans preuve
  }
review-gaps-only = Sans preuve seulement
review-gaps-filter = Lister les notes sans preuve, ou tous les critères de l’axe
review-gaps-all = Tous les critères de l’axe.
review-no-gap = Aucune note n’est sans preuve.
review-last = C’est le dernier critère.
review-first = C’est le premier critère.
review-summary-title = Remettre la fiche
review-summary-complete = Les { $n } critères sont notés, chacun avec sa preuve.
review-summary-check = { $n ->
    [0] Toutes les notes sont données
    [one] Il manque une note
   *[other] Il manque { $n } notes
  }, { $m ->
    [0] aucune n’est sans preuve
    [one] une n’a pas de preuve
   *[other] { $m } n’ont pas de preuve
  }.
review-summary-marked = Notés
review-summary-unmarked = Sans note
review-summary-evidence = Sans preuve
review-summary-na = Sans objet
review-summary-reason = Motif à donner
review-summary-go-to = Aller au critère { $c }
review-summary-late = L’échéance est passée : { $moment }. La fiche part quand même, avec son heure ; elle compte si la présidence l’accepte.
review-appeal = Second regard : recours de l’éditeur ({ $ground }).
review-appeal-read = Lire le recours
review-summary-rule = Vous pouvez remettre quand même si le règlement l’accepte.
review-summary-seal = Une fiche remise est scellée : personne ne peut la lire avant l’ouverture, sauf si deux responsables manquaient ensemble à leur parole. Vous pouvez la reprendre jusque-là.
review-submit-go = Remettre et sceller
review-submit-back = Continuer à noter
review-submit-busy = Signature et scellement…
review-submit-done = Fiche remise et scellée. Vous pouvez la reprendre jusqu’à l’ouverture.
review-err-write = Ce mot n’a pas pu être enregistré. Votre texte reste affiché, Sceau réessaie. { $why }
review-err-written = Enregistré à nouveau.
review-undo-mark = note du critère { $c }
review-undo-reason = motif du critère { $c }
review-undo-anchor = passage du critère { $c }
review-undo-note = annotation, page { $p }
examine-undo = réponse { $c }
review-undone = Annulé : { $action }
review-redone = Rétabli : { $action }
review-nothing-undo = Rien à annuler.
review-nothing-redo = Rien à rétablir.
review-redo = Rétablir
review-undo = Annuler
review-resize = Largeur du volet
review-refetch = Redemander la pièce
review-refetched = La pièce sera redemandée au prochain échange.
review-image = Image : { $title }
review-picture-pane = Preuve : image « { $title } »
review-pane-list = Volet des pièces
review-drawer = Liste des pièces
size-kb = { $n } Ko
size-mb = { $n } Mo

## Erreurs que la fenêtre dit elle-même

error-reference = réf. { $code }
error-other = Cette action n’a pas abouti. Ce qui était enregistré le reste. Réessayez, puis écrivez au secrétariat avec la référence { $code }.
error-program = Le programme n’a pas répondu comme prévu. Ce qui était enregistré le reste. Fermez la fenêtre et rouvrez-la.
error-invitation-none = Ce texte n’est pas une invitation. Rien n’a été gardé. Une invitation est un lien qui finit par « join# » et un code, ou ce code seul, qui commence par « sceau1: ».
error-invitation-no-code = Cette adresse n’a pas de code. Rien n’a été gardé. Copiez-la entière, avec tout ce qui suit le signe « # ».
error-invitation-unreadable = Ce code n’est pas une invitation entière. Rien n’a été gardé. Copiez-le à nouveau, du premier au dernier caractère.
error-passphrase-missing = Il manque la phrase secrète. Tapez celle que vous avez choisie.
error-passphrase-wrong = Ce n’est pas la phrase secrète de ce bureau. Rien n’a été ouvert. Vérifiez les majuscules, puis retapez-la.
error-passphrase-wait = Trop d’essais. Attendez { $seconds } secondes, puis retapez la phrase.
error-database-newer = Ce bureau a été écrit par une version plus récente de Sceau. Il n’a pas été touché. Mettez Sceau à jour pour l’ouvrir.
error-registry-unreachable = Le registre n’a pas répondu. Tout reste sur cet ordinateur et partira au retour du réseau.
error-evidence-altered = La pièce { $number } n’est pas celle du dossier. Rien n’a été affiché. Redemandez-la, ou prévenez le secrétariat.
error-evidence-absent = La pièce { $number } n’est pas encore sur cet ordinateur. Elle arrivera à la prochaine synchronisation.
error-evidence-type = Cette pièce n’est ni un PDF ni une image. Rien n’a été affiché. Prévenez le secrétariat.
error-pdf-encrypted = Cette pièce est protégée par un mot de passe. Rien n’a été affiché. Prévenez le secrétariat, qui demandera une copie sans protection.
error-pdf-broken = Cette pièce est abîmée et ne peut pas être lue. Vos passages sont intacts. Prévenez le secrétariat.
error-pdf-stopped = L’ouverture de cette pièce a été arrêtée. Rien n’est perdu. Réessayez, ou passez à une autre pièce.
error-pdf-empty = Cette pièce n’a aucune page. Prévenez le secrétariat.
error-pdf-page = Cette page ne peut pas être dessinée. Les autres pages restent lisibles.
error-pdf-giant = Cette page est trop grande pour être dessinée. Les autres pages restent lisibles.
error-image-broken = Cette image est abîmée et ne peut pas être montrée. Prévenez le secrétariat.

## Après l'échéance
review-late = En attente de décision
review-locked-late = Soumise { $moment }, après l’échéance. La présidence décidera ; votre fiche est conservée avec son heure.
desk-sealed-late = fiche soumise { $moment }, après l’échéance. La présidence décidera ; elle est conservée avec son heure.
drop-not-here = Rien ici ne prend ce fichier : un certificat se dépose pour être vérifié, un dossier est reçu par le secrétariat.
