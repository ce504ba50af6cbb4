# Le verdict sur un certificat : desktop, registre et sceau-check lisent ces mêmes phrases.
# Espaces ordinaires : les espaces insécables du français sont mises à la lecture.

verdict-valid = Valide
verdict-valid-more = { $solution }, n° { $number }. Ce fichier est celui que l’institut a scellé.
verdict-invalid = Non valide
verdict-invalid-more = Ce fichier ne doit pas être utilisé. Demandez le certificat d’origine à l’éditeur.
verdict-invalid-genuine = Le certificat est authentique, mais le label ne vaut plus : ne pas s’en prévaloir.
verdict-indeterminate = Indéterminé
verdict-indeterminate-more = Tout n’a pas pu être vérifié ici. Revérifiez en ligne avant de décider.

verify-no-signature = Ce PDF ne porte aucune signature de certificat.
verify-signature-broken = La signature est abîmée ou n’a pas la forme d’un certificat de label.
verify-changed = Modifié après la signature.
verify-added-after = Quelque chose a été ajouté après la signature.
verify-unchanged = Document inchangé depuis la signature.
verify-signer = Signé par { $name }, { $organisation }. Empreinte du cachet : { $fingerprint }
verify-countersigned = Contresigné par { $name }.
verify-issuer-unknown = Signé par « { $name } », dont l’autorité (« { $issuer } ») n’est pas parmi celles que vous reconnaissez.
verify-not-a-seal = La clé de « { $name } » n’est pas un cachet d’institut.
verify-seal-not-yet = Le cachet n’est valable qu’à partir du { $date }.
verify-seal-expired = Le cachet a expiré le { $date } : sans horodatage, on ne peut plus dire quand il a servi.
verify-seal-revoked = Le cachet est révoqué depuis le { $date }.
verify-time = Signé le { $date }, heure déclarée par le signataire. Niveau atteint : { $level }.
verify-time-future = L’heure de signature déclarée, le { $date }, est dans le futur.
verify-time-outside = L’heure de signature déclarée, le { $date }, est hors de la durée du cachet.
verify-credential-missing = Les données du certificat manquent ou ne se lisent pas.
verify-demonstration = Démonstration : institut, solution et décision sont inventés.
verify-other-institute = Le certificat nomme { $institute }, le cachet une autre organisation.
verify-label-not-yet = Le label prend effet le { $date }.
verify-label-in-term = Label en cours de validité jusqu’au { $date } inclus.
verify-label-expired = Label arrivé à échéance le { $date }.
verify-label-prolonged = Le certificat porte l’échéance du { $date } ; le registre dit le label prolongé depuis.
verify-standing-unknown = Suspension ou retrait non vérifiés, faute de réseau. À vérifier sur { $url }
verify-standing-good = Label en vigueur, vérifié au registre le { $checked }.
verify-standing-suspended = Label suspendu depuis le { $date } : ne pas s’en prévaloir.
verify-standing-ended = Label retiré ou éteint depuis le { $date }.
verify-standing-superseded = Label remplacé par un autre depuis le { $date }.
verify-standing-unheard = Le registre ne connaît pas ce numéro.

verify-not-a-pdf = Ce fichier n’est pas un PDF.
verify-too-large = Ce fichier est trop grand pour un certificat (32 Mo au plus).
verify-no-file = Ce fichier ne peut pas être lu : { $error }
verify-no-anchor = Le fichier de confiance ne peut pas être lu : il faut le certificat d’une autorité, en PEM ou DER.
verify-anchor-none = Le fichier de confiance ne contient aucun certificat : il faut celui d’une autorité, en PEM ou DER.
verify-anchor-no-authority = Le fichier de confiance contient un certificat, mais celui d’aucune autorité.
verify-anchor-other-key = La clé de cette autorité n’est pas d’un type que ce programme sait juger (P-256).
verify-anchor-too-large = Le fichier de confiance est trop grand (4 Mo au plus).
verify-no-answer = Ce fichier n’est pas la réponse du registre sur ce label.

verify-fact-label = Label
verify-fact-solution = Solution
verify-fact-holder = Titulaire
verify-fact-validity = Validité
verify-fact-validity-value = du { $from } au { $until } inclus
verify-fact-not = Ce que ce label n’est pas : ni un marquage CE, ni une prise en charge par l’Assurance Maladie, ni un avis de la HAS, ni une garantie de sécurité ou d’efficacité.
