# Sessions and votes: put to the vote, close, count, record.

nav-motions = Sessions and votes
motions-title = { $n ->
    [0] No vote under way
    [one] One vote under way
   *[other] { $n } votes under way
  }
motions-none = Nothing to put to the vote
motions-none-text = A dossier can be put to the vote as soon as its sheets are open.
motions-ready = Dossiers to put to the vote
motions-all = Motions
motions-table = Table a motion…
motions-grant-reached = The mark asked for to grant the label is reached.
motions-grant-not-reached = The mark asked for to grant the label is not reached: answers that grant it will not be offered.
motions-col-question = Motion
motions-col-deadline = Deadline
motions-col-ballots = Ballots
motions-col-quorum = Quorum
motions-col-state = State
motions-quorum-met = Quorum met: { $have } for { $need }.
motions-quorum-need = Quorum: { $have } of { $need } required.
error-motion-mark-pending = { $n ->
    [one] One answer is still to be verified: the dossier cannot be put to the vote.
   *[other] { $n } answers are still to be verified: the dossier cannot be put to the vote.
  }
motion-question-absent = Motion whose text has not arrived yet
motion-table-title = Put to the vote: { $solution }
motion-fr = Question, in French
motion-en = Question, in English
motion-proposed-fr = Faut-il donner à { $solution } le label « { $label } » ?
motion-proposed-en = Should { $solution } be granted the label “{ $label }”?
motion-bylaws = Bylaws, frozen when the round opened
motion-bylaws-secret = { $id }, version { $v } (secret vote, not possible yet)
motion-bylaws-rollcall = { $id }, version { $v } (roll call)
motion-no-bylaws = No round has frozen bylaws yet.
motion-no-words = Write the question in French.
motion-options = Answers offered:
motion-deadline = Deadline
motion-sure = Once open, the vote no longer changes.
motion-sure-text = The { $n } seated members are frozen as electors, with the question, the answers, the bylaws and the deadline. Recused people are left out by the count.
motion-undeclared = { $n ->
    [one] One elector has not declared their interests yet: the dossier stays closed to them, and the vote with it.
   *[other] { $n } electors have not declared their interests yet: the dossier stays closed to them, and the vote with it.
  }
motion-second = Second convocation: its quorum applies under the same bylaws, with the same answers, if the vote closes on { $date } or later. Otherwise the ordinary quorum applies.
motion-again-title = What now?
motion-again-ready = The vote can be opened again.
error-motion-without-chair = Nobody can put the motion: the chair is recused. An officer has to name a vice-chair.
error-motion-by-chair = A motion is put by the chair: { $who }.
motion-go = Open the vote…
motion-go-sure = Open the vote now
motion-said-tabled = The vote is open.
motion-said-closed = The vote is closed.
motion-said-recorded = The decision is recorded.
motion-until = until { $moment }, { $left } left
motion-ended = deadline { $moment }
motion-heads = Turnout
motion-heads-only = Numbers only: nobody sees here what was chosen.
motion-college = College
motion-present = Present
motion-close = Close the vote…
motion-close-why = The vote can be closed once all have voted, or after the deadline, { $moment }.
motion-close-title = Close the vote?
motion-close-met = The quorum is met. It will take { $n } officers to open the ballots.
motion-close-not-met = The quorum is not met ({ $have } of { $need }): the ballots will never be opened.
motion-close-text = No further ballot will count. A closing cannot be taken back.
motion-close-go = Close the vote
motion-opening = Opening the ballots
motion-opening-need = It takes { $n } of { $m } officers.
motion-awaited = Waiting for { $who }.
motion-option = Answer
motion-ballots = Ballots
what-if-title = What if somebody had not voted?
what-if-member = Without
what-if-apart = How
what-if-recused = recused
what-if-absent = absent
what-if-same = { $outcome }: the result would be the same.
what-if-changes = { $outcome }: the result would be different.
what-if-limit = For chair and secretariat alone. Nothing is recorded, and the count does not change. The vote is by name: where it was close, these answers tell who voted what.
motion-why = Why, sentence by sentence
motion-reason-other = Reason { $code }.
motion-unreadable = Ballots that cannot be read
motion-faults = Shares that are not in order
motion-recorded = Decision recorded.
motion-outcome-grant = Label granted
motion-outcome-grant-with-reservations = Label granted with reservations
motion-outcome-defer = Decision deferred
motion-outcome-refuse = Label refused
motion-outcome-no-quorum = No quorum
motion-outcome-other = { $code }
motion-opinion = The board’s opinion
motion-improve = What remains to improve
motion-record = Record the decision
motion-record-text = Only the result of the count can be recorded. The opinion goes with it, in French.
motion-record-awaited = The chair must now record the decision with the board’s opinion.
motion-reasons = Reasons
motion-reasons-hint = One sentence a line.
motion-no-reason = Write at least one reason.
motion-point = Point { $n }
motion-point-criterion = Criterion
motion-point-observation = What was observed
motion-point-change = What would change the mark
motion-point-by = By
motion-point-add = Add a point
motion-point-remove = Remove point { $n }
motion-point-incomplete = Each point names a criterion, what was observed and what would change the mark.
motion-record-ask = Record…
motion-record-sure = Decision, count and opinion will be recorded together, signed, and can no longer change. The members of the dossier will read them.
motion-record-go = Record the decision

## Letter after a decision without a label
decision-letter = Letter to the publisher
decision-letter-subject-refuse = Dossier { $solution }: label refused
decision-letter-subject-defer = Dossier { $solution }: decision deferred
decision-letter-refuse = Having examined your solution { $solution }, our board did not grant the label “{ $label }”.
decision-letter-defer = Having examined your solution { $solution }, our board deferred its decision on the label “{ $label }”.
decision-letter-reasons = Its reasons:
decision-letter-points-refuse = What could change this decision:
decision-letter-points-defer = What it awaits from you:
decision-letter-by = before { $date }
decision-letter-orientation = You can turn to:
decision-letter-appeal = You have { $n } months to appeal, on a material error, a new element or a fault of procedure.
decision-letter-appealed = The one appeal that is provided for has been used.
decision-letter-after = As soon as you send us these elements, the dossier goes on.
decline-letter-title = Letter of non-preselection
decline-letter-subject = Dossier { $solution }: not preselected
decline-letter = After examination of your dossier, your solution { $solution } is not preselected for the label “{ $label }”.
decline-letter-mark = Its mark is { $mark } out of 20; at least { $bar } is needed for the board to score it.
recourse-letter-title-accepted = Letter: appeal accepted
recourse-letter-title-dismissed = Letter: appeal dismissed
recourse-letter-title-closed = Letter of closing
recourse-letter-title-lapsed = Letter of lapse
recourse-letter-subject-accepted = Dossier { $solution }: appeal accepted
recourse-letter-subject-dismissed = Dossier { $solution }: appeal dismissed
recourse-letter-subject-closed = Dossier { $solution }: closed
recourse-letter-subject-lapsed = Dossier { $solution }: lapsed
recourse-letter-accepted = Your appeal about your solution { $solution } and the label "{ $label }" is accepted.
recourse-letter-reason = The reason:
recourse-letter-accepted-then = Your dossier is looked at a second time, by other people than the first. You will be told what is decided.
recourse-letter-dismissed = Your appeal about your solution { $solution } and the label "{ $label }" was examined by a person who had not sat on the decision. It is dismissed.
recourse-letter-dismissed-then = The decision stands, and the dossier is closed. You may hand in a new dossier at any time.
recourse-letter-closed = The time to contest the decision about your solution { $solution } and the label "{ $label }" ended on { $date }. Your dossier is closed.
recourse-letter-closed-undated = The time to contest the decision about your solution { $solution } and the label "{ $label }" is over. Your dossier is closed.
recourse-letter-closed-then = You may hand in a new dossier at any time.
recourse-letter-lapsed = Our board was waiting for elements from you, by { $date } at the latest, about your solution { $solution } and the label "{ $label }". They have not reached us: your dossier has lapsed.
recourse-letter-lapsed-then = You may hand in a new dossier at any time.
