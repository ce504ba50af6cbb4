# The sentences of the screens.

nav = Main
nav-desk = My desk
nav-reviews = Review
nav-verify = Check
menu = Menu
skip-main = Skip to content
skip-work = Skip to the criterion

## My desk

desk-title = { $n ->
    [0] Nothing is waiting for you
    [1] One thing is waiting for you
    [2] Two things are waiting for you
    [3] Three things are waiting for you
    [4] Four things are waiting for you
    [5] Five things are waiting for you
    [6] Six things are waiting for you
    [7] Seven things are waiting for you
    [8] Eight things are waiting for you
    [9] Nine things are waiting for you
   *[other] { $n } things are waiting for you
  }
desk-empty-title = You will be told here
desk-empty = A dossier to review or a declaration to make will show on this desk as soon as it arrives.
desk-week = This week
desk-later = Later
desk-submitted = Submitted
desk-recused = Recused
desk-remind = Expected from members
desk-remind-soon = Remind of the deadline: { $solution }
desk-remind-late = Remind again: { $solution }
desk-remind-line = Expected from { $names }.
desk-do-remind-soon = Remind…
desk-do-remind-late = Remind…
desk-next = To review first
desk-next-text = Those reviewed least come first, as of yesterday.
desk-aside = Search and news
desk-since = Since { $moment }
desk-changes = What changed
desk-task-declare = Declare your interests: { $solution }
desk-task-renew = Confirm your interests: { $solution }
desk-renew-line = Confirm your interests by the end of { $date }.
desk-task-wait-key = Wait for the key: { $solution }
desk-task-review = Review: { $solution }
desk-do-declare = Declare
desk-do-renew = Confirm
desk-do-wait-key = Sync
desk-do-review = Review
desk-do-resume = Resume
desk-row-name = { $action }, { $solution }, due { $due }, { $date }
desk-wait-key = Your interests are declared. The dossier’s key will come with the next sync.
desk-new = { $n ->
    [one] { $n } criterion to mark
   *[other] { $n } criteria to mark
  }, { $publisher }.
desk-resume = Resume at criterion { $c }.
desk-gaps = { $n ->
    [one] One mark still lacks evidence.
    [2] Two marks still lack evidence.
   *[other] { $n } marks still lack evidence.
  }
desk-sealed = sheet sealed { $moment }.
desk-sealed-until = Nobody can read it before it opens on { $date }.
desk-sealed-closed = Nobody can read it before it opens.
desk-sealed-waits = It has not reached the registry yet.
desk-opened = the sheets are open, yours too.
desk-said-new = New task. { $task }
reviews-title = { $n ->
    [0] No dossier to review
    [one] One dossier to review
   *[other] { $n } dossiers to review
  }

## First start

enrol-steps = Steps of the first start
enrol-lede = First start on this computer. About three minutes.
enrol-step-invitation = Invitation
enrol-step-invitation-line = Received from the secretariat
enrol-step-keys = Make your keys
enrol-step-keys-line = They never leave this computer
enrol-step-digits = Read twenty digits
enrol-step-digits-line = So that it is really you
enrol-step-confirmation = Confirmation
enrol-step-confirmation-line = Two persons recognise you
enrol-invitation-title = Paste or open your invitation
enrol-invitation-text = A link, a code or a file that the secretariat gave you. It works once.
enrol-invitation-drop = You can also drop the invitation file on this window.
enrol-code = Invitation link or code
enrol-code-hint = Paste all of it. It is sent to nobody before it was checked here.
enrol-code-empty = Paste the link or the code that you received, or open the invitation file.
enrol-file = Open the file…
enrol-institute = Institute
enrol-registry = Registry
enrol-expires = The invitation holds until
enrol-keys-title = Make your keys on this computer
enrol-keys-keyring = They will rest in the system’s keyring. A passphrase protects them further, if you wish.
enrol-err-keyring = There is no system keyring. Choose a passphrase; without one, nothing is written to this disk.
enrol-keys-do = Make the keys
enrol-keys-busy = Making the keys, a few seconds…
enrol-keys-after = Until two persons have confirmed, no dossier opens. If this computer is lost, one call is enough: its access is removed.
enrol-read = Read these twenty digits aloud to the secretariat.
enrol-digits = Twenty digits in four groups
enrol-digits-text = The secretariat types them as you go. If they differ, someone poses as you or as the registry, and nothing opens.
enrol-group = Group { $i }:
enrol-phone = Secretariat: { $phone }
enrol-digits-next = I have read the digits, wait for the rest
enrol-digits-again = See the digits again
enrol-unsent = The registry has not received your request yet. It will go when you are online.
enrol-waiting = The secretariat has typed your digits. Waiting for the second confirmation.
enrol-keyboard = Everything can be done from the keyboard
enrol-waiting-first = Waiting for the secretariat to type your digits.
enrol-waiting-text = You may close this window: you will find the rest at the next start.
enrol-secretariat = Secretariat
enrol-officer = An officer or the chair
enrol-awaited = Confirmation awaited
enrol-confirmed = Confirmed { $moment }
enrol-confirmed-by = Confirmed by { $name }, { $moment }
enrol-check = Check now
enrol-typed = The secretariat has typed your digits.
enrol-done = Done. Your desk opens.
enrol-cancel = Give up, and keep nothing

## Passphrase, lock

passphrase = Passphrase
passphrase-optional = Passphrase (optional)
passphrase-again = The same, once more
passphrase-hint = At least { $n } characters. Four unrelated words make a good one. Nobody can recover it for you.
passphrase-short = At least { $n } characters are needed.
passphrase-differs = The two passphrases differ. Type the second again.
lock-title = Your desk is locked
lock-start = Type your passphrase to open it.
lock-idle = Locked after some time without activity. Your text is saved.
lock-person = Locked at your request. Your text is saved.
lock-opening = Opening, a few seconds…
lock-opened = Your desk is open.
lock-now = Lock now
unlock = Open my desk

## Interests

interest-dossier = Dossier { $number }
interest-title = { $solution } is still closed
interest-ask = In the last five years, have you had any link with { $publisher }, its competitors or its studies?
interest-entities = Names cited by the dossier
interest-before = Answer expected before { $date }
interest-none = No link
interest-some = I have a link…
interest-first = The dossier opens as soon as you have answered.
interest-said = Your declaration is signed and saved.
interest-review-title = { $solution }: your link is being examined
interest-review-text = Declared { $moment }. The chair will decide, with a reason. Until then the dossier stays closed.
interest-key-title = { $solution } will open soon
interest-key-text = You declared your interests { $moment }. The dossier’s key will come from the secretariat, with one of the next syncs.
interest-open-title = { $solution } is open
interest-open-text = Your declaration is made. You can read the files and give marks.
interest-open-reader = Your declaration is made. You can read the files and take notes; no sheet is asked of you so far.
interest-read = Read the dossier
interest-form-title = Say this link in plain words
interest-link = Link { $i }
interest-category = Of which kind?
interest-entity = With whom?
interest-from = Since
interest-to = Until
interest-dates = Year, or year and month: 2023 or 2023-05. Empty if the link still runs.
interest-identifier = Its number, if you know it (SIREN, ORCID, RPPS)
interest-paid = Was there any payment?
interest-text = In one or two sentences
interest-wrong-category = Choose a kind of link.
interest-wrong-entity = Write the name of the person or organisation.
interest-remove = Remove link { $i }
interest-add = Add another link
interest-then = The chair reads this declaration and decides, with a reason. Nothing is decided by the machine.
interest-declare = Declare and sign
own-links = My links with this dossier…
interest-year = Your declaration
interest-until = Valid up to and including { $date }.
interest-ran-out = Your declaration was valid until { $date }.
interest-ran-out-text = Nothing that you wrote is lost, and the dossier stays open to you. Secretariat and chair see that it is to be renewed; until then you are not named for new reviews.
interest-had-none = You had declared that you have no interest.
interest-same = Nothing has changed
interest-same-judged = The chair will read these interests again. What was decided holds until then.
interest-not-here = This computer cannot read what you had declared: say it again as a whole.
interest-changed = Has something changed?
interest-changed-text = Declare a new link, or step back from the dossier right away.
interest-changed-more = Complete your declaration, or step back from the dossier without waiting for the decision.
interest-complete = Complete my declaration…
interest-shuts = Until the decision the dossier is closed to you. What you wrote in it stays on this computer.
step-back-open = Step back…
step-back-ask = Step back from { $solution }?
step-back-do = Step back
step-back-level = How far?
step-back-discuss = I read and discuss, without marks or vote
step-back-full = I step back altogether
step-back-consequence-discuss = Your sheet no longer counts and you do not vote. You read and discuss like everybody else.
step-back-consequence-full = The key of the dossier, the evidence and your drafts are erased from this computer. Your reasons and notes will be offered once, to keep in a file.
step-back-one-way = The way back is no longer yours: the chair decides, with a reason.
step-back-reason = Reason, if you wish
step-back-known = The board will know that there is a recusal and how far it goes. The reason is read only by those who judge links.
step-back-said-discuss = You no longer mark this dossier, nor vote on it.
step-back-said-full = You are recused. The dossier is closed on this computer.
recusal-title = You take no part in this dossier
recusal-done = Its key was removed from this computer. You count neither in the quorum nor in the averages.
recusal-limit = A copy made earlier cannot be recalled.
interest-decided-criteria = The chair decided that you do not mark { $criteria }. You read, debate and vote like the others.
interest-decided-discuss = The chair decided that you read and debate; your sheet does not count, and you do not vote.
recusal-words = Your reasons and notes on this dossier are still here, without a word of the evidence. Keep them in a file, or let them go: they will not be offered again.
recusal-words-save = Keep my reasons…
recusal-words-forget = Erase them
recusal-words-saved = Your reasons are in the file. Sceau no longer has them.
recusal-words-forgotten = Your reasons are erased from this computer.
recusal-short = you take no part in it, its key was removed from this computer.

## Sync

receipt-title = Sync receipt
receipt-lede = This computer and the registry, compared line by line.
receipt-what = Your items
receipt-here = Here
receipt-there = Registry
receipt-there-at = Registry at { $time }
receipt-digest = Digest(s)
receipt-verdict = Comparison
sync-offline = Offline
sync-offline-since = Offline since { $time }
sync-offline-waiting = { $n ->
    [0] Everything is in the registry already.
    [one] Your unsent item will go when you are online.
   *[other] Your { $n } unsent items will go when you are online.
  }
sync-offline-safe = Offline since { $time }. Nothing is lost.
sync-offline-text = { $n ->
    [0] Nothing waits on this computer.
    [one] One item waits on this computer. It will go when you are online, overwriting nothing.
   *[other] { $n } items wait on this computer. They will go when you are online, overwriting nothing.
  }
sync-to-send = { $n ->
    [0] Not compared with the registry yet
    [one] One item to send
   *[other] { $n } items to send
  }
sync-safe = Nothing is lost. Nothing will be overwritten.
sync-same = Identical to the registry
sync-checked = Checked at { $time }
sync-running = Sending: { $a } of { $b } items
sync-busy = Talking to the registry…
sync-see = See the receipt
sync-identical = Identical on both sides
sync-identical-text = Counts and digests were compared, line by line.
sync-differs = The registry and this computer count differently
sync-err-differs = { $a } entries here, { $b } there. Both versions are kept. Tell the secretariat, with this receipt.
sync-refused = The registry refused an item
sync-last-equal = Last complete equality: { $moment }
sync-retry = Sync now
sync-print = Print the receipt
sync-past = Earlier receipts
sync-how = How this is counted
sync-how-text = The registry cannot read your rows, which are sealed. “Registry” counts the rows of the batches whose presence in its log it has proved; the digest covers those batches. What both sides compare is the number of log entries and the root.
sync-entries = Log entries
sync-here-there = { $a } here, { $b } at the registry
sync-root-here = Root here
sync-root-there = Root at the registry
sync-said-offline = Offline. Everything is saved on this computer.
sync-said-identical = Identical on both sides, { $time }

## Palette, keys, settings

palette-title = Search or act
palette-open = Search or act
palette-none = Nothing of that name here. Try a dossier, a criterion or an action.
keys-title = Keys
keys-hint = shows all keys
keys-search = Find a key
keys-everywhere = Everywhere
keys-review = Review
keys-act = Action
keys-letter = Letter
keys-twin = With a command key
keys-letters-on = Bare letters and digits act in their pane only, never in a text field.
keys-letters-off = Shortcuts of one letter are off in the settings.
settings-title = Settings
settings-language = Language
settings-theme = Theme
settings-density = Density
settings-text-size = Zoom
settings-letters = Shortcuts of one letter
settings-letters-text = Each letter also has a combination, a button and an entry in the palette.
settings-idle = Lock
settings-idle-after = { $n ->
    [one] After one minute without activity
   *[other] After { $n } minutes without activity
  }
settings-idle-never = Never
settings-idle-none = Without a passphrase, the lock of your session is the lock of Sceau.
limits-title = Intake
limits-lede = What this desk takes from a publisher. What is above is refused with its reason.
limits-file = MB for a file
limits-package = MB for a package
limits-count = Files in a package
limits-range = From { $least } to { $most }, usually { $usual }.
limits-memory = The package in hand is held in the memory of the computer until it is accepted or put away; reading it takes its size, and twice that of its largest file.
limits-keep = Keep the limits
limits-kept = Limits kept.
settings-kept = Setting kept on this computer.
about-version = Version
about-cipher = Encryption of the database

## Certificate

verify-title = Check a certificate
verify-drop = Drop the PDF on this window, or
verify-choose = choose a file
verify-kept-not = The file is not kept.
verify-busy = Checking…
verdict-label = { $product }, version { $version }, no. { $number }
verdict-until = up to and including { $date }
verdict-list-read = List of states read { $moment }
verdict-proves = What this proves.
verdict-do = What to do?

## Review

review-crumb = Review
review-blind = Blind until { $date }
review-blind-short = Blind
review-sealed = Sealed
review-opened = Open
review-saved = Saved at { $time }
review-saved-already = Already saved at { $time }. Sceau saves at every key.
review-saving = Saving…
review-unsaved = Not saved yet
review-submit = Submit the sheet…
review-submit-short = Submit…
review-locked = Sealed { $moment }. To correct it, take it back before the opening.
review-locked-opened = The sheets are open: yours no longer changes here.
review-locked-kept = Sealed { $moment }. It counts, and you are no longer among the reviewers: it changes no more.
review-locked-reader = No sheet is asked of you so far: you read the files and take notes.
review-locked-opened-reader = The sheets are open; none of them is yours.
review-reader = Reading only
review-take-back = Take the sheet back
review-taken-back = The sheet is yours again.
review-banner-offline = Offline since { $time }.
review-banner-waiting = { $n ->
    [one] Everything is saved on this computer; one item will go when you are online.
   *[other] Everything is saved on this computer; { $n } items will go when you are online.
  }
review-banner-deadline = The deadline is near: { $date }. The sheet must reach the registry before.
review-banner-fold = Fold
review-tab-list = Files
review-tab-evidence = Evidence
review-tab-criterion = Criterion
review-page-own = { $label } ({ $n } of { $m })
review-page-short = p. { $n }
review-files = Files
review-files-none = This dossier has no file. Mark it from the questionnaire.
review-file-name = File { $n }: { $title }
review-file-here = { $size }, readable offline
review-file-reference = Reference, no file enclosed
review-file-fetching = Being received
review-file-absent = Not received yet
review-file-altered = Digest differs
review-passages-n = { $n ->
    [one] { $n } passage
   *[other] { $n } passages
  }
review-passages-here = Your passages in this file
review-passages-none = No passage of yours in this file.
review-search-all = All files
review-search-find = Find in the file
review-search-go = Search
review-search-results = { $n ->
    [0] No result for “{ $query }”
    [one] One result
   *[other] { $n } results
  }
review-search-busy = Reading the files: { $a } of { $b }
review-search-more = The first { $n } results are shown.
review-search-end = Leave the search
review-files-ready = { $n ->
    [one] One file checked, readable offline
   *[other] { $n } files checked, readable offline
  }
review-evidence-pane = Evidence: { $title }, page { $page } of { $pages }
review-evidence-none = Choose a file in the list.
review-page = page { $n }
review-page-of = page
review-page-number = Go to page
review-page-last = / { $n }
review-page-previous = Previous page
review-page-next = Next page
review-page-label = Page { $n }
review-page-text = Text of page { $n }
review-zoom = Zoom
review-opening = Opening { $file }
review-opening-bytes = { $a } of { $b } decrypted.
review-page-drawing = Page { $n } is being drawn…
review-page-slow = This page takes long to draw. You can wait, or go to another one.
review-page-stop = Stop this page
review-page-stopped = Page { $n } stopped. Its text can still be read and cited.
review-page-again = Draw it anyway
review-notext = This page has no text: cite regions.
review-selection = Selection
review-highlight = Highlight
review-cite = Cite for { $c }
review-note = Note
review-region = Cite a region
review-region-help = Region: arrows move it, Shift and arrows resize it, Enter asks what it shows. With the mouse, draw it.
review-region-text = What does this region show?
review-region-hint = This description stands for the picture for whoever cannot see it.
review-region-note = Write a note…
review-region-cite = Cite the region for { $c }
review-region-quote = Region: { $text }
review-note-title = Note on this passage
review-note-text = Your note
review-note-keep = Keep the note
review-note-remove = Remove
review-note-mark = Note: { $text }
review-highlight-mark = Highlight
review-cite-mark = Cited for { $c }
review-cited = Cited for { $c }, page { $p }. { $n ->
    [one] One passage.
   *[other] { $n } passages.
  }
review-uncited = Passage removed from { $c }.
review-noted = Note kept, page { $p }.
review-removed = Removed.
review-no-selection = Select a passage in the page first.
review-no-region = A picture has no text: draw a region first (key R, or “Cite a region”).
review-sentence = Sentence: { $text }
review-pages = { $n ->
    [one] { $n } page
   *[other] { $n } pages
  }
review-axis = Axis { $n }. { $title }
review-axis-done = { $n } of { $m } marked
review-progress = { $n } of { $m } criteria marked
review-steps = Criteria of the axis, with their marks
review-step-name = { $c }, { $mark }{ $gap ->
    [yes] , without evidence
   *[no] { "" }
  }
review-step-none = no mark
review-step-mark = mark { $mark }
review-criterion = Criterion { $c }
review-criterion-pane = Criterion { $c }
review-criterion-said = Criterion { $c }, { $i } of { $n } in the axis, { $mark }.
review-help = Marking help
review-help-close = Close the help
review-declared = The publisher states
review-declared-none = The publisher gave no answer.
review-declared-quote = “{ $answer }”
review-corrected = Corrected to “{ $answer }”
review-examiner-why = The examiner: { $why }
review-status = Status of the answer
review-marks = Mark of criterion { $c }
review-na = Not applicable
review-na-short = n/a
review-value = Answer
review-value-clear = Clear
review-marked = Mark { $mark }.
review-marked-na = Not applicable.
review-cleared = Mark cleared. The reason is kept.
review-not-mine = You do not mark { $c }: recused from this criterion.
review-not-mine-why = Reason: { $reason }
review-not-mine-before = What you had written there stays on this computer; none of it is sealed or counted.
review-because = Because
review-because-hint = The board will read your reason after opening
review-proofs = Evidence
review-proofs-none = Select a passage in a file, then cite it.
review-proofs-empty = No passage is cited.
review-cite-selection = Cite the selection
review-passage-place = { $title }, p. { $p }
review-remove-passage = Remove this passage: { $quote }
review-illustrative = Illustrative grid, version { $v }
review-grid = { $title }, version { $v }
review-previous = Previous
review-next = Next
review-gaps = { $n ->
    [0] Every mark has its evidence
    [one] One mark lacks evidence
   *[other] { $n } marks lack evidence
  }
review-gaps-short = { $n ->
    [0] Evidence complete
   *[other] { $n } lack evidence
  }
review-gaps-only = Without evidence only
review-gaps-filter = List the marks that lack evidence, or all criteria of the axis
review-gaps-all = All criteria of the axis.
review-no-gap = No mark lacks evidence.
review-last = This is the last criterion.
review-first = This is the first criterion.
review-summary-title = Submit the sheet
review-summary-complete = All { $n } criteria are marked, each with its evidence.
review-summary-check = { $n ->
    [0] No mark is missing
    [one] One mark is missing
   *[other] { $n } marks are missing
  }, { $m ->
    [0] none lacks evidence
    [one] one lacks evidence
   *[other] { $m } lack evidence
  }.
review-summary-marked = Marked
review-summary-unmarked = No mark
review-summary-evidence = No evidence
review-summary-na = Not applicable
review-summary-reason = Reason needed
review-summary-go-to = Go to criterion { $c }
review-summary-late = The deadline has passed: { $moment }. The sheet leaves all the same, with its hour; it counts if the chair accepts it.
review-appeal = Second look: the publisher appealed ({ $ground }).
review-appeal-read = Read the appeal
review-summary-rule = You may still submit if the bylaws allow it.
review-summary-seal = A submitted sheet is sealed: nobody can read it before the opening, unless two officers broke their word together. You can take it back until then.
review-submit-go = Submit and seal
review-submit-back = Go on marking
review-submit-busy = Signing and sealing…
review-submit-done = Sheet submitted and sealed. You can take it back until opening.
review-err-write = This word could not be saved. Your text stays on screen, Sceau is trying again. { $why }
review-err-written = Saved again.
review-undo-mark = mark of criterion { $c }
review-undo-reason = reason of criterion { $c }
review-undo-anchor = passage of criterion { $c }
review-undo-note = note, page { $p }
examine-undo = answer { $c }
review-undone = Undone: { $action }
review-redone = Redone: { $action }
review-nothing-undo = Nothing to undo.
review-nothing-redo = Nothing to redo.
review-redo = Redo
review-undo = Undo
review-resize = Width of the pane
review-refetch = Ask for the file again
review-refetched = The file will be asked for at the next exchange.
review-image = Image: { $title }
review-picture-pane = Evidence: image “{ $title }”
review-pane-list = Files pane
review-drawer = List of files
size-kb = { $n } kB
size-mb = { $n } MB

## Errors that the window says itself

error-reference = ref. { $code }
error-other = This action did not succeed. What was saved stays saved. Try again, then write to the secretariat with the reference { $code }.
error-program = The program did not answer as expected. What was saved stays saved. Close the window and open it again.
error-invitation-none = This text is no invitation. Nothing was kept. An invitation is a link that ends in “join#” and a code, or that code alone, which begins with “sceau1:”.
error-invitation-no-code = This address has no code. Nothing was kept. Copy it whole, with all that follows the sign “#”.
error-invitation-unreadable = This code is not a whole invitation. Nothing was kept. Copy it again, from the first character to the last.
error-passphrase-missing = The passphrase is missing. Type the one you chose.
error-passphrase-wrong = This is not this desk’s passphrase. Nothing was opened. Check the capitals, then type it again.
error-passphrase-wait = Too many attempts. Wait { $seconds } seconds, then type the passphrase again.
error-database-newer = This desk was written by a newer version of Sceau. It was not touched. Update Sceau to open it.
error-registry-unreachable = The registry did not answer. Everything stays on this computer and will go when you are online.
error-evidence-altered = File { $number } is not the one in the dossier. Nothing was shown. Ask for it again, or tell the secretariat.
error-evidence-absent = File { $number } is not on this computer yet. It will come with the next sync.
error-evidence-type = This file is neither a PDF nor an image. Nothing was shown. Tell the secretariat.
error-pdf-encrypted = This file is protected by a password. Nothing was shown. Tell the secretariat, who will ask for an unprotected copy.
error-pdf-broken = This file is damaged and cannot be read. Your passages are intact. Tell the secretariat.
error-pdf-stopped = Opening this file was stopped. Nothing is lost. Try again, or go to another file.
error-pdf-empty = This file has no page. Tell the secretariat.
error-pdf-page = This page cannot be drawn. The other pages can still be read.
error-pdf-giant = This page is too large to be drawn. The other pages can still be read.
error-image-broken = This image is damaged and cannot be shown. Tell the secretariat.

## After the deadline
review-late = Undecided
review-locked-late = Submitted { $moment }, after the deadline. The chair will decide; your sheet is kept with its time.
desk-sealed-late = sheet submitted { $moment }, after the deadline. The chair will decide; it is kept with its time.
drop-not-here = Nothing here takes this file: a certificate is dropped to be verified, a dossier is received by the secretariat.
