# Voting: the list, the three steps, the receipt.

nav-votes = Vote
desk-task-vote = Vote: { $solution }
desk-do-vote = Vote
desk-vote-line = Three steps, a few minutes. You may vote again until closing.
votes-title = { $n ->
    [0] No vote is waiting for you
    [one] One vote is waiting for you
   *[other] { $n } votes are waiting for you
  }
votes-none = No motion
votes-none-text = When a motion is put to the vote, it will be here and on your desk.
votes-open = Open votes
votes-past = Closed votes
votes-ended = Closed { $moment }
votes-ended-early = Closed before its deadline
votes-go = Vote
votes-again = See or vote again
votes-see = See
votes-back = Back to votes
votes-ballot-missing = you have not voted yet
votes-ballot-in = your ballot arrived { $moment }
votes-ballot-waits = your ballot has not arrived yet
vote-state-open = Vote open
vote-state-due = Deadline passed, to be closed
vote-state-closed = Closed, the officers must open it
vote-state-counted = Counted
vote-state-decided = Decision recorded
vote-state-other = { $code }

left-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
left-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
  }
left-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
  }
left-and = { $a } and { $b }

## Steps
vote-steps = Steps of the vote
keys-vote = Vote
vote-step-1 = Understand
vote-step-2 = Choose
vote-step-3 = Check and send
vote-step-title = Step { $n } of 3: { $name }
vote-label-title = What the label says, and does not say
vote-label-says = It says that the board finds the evidence sufficient for this version and this use, on the day of the decision.
vote-bylaws-title = What the bylaws require
vote-asks-simple = Simple majority: more votes for than against.
vote-asks-absolute = Absolute majority: more than half of the { $base }.
vote-asks-qualified = Qualified majority: at least { $share } of the { $base }.
vote-asks-qualified-strict = Qualified majority: more than { $share } of the { $base }.
vote-asks-for-against = Two bars: more than { $share } of the { $base } for, and less than { $below } against.
vote-asks-unanimity = Unanimity of the { $base }.
vote-asks-plurality = The option with the most votes wins.
vote-asks-plurality-test = It must besides reach the majority asked for.
vote-asks-ladder = The most favourable answer that reaches this majority wins; a ballot for an answer counts for the less favourable ones too.
vote-asks-votes = { $electors ->
    [one] One elector alone may vote: it takes their vote for.
   *[other] If all { $electors } electors vote for or against, it takes at least { $n } votes for.
  }
vote-asks-never = Even if all electors voted for, the majority would not be reached: it is taken of { $of } { $base }, { $electors ->
    [one] and only one may vote
   *[other] and { $electors } may vote
  }.
vote-asks-moves = With fewer { $base }, it takes fewer votes.
vote-asks-fixed = This number does not depend on the turnout: it is taken of { $of } { $base }.
vote-asks-colleges = { $n ->
    [one] At least one college must be in favour besides.
   *[other] At least { $n } colleges must be in favour besides.
  }
vote-asks-veto = The college “{ $college }” may veto.
vote-asks-casting = In a tie, the vote of whoever presides decides.
vote-base-seats = seats
vote-base-members = members in office
vote-base-unrecused = members without recusal
vote-base-present = people present
vote-base-cast = votes cast
vote-quorum-need = The quorum is { $n } voters: below it, no ballot is opened.
vote-deadline-full = The vote closes on { $moment }.
vote-safety-rule = { $n ->
    [one] One safety objection is enough to defer the decision.
   *[other] { $n } safety objections defer the decision.
  }
vote-electors = { $n ->
    [one] One elector, by college
   *[other] The { $n } electors, by college
  }
vote-your-college = your college
vote-read = Read the dossier again
vote-compare = See the comparison of the sheets
vote-nothing-1 = Nothing is chosen or sent yet.
vote-choices = Your choice
vote-nothing = Nothing is sent yet. You will check your choice at step 3.
vote-err-none = Choose an answer to continue. Abstaining is one.
vote-back = Back to the explanation
vote-safety = I object on grounds of patient safety.
vote-consequence-for = The label is granted to version { $version }, for { $duration }.
vote-consequence-against = The label is not granted. The publisher receives the board’s opinion and may return with new evidence.
vote-consequence-grant = The label is granted to version { $version }, for { $duration }.
vote-consequence-grant-with-reservations = The label is granted to version { $version }, with points to improve and their dates, made public.
vote-consequence-defer = Nothing is decided. The dossier returns when what is awaited is there.
vote-consequence-refuse = The label is not granted. The publisher receives the board’s opinion and may return with new evidence.
vote-consequence-abstain = Your ballot counts towards the quorum, but neither for nor against.
vote-consequence-blank = You vote without choosing any of the answers. Your ballot counts towards the quorum.
vote-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
  }
vote-months = { $n } months
vote-check = Check, then send
vote-mine = Your choice
vote-hidden = Choice hidden
vote-hide = Hide my choice
vote-show = Show my choice
vote-change = Change my choice
vote-send = Send my ballot
vote-sending = Sending…
vote-replaces = This ballot will replace the one that you have already sent.
vote-recast = You may vote again; only the last ballot counts.
vote-closed = The vote closed at { $time }
vote-closed-day = The vote closed on { $moment }
vote-closed-text = No further ballot is taken here. If you could not vote, tell the secretariat.

## What will be known
vote-aside = Secrecy, time left and quorum
vote-rollcall-title = This is a roll call
vote-rollcall = This is a roll call. Your choice will be read, with your name, at closing.
vote-rollcall-read = Your choice will be read, with your name, at closing.
vote-rollcall-sealed = Until then it is sealed. It takes { $n } of { $m } officers, together, to open the ballots, and all open at once.
vote-secret-title = This vote is secret
vote-secret = This vote is secret. Nobody will read your choice, neither the secretariat nor the chair, unless two officers broke their word together.
vote-known = That you have voted is known as soon as your ballot has arrived.
vote-limit = The limit, frankly. There are { $n } of you in your college. If all { $n } vote alike, the total will show it.
vote-until = Until { $moment }
vote-left = { $left } left.
vote-quorum = Quorum: { $n } voters
vote-received = { $n ->
    [one] { $n } ballot received of { $m }.
   *[other] { $n } ballots received of { $m }.
  }

## Receipt
vote-arrived = Your ballot has arrived
vote-arrived-rollcall = The registry received it before closing. It will count, and nobody can read it before the opening.
vote-arrived-secret = The registry received it before closing. It will count, and nobody will be able to read it.
vote-arrived-not-counted = The registry received it, but it is not in the list of those that count. Ask the secretariat why.
vote-waiting-title = Your ballot has not arrived yet
vote-waiting = It is signed and kept on this computer. It must reach the registry before { $time }: { $left } left.
vote-waiting-ways = Two ways to get there: find a network, and it leaves by itself; or take this computer to where there is one.
vote-receipt-motion = Motion
vote-receipt-at = Received on
vote-receipt-written = Written on
vote-receipt-tracking = Tracking number
vote-receipt-replaces = Replaces
vote-receipt-before = { $n ->
    [0] no earlier ballot
    [one] one earlier ballot
   *[other] { $n } earlier ballots
  }
vote-receipt-list = List at closing
vote-receipt-counted = your ballot is in it
vote-receipt-not-counted = your ballot is not in it
vote-print = Print the receipt
vote-sync = See what is being sent
vote-now = What now?
vote-now-until = Until closing
vote-now-change = You may change your mind. Only the last ballot counts.
vote-again = Change my vote
vote-now-close = The vote closes. { $n } officers open the ballots together.
vote-now-then = Then
vote-now-result = The result and how it was counted, sentence by sentence, arrive on your desk.
vote-receipt-what-for = What is this receipt for?
vote-receipt-find = To find your ballot in the list at closing, by its tracking number. This computer looks for it by itself and says so here.
vote-receipt-number = These twenty digits are the fingerprint of your sealed envelope. Anybody can compute them again; they say nothing of what is inside.
vote-receipt-nochoice = This receipt does not show your choice.
vote-receipt-show = You may keep it or show it without fear.
vote-receipt-absent = A number that is not in the list? Write to the secretariat: the count will be checked.
vote-said-arrived = Your ballot arrived at { $time }.
vote-said-waits = Your ballot is signed. It has not reached the registry yet.

## After the deadline
vote-closed-late = You can still send your ballot: it will be marked late, and the chair may accept it with a reason while nothing is open.
vote-late-go = Vote late
vote-late-title = Your ballot is marked late
vote-late-waits = It reached the registry after the deadline and is kept with its time. It counts only if the chair accepts it, with a reason, before the opening.
vote-late-leaves = It is signed and kept on this computer. It leaves at the next exchange and will be marked late: the chair decides.
