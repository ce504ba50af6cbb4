# Public pages of the registry.

registry-title = Public registry of labels
registry-skip = Skip to the content
registry-nav = Main navigation
registry-nav-labels = Labels
registry-nav-verify = Verify a certificate
registry-other-language = Français
registry-demonstration = Demonstration, invented product
registry-demonstration-board = Demonstration: everything here is invented.
registry-footer = These pages need no script and keep nothing of your visit.

registry-list-title = Published labels
registry-list-lead = { $count ->
    [0] No label is published yet.
    [one] One published label.
   *[other] { $count } published labels.
}
registry-list-number = Number
registry-list-solution = Solution
registry-list-label = Label
registry-list-state = State
registry-list-holder = Holder
registry-list-until = Until
registry-list-search = Look for a solution, a holder or a number
registry-list-find = Search
registry-list-found = { $count ->
    [0] No label matches. Check the spelling, or try fewer words.
    [one] One label found.
   *[other] { $count } labels found.
}
registry-list-all = See all labels

registry-label-number = Label no. { $number }
registry-label-by = { $use }, by { $holder }
registry-label-decided = Label “{ $label }”, decided on { $date }
registry-label-version = version { $version }
registry-label-why = Why this label
registry-label-improve = What remains to improve
registry-label-reservations = Reservations
registry-label-improve-none = Nothing was noted.
registry-label-is-not = What this label is not.
registry-label-is-not-text = This label is an expert opinion given on a stated date about a stated version. It is not a CE mark, not reimbursement by the national health insurance, not an opinion of HAS, and no guarantee of safety or efficacy.
registry-label-life = Life of the label
registry-life-published = Published
registry-life-published-detail = Signed certificate, in the registry as no. { $number }
registry-life-effective = Takes effect
registry-life-effective-detail = Valid up to and including { $date }
registry-life-decided = Decided
registry-life-decided-detail = By the board of experts
registry-life-ended = Expired
registry-life-suspended = Suspended
registry-life-reinstated = Suspension lifted
registry-life-extended = More time given
registry-life-confirmed = Label made definitive
registry-life-withdrawn = Withdrawn
registry-life-renounced = Given up by its holder
registry-life-superseded = Replaced
registry-life-lapsed = Lapsed
registry-life-announced = End announced
registry-label-reason = Reason:
registry-code-alt = 2-D code of label { $number }
registry-code-title = Code of the certificate
registry-code-text = Printed on the certificate, it leads to this page.
registry-code-same = The code that you scanned is this certificate's.
registry-code-other = The code that you scanned is not this certificate's: it may come from a replaced or false certificate.
registry-verify-label = Verify this label
registry-verify-good = Signature intact, label not suspended.
registry-verify-good-word = Valid
registry-verify-today = today at { $time }.
registry-verify-bad-word = Not valid
registry-verify-unknown-word = Indeterminate
registry-verify-missing = The signed certificate is not on this registry yet.
registry-verify-authority-missing = The institute's seal authority is not on this registry yet.
registry-verify-altered = The file kept here no longer matches its signature.
registry-certificate = Signed certificate, PDF, { $size } kB
registry-certificate-state = Certificate (label { $state })
registry-verify-file = Verify a file that you received
registry-fact-entry = Entry
registry-fact-entry-text = at least { $mark } / { $scale }
registry-fact-class = HAS class
registry-fact-grid = Grid
registry-fact-bylaws = Bylaws
registry-fact-version = { $id } v{ $version }
registry-fact-illustrative = illustrative
registry-fact-signatories = Signatories
registry-fact-vote = Vote
registry-fact-vote-text = quorum met, { $recusals }
registry-fact-opinion = Opinion
registry-fact-opinion-text = Read the reasoned opinion
registry-fact-data = Data
registry-fact-block = Block

registry-opinion-title = Reasoned opinion of the board on { $solution }
registry-opinion-outcome = What the board decided
registry-opinion-grant = Label granted.
registry-opinion-grant-with-reservations = Label granted with reservations.
registry-opinion-change = Criterion { $criterion }, what would change the opinion:
registry-opinion-vote = The vote in figures
registry-opinion-no-figures = No figures were published with this label. Its reasons and what remains to improve are above.
registry-opinion-electors = Electors
registry-opinion-present = Present
registry-opinion-present-text = { $have }, { $need } were needed
registry-opinion-voters = Ballots counted
registry-opinion-recused = Recusals
registry-opinion-recusals = { $count ->
    [0] no recusal
    [one] one recusal
   *[other] { $count } recusals
}
registry-opinion-recused-none = None
registry-opinion-choice = Choice
registry-opinion-total = All
registry-opinion-marks = Marks by axis
registry-opinion-marks-text = Marks out of { $scale } given by the reviewers, each on their own sheet. Half of them lie within the spread. An axis marked by fewer than { $n } people is not published.
registry-opinion-marks-none = No axis was marked by { $n } people or more: no mark is published.
registry-opinion-illustrative = Illustrative grid, this is not the MDS score.
registry-opinion-axis = Axis
registry-opinion-sheets = Sheets
registry-opinion-median = Median
registry-opinion-spread = Spread
registry-opinion-spread-text = { $low } to { $high }
registry-opinion-confidential = What stays confidential.
registry-opinion-confidential-text = Everybody's own marks and ballots, sheets, the board's discussions, the mark that the publisher gives itself, and the details of declared interests. Experts thus judge without pressure.
registry-opinion-back = Back to the label

registry-join-title = You have received an invitation
registry-join-lead = This address is an invitation to the board. It works once, in the application Sceau.
registry-join-install = Install Sceau on your computer, then open it.
registry-join-paste = Copy the whole address of this page, with all that follows the sign “#”, and paste it into the first window.
registry-join-digits = Sceau shows twenty digits: call the secretariat at a number that you know, and read them aloud.
registry-join-kept = This registry does not receive the code of the address, which your browser keeps to itself. Pass this address on to nobody.

registry-feed-entry = { $label }: { $word }

registry-embed-title = Show this label on a site
registry-embed-lead = This block is read from the registry each time it is shown: if the label is suspended or withdrawn, it says so.
registry-embed-copy = To be copied into the page

registry-state-active = In force
registry-state-active-provisional = Provisional
registry-state-formal-notice = In force
registry-state-suspended = Suspended
registry-state-withdrawn = Withdrawn
registry-state-renounced = Given up
registry-state-expired = Expired
registry-state-lapsed = Lapsed
registry-state-superseded = Replaced
registry-state-not-yet-effective = Decided
registry-state-none = No label
registry-state-active-text = until { $date }, for version { $version }
registry-state-active-provisional-text = until { $date }, for version { $version }: evidence due by { $evidence }
registry-state-formal-notice-text = until { $date }, for version { $version }, after a formal notice
registry-state-suspended-text = since { $since }: not to be relied on
registry-state-withdrawn-text = on { $since }: no longer to be relied on
registry-state-renounced-text = by its holder on { $since }: no longer to be relied on
registry-state-expired-text = on { $date }: no longer to be relied on
registry-state-lapsed-text = since { $since }: the evidence was not received
registry-state-superseded-text = by label no. { $successor } since { $since }
registry-state-not-yet-effective-text = , effective on { $effective }
registry-state-none-text = under this number on that date

registry-verify-title = Verify a certificate
registry-verify-lead = A file or a number in, one answer out, in plain words.
registry-verify-file-label = The certificate, as a PDF
registry-verify-file-hint = The file is not kept.
registry-verify-file-send = Verify this file
registry-verify-number-label = Label number
registry-verify-number-hint = For example 2026-001
registry-verify-number-send = Verify
registry-verify-checks = What was checked
registry-verify-proves = What this proves.
registry-verify-proves-text = The institute did decide this label, and today it holds for version { $version }.
registry-verify-do = What to do?
registry-verify-do-invalid = Ask the publisher for the original certificate. This file must not be used.
registry-verify-do-ended = Do not rely on this label. Its page tells its history.
registry-verify-do-unknown = Do not decide on this answer alone: check again later, or write to the institute.
registry-verify-page = Page of label { $number }
registry-verify-valid-text = { $solution }, no. { $number }, in force
registry-verify-invalid-text = This file must not be used
registry-verify-ended-text = { $solution }, no. { $number }: this label is not in force
registry-verify-suspended-text = { $solution }, no. { $number }: label suspended, not to be relied on
registry-verify-unknown-text = What is missing is said below
registry-verify-not-found = No label has the number { $number }. Check the digits, or send the certificate.
registry-verify-no-number = This is not a label number: it is written with the year and a rank, such as 2026-001.
registry-verify-no-file = No file has arrived. Choose the certificate, then send it.
registry-verify-not-pdf = This file is not a readable PDF.
registry-verify-too-large = This file is too large: a certificate weighs less than 16 MB.
registry-verify-too-often = Many files were verified from here in a short time. Try again in a minute.
registry-refused = This page could not be shown. Try again in a moment.
registry-check-unchanged = Document unchanged since it was signed
registry-check-changed = Document changed after it was signed
registry-check-signed = Signed by { $signer }
registry-check-signer-unknown = The signer is not this registry's institute
registry-check-same = This is the file that the registry publishes
registry-check-other = This is not the file that the registry publishes under this number
registry-check-unpublished = The registry publishes no label under no. { $number }
registry-check-state = State of the label: { $state }
registry-check-state-read = Read just now, at { $time }
registry-check-level = Level of the signature: { $level }
registry-check-no-claim = This PDF holds no label credential

registry-missing-title = There is nothing at this address
registry-missing-text = Look for the label by its number, or go back to the list.
registry-not-founded = No institute was founded on this registry yet.

registry-date = { $day } { $month } { $year }
registry-first = 1
registry-month-1 = January
registry-month-2 = February
registry-month-3 = March
registry-month-4 = April
registry-month-5 = May
registry-month-6 = June
registry-month-7 = July
registry-month-8 = August
registry-month-9 = September
registry-month-10 = October
registry-month-11 = November
registry-month-12 = December
