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
compare-to-vote = Back to the vote
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
compare-opposed = Passages read in opposite ways
compare-opposed-none = No passage is cited by sheets whose marks are opposite.
compare-opposed-range = { $n } sheets cite it; their marks go from { $low } to { $high }.
compare-open-passage = Open the passage
compare-voices = Reasons and passages
compare-cited = File { $number }, page { $page }:
compare-open-passage-of = Open the passage of file { $number }, page { $page }: { $quote }
compare-quote = “{ $quote }”
compare-next = Next disagreement

compare-set-aside = { $n ->
    [one] One changed mark is not in order: it does not count.
   *[other] { $n } changed marks are not in order: they do not count.
  }
compare-changed = changed since the opening
compare-changed-legend = changed mark
compare-history = { $first }, then { $then }
compare-history-on = { $mark } on { $date }
compare-change = Change my mark ({ $mark })
compare-change-none = Give a mark
compare-change-over = Marks no longer change: the question is put to the vote, or a new round has begun.
compare-change-mark = New mark
compare-change-why = What made me change
compare-change-count = { $n } characters of { $most }, at least { $least }
compare-change-save = Save the new mark
compare-change-cancel = Change nothing
compare-change-pick = Choose the new mark.
compare-change-done = Criterion { $code }, { $mark }. The opened sheet stays readable.
compare-to-send = to send

thread-title = Discussion
thread-messages = { $n ->
    [0] no message
    [one] { $n } message
   *[other] { $n } messages
  }
thread-new = { $n ->
    [one] { $n } new
   *[other] { $n } new
  }
thread-none = Nobody has spoken about this criterion yet.
thread-member = member { $n }
thread-without = without a sheet
thread-answers = In reply to { $who }:
thread-reply = Reply
thread-reply-to = Reply to { $who }
thread-replying = In reply to { $who }
thread-reply-stop = Reply no longer
thread-text = Your message about criterion { $code }
thread-send = Send
thread-send-keys = Ctrl+Enter sends.
thread-kept = This message is kept on this computer until it is sent.
thread-sent = Message sent.
thread-waits = Message saved, to send.
thread-came = { $n ->
    [one] A new message about criterion { $code }.
   *[other] { $n } new messages about criterion { $code }.
  }
thread-over = The discussion is over: the vote has closed, or a new round has begun.
thread-settle = Mark as settled
thread-reopen = Reopen the point
thread-reopened = Point reopened
thread-about = On file { $number } ({ $title }), page { $page }: “{ $quote }”
thread-about-gone = On a passage that no sheet read here cites any more
thread-settled = Point settled
thread-said-settled = { $who } marked this point as settled.
thread-said-reopened = { $who } reopened this point.
thread-row = { $n ->
    [one] { $n } message
   *[other] { $n } messages
  }
thread-row-new = { $n ->
    [one] { $n } new message
   *[other] { $n } new messages
  }
talk-title = Discussion of the passage
talk-lede = Cited by { $who } for { $c }, file { $number } ({ $title }), page { $page }
talk-open = { $n ->
    [0] Discuss this passage
    [one] Discussion, { $n } message
   *[other] Discussion, { $n } messages
  }
talk-none = Nobody has spoken about this passage yet.
talk-text = Your message about this passage
talk-came = { $n ->
    [one] One new message about this passage.
   *[other] { $n } new messages about this passage.
  }
talk-criterion = Discussion of criterion { $c }

revision-why-short = Say in at least ten characters what made you change.
revision-why-long = At most two hundred and eighty characters: the rest belongs in the discussion.
revision-same = This is your mark already.
message-empty = Write the message first.
message-too-long = At most four thousand characters in a message.

keys-compare = Comparison
act-torn-next = Next criterion in disagreement
act-torn-previous = Previous criterion in disagreement
act-sort = Sort otherwise
act-change-mark = Change my mark
act-discussion = Go to the discussion
act-passage = Open the passage cited

error-unreadable-box = An envelope was altered or comes from elsewhere.
error-unreadable-shares = Shares in order are missing.
error-unreadable-not-here = A sheet is not on this computer yet.
error-unreadable-content = An envelope holds something else than it says.
error-unreadable-other-grid = A sheet answers another grid.

## Agreement over all criteria

compare-agreement = Agreement over all criteria
compare-agreement-text = For the appendix of the opinion: these measures inform the discussion and decide nothing. Marks are brought to a scale from 1 to 9.
compare-agreement-basis = { $marks ->
    [one] { $marks } mark
   *[other] { $marks } marks
  } of { $reviewers ->
    [one] { $reviewers } reviewer
   *[other] { $reviewers } reviewers
  } on { $criteria ->
    [one] { $criteria } criterion
   *[other] { $criteria } criteria
  }.
statistic-alpha-ordinal = Krippendorff’s alpha, ordinal
statistic-ac2-quadratic = Gwet’s AC2, quadratic weights
statistic-icc2-1 = ICC(2,1), absolute agreement
reading-reliable = reliable
reading-caution = to be taken with caution
reading-low = insufficient; discuss before concluding
