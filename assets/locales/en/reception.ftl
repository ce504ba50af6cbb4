# The intake screen and the examination of answers.

nav-intake = Intake
act-go = Go to: { $place }

## Nothing in hand

intake-empty-title = Take a dossier in
intake-drop = Drop the publisher’s dossier on this window.
intake-drop-text = A folder of files, a ZIP or several files at once: the questionnaire (CSV, XLSX or JSON), the evidence and the references (BibTeX, RIS or CSL-JSON). Without a description (dossier.toml) the screen asks for what it would say. You may also paste (Ctrl+V) files, or the cells of a spreadsheet with their line of headings. Nothing is kept before you accept it.
intake-choose-folder = Choose a folder…
intake-choose-zip = Choose a ZIP…
intake-choose-files = Choose files…
intake-add-files = Add files…
intake-said-table = Answers pasted.
intake-said-pasted = { $n ->
    [one] One file pasted.
   *[other] { $n } files pasted.
  }
intake-to-examine = Answers to examine

## Reading

intake-reading = Reading { $name }
intake-opening = Opening the package…
intake-file = File { $file }
intake-step = File { $file }, { $done } of { $total }
intake-said-read = Analysis finished. { $n ->
    [0] Nothing is missing.
    [one] One point to settle.
   *[other] { $n } points to settle.
  }

## The description, when the package brings none

describe-title = Description of the dossier
describe-text = The package brings no dossier.toml. Complete what the files do not say; what you type is kept.
describe-read = The report takes this description into account.
describe-fold = Fold
describe-unfold = Edit the description
describe-fill = Fill in
describe-guess = Guessed from the files, to be checked.
describe-guessed = guessed
describe-missing = To be filled in.
describe-no-class = No class
describe-further = Further details, optional
describe-check = Check the dossier
describe-save = Save dossier.toml…
describe-saved = Description saved.
describe-label = Label asked for
describe-answers = Questionnaire
describe-renews = Number of the label renewed
describe-solution-name = Name of the solution
describe-solution-version = Version submitted
describe-solution-summary-fr = Summary
describe-solution-plain-fr = In one line, for a patient
describe-solution-intended-use-fr = Intended use, in the publisher’s words
describe-solution-has-class = HAS class
describe-solution-md-class = Class of medical device
describe-solution-url = Public address
describe-solution-languages = Languages, with commas (fr, en)
describe-publisher-name = Publisher
describe-publisher-siren = SIREN
describe-publisher-group = Group
describe-publisher-country = Country
describe-publisher-contact-name = Contact
describe-publisher-contact-email = E-mail address for letters
describe-publisher-contact-phone = Telephone
describe-evidence = Evidence
describe-evidence-text = What each file is, and the criteria that it supports.
describe-evidence-title = Title
describe-evidence-kind = Kind
describe-evidence-criteria = Criteria
describe-entities = Names to match with interests
describe-entities-text = Parent company, competitors, funders, authors and subcontractors: members’ interests are compared with them.
describe-entity-role = Role of name { $n }
describe-entity-name = Name { $n }
describe-entity-less = Remove name { $n }
describe-entity-more = Add a name
describe-less = Remove
describe-role-parent = Parent company
describe-role-competitor = Competitor
describe-role-funder = Funder
describe-role-author = Author
describe-role-subcontractor = Subcontractor

## The report

intake-title-knocked = A prerequisite is not met
intake-read-at = Read { $moment }
intake-away = Put away, keep nothing
intake-accept = Accept the dossier
intake-accept-knocked = A prerequisite is answered with “no”: as it stands, the dossier is inadmissible.
intake-accept-grid = Choose the grid.
intake-accept-label = Choose the label applied for.
intake-counts = In brief
intake-count-answers = { $n ->
    [one] answer of { $n }
   *[other] answers of { $n }
  }
intake-count-prerequisites = prerequisites of { $n }
intake-count-files = { $n ->
    [one] file, { $pages } pages
   *[other] files, { $pages } pages
  }
intake-count-patient = { $n ->
    [one] warning of patient data
   *[other] warnings of patient data
  }
intake-grid = Grid
intake-label = Label
intake-choose-one = To choose
intake-part-description = Description
intake-part-description-line = the solution and its publisher
intake-part-prerequisites = Prerequisites
intake-part-prerequisites-line = a single “no” stops the dossier
intake-part-questionnaire = Questionnaire
intake-part-questionnaire-line = each answer read in the grid’s terms
intake-part-evidence = Evidence
intake-part-evidence-line = digests computed, files never changed
intake-unanswered = { $n ->
    [one] One question without an answer
    [2] Two questions without an answer
    [3] Three questions without an answer
    [4] Four questions without an answer
    [5] Five questions without an answer
   *[other] { $n } questions without an answer
  }
intake-short-prerequisite-met = Declared answer: “{ $answer }”
intake-short-prerequisite-failed = Declared answer: “{ $answer }”
intake-short-prerequisite-pending = No answer
intake-short-evidence-required = Declared “{ $answer }”, no file attached
intake-word-missing = to complete
intake-word-wrong = to correct
intake-word-notice = to know
intake-word-fine = in order
intake-word-prerequisite-met = met
intake-word-prerequisite-failed = not met
intake-word-evidence-required = file absent
intake-word-evidence-fine = ready
intake-word-patient-page = to replace
intake-word-pdf-password = to replace
intake-word-pdf-broken = to replace
intake-do-ask = Ask
intake-do-replace = Replace the file…
intake-do-columns = Say what the columns are…
intake-do-clear = This is no patient…
intake-do-limits = Change the limit…
intake-do-limits-of = Change the limit that refuses { $place }…
intake-evidence-title = Evidence received
intake-evidence-count = { $n ->
    [one] one item
   *[other] { $n } items
  }
intake-study = Kind of study
intake-study-of = Kind of study of { $title }
intake-study-none = Not said
intake-study-unknown = { $study } (not in the grid)
intake-study-said = { $title }: { $study }.
intake-reference-alone = Reference alone
intake-references-add = Add references…
references-title = { $n ->
    [0] No reference to add
    [one] One reference to add
   *[other] { $n } references to add
  }
references-lede = Read in { $name }. They become evidence of the dossier, without a file, that everybody can cite and look up.
references-taken = What was read
references-left = { $n ->
    [one] One entry left out
   *[other] { $n } entries left out
  }
references-left-title = no title: nobody could tell what is cited
references-left-entry = no reference: its key or its kind is missing
references-left-broken = not well formed: correct it in your program, then export again
references-left-twice = twice in this file
references-left-known = already in the dossier
references-do = { $n ->
    [one] Add this reference
   *[other] Add these { $n } references
  }
references-said = { $n ->
    [one] One reference added.
   *[other] { $n } references added.
  }
intake-clear-title = No patient data?
intake-clear-text = { $place } was flagged by the program. If you opened it and found no patient in it, it will be passed on to the reviewers with the dossier.
intake-clear-do = I checked, no patient
intake-patient-kept = The flagged file is not passed on. It stays where it is on this computer, and nothing of it enters Sceau.

## The letter

letter-title = Request for completion
letter-draft = Draft
letter-to = To: { $address }
letter-no-address = The description gives no address: you will type it in the e-mail.
letter-subject = Dossier { $solution }: what is missing
letter-hello = Good morning,
letter-arrived = Your dossier { $solution } has arrived. Before pre-screening we still need:
letter-item = { $title } ({ $fact })
letter-before = Could you answer before { $date }? Nothing else has to be done again.
letter-signed = { $name }, secretariat
letter-mail = Prepare the e-mail
letter-copy = Copy
letter-again = Write the letter again
letter-mine = Take my own text again
letter-copied = Letter copied.
letter-opened = The e-mail is open in your mail program. Nothing was sent.
letter-nothing-sent = Nothing is sent from here: the letter opens in your mail program, or is copied.
error-mail-address = This e-mail address cannot be read. Copy the letter.
error-mail-too-long = The letter is too long to be handed over. Copy it.
error-mail-absent = No mail program answered. Copy the letter.

## Accepting

intake-accept-title = Accept { $solution }?
intake-accept-text = The dossier is encrypted, frozen with this grid and entered in the log: it cannot be erased afterwards, only withdrawn. Members will see its card and declare their links.
intake-number = Number of the dossier
intake-demonstration = Demonstration: everything in this dossier is invented
intake-accepting = Encrypting the files…
intake-said-accepted = Dossier { $number } accepted.
accepted-title = { $solution } is dossier { $number }
accepted-preselected = It is preselected. Members can declare their links from their next synchronisation on.
accepted-admissible = It is admissible, but not preselected.
accepted-examine = Examine the answers
accepted-next = Take another dossier in

## Columns

columns-title = What does each column hold?
columns-text = The institute will remember it for the next questionnaires received on this computer.
columns-none = Nothing for us
columns-code = Code of the criterion
columns-answer = Answer
columns-comment = Comment
columns-evidence = Evidence
columns-wrong = At least the column of codes and the column of answers are needed.
columns-keep = Remember and read again

## Examination

examine-do = Examine
examine-open = Examine the answers of { $solution }
examine-left = { $n ->
    [one] one answer to examine
   *[other] { $n } answers to examine
  }
examine-title = { $n ->
    [0] All answers are examined
    [one] One answer to examine
   *[other] { $n } answers to examine
  }
examine-text = Reviewers will see the status of each answer. A refuted answer counts as the lowest.
examine-read-only = You can read the examination; it belongs to the secretariat and the examiners.
examine-declared = The publisher states:
examine-status-of = Status of { $code }
examine-confirmed = Confirmed
examine-corrected = Corrected
examine-refuted = Refuted
examine-value = Corrected answer
examine-why = Why
examine-record = { $n ->
    [0] Record
    [one] Record one answer
   *[other] Record { $n } answers
  }
examine-read = Read the evidence and cite
examine-read-of = Read the evidence and cite for { $code }
examine-look = Read the evidence
examine-look-of = Read the evidence for { $code }
examine-evidence = Evidence for { $code }
examine-evidence-close = Close the evidence
examine-file = File
examine-cite-how = Select a passage, then cite it: reviewers will open it with one click.
examine-status-first = Give { $code } a status first: a passage supports a finding.
examined-title = Examined answers
examined-none = Every answer that was examined is confirmed, without a remark.
examined-all = See the whole examination
examine-value-missing = { $code }: give the corrected answer.
examine-why-missing = { $code }: say why, in one line.
examine-said = { $n ->
    [one] One answer recorded.
   *[other] { $n } answers recorded.
  } { $left ->
    [0] The examination is complete.
    [one] One is left.
   *[other] { $left } are left.
  }
letter-inadmissible-title = Letter of inadmissibility
letter-inadmissible-subject = Dossier { $solution }: inadmissible
letter-inadmissible = Your dossier { $solution } has arrived. It is inadmissible, since at least one answer does not meet a prerequisite:
letter-inadmissible-then = The dossier is not assessed. If that answer rests on an error, or as soon as the prerequisite is met, you can send us the dossier again.
