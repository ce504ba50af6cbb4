# Sentences of intake: one for each code that reading a package can say.

## Paquet
intake-package-absent = { $place }: not found or not readable.
intake-package-empty = { $place }: the package holds no file.
intake-package-kind = { $place }: neither a folder nor a ZIP.
intake-package-too-large = { $place }: a package of { $size } MB, above the limit of this desk ({ $limit } MB).
intake-package-too-many = More than { $limit } files, the limit of this desk: the rest was not read.
intake-package-zip = { $place }: this ZIP is damaged.
intake-name-outside = { $place }: this name leads out of the package. The file was not read.
intake-name-unsafe = { $place }: this file name is not safe. The file was not read.
intake-name-replaced = { $place }: the file brought later has taken the place of the first.
intake-taken-out = { $place }: taken out of the dossier. Its contents are left out.
intake-word-taken-out = Taken out
intake-do-take-out = Take out
intake-do-take-out-of = Take out { $place } from the dossier
intake-do-put-back = Put back
intake-do-put-back-of = Put back { $place } into the dossier
intake-taken-out-said = { $place } is taken out of the dossier. It can be put back from the report.
intake-put-back-said = { $place } is in the dossier again.
intake-name-twice = { $place }: two files bear this name. Only the first was read.
intake-name-link = { $place }: this is a link to another place. It was not followed.
intake-file-bomb = { $place }: this file swells out of proportion or lies about its size. It was not read.
intake-file-too-large = { $place }: a file of { $size } MB, above the limit of this desk ({ $limit } MB).
intake-total-too-large = { $place }: with this file of { $size } MB the package is above the limit of this desk ({ $limit } MB in all).
intake-file-locked = { $place }: protected by a password in the ZIP. Ask for an unprotected copy.
intake-file-unreadable = { $place }: this file cannot be read.
intake-file-empty = { $place }: this file is empty.
intake-file-kind = { $place }: neither a PDF nor a PNG or JPEG image. Ask for a PDF copy.
intake-file-left-out = { $place }: file left out.

## Description
intake-description-absent = There is no dossier.toml: fill in the form on the screen.
intake-description-twice = Both dossier.toml and dossier.json are there: the first is read.
intake-description-syntax = { $place }, line { $line }: not well formed ({ $detail }).
intake-description-format = Unknown format "{ $found }": "sceau-dossier/1" is expected.
intake-description-missing = Field missing: { $place }.
intake-description-character = { $place }: the character “{ $character }” cannot stand on a certificate. Ask for letters instead, for example “beta” for “β”.
intake-description-length = { $place }: more than { $limit } characters, a certificate cannot carry them. Ask for a shorter text.
intake-description-type = { $place }: the value has the wrong type.
intake-description-unknown-key = { $place }: unknown key, left out.
intake-has-class = Unknown HAS class "{ $found }": A, B, C or D.

## Questionnaire
intake-answers-absent = The questionnaire { $place } is missing.
intake-answers-pasted = The pasted answers are read in place of { $place }.
intake-answers-syntax = { $place }, line { $line }: not well formed.
intake-answers-sheet = { $place }: this workbook cannot be read. Ask for it as CSV.
intake-answers-header = { $place }: its headers (first line of a table, keys of a JSON) must name at least the code and the answer.
intake-answers-too-many = { $place }: more than { $limit } lines.
intake-answers-encoding = { $place }: read as { $encoding }.
intake-answer-line = { $place }, line { $line }: line incomplete or too long.
intake-answer-twice = { $place }: two different answers, lines { $first } and { $second } of { $file }.
intake-answer-same-twice = { $place }: the same answer twice, lines { $first } and { $second } of { $file }.
intake-answer-unknown-file = { $place }: file "{ $file }" is not in the package.
intake-answer-missing = { $place } { $title-en }: no answer.
intake-answer-unknown = { $place }, line { $line }: this code is not in the grid.
intake-answer-type = { $place } { $title-en }: "{ $answer }" is not a possible answer.
intake-answer-na = { $place } { $title-en }: "not applicable" is not allowed here.
intake-answer-other-class = { $place }: this criterion does not apply to this HAS class; the answer is not counted.
intake-answers-fine = { $n } answers of { $n }.

## Prérequis
intake-prerequisite-met = { $place } { $title-en }: met.
intake-prerequisite-failed = { $place } { $title-en }: not met, the answer is "{ $answer }".
intake-prerequisite-pending = { $place } { $title-en }: no answer.
intake-class-missing = The HAS class is missing: this grid depends on it.
intake-other-grid = The questionnaire answers grid { $found }; grid { $used } is applied.

## Pièces
intake-evidence-absent = File { $place } is announced and missing.
intake-evidence-none = No readable evidence.
intake-evidence-digest = { $place }: this is not the announced file, its digest differs.
intake-evidence-unlisted = { $place }: not announced, attached under its file name.
intake-evidence-same = { $place } and { $other } are the same file.
intake-evidence-required = { $place } { $title-en }: evidence missing. Declared "{ $answer }", nothing attached.
intake-evidence-asked = { $n } answers without evidence: { $codes }. Accepted as declared; reviewers will see it.
intake-evidence-criterion = { $place }: criterion { $criterion } is not in the grid.
intake-evidence-study = { $place }: the grid knows no kind of study "{ $study }". Choose one in the list of evidence ({ $known }).
intake-evidence-study-unasked = { $place }: the grid names no kinds of study; "{ $study }" is left out.
intake-evidence-fine = { $n } files ready to cite, { $pages } pages.
intake-pdf-not = { $place }: this is not a PDF, whatever its name says.
intake-pdf-broken = { $place }: this PDF is damaged or incomplete. Ask for it again.
intake-pdf-password = { $place }: protected by a password. Ask for an unprotected copy.
intake-pdf-restricted = { $place }: readable, with restrictions set by its author.
intake-pdf-unusual = { $place }: unusual structure, pages not counted. Check that it displays.
intake-pdf-slow = { $place }: too slow to analyse, pages not counted. Check that it displays.
intake-pdf-script = { $place }: contains a script. It will not be run.
intake-pdf-attachment = { $place }: contains attachments. They will not be opened.
intake-pdf-no-text = { $place }: no selectable text; regions can be cited, not text.
intake-patient = Possible patient data: { $place }. Check before passing it on.
intake-patient-page = Possible patient data, { $place }, page { $page }: { $sign ->
    [birth] a date of birth
   *[number] a social-security number
  }. This file is not passed on.
intake-patient-cleared = { $place }: flagged on page { $page }, checked by the secretariat, no patient.

## Titre et raison de l'écran
intake-title = { $n ->
    [one] One point is missing before pre-screening
    [2] Two points are missing before pre-screening
    [3] Three points are missing before pre-screening
    [4] Four points are missing before pre-screening
    [5] Five points are missing before pre-screening
   *[other] { $n } points are missing before pre-screening
  }
intake-title-complete = The dossier is complete
intake-accept-why = { $n ->
    [one] You can accept once this point is settled.
   *[other] You can accept once the { $n } points are settled.
  }

## References

intake-references-too-large = { $place }: too many references, or too large a file (500 references, 1 MB). Ask for a shorter one.
intake-references-unreadable = { $place }: these references cannot be read. Ask for a BibTeX, RIS or CSL-JSON file.
intake-reference-absent = The reference { $place } is in no file of the dossier.
intake-reference-left-out = { $place }: "{ $entry }" left out, { $why ->
    [title] no title
    [broken] not well formed
    [twice] a duplicate
   *[entry] no reference
  }.
