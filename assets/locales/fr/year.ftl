# The year's figures

nav-year = Bilan
year-title = Bilan { $year }
year-lede = Les taux portent sur les dossiers dont la première décision tombe dans l’année ; les dossiers en cours sont comptés à part. Les dossiers dont vous êtes en déport n’y figurent pas.
year-running = L’année n’est pas finie : ces chiffres bougeront encore.
year-unread =
    { $n ->
        [one] Les réponses d’un dossier ne se lisent pas sur cet ordinateur : sa décision, sa classe et ses notes manquent ici.
       *[other] Les réponses de { $n } dossiers ne se lisent pas sur cet ordinateur : leurs décisions, leurs classes et leurs notes manquent ici.
    }
year-choose = Année
year-split = Répartir
year-split-quarter = par trimestre
year-split-label = par label
year-split-class = par classe HAS
year-shown = Bilan { $year } : { $n ->
    [0] aucune première décision
    [one] une première décision
   *[other] { $n } premières décisions
}.
year-save = Enregistrer en CSV
year-saved = Bilan enregistré.
year-file = bilan-{ $year }
year-none = Aucune décision en { $year }
year-none-text = Il n’y a donc ni taux, ni délais, ni notes. Ce qui est arrivé aux dossiers est compté plus bas.
year-busy = Calcul des chiffres…
year-few-note = « { year-withheld } » : moins de { $n } personnes sont concernées, ou la valeur se déduirait des autres. Les groupes trop petits sont comptés ensemble.
year-withheld = trop peu de personnes pour être montré
year-no-value = sans valeur
year-share = { $n } sur { $of }
year-share-percent = { $n } sur { $of } ({ $percent } %)
year-percent = { $value } %
year-rates-note = Sous dix dossiers, un taux est donné par ses deux nombres, sans pourcentage.

year-part-outcomes = Décisions
year-part-durations = Délais
year-part-marks = Notes
year-part-votes = Votes
year-part-people = Évaluateurs et déports

year-table-first-quarter = Première décision, par trimestre
year-table-first-label = Première décision, par label
year-table-first-class = Première décision, par classe HAS
year-table-happened-quarter = Ce qui est arrivé dans l’année, par trimestre
year-table-happened-label = Ce qui est arrivé dans l’année, par label
year-table-happened-class = Ce qui est arrivé dans l’année, par classe HAS
year-table-open = Sans décision en fin d’année
year-table-prerequisites = Dossiers non recevables, par prérequis
year-table-standing = Labels en vigueur en fin d’année, par état
year-table-durations = Jours à chaque étape avant la première décision, attente des pièces exclue
year-table-marks = Notes des dossiers décidés
year-table-bands = Répartition des notes
year-table-votes = Votes clos dans l’année
year-table-sheets = Fiches par dossier et par tour
year-table-sheets-college = Fiches par collège
year-table-rounds = Tours par dossier
year-table-agreement = Accord entre évaluateurs
year-table-recusals-category = Déports par catégorie de lien
year-table-recusals-level = Déports par niveau
year-table-of-grid = { $caption } · { $grid } { $version }

year-word-all = Ensemble
year-word-together = Autres, ensemble
year-word-no-class = Sans classe
year-word-no-college = Sans collège
year-word-n = Nombre
year-word-dossiers = Dossiers
year-word-low-quartile = Premier quartile
year-word-median = Médiane
year-word-high-quartile = Troisième quartile
year-word-received = Reçus
year-word-completed = Complétés
year-word-inadmissible = Non recevables
year-word-not-preselected = Non présélectionnés
year-word-preselected = Présélectionnés
year-word-grant = Label accordé
year-word-grant-with-reservations = Accordé avec réserves
year-word-defer = Décision reportée
year-word-refuse = Label refusé
year-word-withdrawn = Retirés par l’éditeur
year-word-lapsed = Caducs
year-word-appeal = Recours
year-word-appeal-accepted = Recours accueillis
year-word-appeal-dismissed = Recours rejetés
year-word-decided = Premières décisions
year-word-open = En cours
year-word-ended = Retirés ou caducs sans décision
year-word-other-reason = Autre motif
year-word-unreadable = Motif non lisible ici
year-word-whole-way = De la réception à la décision
year-word-declared = Note déclarée
year-word-verified = Note vérifiée
year-word-difference = Écart vérifiée − déclarée
year-word-board = Note du comité
year-word-closed = Votes clos
year-word-no-quorum = Quorum non atteint
year-word-second = Secondes convocations
year-word-majority = Majorité médiane
year-word-sheets = Fiches d’un tour
year-word-rounds = Tours mesurés
year-word-alpha = α de Krippendorff, médiane
year-word-undeclared = Sans lien déclaré lisible
year-word-full = Déport complet
year-word-discuss = Assiste sans voter
year-word-criterion = Ne note pas certains critères

year-quarter = T{ $n }
year-quarter-long =
    { $n ->
        [1] Premier trimestre
        [2] Deuxième trimestre
        [3] Troisième trimestre
       *[other] Quatrième trimestre
    }
year-class = Classe { $code }
year-band = de { $from } à moins de { $to }
year-band-last = de { $from } à { $to }
year-rounds-number =
    { $n ->
        [one] Un tour
       *[other] { $n } tours
    }

year-standing-active = En vigueur
year-standing-active-provisional = Provisoire
year-standing-formal-notice = En vigueur, mise en demeure
year-standing-suspended = Suspendu

year-reference = Deux repères connus, vers { $year } : { $n } solutions, médiane { $median } sur { $scale }, meilleur quart à partir de { $quarter }. Rien d’autre n’en est connu : ces repères portent sur la note déclarée d’une autre grille et ne se comparent pas directement.
year-marks-note = Les notes du comité sont celles des dossiers qu’au moins { $n } personnes ont évalués.
year-majority-note = Part des suffrages exprimés qui va à l’issue retenue ; les votes de moins de { $n } bulletins n’entrent pas dans la médiane.
year-category-note = Un déport compte dans la première catégorie que la personne a déclarée, dans l’ordre du formulaire.
