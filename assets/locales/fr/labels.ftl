# Certificates and labels

nav-labels = Certificats
labels-title = Certificats
labels-title-waiting = { $n ->
    [one] Un label attend son certificat
   *[other] { $n } labels attendent leur certificat
}
labels-title-issued = { $n ->
    [0] Aucun label publié
    [one] Un label publié
   *[other] { $n } labels publiés
}
labels-to-issue = À délivrer
labels-issued = Publiés
labels-decided-on = Décidé le { $day }.
labels-number = Numéro
labels-solution = Solution
labels-state = État
labels-until = Jusqu’au
labels-actions = Actions
labels-find = Numéro, solution ou éditeur
labels-find-none = Aucun label ne répond à cette recherche.
labels-none-title = Aucun label publié
labels-none-text = Un label paraît ici dès que son certificat est signé. Sa page publique ouvre à la synchronisation suivante.
labels-public = Chaque label a sa page publique au registre. Un certificat se vérifie aussi sans réseau, dans « Vérifier ».
labels-word-none = Aucun label
labels-word-not-yet-effective = Décidé
labels-word-active = En vigueur
labels-word-active-provisional = Provisoire
labels-word-formal-notice = En vigueur
labels-word-suspended = Suspendu
labels-word-withdrawn = Retiré
labels-word-renounced = Abandonné
labels-word-superseded = Remplacé
labels-word-lapsed = Caduc
labels-word-expired = Expiré
label-issue = Délivrer…
label-issue-of = Délivrer le label de { $solution }
label-issued = Le label de { $solution } est délivré. Il sera public à la prochaine synchronisation.
label-read = Lire
label-read-of = Lire le certificat { $number }
label-save = Enregistrer…
label-save-of = Enregistrer le certificat { $number }
label-saved = Certificat enregistré
label-certificate = Certificat n° { $number }
label-role-chair = Présidence du comité
label-role-other = { $code }
label-form-title = Certificat de { $solution }
label-form-opening = Le certificat se prépare.
label-form-number = Numéro public : { $number }
label-form-effective = Prend effet le
label-form-effective-hint = Au plus tôt le { $day }, jour de la décision. Le label vaut { $months } mois.
label-form-provisional = Label provisoire
label-form-provisional-hint = Il vaut { $months } mois ; des preuves sont dues dans les { $evidence } mois.
label-form-signatories = Au nom de
label-form-name = Nom du signataire { $n }
label-form-role = Qualité du signataire { $n }
label-form-add = Ajouter un signataire
label-form-remove = Retirer { $name }
label-form-reasons = Motifs imprimés
label-form-improve = Ce qui reste à améliorer
label-form-agreement = Le titulaire a signé la convention.
label-agreement-missing = Un label se délivre quand la convention est signée. Cochez la case si c’est fait.
label-form-consequence = Signer publie : le certificat porte le sceau de l’institut, et la page du label devient publique. Un certificat publié ne se reprend pas.
label-form-go = Signer et publier
label-form-busy = Signature en cours
label-preview = Aperçu
label-preview-unsigned = Aperçu sans sceau : rien n’est signé.
pages-opening = Le document s’ouvre.
pages-page = { $name }, page { $n } sur { $of }
