# La visite guidée : deux phrases par étape, la même voix partout.

tour-title = Visite guidée
tour-offer-title = Faire le tour en cinq minutes ?
tour-offer = Tout ce que vous voyez ici est inventé : vous pouvez tout essayer. La visite va d’écran en écran et se quitte à tout moment.
tour-begin = Commencer la visite
tour-resume = Reprendre la visite
tour-decline = Sans visite
tour-progress = { $n } sur { $m }
tour-next = Suivant
tour-back = Précédent
tour-end = Terminer
tour-leave = Quitter
tour-there = Revenir à cet écran
tour-go-reviewer = Visite guidée : évaluer
tour-go-patient = Visite guidée : évaluer et voter
tour-go-secretariat = Visite guidée : secrétariat
tour-go-chair = Visite guidée : présidence
tour-go-officer = Visite guidée : responsable des clés
tour-said = Visite guidée, étape { $n } sur { $m }. { $title }. { $text }
tour-said-left = Visite quittée à l’étape { $n }. Elle reprendra là, par Ctrl+K ou par le guide.
tour-said-end = Visite terminée. Ctrl+K et le guide y ramènent.
tour-said-declined = La visite reste dans Ctrl+K et dans le guide.

## Pour qui évalue

tour-step-desk = Ce qui vous attend
tour-text-desk = Chaque ligne est une tâche, la plus pressée d’abord, et son bouton ouvre le bon écran. Sans réseau tout marche, et rien de ce que vous écrivez ne se perd.
tour-step-declare = Déclarer ses liens
tour-text-declare = Avant de lire un dossier, dites si un lien vous attache à l’éditeur ou à ses concurrents. Sans lien, le dossier s’ouvre quand on vous le confie ; avec un lien, la présidence décide.
tour-step-mark = Noter, preuve à l’appui
tour-text-mark = Lisez la pièce, notez le critère et dites pourquoi en une phrase. Sélectionnez un passage et citez-le : il devient la preuve de votre note.
tour-step-read = Lire et noter
tour-text-read = Chaque critère se lit en mots simples, et l’aide dit ce que vaut chaque note. Notez, puis dites pourquoi avec vos mots : tout s’enregistre à chaque touche.
tour-step-seal = Remettre sa fiche
tour-text-seal = « Remettre » montre d’abord ce qui manque, puis scelle la fiche. Vos collègues la liront à l’ouverture ; d’ici là, vous pouvez la reprendre.
tour-step-compare = Comparer
tour-text-compare = Après l’ouverture, les fiches se lisent ensemble, les critères en désaccord d’abord. On y discute critère par critère, et l’on peut changer sa note en disant pourquoi.
tour-step-vote = Voter
tour-text-vote = Le vote se fait en trois étapes : comprendre, choisir, vérifier et envoyer. Rien ne part avant la troisième, et l’écran dit qui lira votre choix.
tour-step-end = Et ensuite
tour-text-end = Ce guide dit le reste, et Ctrl+K mène à chaque écran. La visite y reste, si vous voulez la refaire.

## Pour le secrétariat

tour-step-intake = Recevoir un dossier
tour-text-intake = Choisissez le dossier de l’éditeur : le rapport dit, ligne par ligne, ce qui est là et ce qui manque. La lettre qui demande le reste s’écrit d’elle-même.
tour-step-dossiers = Suivre les dossiers
tour-text-dossiers = Une ligne par dossier : ce qui le bloque, ou ce qui vient ensuite. La matrice montre qui doit quoi, jamais ce qui est écrit.
tour-step-interests = Suivre les liens déclarés
tour-text-interests = Les déclarations qui attendent une décision sont ici, avec les déports. Personne n’ouvre un dossier avant d’avoir déclaré ses liens.
tour-step-motions = Mettre aux voix
tour-text-motions = La question est mise aux voix ici, et jusqu’à la clôture l’écran ne montre que le nombre de votants. Le compte donne alors la décision et dit pourquoi.
tour-step-labels = Délivrer le label
tour-text-labels = D’une décision naît le certificat : aperçu, sceau, publication. La vie du label se suit ensuite ici, de la suspension au renouvellement.
tour-step-people = Tenir la liste des membres
tour-text-people = Invitez un membre, tapez les chiffres qu’il vous lit, donnez le siège de qui s’en va. Un ordinateur perdu perd son accès en un geste.

## Pour la présidence

tour-step-judge = Décider des liens
tour-text-judge = Chaque déclaration qui attend est ici, avec ce que le règlement propose. Vous décidez : aucune conséquence, un déport qui laisse débattre, ou un déport complet.

## Pour les responsables des clés

tour-step-key = Faire la clé du comité
tour-text-key = Trois responsables font ensemble la clé qui scelle fiches et bulletins, en trois visites courtes. Ce bureau vous dit quand vient votre tour.
tour-step-opening = Ouvrir à deux
tour-text-opening = Deux responsables ouvrent des fiches ou des bulletins ; une personne seule ne le peut pas. Chaque ouverture vous est demandée une fois, avec ce qu’elle entraîne.
tour-step-confirm = Confirmer un ordinateur
tour-text-confirm = Un nouvel ordinateur compte quand deux personnes l’ont reconnu. Ici, vous confirmez celui que le secrétariat a ajouté, et vous donnez les rôles.
tour-step-verify = Vérifier un certificat
tour-text-verify = Déposez un certificat : la réponse est valide, non valide ou indéterminée, et dit pourquoi. Cela marche aussi sans réseau.
