# Dossiers as those who lead them see them: the table, who owes what, a dossier's page, declared interests.

nav-dossiers = Dossiers
nav-interests-board = Interests
palette-dossier = Dossier: { $solution }, { $publisher }

## Table
dossiers-title = { $n ->
    [0] No dossier under way
    [one] One dossier
   *[other] { $n } dossiers
  }{ $m ->
    [0] , none blocked
    [one] , one blocked
   *[other] , { $m } blocked
  }
dossiers-none = No dossier under way
dossiers-none-text = A dossier appears here as soon as the secretariat has received it.
dossiers-nothing = No dossier matches this filter.
dossiers-filter = Filter the dossiers
dossiers-blocked-only = Only what is blocked
dossiers-said = { $n ->
    [0] No dossier
    [one] One dossier
   *[other] { $n } dossiers
  }, { $m ->
    [0] none blocked
    [one] one blocked
   *[other] { $m } blocked
  }.
dossiers-tab-table = Dossiers by stage
dossiers-tab-matrix = Who owes what
dossiers-column-dossier = Dossier
dossiers-column-line = What blocks it, or comes next
dossiers-column-date = Due
part-intake = Intake
part-screening = Prerequisites and pre-screening
part-scoring = Blind review
part-debate = Comparison and vote
part-decided = Decided, to follow up
part-over = Ended
line-tone-blocked = Blocked:
line-tone-late = Late:
line-tone-waiting = Waiting:
line-tone-stopped = Stopped:
line-to-check = To be checked
line-incomplete = Items are missing
line-to-preselect = Entry mark reached, to be pre-screened
line-entry-not-reached = The entry mark is not reached
line-to-examine = { $n ->
    [one] One answer to examine
   *[other] { $n } answers to examine
  }
line-entry-undefined = No entry mark yet
line-entry-unknown = Entry mark to be judged
line-to-assign = Reviewers to be named
line-declarations = { $n ->
    [0] No declaration of interests
    [one] One declaration of interests
   *[other] { $n } declarations of interests
  } of { $m }
line-to-judge = { $n ->
    [one] One declaration of interests to judge
   *[other] { $n } declarations of interests to judge
  }
line-no-committee = The committee’s key is not in force yet
line-to-open = Review to open, { $n ->
    [one] one reviewer named
   *[other] { $n } reviewers named
  }
line-sheets = { $n ->
    [0] No sheet received
    [one] One sheet received
   *[other] { $n } sheets received
  } of { $m }
line-sheets-but-one = { $n } of { $m }, { $name } awaited
line-sheets-late = { $n ->
    [one] One sheet late
   *[other] { $n } sheets late
  }, { $m ->
    [0] none received
    [one] one received
   *[other] { $m } received
  }
line-to-close = All sheets are in, intake to be closed
line-shares = Opening by the officers: { $n } of { $m }
line-to-discuss = Sheets open, discussion to be held
line-to-vote = Vote to open
line-vote = Vote open: { $n } of { $m }
line-vote-to-close = Vote to close: { $n } of { $m }
line-to-record = Decision to record
line-no-quorum = No quorum: { $n } of { $m } required
line-ballots = Opening of the ballots by the officers: { $n } of { $m }
line-to-issue = Certificate to issue
line-labelled = Label issued
line-deferred = Deferred, waiting for something new
line-to-notify = Refusal to notify
line-appeal = Appeal for { $name } to decide
line-inadmissible = Stopped: not admissible
line-not-preselected = Stopped: not pre-screened
line-refused = Refused
line-lapsed = Lapsed
line-withdrawn = Withdrawn by the publisher
line-closed = Closed
line-other = { $code }

## Who owes what
owed-title = Who owes what
owed-sum = { $n ->
    [0] no sheet expected
    [one] one sheet expected
   *[other] { $n } sheets expected
  }, { $m } late
owed-nothing = Nobody owes anything at the moment.
owed-due-only = Only what is owed
owed-received = received
owed-expected = expected
owed-late = late
owed-declare = interests to declare
owed-renew = interests to confirm
owed-recused = recused
owed-none = not applicable
owed-keys = Enter opens the dossier; Space chooses the member; R or Ctrl+Shift+R drafts a message, without sending it.
owed-cell-received = { $name }, { $solution }: sheet received
owed-cell-expected = { $name }, { $solution }: sheet expected by { $date }
owed-cell-late = { $name }, { $solution }: sheet late{ $days ->
    [0] {""}
    [one] {" "}by one day
   *[other] {" "}by { $days } days
  }
owed-cell-declare = { $name }, { $solution }: interests to declare
owed-cell-renew = { $name }, { $solution }: interests to confirm, declared over a year ago
owed-cell-recused = { $name }, { $solution }: recused
owed-cell-none = { $name }, { $solution }: nothing to hand in

## Letters and calendar
remind-late = { $n ->
    [one] Remind the one who is late…
   *[other] Remind the { $n } who are late…
  }
remind-declare = { $n ->
    [one] Ask for the missing declaration…
   *[other] Ask for the { $n } declarations…
  }
remind-soon = { $n ->
    [one] Remind of the deadline that comes soon…
   *[other] Remind of the { $n } deadlines that come soon…
  }
remind-title-late = Reminders of late sheets
remind-title-soon = Reminders before the deadline
remind-title-due = Reminders before and after the deadline
remind-title-declare = Requests for declarations of interests
remind-title-owed = Reminders
remind-draft = { $n ->
    [0] Nothing was sent.
    [one] Nothing was sent. Read the message before sending it.
   *[other] Nothing was sent. Read the { $n } messages before sending them.
  }
remind-none = Nobody needs a reminder.
remind-nobody = Nothing to remind of. { $cell }
keys-dossiers = Dossiers
act-remind = Draft a reminder for the cell or for what is chosen
act-blocked-only = Show only what blocks, or all
act-choose-all = Choose all rows that are shown
keys-rows = Rows of the table
choosing-open = Open the dossier
choosing-beside = Open the dossier beside the table
dossiers-beside = Dossier beside the table
dossiers-beside-open = Open { $solution } beside the table
dossiers-beside-whole = Full size
choosing-row = Choose the row, or no longer
choosing-range = Extend the choice by a row
choosing-none = Clear the choice
remind-letter-no-address = no known address
remind-letter-subject-label = Subject
remind-letter-body-label = Message
remind-letter-copy = Copy
remind-letter-mail = Open in the mail program
remind-letter-copied = Message to { $name } copied.
remind-letter-opened = Message to { $name } opened in the mail program. Nothing is sent yet.
remind-letter-done-copied = Copied
remind-letter-done-opened = Opened in the mail program
remind-letter-subject-one = Board: { $solution }
remind-letter-subject = Board: { $n } things awaited
remind-letter-hello = Hello { $name },
remind-letter-open = { $n ->
    [one] We are still waiting for this from you:
   *[other] We are still waiting for these from you, about { $n } dossiers:
  }
remind-letter-open-soon = { $n ->
    [one] This is a reminder of what we expect from you:
   *[other] This is a reminder of what we expect from you, about { $n } dossiers:
  }
remind-letter-item-late = { $solution }: your review sheet, which was due on { $date }
remind-letter-item-expected = { $solution }: your review sheet, due on { $moment }, Paris time
remind-letter-item-declare = { $solution }: your declaration of interests, even if there is none
remind-letter-item-declare-by = { $solution }: your declaration of interests, even if there is none, by { $moment }, Paris time
remind-letter-item-renew = { $solution }: that you confirm your declaration of interests, which was valid until { $date }
remind-letter-item-open = { $solution }: your review sheet
remind-letter-line = – { $item };
remind-letter-line-last = – { $item }.
remind-letter-how = Open Sceau on your computer, then “My desk”. Everything can be done offline and will go when you are online.
remind-letter-thanks = Thank you.
remind-letter-calendar = Calendar to attach…
remind-letter-calendar-of = Calendar to attach to the message to { $name }
remind-letter-calendar-saved = Calendar saved. Attach it to the message.
calendar-save = Calendar…
calendar-title = Sceau deadline: { $solution }
calendar-text = Dossier { $number }, due on { $date }.
calendar-saved = Calendar saved.

## Several rows for one act
chosen-name = Chosen dossiers
chosen-count = { $n ->
    [0] No dossier chosen
    [one] One dossier chosen
   *[other] { $n } dossiers chosen
  }
chosen-all = Choose all dossiers that are shown
chosen-row = Choose { $solution }
chosen-remind = { $n ->
    [one] Remind one person…
   *[other] Remind { $n } people…
  }
chosen-calendar = { $n ->
    [one] Calendar of one deadline…
   *[other] Calendar of { $n } deadlines…
  }
chosen-clear = Clear the choice
chosen-member = Choose { $name }
chosen-members = { $n ->
    [0] No member chosen
    [one] One member chosen
   *[other] { $n } members chosen
  }
chosen-members-remind = { $n ->
    [one] Remind the chosen member…
   *[other] Remind the { $n } chosen members…
  }
group-title = { $act }: { $n ->
    [one] one dossier
   *[other] { $n } dossiers
  }
group-go = { $act } ({ $n })
group-consequence-close-intake = Sheets that are missing will no longer be awaited; they open once enough officers have given their share.
group-stop = Stop
group-stopping = Stopping after this dossier…
group-done = done
group-left = not begun
group-sum = { $n ->
    [0] No dossier done
    [one] One dossier done
   *[other] { $n } dossiers done
  }{ $m ->
    [0] {""}
    [one] , one refused
   *[other] , { $m } refused
  }{ $k ->
    [0] {""}
    [one] , one not begun
   *[other] , { $k } not begun
  }.

## A dossier's page
dossier-number = dossier { $number }
dossier-journey = Journey
dossier-now = now
step-not-yet = Not possible yet.
not-undone = This decision cannot be taken back.
passed-receive = Dossier received
passed-request-completion = Completion asked for
passed-complete = Completion received
passed-lapse = Lapse recorded
passed-admit = Admissible
passed-reject = Declared inadmissible
passed-preselect = Pre-screened
passed-waive-entry = Entry mark waived
passed-decline = Not pre-screened
passed-assign = Reviewers named
passed-assigned = { $n ->
    [one] One reviewer named
   *[other] { $n } namings of reviewers
  }
passed-evidence = { $n ->
    [one] One file sealed
   *[other] { $n } files sealed
  }
passed-examination = Answers examined
passed-interests = { $n ->
    [one] One declaration of interests
   *[other] { $n } declarations of interests
  }
passed-recusal = Decision about interests: { $about }
passed-open-round = Review opened
passed-close-intake = Intake of sheets closed
passed-sheet-shares = Share to open the sheets
passed-discuss = Discussion opened
passed-motion = Motion tabled
passed-close-vote = Vote closed
passed-ballot-shares = Share to open the vote
passed-decision = Decision recorded
passed-certificate = Certificate sealed
passed-publication = Label published
passed-label-life = Life of the label: a step recorded
passed-withdraw = Withdrawal recorded
passed-other = { $code }

preselect-title = Pre-screening
preselect-frame = { $label }, grid { $grid }, version { $version }.
preselect-unexamined = { $n ->
    [one] One answer was not examined yet.
   *[other] { $n } answers were not examined yet.
  }
preselect-do = Pre-screen
preselect-ask = Pre-screen { $solution }?
preselect-consequence = Every member of the board is asked to declare interests. The dossier opens only to those who have.
preselect-said = Dossier pre-screened.

declarations-title = Declarations of interests: { $n } of { $m }
declarations-judge = { $n ->
    [one] One declaration to judge
   *[other] { $n } declarations to judge
  }
declared-awaited = awaited
declared-nothing = no link
declared-to-judge = to judge
declared-cleared = no consequence
declared-criterion = recused on criteria
declared-discuss = recused, may discuss
declared-full = recused
declared-renew = , to confirm

assign-title = Reviewers
assign-now = { $n ->
    [one] Named: { $names }.
   *[other] Named: { $names }.
  }
assign-change = Change the reviewers…
assign-wanted = Number of reviewers
assign-propose = Propose
assign-load = { $n ->
    [0] no dossier in hand
    [one] one dossier in hand
   *[other] { $n } dossiers in hand
  }
assign-load-most = ({ $n } at most)
assign-load-full = ({ $n } at most: reached)
assign-not-free = not available
assign-expired = declared over a year ago
assign-do = { $n ->
    [0] Name reviewers
    [one] Name this reviewer
   *[other] Name these { $n } reviewers
  }
assign-ask = Name the reviewers of { $solution }?
assign-consequence = The dossier’s key goes to their computers with the next exchange. Each can still be replaced.
assign-relieved = No longer reviewers: { $names }.
assign-said = { $n ->
    [one] One reviewer named.
   *[other] { $n } reviewers named.
  }
assign-said-proposed = { $n ->
    [one] One person proposed.
   *[other] { $n } people proposed.
  }

round-title = Open the review
round-lede = { $n ->
    [one] One reviewer is named.
   *[other] { $n } reviewers are named.
  } What you fix here holds until the sheets are open.
round-deadline = Sheets due
deadline-zone = Where you are ({ $zone }): { $here }. In Paris: { $paris }.
round-minimum = Sheets at least
round-bylaws = Bylaws
round-secret = secret vote, not possible yet
round-do = Open the review
round-ask = Open the review of { $solution }?
round-consequence = { $n ->
    [one] The reviewer may submit a sheet
   *[other] The { $n } reviewers may submit their sheets
  } until { $here } (Paris time: { $paris }).
round-consequence-blind = Until the opening nobody reads another’s marks, neither the secretariat nor the chair, unless two officers broke their word together.
round-consequence-frozen = Deadline, number of sheets and bylaws are frozen: they cannot be changed for this round.
round-said = Review opened.
round-wrong-date = Choose a day and an hour.
round-deadline-passed = Choose a deadline to come.
round-wrong-minimum = Ask for between one sheet and { $n }.
round-wrong-bylaws = Choose published bylaws.

close-title = Intake of sheets
close-sheets = { $n ->
    [0] No sheet received
    [one] One sheet received
   *[other] { $n } sheets received
  } of { $m }.
close-deadline = Due: { $moment }.
close-frozen = { $n ->
    [one] The deadline has been frozen since the round was opened; at least one sheet is asked for.
   *[other] The deadline has been frozen since the round was opened; at least { $n } sheets are asked for.
  }
close-awaited = Awaited: { $names }.
close-shares = The intake is closed. { $n ->
    [0] No officer has opened yet
    [one] One officer has opened
   *[other] { $n } officers have opened
  } of { $m } needed.
close-do = Close the intake
close-ask = Close the intake of sheets of { $solution }?
close-consequence = { $n ->
    [one] One sheet will be read.
   *[other] { $n } sheets will be read together.
  } No other sheet will be taken, and none can be taken back or changed before the opening.
close-consequence-awaited = No longer waited for: { $names }.
close-consequence-officers = The sheets open when { $n } officers have given their share.
close-said = Intake closed. The officers can open the sheets.

stand-in = { $name } acts as chair for this dossier.
stand-in-me = You act as chair for this dossier.
stand-in-nobody = Nobody can act as chair for this dossier: an officer has to name a vice-chair.
motion-section-title = Discussion and vote
motion-section-text = The sheets are open: compare them, then table the motion and follow the vote.
label-section-title = Certificate and label
label-section-text = The certificate is issued from the screen of certificates, once a decision in favour is recorded.
label-section-other = The secretariat issues the certificate once a decision in favour is recorded.

next-assign-undeclared = Ask for the declarations of interests first.
next-assign-ran-out = Ask everybody to confirm theirs first.
next-refusal-committee-not-in-force = The officers make it together, from their desks.
next-refusal-sheets-missing = Remind those who are awaited, or wait for the deadline.
next-entry-not-reached = Examine the answers; the entry mark follows.
next-transition-not-by-you = The secretariat or the chair can do it from their desk.

## Interests to judge
judging-title = { $n ->
    [0] No interests to judge
    [one] One declaration to judge
   *[other] { $n } declarations to judge
  }
judging-empty = Declarations that ask for a decision appear here.
judging-recusals = Recusals
judging-cleared = No consequence
judging-decided = { $moment }, { $name }
judging-again = Review…
judging-why = Reason: { $reason }
judging-links = { $n ->
    [one] The declared link
   *[other] The { $n } declared links
  }
judging-links-open = { $n ->
    [one] The declared link: a name of the dossier is still to be checked
   *[other] The { $n } declared links: a name of the dossier is still to be checked
  }
judging-again-name = Review the decision: { $name }, { $solution }
level-none = no consequence
level-criterion = does not mark some criteria
level-criterion-of = does not mark { $criteria }
level-discuss = may read and discuss, no mark, no vote
level-full = fully recused
judge-name = { $name }, { $solution }
judge-declared = declared { $moment }
judge-major = Major interest
judge-major-line = Major interest under the rules: full recusal proposed.
match-list = Names of the dossier that look like { $entity }
match-open = Same name in the dossier: { $name } ({ $role }). To be checked.
match-confirmed = Same name in the dossier: { $name } ({ $role }). Confirmed.
match-cleared = Same name in the dossier: { $name } ({ $role }). Cleared.
match-strong-open = Same number in the dossier: { $name } ({ $role }). To be checked.
match-strong-confirmed = Same number in the dossier: { $name } ({ $role }). Confirmed.
match-strong-cleared = Same number in the dossier: { $name } ({ $role }). Cleared.
match-said = { $name }, { $moment }: { $reason }
match-confirm = It is the same
match-clear = It is not the same
match-confirm-name = It is the same: { $entity } and { $name }
match-clear-name = It is not the same: { $entity } and { $name }
match-ask-confirm = Is { $entity } really { $name } ({ $role })?
match-ask-clear = Is { $entity } not { $name } ({ $role })?
match-follows-confirm = The match is confirmed for these two texts. By itself it decides nothing.
match-follows-clear = The match is cleared until either of the two texts changes.
match-known = Only those who judge links read this. The registry learns that a name was checked, never which.
match-said-confirmed = Match confirmed: { $name }.
match-said-cleared = Match cleared: { $name }.
match-no-reason = Say why: what does your check rest on?
recusal-no-reason = Give a reason: a decision about links always has one.
recusal-no-criteria = Choose the criteria that this person will not mark, or another level.
recusal-long-reason = This reason is longer than 8,000 characters. Shorten it.
judge-before = A link was declared anew since the decision. Meanwhile: { $level }.
judge-level = Decision
judge-criteria = { $n ->
    [0] Criteria that this person does not mark
    [one] Criteria that this person does not mark: 1 chosen
   *[other] Criteria that this person does not mark: { $n } chosen
  }
judge-half = These criteria make at least half of the scored weight: the rules propose a recusal with debate.
judge-half-take = Choose that recusal
judge-reason = Reason
judge-reason-known = Those who judge links and { $name } read the reason. Neither the registry nor other members do.
judge-quote = “{ $text }”
judge-since = since { $from }
judge-from-to = { $from } – { $to }
judge-paid-no = Unpaid
judge-paid-me = Paid personally
judge-paid-institution = Paid to the institution
judge-sealed = The content of this declaration cannot be read on this computer.
judge-decides = The proposal decides nothing.
judge-not-you = The chair decides; a vice-chair where the chair is concerned or recused.
judge-do-none = No consequence
judge-do-criterion = Recuse on criteria
judge-do-discuss = Recuse, may discuss
judge-do-full = Recuse fully
judge-ask-none = Let { $name } take part in { $solution }?
judge-ask-criterion = Recuse { $name } on criteria of { $solution }?
judge-ask-discuss = Recuse { $name } from { $solution }, except from the discussion?
judge-ask-full = Recuse { $name } from { $solution }?
judge-consequence-none = { $name } may read, mark and vote. The dossier’s key goes to their computer with the next exchange.
judge-consequence-criterion = { $name } reads, discusses and votes, but does not mark the criteria concerned.
judge-consequence-discuss = { $name } reads and discusses. Their sheet does not count, and they do not vote.
judge-consequence-full = { $name } reads nothing of the dossier any more: its key is taken away, a new one goes to the other members. No mark, no discussion, no vote.
judge-consequence-assigned = { $name } is no longer among the reviewers.
judge-vote-met = A vote is open. With this recusal: { $n } possible present of { $m }, quorum { $need }: within reach.
judge-vote-not-met = A vote is open. With this recusal: { $n } possible present of { $m }, quorum { $need }: out of reach.
judge-vote-college = A vote is open. With this recusal: { $n } possible present of { $m }, quorum { $need }, but a college that the bylaws ask for would no longer be represented.
judge-consequence-known = The board will know that there is a recusal and how far it goes, never what was declared.
judge-said-cleared = { $name } may take part.
judge-said-full = { $name } is recused.
judge-said-discuss = { $name } is recused and may take part in the debate.
judge-said-criterion = { $name } does not mark the chosen criteria.

## My desk
desk-task-judge = Judge interests: { $solution }
desk-task-preselect = Pre-screen: { $solution }
desk-task-assign = Name the reviewers: { $solution }
desk-task-open-round = Open the review: { $solution }
desk-task-close-intake = Close the intake of sheets: { $solution }
desk-do-judge = Judge
desk-do-preselect = Pre-screen
desk-do-assign = Name
desk-do-open-round = Open
desk-do-close-intake = Close
desk-line-judge = { $n ->
    [one] One declaration waits for your decision.
   *[other] { $n } declarations wait for your decision.
  }
desk-line-preselect = The entry mark is reached.
desk-line-assign = Members have declared their interests and are available.
desk-line-open-round = { $n ->
    [one] One reviewer is named.
   *[other] { $n } reviewers are named.
  }
desk-line-close-intake = { $n ->
    [one] One sheet has arrived.
   *[other] { $n } sheets have arrived.
  }

## Arrived after the deadline
late-title = Arrived after the deadline
late-lede = What arrives late counts only if the chair accepts it, with a reason, while nothing is open.
late-sheet = Sheet of { $name }, received { $moment }
late-ballot = Ballot of { $name }, received { $moment }
late-do = Accept…
late-ask = Accept this late item?
late-accept = Accept
late-consequence = It will count as if it had arrived in time. Whoever reads the dossier can read the reason, and the result will say that a late item was accepted.
late-reason = Reason
late-said = The late item of { $name } is accepted.
desk-task-late = Decide on a late item: { $solution }
desk-do-late = Decide
desk-line-late = { $n ->
    [one] One item arrived after the deadline.
   *[other] { $n } items arrived after the deadline.
  }
moves-title = Other steps
move-no-reason = Say why.
move-reason = Reason
move-reason-optional = Reason (optional)
move-name-waive-entry = Waive the entry mark
move-line-waive-entry = The chair lets the board score this dossier under the entry mark.
move-do-waive-entry = Waive the mark
move-ask-waive-entry = Waive the entry mark for { $solution }?
move-consequence-waive-entry = The dossier is preselected in spite of its mark. The reason stays in the dossier.
move-said-waive-entry = Entry mark waived: { $solution } is preselected.
move-name-decline = Do not preselect
move-line-decline = The entry mark is not reached: the publisher learns what could change it.
move-do-decline = Do not preselect
move-ask-decline = Decline to preselect { $solution }?
move-consequence-decline = The dossier stops here. The publisher may appeal.
move-said-decline = { $solution } is not preselected.
move-name-notify = Notify the refusal
move-line-notify = Once the letter to the publisher is sent, the date of notification begins the time to appeal.
move-do-notify = Record the notification
move-ask-notify = Has the letter of refusal for { $solution } been sent?
move-consequence-notify = The refusal is notified: the time to appeal runs from today.
move-said-notify = Refusal notified for { $solution }.
move-name-resume = Resume the dossier
move-line-resume = What was awaited has come: the dossier goes back to preselection.
move-do-resume = Resume
move-ask-resume = Resume { $solution }?
move-consequence-resume = The dossier goes back to reviewers, with a new scoring and a new vote.
move-said-resume = { $solution } goes on.
move-name-return-to-board = Return to the board
move-line-return-to-board = Before the label is issued: the agreement is refused, or the required mark is no longer reached.
move-do-return-to-board = Return
move-ask-return-to-board = Return { $solution } to the board?
move-consequence-return-to-board = The label is not issued. The dossier goes back to discussion, and a new vote is needed.
move-said-return-to-board = { $solution } goes back to the board.
move-name-recall = Convene a second time
move-line-recall = There was no quorum: the chair convenes the same vote, with the quorum of the second convocation.
move-do-recall = Convene
move-ask-recall = Convene the vote on { $solution } a second time?
move-consequence-recall = The ballots of the first vote stay sealed. The dossier can be put to the vote again, under the same bylaws and with the same answers, from the day that the bylaws set.
move-said-recall = Second convocation for { $solution }: the vote can be opened.
move-name-re-table = Take the vote again
move-line-re-table = The chair takes the vote again, with the ordinary quorum: there was no quorum, or somebody was recused since it closed.
move-do-re-table = Take again
move-ask-re-table = Take the vote on { $solution } again?
move-consequence-re-table = The closed vote decides nothing. The question can be put again, to new electors. The reason stays in the dossier.
move-said-re-table = The vote on { $solution } can be opened again.
passed-recall = Second convocation
passed-re-table = Vote taken again
move-name-withdraw = Withdrawal by the publisher
move-line-withdraw = The publisher wrote that it withdraws its dossier.
move-do-withdraw = Record the withdrawal
move-ask-withdraw = Does the publisher withdraw { $solution }?
move-consequence-withdraw = The dossier stops. What was written stays in it; nothing can be handed in any more.
move-said-withdraw = Withdrawal of { $solution } recorded.
desk-task-decline = Decide on preselection: { $solution }
desk-line-decline = The entry mark is not reached.
desk-do-decline = Decide
desk-task-notify = Notify the refusal: { $solution }
desk-line-notify = The letter to the publisher is ready in “Meetings and votes”.
desk-do-notify = Notify
desk-task-resume = Resume: { $solution }
desk-line-resume = Something new has come since the deferral.
passed-notify = Refusal notified
passed-resume = Dossier resumed
passed-return-to-board = Returned to the board
move-name-appeal = Record an appeal
move-line-appeal = The publisher contests the decision: its appeal is recorded here, with its ground and its text.
move-do-appeal = Record
move-ask-appeal = Record the appeal of the publisher of { $solution }?
move-consequence-appeal = The dossier waits for the answer of the chair, or of whoever stands in. There can be one appeal only.
move-said-appeal = Appeal recorded for { $solution }.
move-name-accept-appeal = Accept the appeal
move-line-accept-appeal = The dossier is looked at a second time, by others.
move-do-accept-appeal = Accept
move-ask-accept-appeal = Accept the appeal for { $solution }?
move-consequence-accept-appeal = A second look begins. Whoever examined the dossier or reviewed it takes no part.
move-said-accept-appeal = Appeal accepted: { $solution } is looked at a second time.
move-name-dismiss-appeal = Dismiss the appeal
move-line-dismiss-appeal = The decision stands, and the dossier is closed.
move-do-dismiss-appeal = Dismiss
move-ask-dismiss-appeal = Dismiss the appeal for { $solution }?
move-consequence-dismiss-appeal = The decision stands. The dossier is closed, and no other appeal is possible.
move-said-dismiss-appeal = Appeal dismissed: { $solution } is closed.
move-name-re-examine = Examine again
move-line-re-examine = The second look begins: the dossier is checked again, by somebody else.
move-do-re-examine = Examine again
move-ask-re-examine = Begin the second look at { $solution }?
move-consequence-re-examine = The dossier goes back to intake. Whoever examined it the first time examines its answers no more.
move-said-re-examine = The second look at { $solution } begins.
move-name-admit = Declare admissible
move-line-admit = Once the dossier is checked: complete, its prerequisites met.
move-do-admit = Declare admissible
move-ask-admit = Is { $solution } admissible?
move-consequence-admit = The dossier goes on to preselection.
move-said-admit = { $solution } is admissible.
move-name-lapse = Record the lapse
move-line-lapse = When what the board waits for has not come in the time that was set.
move-do-lapse = Record
move-ask-lapse = Record that { $solution } has lapsed?
move-consequence-lapse = The dossier stops. The publisher may hand in a new one.
move-said-lapse = Lapse of { $solution } recorded.
move-name-close = Close the dossier
move-line-close = Once the time to appeal has passed, when no appeal is pending.
move-do-close = Close
move-ask-close = Close the dossier { $solution }?
move-consequence-close = The dossier is closed: nothing can be handed in any more.
move-said-close = Dossier { $solution } closed.

## Appeal
appeal-title = Appeal
appeal-until = An appeal is possible up to and including { $date }.
appeal-past = The time to appeal ended on { $date }. An appeal that came in time can still be recorded.
appeal-used = The appeal has already been used.
appeal-used-until = The appeal has already been used. The dossier may be closed after { $date }.
appeal-unknown = The labels file in force no longer describes this label: the time to appeal cannot be counted.
appeal-ground = Ground of the appeal
appeal-ground-material-error = Material error
appeal-ground-new-element = New element
appeal-ground-procedure = Fault of procedure
appeal-ground-unknown = Appeal by the publisher
appeal-ground-other = Appeal by the publisher
appeal-received = Received on
appeal-received-hint = The day on which the appeal reached you: it is the one that counts for the time to appeal.
appeal-words = What the publisher says
appeal-received-on = received on { $date }
appeal-judge = Decides: { $name }, who did not sit on the decision.
appeal-nobody = Everybody who presides sat on the decision: make somebody who did not a vice-chair.
appeal-accepted = Appeal accepted
appeal-dismissed = Appeal dismissed
appeal-answered-by = by { $name }
appeal-other-rapporteurs = May not review in the second look: { $names }.
appeal-other-rapporteurs-any = Any member who is free may review in the second look.
appeal-other-examiner = May not examine the dossier again: { $names }.
appeal-other-examiner-any = Nobody had examined its answers: anybody in the secretariat may examine it again.
passed-appeal = Appeal by the publisher
passed-accept-appeal = Appeal accepted
passed-dismiss-appeal = Appeal dismissed
passed-re-examine = Second look begun
passed-close = Dossier closed
line-appeal-nobody = Appeal: everybody who presides sat on the decision
line-appeal-over = Time to appeal over, to be closed
line-to-re-examine = Second look to begin
line-deferred-overdue = Deferred, out of time
next-appeal-same-judge = The first vice-chair who did not sit decides.
next-close-appeal-open = The page says until when.
next-second-look-same-rapporteurs = Ask other members to declare their interests.
next-second-look-same-examiner = Somebody else in the secretariat can do it.
next-lapse-no-deadline = The board's opinion sets none.
desk-task-appeal = Decide on the appeal: { $solution }
desk-line-appeal = The publisher contests the decision; you did not sit on it.
desk-do-appeal = Decide
desk-task-re-examine = Examine again: { $solution }
desk-line-re-examine = The appeal is accepted: the second look may begin.
desk-do-re-examine = Examine
desk-task-admit = Check again: { $solution }
desk-line-admit = The second look is under way.
desk-do-admit = Check
desk-task-lapse = Record the lapse: { $solution }
desk-line-lapse = What the board waited for has not come in time.
desk-do-lapse = Record
desk-task-close = Close: { $solution }
desk-line-close = The time to appeal is over.
desk-do-close = Close
desk-task-table = Put to the vote: { $solution }
desk-line-table = The sheets are open, nothing stands against a vote.
desk-do-table = Put to vote
desk-task-close-vote = Close the vote: { $solution }
desk-line-close-vote = The deadline has passed, or everybody has voted.
desk-do-close-vote = Close
desk-task-no-quorum = Vote without a quorum: { $solution }
desk-line-no-quorum = The vote is to be convened a second time, or taken again.
desk-do-no-quorum = Decide
desk-task-record = Record the decision: { $solution }
desk-line-record = The ballots are counted; the board’s opinion is to be written.
desk-do-record = Record
desk-task-issue = Issue the label: { $solution }
desk-line-issue = The label is granted; its certificate is to be made.
desk-do-issue = Issue
desk-task-examine = Verify the answers: { $solution }
desk-line-examine = { $n ->
    [one] One of the publisher’s answers is to be verified.
   *[other] { $n } of the publisher’s answers are to be verified.
  }
desk-do-examine = Verify
