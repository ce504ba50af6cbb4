# The year's figures

nav-year = The year’s figures
year-title = Figures for { $year }
year-lede = Rates are of dossiers whose first decision falls in the year; open dossiers are counted apart. Dossiers from which you are recused are not among them.
year-running = The year is not over: these figures will still move.
year-unread =
    { $n ->
        [one] The answers of one dossier cannot be read on this computer: its decision, its class and its marks are missing here.
       *[other] The answers of { $n } dossiers cannot be read on this computer: their decisions, classes and marks are missing here.
    }
year-choose = Year
year-split = Break down
year-split-quarter = by quarter
year-split-label = by label
year-split-class = by HAS class
year-shown = Figures for { $year }: { $n ->
    [0] no first decision
    [one] one first decision
   *[other] { $n } first decisions
}.
year-save = Save as CSV
year-saved = Figures saved.
year-file = figures-{ $year }
year-none = No decision in { $year }
year-none-text = Hence there are no rates, durations or marks. What happened to dossiers is counted below.
year-busy = Counting…
year-few-note = “{ year-withheld }”: fewer than { $n } people are concerned, or the value would follow from the others. Groups that are too small are counted together.
year-withheld = too few people to be shown
year-no-value = no value
year-share = { $n } of { $of }
year-share-percent = { $n } of { $of } ({ $percent } %)
year-percent = { $value } %
year-rates-note = Under ten dossiers, a rate is given as its two numbers, without a percentage.

year-part-outcomes = Decisions
year-part-durations = Durations
year-part-marks = Marks
year-part-votes = Votes
year-part-people = Reviewers and recusals

year-table-first-quarter = First decision, by quarter
year-table-first-label = First decision, by label
year-table-first-class = First decision, by HAS class
year-table-happened-quarter = What happened in the year, by quarter
year-table-happened-label = What happened in the year, by label
year-table-happened-class = What happened in the year, by HAS class
year-table-open = Without a decision at the year’s end
year-table-prerequisites = Inadmissible dossiers, by prerequisite
year-table-standing = Labels in force at the year’s end, by state
year-table-durations = Days at each stage before the first decision, waiting for missing items excluded
year-table-marks = Marks of the dossiers decided
year-table-bands = How the marks are spread
year-table-votes = Votes closed in the year
year-table-sheets = Sheets per dossier and round
year-table-sheets-college = Sheets by college
year-table-rounds = Rounds per dossier
year-table-agreement = Agreement between reviewers
year-table-recusals-category = Recusals by category of link
year-table-recusals-level = Recusals by level
year-table-of-grid = { $caption } · { $grid } { $version }

year-word-all = All
year-word-together = Others, together
year-word-no-class = Without a class
year-word-no-college = Without a college
year-word-n = Number
year-word-dossiers = Dossiers
year-word-low-quartile = First quartile
year-word-median = Median
year-word-high-quartile = Third quartile
year-word-received = Received
year-word-completed = Completed
year-word-inadmissible = Inadmissible
year-word-not-preselected = Not preselected
year-word-preselected = Preselected
year-word-grant = Label granted
year-word-grant-with-reservations = Granted with reservations
year-word-defer = Decision deferred
year-word-refuse = Label refused
year-word-withdrawn = Withdrawn by the publisher
year-word-lapsed = Lapsed
year-word-appeal = Appeals
year-word-appeal-accepted = Appeals accepted
year-word-appeal-dismissed = Appeals dismissed
year-word-decided = First decisions
year-word-open = Open
year-word-ended = Withdrawn or lapsed without a decision
year-word-other-reason = Another reason
year-word-unreadable = Reason not readable here
year-word-whole-way = From reception to decision
year-word-declared = Declared mark
year-word-verified = Verified mark
year-word-difference = Difference verified − declared
year-word-board = Board’s mark
year-word-closed = Votes closed
year-word-no-quorum = Quorum not met
year-word-second = Second convocations
year-word-majority = Median majority
year-word-sheets = Sheets of a round
year-word-rounds = Rounds measured
year-word-alpha = Krippendorff’s α, median
year-word-undeclared = No declared link readable
year-word-full = Fully recused
year-word-discuss = Attends without voting
year-word-criterion = Does not mark some criteria

year-quarter = Q{ $n }
year-quarter-long =
    { $n ->
        [1] First quarter
        [2] Second quarter
        [3] Third quarter
       *[other] Fourth quarter
    }
year-class = Class { $code }
year-band = from { $from } to under { $to }
year-band-last = from { $from } to { $to }
year-rounds-number =
    { $n ->
        [one] One round
       *[other] { $n } rounds
    }

year-standing-active = In force
year-standing-active-provisional = Provisional
year-standing-formal-notice = In force, formal notice
year-standing-suspended = Suspended

year-reference = Two known points, from about { $year }: { $n } solutions, median { $median } out of { $scale }, best quarter from { $quarter }. Nothing else is known of them: these points are about the declared mark on another grid and cannot be compared directly.
year-marks-note = The board’s marks are those of dossiers that at least { $n } people reviewed.
year-majority-note = Share of the votes for or against that went to what was decided; votes of fewer than { $n } ballots are not in the median.
year-category-note = A recusal counts in the first category that the person declared, in the order of the form.
