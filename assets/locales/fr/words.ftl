# Mots des états, des rôles et des listes. Espaces ordinaires : la typographie est appliquée à la génération.

app = Sceau
demo = Démonstration, contenus inventés
demo-short = Démonstration
version = version { $v }
version-short = v { $v }
colon = { " :" }
named = { $text } : { $of }
retry = Réessayer
cancel = Annuler
continue = Continuer
close = Fermer
choose = Choisissez
done = fait
back-to-desk = Retour à mon bureau
percent = { $n } %
n-of-m = { $n } sur { $m }
n-sheets = { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
  }

date-today-at = aujourd’hui à { $time }
date-yesterday-at = hier à { $time }
date-day-at = { $day } à { $time }
deadline-paris = { $written } ({ $time } à Paris)
deadline-paris-day = { $written } (le { $day } à { $time } à Paris)
due-today = Aujourd’hui
due-tomorrow = Demain
due-in = Dans { $days } jours
due-late-today = En retard
due-late = En retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
  }

role-reviewer = Évaluation
role-chair = Présidence
role-vice-chair = Vice-présidence
role-secretariat = Secrétariat
role-officer = Responsable
role-examiner = Instruction
role-acting-chair = Présidence d’un dossier
role-other = Membre

entity-publisher = éditeur
entity-group = groupe
entity-parent = maison mère
entity-competitor = concurrent
entity-funder = financeur
entity-author = auteur d’étude
entity-subcontractor = sous-traitant
entity-other = autre

interest-category-employment = Emploi ou mandat
interest-category-consultancy = Conseil
interest-category-study = Essai clinique ou étude
interest-category-speaking = Intervention ou formation
interest-category-grant = Bourse ou financement de l’établissement
interest-category-holdings = Participation au capital
interest-category-patent = Brevet ou redevances
interest-category-design = Conception du produit
interest-category-competitor = L’un de ces liens avec un concurrent
interest-category-family = Famille ou proche
interest-category-position = Prise de position publique
interest-category-other = Autre
interest-paid-no = Sans rémunération
interest-paid-me = Rémunération pour moi
interest-paid-institution = Rémunération pour mon établissement

status-declared = Déclarée
status-confirmed = Confirmée
status-corrected = Corrigée
status-refuted = Réfutée

change-assigned = le dossier vous est confié.
change-card = un dossier attend votre déclaration de liens.
change-evidence = { $count ->
    [one] une pièce est arrivée.
   *[other] { $count } pièces sont arrivées.
  }
change-key = la clé est arrivée, le dossier s’ouvre.
change-opened = les fiches sont ouvertes.
change-recused = vous êtes en déport.
change-presides = vous en tenez désormais la présidence.
change-returned = la fiche est à nouveau à vous.
change-device = un nouvel ordinateur a été ajouté par { $by }.
change-device-confirmed = votre nouvel ordinateur est confirmé par { $by }.
change-label = le label est publié.
change-discussion = la discussion avance.
change-label-life = l’état du label a changé.
change-motion = le vote est ouvert.
change-vote-closed = le vote est clos.
change-decision = la décision du comité est enregistrée.
change-other = quelque chose a changé.

receipt-row-sheets = Fiches remises
receipt-row-marks = Notes et motifs
receipt-row-anchors = Passages cités
receipt-row-notes = Surlignages et annotations
receipt-row-interests = Déclarations de liens
receipt-row-ballots = Bulletins
receipt-row-evidence = Pièces à lire
receipt-row-decisions = Décisions du comité
receipt-row-other = Autres éléments
receipt-is-identical = identique
receipt-is-to-send = à envoyer
receipt-is-refused = refusé
receipt-is-differs = différent
receipt-is-unknown = pas encore comparé
receipt-state-identical = identiques
receipt-state-waiting = à envoyer
receipt-state-refused = refusé
receipt-state-differs = différents
count-sheets = { $n ->
    [one] { $n } fiche
   *[other] { $n } fiches
  }
count-marks = { $n ->
    [one] { $n } note
   *[other] { $n } notes
  }
count-anchors = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
  }
count-notes = { $n ->
    [one] { $n } annotation
   *[other] { $n } annotations
  }
count-interests = { $n ->
    [one] { $n } déclaration
   *[other] { $n } déclarations
  }
count-ballots = { $n ->
    [0] aucun bulletin
    [one] { $n } bulletin
   *[other] { $n } bulletins
  }
count-evidence = { $n ->
    [one] { $n } pièce
   *[other] { $n } pièces
  }
count-decisions = { $n ->
    [one] { $n } décision
   *[other] { $n } décisions
  }

verdict-word-valid = Valide
verdict-word-invalid = Non valide
verdict-word-indeterminate = Indéterminé
verdict-word-unreadable = Illisible
verdict-line-valid = Le certificat est authentique
verdict-line-invalid = Ce fichier ne doit pas être utilisé
verdict-line-indeterminate = Tout n’a pas pu être vérifié
verdict-line-unreadable = Ce fichier n’est pas un certificat de label
verdict-then-valid = L’institut a bien décidé ce label, pour cette version de la solution.
verdict-then-invalid = Demandez le certificat d’origine à l’éditeur.
verdict-then-indeterminate = Revérifiez en ligne avant de décider.
verdict-then-unreadable = Vérifiez que c’est le PDF remis par l’institut, ou redemandez-le.
verdict-check-passed = Vérifié :
verdict-check-failed = Échec :
verdict-check-unknown = Non vérifié :
verdict-check-note = À savoir :

key-up = Haut
key-down = Bas
key-left = Gauche
key-right = Droite
key-shift = Maj
key-enter = Entrée
key-space = Espace
key-escape = Échap

language-system = Comme le système
language-fr = Français
language-en = English
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
density-dense = Serré
density-comfortable = Aéré

act-palette = Rechercher ou agir
act-keys = Raccourcis de cet écran
act-pane-next = Volet suivant
act-pane-previous = Volet précédent
act-find = Chercher dans la pièce
act-filter = Aller au filtre
keys-evidence = Dans le texte de la pièce
reading-sentence = Phrase suivante, précédente
reading-extend = Étendre la sélection d’une phrase
reading-word = Étendre la sélection d’un mot
reading-paragraph = Étendre la sélection d’un paragraphe
reading-menu = Ouvrir le menu de la sélection
reading-page = Page suivante, précédente
key-page-down = Page ↓
key-page-up = Page ↑
act-undo = Annuler la dernière modification
act-redo = Rétablir
act-save = Dire quand tout a été enregistré
act-receipt = Reçu de synchronisation
act-print = Imprimer ce qui est ouvert
act-sidebar = Élargir ou réduire le menu
act-list = Liste des pièces
act-settings = Réglages
act-zoom-in = Agrandir
act-zoom-out = Réduire
act-zoom-reset = Largeur de page
act-back = Écran précédent
act-forward = Écran suivant
act-mark = Donner une note
act-na = Sans objet
act-next = Critère suivant
act-previous = Critère précédent
act-gap = Prochaine note sans preuve
act-reason = Aller au motif
act-highlight = Surligner la sélection
act-cite = Citer la sélection pour le critère
act-note = Annoter la sélection
act-region = Citer une région de la page
act-to-text = Aller au texte de la page
act-open-passage = Ouvrir le passage suivant du critère
act-to-page = Aller à la page
act-search = Chercher dans toutes les pièces
