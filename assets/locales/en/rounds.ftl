### The rounds of scoring: the first one, those that follow it, and the stop rule.

round-number = Round { $n }
round-followed = Another round followed this one: it can be read again, and nothing of it changes any more.
round-consequence-stop = The stop rule is fixed too: three rounds at most; scoring stops once no criterion is left to discuss, or once from one round to the next agreement changed on no criterion and fewer than 10 % of the marks changed. It is a proposal: the chair decides.

rescore-title = Another round of scoring
rescore-lede = { $n ->
    [one] One reviewer scores again, alone, starting from their own sheet.
   *[other] The { $n } reviewers score again, each alone, starting from their own sheet.
  } Grid, bylaws and number of sheets stay those of the round before.
rescore-of = { $n ->
    [1] One round is done, of { $most } at most.
   *[other] { $n } rounds are done, of { $most } at most.
  }
rescore-do = Open round { $n }
rescore-ask = Open round { $n } for { $solution }?
rescore-consequence = { $n ->
    [one] The reviewer can submit a new sheet
   *[other] The { $n } reviewers can submit a new sheet
  } until { $here } (Paris time: { $paris }). Whoever is recused takes no part.
rescore-consequence-start = Each starts from their own sheet, as they changed it since the opening. A changed mark asks for a line of why. Only sheets submitted in this round count.
rescore-consequence-sealed = Until the opening nobody reads the new marks. The round before stays readable; discussion and changes of marks stop, and no question is put to the vote.
rescore-consequence-kept = The board’s mark stays that of the round before until the new one is opened.
rescore-said = Round { $n } opened.

stop-title = Stop rule
stop-nothing-to-discuss = No criterion is left to discuss: it proposes to stop scoring.
stop-last-round = The last round provided for is done: scoring has ended.
stop-stable = From one round to the next agreement changed on no criterion, and { $m } of { $marks } marks changed, fewer than 10 %: it proposes to stop scoring.
stop-unmeasured = Agreement is measured from three marks on a criterion: it proposes nothing.
stop-go-on = { $n ->
    [one] One criterion is to be discussed
   *[other] { $n } criteria are to be discussed
  }: it does not propose to stop.
stop-debate = Stopping ends scoring, not debate: the vote decides.

passed-rescore = Another round opened

desk-task-review-again = Score again, round { $n }: { $solution }
desk-again = Your marks of the round before carry over; a changed mark asks for a line of why.

review-again = You start from your sheet of the round before. A changed mark asks for a line of why; nobody reads your new marks before the opening.
review-again-new = This round is independent of the one before, in which no sheet of yours counts. Nobody reads your marks before the opening.
review-again-began = Round { $n } has begun: your marks of the round before carry over.
review-former = In the round before: { $mark }
review-former-none = no mark
review-former-same = Mark unchanged
review-why = What made me change
review-why-count = { $n } characters of { $most }, at least { $least }
review-undo-why = Reason of the change, criterion { $c }
review-summary-why = Change to explain

compare-round = Rounds
compare-round-look = You are reading round { $n } again.
compare-round-look-first = You are reading the first round again.
compare-round-said = Round { $n } shown.
compare-round-sealed = Round { $n } is going on. Its sheets will be opened on { $date }; until then the round before can be read.
compare-round-changed = { $n ->
    [0] No mark changed since the round before
    [one] One mark changed since the round before
   *[other] { $n } marks changed since the round before
  }
compare-rescored = { $from } in the round before, { $to } in this one
compare-rescored-short = changed since the round before
compare-rescored-legend = changed since the round before (lower corner)

change-rescore = another round is open.
