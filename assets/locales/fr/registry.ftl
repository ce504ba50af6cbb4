# Pages publiques du registre.

registry-title = Registre public des labels
registry-skip = Aller au contenu
registry-nav = Navigation principale
registry-nav-labels = Labels
registry-nav-verify = Vérifier un certificat
registry-other-language = English
registry-demonstration = Démonstration, produit inventé
registry-demonstration-board = Démonstration : tout est inventé ici.
registry-footer = Ces pages se lisent sans script et ne gardent rien de votre visite.

registry-list-title = Labels publiés
registry-list-lead = { $count ->
    [0] Aucun label n'est encore publié.
    [one] Un label publié.
   *[other] { $count } labels publiés.
}
registry-list-number = Numéro
registry-list-solution = Solution
registry-list-label = Label
registry-list-state = État
registry-list-holder = Titulaire
registry-list-until = Jusqu'au
registry-list-search = Chercher une solution, un titulaire ou un numéro
registry-list-find = Chercher
registry-list-found = { $count ->
    [0] Aucun label ne correspond. Vérifiez l'orthographe, ou essayez moins de mots.
    [one] Un label trouvé.
   *[other] { $count } labels trouvés.
}
registry-list-all = Voir tous les labels

registry-label-number = Label n° { $number }
registry-label-by = { $use }, par { $holder }
registry-label-decided = Label « { $label } », décidé le { $date }
registry-label-version = version { $version }
registry-label-why = Pourquoi ce label
registry-label-improve = Ce qui reste à améliorer
registry-label-reservations = Réserves
registry-label-improve-none = Rien n'a été relevé.
registry-label-is-not = Ce que ce label n'est pas.
registry-label-is-not-text = Ce label est un avis d'experts rendu à une date donnée sur une version donnée. Il n'est ni un marquage CE, ni une prise en charge par l'Assurance Maladie, ni un avis de la HAS, ni une garantie de sécurité ou d'efficacité.
registry-label-life = Vie du label
registry-life-published = Publié
registry-life-published-detail = Certificat signé, au registre sous le n° { $number }
registry-life-effective = Prend effet
registry-life-effective-detail = Valable jusqu'au { $date } inclus
registry-life-decided = Décidé
registry-life-decided-detail = Par le comité d'experts
registry-life-ended = Arrivé à échéance
registry-life-suspended = Suspendu
registry-life-reinstated = Suspension levée
registry-life-extended = Délai prolongé
registry-life-confirmed = Label définitif
registry-life-withdrawn = Retiré
registry-life-renounced = Abandonné par le titulaire
registry-life-superseded = Remplacé
registry-life-lapsed = Caduc
registry-life-announced = Fin annoncée
registry-label-reason = Motif :
registry-code-alt = Code 2-D du label { $number }
registry-code-title = Code du certificat
registry-code-text = Imprimé sur le certificat, il mène à cette page.
registry-code-same = Le code lu est bien celui de ce certificat.
registry-code-other = Le code lu n'est pas celui de ce certificat : il vient peut-être d'un certificat remplacé ou faux.
registry-verify-label = Vérifier ce label
registry-verify-good = Signature intacte, label non suspendu.
registry-verify-good-word = Valide
registry-verify-today = aujourd'hui à { $time }.
registry-verify-bad-word = Non valide
registry-verify-unknown-word = Indéterminé
registry-verify-missing = Le certificat signé n'est pas encore sur ce registre.
registry-verify-authority-missing = L'autorité de sceau de l'institut n'est pas encore sur ce registre.
registry-verify-altered = Le fichier gardé ici ne correspond plus à sa signature.
registry-certificate = Certificat signé, PDF, { $size } Ko
registry-certificate-state = Certificat (label { $state })
registry-verify-file = Vérifier un fichier reçu
registry-fact-entry = Entrée
registry-fact-entry-text = au moins { $mark } / { $scale }
registry-fact-class = Classe HAS
registry-fact-grid = Grille
registry-fact-bylaws = Règlement
registry-fact-version = { $id } v{ $version }
registry-fact-illustrative = illustratif
registry-fact-signatories = Signataires
registry-fact-vote = Vote
registry-fact-vote-text = quorum atteint, { $recusals }
registry-fact-opinion = Avis
registry-fact-opinion-text = Lire l'avis motivé
registry-fact-data = Données
registry-fact-block = Bloc

registry-opinion-title = Avis motivé du comité sur { $solution }
registry-opinion-outcome = Ce que le comité a décidé
registry-opinion-grant = Label accordé.
registry-opinion-grant-with-reservations = Label accordé avec réserves.
registry-opinion-change = Critère { $criterion }, ce qui changerait l'avis :
registry-opinion-vote = Le vote en chiffres
registry-opinion-no-figures = Aucun chiffre n'a été publié avec ce label. Ses motifs et ce qui reste à améliorer sont ci-dessus.
registry-opinion-electors = Électeurs
registry-opinion-present = Présents
registry-opinion-present-text = { $have }, il en fallait { $need }
registry-opinion-voters = Bulletins comptés
registry-opinion-recused = Déports
registry-opinion-recusals = { $count ->
    [0] aucun déport
    [one] un déport
   *[other] { $count } déports
}
registry-opinion-recused-none = Aucun
registry-opinion-choice = Choix
registry-opinion-total = Ensemble
registry-opinion-marks = Les notes par axe
registry-opinion-marks-text = Notes sur { $scale } données par les évaluateurs, chacun sur sa fiche. La moitié d'entre elles se tient entre les deux bornes de l'écart. Un axe noté par moins de { $n } personnes n'est pas publié.
registry-opinion-marks-none = Aucun axe n'a été noté par { $n } personnes ou plus : aucune note n'est publiée.
registry-opinion-illustrative = Grille illustrative, ce n'est pas le score MDS.
registry-opinion-axis = Axe
registry-opinion-sheets = Fiches
registry-opinion-median = Médiane
registry-opinion-spread = Écart
registry-opinion-spread-text = { $low } à { $high }
registry-opinion-confidential = Ce qui reste confidentiel.
registry-opinion-confidential-text = Les notes et les bulletins de chacun, les fiches, les échanges du comité, la note que l'éditeur se donne et le détail des liens d'intérêts. Les experts jugent ainsi sans pression.
registry-opinion-back = Revenir au label

registry-join-title = Vous avez reçu une invitation
registry-join-lead = Cette adresse est une invitation au comité. Elle ne sert qu'une fois, dans l'application Sceau.
registry-join-install = Installez Sceau sur votre ordinateur, puis ouvrez-le.
registry-join-paste = Copiez l'adresse entière de cette page, avec tout ce qui suit le signe « # », et collez-la dans la première fenêtre.
registry-join-digits = Sceau affiche vingt chiffres : appelez le secrétariat à un numéro que vous connaissez, et lisez-les à voix haute.
registry-join-kept = Ce registre ne reçoit pas le code de l'adresse, que votre navigateur garde pour lui. Ne transmettez cette adresse à personne.

registry-feed-entry = { $label } : { $word }

registry-embed-title = Montrer ce label sur un site
registry-embed-lead = Ce bloc est lu au registre chaque fois qu'il s'affiche : si le label est suspendu ou retiré, il le dit.
registry-embed-copy = À copier dans la page

registry-state-active = En vigueur
registry-state-active-provisional = Provisoire
registry-state-formal-notice = En vigueur
registry-state-suspended = Suspendu
registry-state-withdrawn = Retiré
registry-state-renounced = Abandonné
registry-state-expired = Expiré
registry-state-lapsed = Caduc
registry-state-superseded = Remplacé
registry-state-not-yet-effective = Décidé
registry-state-none = Aucun label
registry-state-active-text = jusqu'au { $date }, pour la version { $version }
registry-state-active-provisional-text = jusqu'au { $date }, pour la version { $version } : preuves attendues au plus tard le { $evidence }
registry-state-formal-notice-text = jusqu'au { $date }, pour la version { $version }, après mise en demeure
registry-state-suspended-text = depuis le { $since } : ne pas s'en prévaloir
registry-state-withdrawn-text = le { $since } : ne plus s'en prévaloir
registry-state-renounced-text = par le titulaire le { $since } : ne plus s'en prévaloir
registry-state-expired-text = le { $date } : ne plus s'en prévaloir
registry-state-lapsed-text = depuis le { $since } : les preuves n'ont pas été reçues
registry-state-superseded-text = par le label n° { $successor } depuis le { $since }
registry-state-not-yet-effective-text = , prend effet le { $effective }
registry-state-none-text = sous ce numéro à cette date

registry-verify-title = Vérifier un certificat
registry-verify-lead = Un fichier ou un numéro : une réponse, en mots clairs.
registry-verify-file-label = Le certificat, en PDF
registry-verify-file-hint = Le fichier n'est pas conservé.
registry-verify-file-send = Vérifier ce fichier
registry-verify-number-label = Numéro de label
registry-verify-number-hint = Par exemple 2026-001
registry-verify-number-send = Vérifier
registry-verify-checks = Ce qui a été vérifié
registry-verify-proves = Ce que cela prouve.
registry-verify-proves-text = L'institut a bien décidé ce label, et il vaut aujourd'hui pour la version { $version }.
registry-verify-do = Que faire ?
registry-verify-do-invalid = Demandez le certificat d'origine à l'éditeur. Ce fichier ne doit pas être utilisé.
registry-verify-do-ended = Ne vous appuyez pas sur ce label. Lisez sa page pour en connaître l'histoire.
registry-verify-do-unknown = Ne décidez pas sur cette seule réponse : revérifiez plus tard, ou écrivez à l'institut.
registry-verify-page = Page du label { $number }
registry-verify-valid-text = { $solution }, n° { $number }, en vigueur
registry-verify-invalid-text = Ce fichier ne doit pas être utilisé
registry-verify-ended-text = { $solution }, n° { $number } : ce label n'est pas en vigueur
registry-verify-suspended-text = { $solution }, n° { $number } : label suspendu, ne pas s'en prévaloir
registry-verify-unknown-text = Ce qui manque est dit ci-dessous
registry-verify-not-found = Aucun label ne porte le numéro { $number }. Vérifiez les chiffres, ou déposez le certificat.
registry-verify-no-number = Ceci n'est pas un numéro de label : il s'écrit avec l'année et un rang, comme 2026-001.
registry-verify-no-file = Aucun fichier n'est arrivé. Choisissez le certificat, puis envoyez-le.
registry-verify-not-pdf = Ce fichier n'est pas un PDF lisible.
registry-verify-too-large = Ce fichier est trop grand : un certificat pèse moins de 16 Mo.
registry-verify-too-often = Beaucoup de fichiers ont été vérifiés d'ici en peu de temps. Réessayez dans une minute.
registry-refused = Cette page n'a pas pu être montrée. Réessayez dans un instant.
registry-check-unchanged = Document inchangé depuis la signature
registry-check-changed = Document modifié après la signature
registry-check-signed = Signé par { $signer }
registry-check-signer-unknown = Le signataire n'est pas l'institut de ce registre
registry-check-same = C'est le fichier que le registre publie
registry-check-other = Ce n'est pas le fichier que le registre publie sous ce numéro
registry-check-unpublished = Le registre ne publie aucun label sous le n° { $number }
registry-check-state = État du label : { $state }
registry-check-state-read = Lu à l'instant, à { $time }
registry-check-level = Niveau de signature : { $level }
registry-check-no-claim = Ce PDF ne contient pas d'attestation de label

registry-missing-title = Il n'y a rien à cette adresse
registry-missing-text = Cherchez le label par son numéro, ou revenez à la liste.
registry-not-founded = Aucun institut n'est encore fondé sur ce registre.

registry-date = { $day } { $month } { $year }
registry-first = 1er
registry-month-1 = janvier
registry-month-2 = février
registry-month-3 = mars
registry-month-4 = avril
registry-month-5 = mai
registry-month-6 = juin
registry-month-7 = juillet
registry-month-8 = août
registry-month-9 = septembre
registry-month-10 = octobre
registry-month-11 = novembre
registry-month-12 = décembre
