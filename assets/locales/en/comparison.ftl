# Comparing: opened sheets, side by side.

nav-comparisons = Compare
compare-title = { $n ->
    [0] No sheets are open yet
    [one] One dossier is open
   *[other] { $n } dossiers are open
  }
compare-none = Nothing to compare
compare-none-text = The sheets of a dossier are compared here as soon as the officers have opened them.
compare-go = Compare
compare-back = Back to the list
compare-sealed = Sealed
compare-open = Opened on { $date }
compare-opened = Opened on { $moment }
compare-sealed-title = { $solution }: the sheets are still sealed
compare-before = Sheets open on { $date }.
compare-arrived = { $n } of { $m } have arrived.
compare-map = Map of marks
compare-grid = Marks by criterion and reviewer
compare-my-mark = Your mark
compare-no-mark = no mark yet
compare-sheets = { $n ->
    [one] { $n } sheet read
   *[other] { $n } sheets read together
  }
compare-torn = { $n ->
    [0] No criterion in disagreement
    [one] { $n } criterion in disagreement
   *[other] { $n } criteria in disagreement
  }
compare-torn-of = of { $n }
compare-left-out = { $n } sheets of { $m }: the others are left out of the sums.
compare-sort = Sort
compare-sort-disagreement = By disagreement
compare-sort-grid = Order of the grid
compare-sort-mine = My distance from the board
compare-sorted-disagreement = Sorted by disagreement
compare-sorted-grid = Sorted in the order of the grid
compare-sorted-mine = Sorted by my distance from the board
compare-disagree = In disagreement
compare-agree = Without disagreement
compare-median = median
compare-median-short = Med.
compare-index = Disagreement index
compare-index-short = Disagr.
compare-you = you
compare-yours = yours
compare-one-sheet = one sheet
compare-reviewer = reviewer { $n }
compare-mark = mark { $mark }
compare-na = not applicable
compare-absent = absent from this sheet
compare-legend = more ink, higher mark
compare-drawn = Columns in an order drawn by lot.
compare-pooled = Colleges of fewer than { $n } people are pooled.
compare-all-colleges = All colleges
compare-criterion = Criterion { $code }
compare-panel = Criterion { $code }
compare-disagreement = Disagreement { $index }
compare-said = Criterion { $code }, no disagreement, { $index }.
compare-said-torn = Criterion { $code }, disagreement { $index }.
compare-said-plain = Criterion { $code }.
compare-band-agreement-too-few = Fewer than three marks: no figure of agreement.
compare-band-agreement-disagreement = Disagreement.
compare-band-agreement-strong = Strong agreement.
compare-band-agreement-consensus = Consensus.
compare-band-agreement-majority = Majority.
compare-band-agreement-none = No agreement.
compare-band-other = { $code }
compare-by-index = Judged by the RAND/UCLA index, percentiles of type 7.
compare-by-thirds = Judged by thirds: at least a third of marks low and a third high.
compare-mine-here = Yours: { $mark }; median { $median }.
compare-strip = { $who }: { $n ->
    [one] one sheet
   *[other] { $n } sheets
  }, median { $median }, from { $low } to { $high }.
compare-strip-none = { $who }: no mark.
compare-as-table = See as a table
compare-col-sheet = Sheet
compare-col-college = College
compare-col-mark = Mark
compare-same = Same passage, opposite marks.
compare-same-text = { $n } sheets cite page { $p }; their marks go from { $low } to { $high }.
compare-open-passage = Open the passage
compare-voices = Reasons and passages
compare-cited = File { $number }, page { $page }:
compare-cited-name = Open file { $number }, page { $page }: { $quote }
compare-quote = “{ $quote }”
compare-next = Next disagreement

keys-compare = Comparison
act-torn-next = Next criterion in disagreement
act-torn-previous = Previous criterion in disagreement
act-sort = Sort otherwise
act-passage = Open the passage cited

error-unreadable-box = An envelope was altered or comes from elsewhere.
error-unreadable-shares = Shares in order are missing.
error-unreadable-not-here = A sheet is not on this computer yet.
error-unreadable-content = An envelope holds something else than it says.
error-unreadable-other-grid = A sheet answers another grid.
