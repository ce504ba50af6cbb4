# Responsables : la clé commune, les parts d’ouverture. Espaces ordinaires.

officer-title = Ce qui attend les responsables
officer-key = Former la clé commune du comité
officer-key-to-begin = Aucune clé n’est en vigueur pour les responsables actuels : rien ne peut être scellé ni ouvert.
officer-key-lost = La part de { $who } est partie avec un ordinateur. Les autres ouvrent encore ce qui est scellé ; si une autre part se perdait, plus personne ne le pourrait. Refaites la clé ensemble.
officer-key-turn = C’est à vous : étape { $step } sur { $steps }.
officer-key-waiting = Étape { $step } sur { $steps } faite. On attend { $who }.
officer-key-do = Faire ma part…
officer-key-what = Cette clé scelle les fiches et les bulletins. Il faudra { $n } responsables sur { $m }, ensemble, pour ouvrir ; personne ne l’a en entier, à aucun moment.
officer-key-officers = Responsables : { $who }.
officer-step-1 = Chacun s’engage sur un secret tiré ici.
officer-step-2 = Chacun publie de quoi vérifier sa part.
officer-step-3 = Chacun envoie aux autres leur part, scellée.
officer-step-4 = Chacun confirme que tous ont la même clé.
officer-key-after = Rien ne s’ouvre par là. Entre deux étapes vous pouvez fermer le programme ou éteindre l’ordinateur : la suite vous sera proposée ici.
officer-key-go = Faire l’étape { $step }
officer-busy = Un instant…
officer-open-sheets = Ouvrir les fiches : { $solution }
officer-open-ballots = Ouvrir les bulletins : { $solution }
officer-open-do = Donner mes parts…
officer-open-go = Donner mes parts
officer-boxes-sheets = { $n ->
    [one] Une fiche scellée compte.
   *[other] { $n } fiches scellées comptent.
  }
officer-boxes-ballots = { $n ->
    [one] Un bulletin scellé compte.
   *[other] { $n } bulletins scellés comptent.
  }
officer-last-sheets = Vos parts sont les dernières qu’il faut : toutes les fiches seront lues ensemble par le comité, dès qu’elles atteindront le registre.
officer-last-ballots = Vos parts sont les dernières qu’il faut : tous les choix seront lus ensemble, avec les noms, dès qu’elles atteindront le registre.
officer-not-last = { $n ->
    [one] Rien ne s’ouvre encore : il faudra ensuite un responsable parmi { $who }.
   *[other] Rien ne s’ouvre encore : il faudra ensuite { $n } responsables parmi { $who }.
  }
officer-published = Parts déjà données par { $who }.
officer-no-return = Des parts données ne se reprennent pas. Chaque enveloppe est vérifiée avant ; celle qui n’est pas en ordre ne reçoit pas de part, et son auteur est nommé.
officer-no-quorum = Quorum non atteint : ces bulletins restent scellés.
officer-missing = { $n ->
    [one] Il manque les parts d’un responsable.
   *[other] Il manque les parts de { $n } responsables.
  }
officer-mine-in = Vos parts sont données. On attend { $who }.
officer-faults = { $n ->
    [one] Une enveloppe n’est pas en ordre
   *[other] { $n } enveloppes ne sont pas en ordre
  }
officer-faults-text = Elles n’ont pas reçu de part et ne seront pas lues. Prévenez la présidence.
officer-said-key = La clé commune est en vigueur.
officer-said-step = Votre étape est faite.
officer-said-shares = Vos parts sont données.
