# Words of states, roles and lists.

app = Sceau
demo = Demonstration, invented content
demo-short = Demonstration
version = version { $v }
version-short = v { $v }
colon = :
named = { $text }: { $of }
retry = Try again
cancel = Cancel
continue = Continue
close = Close
choose = Choose
done = done
back-to-desk = Back to my desk
percent = { $n }%
n-of-m = { $n } of { $m }
n-sheets = { $n ->
    [one] { $n } sheet
   *[other] { $n } sheets
  }

date-today-at = today at { $time }
date-yesterday-at = yesterday at { $time }
date-day-at = { $day } at { $time }
deadline-paris = { $written } ({ $time } in Paris)
deadline-paris-day = { $written } ({ $day } at { $time } in Paris)
due-today = Today
due-tomorrow = Tomorrow
due-in = In { $days } days
due-late-today = Late
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
  }

role-reviewer = Reviewer
role-chair = Chair
role-vice-chair = Vice-chair
role-secretariat = Secretariat
role-officer = Officer
role-examiner = Examiner
role-acting-chair = Acting chair
role-other = Member

entity-publisher = publisher
entity-group = group
entity-parent = parent company
entity-competitor = competitor
entity-funder = funder
entity-author = study author
entity-subcontractor = subcontractor
entity-other = other

interest-category-employment = Employment or office
interest-category-consultancy = Consultancy
interest-category-study = Clinical trial or study
interest-category-speaking = Speaking or training
interest-category-grant = Grant or funding of the institution
interest-category-holdings = Holdings
interest-category-patent = Patent or royalties
interest-category-design = Product design
interest-category-competitor = Any of these with a competitor
interest-category-family = Family or close person
interest-category-position = Public position taken
interest-category-other = Other
interest-paid-no = Unpaid
interest-paid-me = Paid to me
interest-paid-institution = Paid to my institution

status-declared = Declared
status-confirmed = Confirmed
status-corrected = Corrected
status-refuted = Refuted

change-assigned = the dossier is assigned to you.
change-card = a dossier waits for your declaration of interests.
change-evidence = { $count ->
    [one] one file has arrived.
   *[other] { $count } files have arrived.
  }
change-key = the key has arrived, the dossier opens.
change-opened = the sheets are open.
change-recused = you are recused.
change-presides = you act as its chair from now on.
change-returned = the sheet is yours again.
change-device = a new computer was added by { $by }.
change-device-confirmed = your new computer is confirmed by { $by }.
change-label = the label is published.
change-discussion = the discussion goes on.
change-label-life = the state of the label has changed.
change-motion = the vote is open.
change-vote-closed = the vote is closed.
change-decision = the board’s decision is on record.
change-other = something has changed.

receipt-row-sheets = Sheets submitted
receipt-row-marks = Marks and reasons
receipt-row-anchors = Passages cited
receipt-row-notes = Highlights and notes
receipt-row-interests = Declarations of interests
receipt-row-ballots = Ballots
receipt-row-evidence = Files to read
receipt-row-decisions = Decisions of the board
receipt-row-other = Other items
receipt-is-identical = identical
receipt-is-to-send = to send
receipt-is-refused = refused
receipt-is-differs = different
receipt-is-unknown = not compared yet
receipt-state-identical = identical
receipt-state-waiting = to send
receipt-state-refused = refused
receipt-state-differs = different
count-sheets = { $n ->
    [one] { $n } sheet
   *[other] { $n } sheets
  }
count-marks = { $n ->
    [one] { $n } mark
   *[other] { $n } marks
  }
count-anchors = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
  }
count-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
  }
count-interests = { $n ->
    [one] { $n } declaration
   *[other] { $n } declarations
  }
count-ballots = { $n ->
    [0] no ballot
    [one] { $n } ballot
   *[other] { $n } ballots
  }
count-evidence = { $n ->
    [one] { $n } file
   *[other] { $n } files
  }
count-decisions = { $n ->
    [one] { $n } decision
   *[other] { $n } decisions
  }

verdict-word-valid = Valid
verdict-word-invalid = Not valid
verdict-word-indeterminate = Indeterminate
verdict-word-unreadable = Unreadable
verdict-line-valid = The certificate is genuine
verdict-line-invalid = This file must not be used
verdict-line-indeterminate = Not everything could be checked
verdict-line-unreadable = This file is not a label’s certificate
verdict-then-valid = The institute did decide this label, for this version of the solution.
verdict-then-invalid = Ask the publisher for the original certificate.
verdict-then-indeterminate = Check again online before deciding.
verdict-then-unreadable = Check that it is the PDF that the institute handed over, or ask for it again.
verdict-check-passed = Checked:
verdict-check-failed = Failed:
verdict-check-unknown = Not checked:
verdict-check-note = Worth knowing:

key-up = Up
key-down = Down
key-left = Left
key-right = Right
key-shift = Shift
key-enter = Enter
key-space = Space
key-escape = Esc

language-system = As the system
language-fr = Français
language-en = English
theme-system = As the system
theme-light = Light
theme-dark = Dark
density-dense = Dense
density-comfortable = Comfortable

act-palette = Search or act
act-keys = Keys of this screen
act-pane-next = Next pane
act-pane-previous = Previous pane
act-find = Find in the file
act-filter = Go to the filter
keys-evidence = In the text of the file
reading-sentence = Next, previous sentence
reading-extend = Extend the selection by a sentence
reading-word = Extend the selection by a word
reading-paragraph = Extend the selection by a paragraph
reading-menu = Open the selection’s menu
reading-page = Next, previous page
key-page-down = PgDn
key-page-up = PgUp
act-undo = Undo the last change
act-redo = Redo
act-save = Say when everything was saved
act-receipt = Sync receipt
act-print = Print what is open
act-sidebar = Widen or narrow the menu
act-list = List of files
act-settings = Settings
act-zoom-in = Zoom in
act-zoom-out = Zoom out
act-zoom-reset = Page width
act-back = Previous screen
act-forward = Next screen
act-mark = Give a mark
act-na = Not applicable
act-next = Next criterion
act-previous = Previous criterion
act-gap = Next mark without evidence
act-reason = Go to the reason
act-highlight = Highlight the selection
act-cite = Cite the selection for the criterion
act-note = Note on the selection
act-region = Cite a region of the page
act-to-text = Go to the page’s text
act-open-passage = Open the criterion’s next passage
act-to-page = Go to page
act-search = Search all files
