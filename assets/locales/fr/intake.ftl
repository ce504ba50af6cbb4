# Phrases de la réception : une par code que la lecture d’un dossier peut dire.

## Paquet
intake-package-absent = { $place } : introuvable ou illisible.
intake-package-empty = { $place } : le dossier ne contient aucun fichier.
intake-package-kind = { $place } : ni dossier ni ZIP.
intake-package-too-large = { $place } : paquet de { $size } Mo, au-dessus de la limite de ce bureau ({ $limit } Mo).
intake-package-too-many = Plus de { $limit } fichiers, la limite de ce bureau : la suite n’a pas été lue.
intake-package-zip = { $place } : ce ZIP est abîmé.
intake-name-outside = { $place } : ce nom sort du dossier. Le fichier n’a pas été lu.
intake-name-unsafe = { $place } : ce nom de fichier n’est pas sûr. Le fichier n’a pas été lu.
intake-name-replaced = { $place } : le fichier apporté ensuite a pris la place du premier.
intake-taken-out = { $place } : retiré du dossier. Son contenu n’est pas repris.
intake-word-taken-out = Retiré
intake-do-take-out = Retirer
intake-do-take-out-of = Retirer { $place } du dossier
intake-do-put-back = Remettre
intake-do-put-back-of = Remettre { $place } dans le dossier
intake-taken-out-said = { $place } est retiré du dossier. On peut le remettre depuis le rapport.
intake-put-back-said = { $place } est de nouveau dans le dossier.
intake-name-twice = { $place } : deux fichiers portent ce nom. Seul le premier a été lu.
intake-name-link = { $place } : c’est un lien vers un autre endroit. Il n’a pas été suivi.
intake-file-bomb = { $place } : ce fichier gonfle démesurément ou ment sur sa taille. Il n’a pas été lu.
intake-file-too-large = { $place } : fichier de { $size } Mo, au-dessus de la limite de ce bureau ({ $limit } Mo).
intake-total-too-large = { $place } : avec ce fichier de { $size } Mo, le paquet dépasse la limite de ce bureau ({ $limit } Mo en tout).
intake-file-locked = { $place } : protégé par un mot de passe dans le ZIP. Demandez une copie sans protection.
intake-file-unreadable = { $place } : ce fichier ne se lit pas.
intake-file-empty = { $place } : ce fichier est vide.
intake-file-kind = { $place } : ni PDF ni image PNG ou JPEG. Demandez une copie en PDF.
intake-file-left-out = { $place } : fichier laissé de côté.

## Description
intake-description-absent = Il n’y a pas de dossier.toml : remplissez la fiche à l’écran.
intake-description-twice = dossier.toml et dossier.json sont tous deux là : le premier est lu.
intake-description-syntax = { $place }, ligne { $line } : écriture incorrecte ({ $detail }).
intake-description-format = Format inconnu « { $found } » : attendu « sceau-dossier/1 ».
intake-description-missing = Champ absent : { $place }.
intake-description-character = { $place } : le caractère « { $character } » ne peut pas figurer sur un certificat. Demandez une écriture en lettres, par exemple « bêta » pour « β ».
intake-description-length = { $place } : plus de { $limit } caractères, le certificat ne peut pas les porter. Demandez un texte plus court.
intake-description-type = { $place } : la valeur n’est pas du bon type.
intake-description-unknown-key = { $place } : clé inconnue, laissée de côté.
intake-has-class = Classe HAS « { $found } » inconnue : A, B, C ou D.

## Questionnaire
intake-answers-absent = Le questionnaire { $place } manque.
intake-answers-pasted = Les réponses collées sont lues à la place de { $place }.
intake-answers-syntax = { $place }, ligne { $line } : écriture incorrecte.
intake-answers-sheet = { $place } : ce classeur ne se lit pas. Demandez-le en CSV.
intake-answers-header = { $place } : ses en-têtes (première ligne d’un tableau, clés d’un JSON) doivent nommer au moins le code et la réponse.
intake-answers-too-many = { $place } : plus de { $limit } lignes.
intake-answers-encoding = { $place } : lu en { $encoding }.
intake-answer-line = { $place }, ligne { $line } : ligne incomplète ou trop longue.
intake-answer-twice = { $place } : deux réponses différentes, lignes { $first } et { $second } de { $file }.
intake-answer-same-twice = { $place } : la même réponse deux fois, lignes { $first } et { $second } de { $file }.
intake-answer-unknown-file = { $place } : la pièce « { $file } » n’est pas dans le dossier.
intake-answer-missing = { $place } { $title } : sans réponse.
intake-answer-unknown = { $place }, ligne { $line } : ce code n’est pas dans la grille.
intake-answer-type = { $place } { $title } : « { $answer } » n’est pas une réponse possible.
intake-answer-na = { $place } { $title } : « sans objet » n’est pas admis ici.
intake-answer-other-class = { $place } : ce critère ne vaut pas pour cette classe HAS ; la réponse n’est pas comptée.
intake-answers-fine = { $n } réponses sur { $n }.

## Prérequis
intake-prerequisite-met = { $place } { $title } : tenu.
intake-prerequisite-failed = { $place } { $title } : non rempli, la réponse est « { $answer } ».
intake-prerequisite-pending = { $place } { $title } : sans réponse.
intake-class-missing = La classe HAS manque : cette grille en dépend.
intake-other-grid = Le questionnaire répond à la grille { $found } ; la grille { $used } est appliquée.

## Pièces
intake-evidence-absent = La pièce { $place } est annoncée et manque.
intake-evidence-none = Aucune pièce lisible.
intake-evidence-digest = { $place } : ce n’est pas le fichier annoncé, son empreinte diffère.
intake-evidence-unlisted = { $place } : pièce non annoncée, jointe sous son nom de fichier.
intake-evidence-same = { $place } et { $other } sont le même fichier.
intake-evidence-required = { $place } { $title } : pièce absente. Déclaré « { $answer } », aucune pièce jointe.
intake-evidence-asked = { $n } réponses sans pièce : { $codes }. Acceptées comme déclarées ; les évaluateurs le verront.
intake-evidence-criterion = { $place } : le critère { $criterion } n’est pas dans la grille.
intake-evidence-study = { $place } : type d’étude « { $study } » inconnu de la grille. Choisissez-en un dans la liste des pièces ({ $known }).
intake-evidence-study-unasked = { $place } : la grille ne nomme aucun type d’étude ; « { $study } » est laissé de côté.
intake-evidence-fine = { $n } pièces prêtes à citer, { $pages } pages.
intake-pdf-not = { $place } : ce n’est pas un PDF, malgré son nom.
intake-pdf-broken = { $place } : ce PDF est abîmé ou incomplet. Demandez-le à nouveau.
intake-pdf-password = { $place } : protégé par un mot de passe. Demandez une copie sans protection.
intake-pdf-restricted = { $place } : lisible, mais avec des restrictions posées par son auteur.
intake-pdf-unusual = { $place } : structure inhabituelle, pages non comptées. Vérifiez qu’il s’affiche.
intake-pdf-slow = { $place } : trop long à analyser, pages non comptées. Vérifiez qu’il s’affiche.
intake-pdf-script = { $place } : contient un script. Il ne sera pas exécuté.
intake-pdf-attachment = { $place } : contient des fichiers joints. Ils ne seront pas ouverts.
intake-pdf-no-text = { $place } : sans texte sélectionnable ; on pourra citer des régions, pas du texte.
intake-patient = Données de patient possibles : { $place }. Vérifiez avant de transmettre.
intake-patient-page = Données de patient possibles, { $place }, page { $page } : { $sign ->
    [birth] une date de naissance
   *[number] un numéro de sécurité sociale
  }. Cette pièce n’est pas transmise.
intake-patient-cleared = { $place } : signalée page { $page }, vérifiée par le secrétariat, sans patient.

## Titre et raison de l'écran
intake-title = { $n ->
    [one] Un point manque avant la présélection
    [2] Deux points manquent avant la présélection
    [3] Trois points manquent avant la présélection
    [4] Quatre points manquent avant la présélection
    [5] Cinq points manquent avant la présélection
   *[other] { $n } points manquent avant la présélection
  }
intake-title-complete = Le dossier est complet
intake-accept-why = { $n ->
    [one] Accepter devient possible quand ce point est réglé.
   *[other] Accepter devient possible quand les { $n } points sont réglés.
  }

## Références

intake-references-too-large = { $place } : trop de références, ou un fichier trop lourd (500 références, 1 Mo). Demandez un fichier plus court.
intake-references-unreadable = { $place } : ces références ne se lisent pas. Demandez un fichier BibTeX, RIS ou CSL-JSON.
intake-reference-absent = La référence { $place } n’est dans aucun fichier du dossier.
intake-reference-left-out = { $place } : « { $entry } » laissée de côté, { $why ->
    [title] sans titre
    [broken] mal écrite
    [twice] en double
   *[entry] ce n’est pas une référence
  }.
