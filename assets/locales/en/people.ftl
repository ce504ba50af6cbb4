# People, computers, invitations; founding, charter, rules.

nav-people = People
open = Open

## People

people-title = { $n ->
    [one] One person
   *[other] { $n } people
  }
people-title-waiting = { $n ->
    [one] One person waits for their digits to be typed
   *[other] { $n } people wait for their digits to be typed
  }
people-title-confirm = { $n ->
    [one] One computer waits for your confirmation
   *[other] { $n } computers wait for your confirmation
  }
people-single = One person alone can open everything. A charter with three officers is needed before a dossier is scored.
people-single-short = One person alone can open everything.
people-add = Add a person
people-roster = Import a list…
people-no-seat = Without a seat
people-count = { $n }
people-me = (you)
people-waits-second = A computer waits for the second person.
people-invited = Invited, until { $date }.
people-no-computer = No computer yet.
people-roles = Roles
people-roles-of = Roles: { $name }
people-invite = Invite
people-invite-more = Another computer
people-invite-of = Invite { $name }
people-said-added = { $name } is on the list.
people-said-imported = The list is imported.
people-said-roles = Roles recorded.
people-said-typed = The digits are right. The computer is enrolled.
computer-here = (this one)
computer-added = Enrolled by { $name }.
computer-second = Confirmed by { $name }.
computer-awaited = A second person is awaited.
computer-revoked = Access removed.

## Digits

waiting-title = Digits to type
waiting-since = request received { $moment }
waiting-label = The twenty digits that the person reads to you, by voice
waiting-hint = { $n } digits of 20. Recognise the voice before you type.
waiting-short = Twenty digits are needed; { $n } are typed.
waiting-label-own = The twenty digits that your other computer shows
waiting-hint-own = { $n } digits of 20.
waiting-do = Enrol this computer
waiting-elsewhere = The invitation comes from another computer, which alone can check this request.

## Second person, revocation

countersign-of = Confirm the computer of { $name }
countersign-do = Confirm
countersign-title = Confirm the computer of { $name }?
countersign-text = This computer was enrolled by { $by }. Confirm if you know that { $name } has just installed Sceau: its acts will count and it will be given the board’s keys.
countersign-said = The computer of { $name } is confirmed.
revoke = Remove access…
revoke-of = Remove access of computer { $short } of { $name }
revoke-title = Remove the access of a computer of { $name }?
revoke-here = This is the computer that you are using: you will not be able to do anything on it.
sec-lost = Its access is removed and keys change. What it has already read cannot be recalled.
revoke-do = Remove access
revoke-said = Access is removed.
revoked-title = What followed for { $name }
revoked-access = This computer is no longer accepted by the registry nor by the other computers.
revoked-keys = { $n ->
    [0] No key had to be changed here.
    [one] One key was changed.
   *[other] { $n } keys were changed.
  }
revoked-dossiers = Dossiers whose key changed: { $names }.
revoked-kept = { $n ->
    [one] One key is not on this computer: whoever holds it has to change it.
   *[other] { $n } keys are not on this computer: whoever holds them has to change them.
  }
revoked-limit = What the lost computer had already read cannot be recalled.
departed-limit = What these computers had already read cannot be taken back.
revoked-others = Computers of { $name } that are still accepted: { $computers }. Remove the access of any that is not theirs.
revoked-officer = { $name } is an officer: the other officers are enough to open. A new computer will need a new officer’s key and a new charter.
revoked-next = Next: invite { $name } on another computer, type the twenty digits, and have a second person confirm. Submitted sheets stay sealed and count; what was not sent, drafts and notes, is lost.

## Mandates, absences

depart = End of mandate…
depart-title = End the mandate of { $name }?
depart-text = The seat is given back, computers lose their access, keys change; roles are for an officer to take back. Submitted sheets stay and count. This cannot be undone.
depart-seat = Who takes the seat ({ $college })?
depart-next = Who follows?
depart-hint = Leave empty if nobody is named yet. Whoever follows gets an invitation and keys of their own, and inherits neither sheets nor declarations.
depart-do = End the mandate
depart-do-replace = End the mandate and give the seat
depart-said = The mandate of { $name } has ended.
departed-computers = { $n ->
    [0] No computer was enrolled.
    [one] One computer lost its access.
   *[other] { $n } computers lost their access.
  }
departed-sheets = Submitted sheets, which stay and count: { $names }.
departed-votes = Open votes: { $names }. Their electors stay those of the beginning; this place counts as silence.
departed-relieved = Sheets that are no longer awaited: { $names }. Name another reviewer if needed.
departed-assigned = Sheets that are still awaited: { $names }. Secretariat or chair must relieve the person.
departed-roles = Roles that an officer must take back: { $roles }.
departed-officer = The charter still names this person: propose a new charter, then make the committee key again.
away = Absence…
away-title = Absence of { $name }
away-text = Whoever is away is not proposed as a reviewer. They keep their rights; the board reads this date, the registry does not.
away-last-day = Last day of absence
away-back = Note the return
away-missing = Give the last day of the absence.
away-past = This day is over. Give a day to come, or clear the date.
away-until = Away until { $date }.
away-said = Absence noted.

## My computers (settings)

own-computers = Your computers
own-computers-text = You enrol another computer of yours by yourself. The access of this one is removed from another, or by the secretariat.
own-computer-since = Enrolled on { $date }.
own-computer-contact = Last exchange: { $moment }.
own-computer-heard = Last received from it: { $moment }.
own-revoke-of = Remove access of computer { $short }
own-revoke-title = Remove the access of your computer { $short }?
own-revoke-drafts = Drafts and notes that were not sent from it are lost; sheets that were handed in stay and count.
own-revoked-kept = The other keys change as soon as the secretariat or the chair is connected.
own-away = Note an absence…

## Adding, roles, list

add-text = The name is encrypted for the board; the registry does not read it.
add-title = Title
add-name = First name and surname
add-name-missing = Give a name.
add-college = College
add-affiliation = Institution
add-email = E-mail
roles-text = A seat is enough to review and to vote. Officers are named by the charter.
roles-chair = Leads the board, judges links, tables votes.
roles-vice-chair = Stands in for the chair.
roles-secretariat = Takes dossiers in, invites, assigns, issues.
roles-examiner = Examines the declared answers.
roles-do = Record
roster-text = A sceau-roster/1 file. Nothing is added before you have seen the list.
roster-choose = Choose the file…
roster-other = Another file…
roster-fresh = { $n ->
    [0] Nobody is to be added.
    [one] One person will be added.
   *[other] { $n } people will be added.
  }
roster-no-roles = Roles belong to the officers: they are still to be given.
roster-already = already on the list
roster-do = { $n ->
    [one] Add one person
   *[other] Add { $n } people
  }
faults-title = { $n ->
    [one] This file has a fault. Nothing was taken.
   *[other] This file has { $n } faults. Nothing was taken.
  }
faults-line = Line { $line }.
roster-format = Line { $place }: a sceau-roster/1 file is expected.
roster-empty = The list is empty.
roster-too-many = The list is too long: 500 people at most.
roster-name = Entry { $place }: the name is missing.
roster-twice = Entry { $place }: already in the list.
roster-too-long = Entry { $place }: a field is too long.
roster-max-load = Entry { $place }: max_load goes from 1 to 999.
roster-college = Entry { $place }: college unknown to the bylaws.
roster-role = Entry { $place }: unknown role.
rules-syntax = This file is not written correctly here: a quotation mark, a bracket or an equals sign may be missing.
rules-format = Line { $place }: “sceau-grid/1”, “sceau-bylaws/1”, “sceau-labels/1” or “sceau-orientation/1” is expected.
error-text-too-long = { $file }: too long to be read here.
error-text-unreadable = { $file }: this text is not UTF-8.

## Invitation

invitation-title = Invitation of { $name }
invitation-text = It works once, until { $date }.
invitation-qr = 2-D code of the invitation
invitation-step-1 = Hand this link or code to the person: message, letter, or printed 2-D code.
invitation-step-2 = They install Sceau, paste the link or the code, and call you.
invitation-step-3 = You recognise the voice and type here the twenty digits that they read.
invitation-own-title = Enrol another computer of yours
invitation-own-text = The invitation works once, until { $date }.
invitation-own-step-1 = On the other computer install Sceau and paste this link or code.
invitation-own-step-2 = It shows twenty digits.
invitation-own-step-3 = Type them here, in the settings: the other computer is enrolled at once, without a second person.
invitation-link = Link
invitation-code = Code
invitation-copy-link = Copy the link
invitation-copy = Copy the code
invitation-copied-link = Link copied.
invitation-copied-code = Code copied.
invitation-mail-subject = Your invitation: { $institute }
invitation-mail-open = Dear { $name },

    { $institute } invites you to its board. Install Sceau, open it, and paste into its first window the whole address below, with all that follows the sign “#”.
invitation-mail-close = This invitation works once, until { $date }. Sceau will then show twenty digits: call the secretariat at a number that you know and read them aloud. Pass this invitation on to nobody.
invitation-print = Print

## Tasks

people-tasks = The board
people-task-second = { $n ->
    [one] Confirm a computer
   *[other] Confirm { $n } computers
  }
people-task-charter = Sign the charter
people-task-founding = Finish founding the institute
people-task-vice-chair = { $n ->
    [one] Name a vice-chair: one dossier has nobody to act as its chair
   *[other] Name a vice-chair: { $n } dossiers have nobody to act as their chair
  }
people-task-roles = Mandate ended, roles to take back: { $names }
people-task-replace = Renew the charter: { $names }

## Founding

found-ask = Is there no institute yet?
found-link = Found an institute
found-title = Found an institute
found-text = The registry gave you a card and a token, once. They make you the first person of the institute.
found-card = The registry’s card
found-token = Founding token
found-institute = Name of the institute
found-name = Your first name and surname
found-college = Your college
found-card-missing = Paste the registry’s card and the token.
found-name-missing = Give the name of the institute and yours.
found-consequence = Founding happens once for this registry. Until the charter with three officers, you would be the only person able to open everything.
found-do = Found the institute
found-busy = Founding, a few seconds…
found-back = I have an invitation
found-done = { $institute } is founded.
error-card-unreadable = This registry card cannot be read. Copy it whole, adding nothing.
error-founding-unsure = The registry did not answer at the last moment: it may have founded the institute. Nothing was erased here. Open Sceau again when the network answers.
founding-link = Charter and rules
founding-number = charter no. { $n }
founding-title = { $n ->
    [0] The institute is founded
    [one] One step is left to found the institute
   *[other] { $n } steps are left to found the institute
  }
founding-rules = Publish the rules
founding-rules-line = A grid, bylaws, the labels, where publishers can turn to. A published rule is not erased; a new version replaces it.
founding-people = Enrol two people at least
founding-people-line = The secretariat first, then the future officers.
founding-keys = Show three officer keys
founding-keys-line = Each future officer shows theirs from their own computer: Settings, “Officer key”.
founding-charter = Sign the charter with three officers
founding-charter-line = Two officers of three will act together; nobody will be able to open everything alone.
founding-second = Confirm the first computers
founding-second-line = A second person confirms those that one person alone had enrolled.
founding-to-people = See the people
founding-key-do = Show my officer key
founding-key-text = A key is made on this computer and its public half is entered in the log. It gives no right until a charter names you.
founding-key-said = Your key is shown.
charter-replace = The key that the charter names is gone: { $names }. Propose a charter with their new key, or with somebody else; two signatures are enough.
officer-key-own = Officer key
officer-key-own-none = If the board asks you to be an officer, first show a key from this computer. A charter can then name you.
officer-key-own-here = Your key is on this computer. It signs the charters that name you.
officer-key-own-elsewhere = The key that you had shown is not on this computer. If the other one is lost, show a new one: a charter will name it.
charter-propose = Propose the charter…
charter-propose-other = Propose another charter…
charter-propose-text = Choose { $n } officers among those who showed their key. Two will be enough to open.
charter-too-few = { $has } of { $n } showed their key.
charter-count = Choose exactly { $n } officers.
charter-proposed = Charter no. { $n }: { $names }, of whom { $k } act together.
charter-awaited = Signed: { $signed }. Awaited: { $awaited }.
charter-officers = { $names }, of whom { $k } act together.
charter-sign = Sign the charter
charter-sign-title = Sign charter no. { $n }?
charter-sign-text = Officers: { $names }. { $k } of them together will be able to open what is sealed, and none alone.
charter-said-proposed = The charter is proposed and signed by you.
charter-said-signed = The charter is signed.
rules-grid = Grid
rules-bylaws = Bylaws
rules-labels = Labels
rules-orientation = Orientation of publishers
rules-bundled-grid = Publish the illustrative grid
rules-bundled-bylaws = Publish the roll-call bylaws
rules-bundled-labels = Publish the two labels
rules-bundled-orientation = Publish the illustrative orientations
rules-own = Try a file of ours…
rules-try-title = { $kind }: what the file would change
rules-try-text = The file “{ $name }” follows the rules. Nothing is published yet.
rules-try-publish = Publish
rules-try-not = Do not publish
rules-try-example = Try on an example…
tryout-title = { $kind }: tried on an example
tryout-text = What the rules of the file “{ $name }” say of an invented example. Nothing is published, nothing is kept.
tryout-suppose = Suppose
tryout-fill = Answers to the grid
tryout-fill-highest = The most favourable everywhere
tryout-fill-middle = The middle one everywhere
tryout-fill-lowest = The least favourable everywhere
tryout-fill-drawn = Drawn at random
tryout-again = Draw other answers
tryout-pass = The prerequisites are met
tryout-class = HAS class
tryout-class-none = None
tryout-axis = A point to improve on axis
tryout-axis-none = None
tryout-recused = Recused
tryout-voting = Voting
tryout-favour = Votes “{ $option }”
tryout-abstain = Abstentions
tryout-on = Day of the decision
tryout-on-vote = Day of the session
tryout-said = What the rules say
tryout-mark = Mark: { $mark } of { $of }
tryout-no-mark = There is no mark.
tryout-failed = Prerequisites not met: { $codes }.
tryout-axis-head = Axis
tryout-axis-mark = Mark of the axis
tryout-axis-out = not counted
tryout-entry = Evaluation by the board
tryout-grant = Grant
tryout-bar = at least { $at_least }, { $mark ->
    [declared] declared mark
    [verified] verified mark
   *[board] mark of the board
  }.
tryout-bar-none = no bar.
tryout-no-label = No label in force goes by this grid.
tryout-rows = { $n ->
    [one] The answer of the example
   *[other] The { $n } answers of the example
  }
tryout-criterion = Criterion
tryout-answer = Answer
tryout-points = Points
tryout-no-points = not marked
tryout-homeless = Their grid is not in force, nothing can be said of them: { $names }.
tryout-heads = { $n ->
    [0] Nobody votes.
    [one] One voter: { $favour } “{ $best }”, { $against } “{ $worst }”, { $abstain } abstaining.
   *[other] { $n } voters: { $favour } “{ $best }”, { $against } “{ $worst }”, { $abstain } abstaining.
  } { $recused ->
    [0] Nobody is recused.
    [one] One is recused.
   *[other] { $recused } are recused.
  }
tryout-shown = { $n ->
    [0] No orientation would be offered to the publisher.
    [one] One orientation would be offered to the publisher.
   *[other] { $n } orientations would be offered to the publisher.
  }
tryout-day-second = A second convocation could be held from { $day } on.
tryout-day-until = The label would be valid until { $day }.
tryout-day-appeal = An appeal would be possible until { $day }.
tryout-day-evidence = If it is provisional, the evidence would be due by { $day }.
tryout-day-provisional = If it is provisional, it would end on { $day }.
tried-axis = { $title }: { $n ->
    [one] one criterion
   *[other] { $n } criteria
  }
tried-label = { $title }: { $n } months
tried-always = For everybody
tried-study = Kind of study: { $title }
tried-if-axis = For a point to improve on axis { $axis }
tried-if-class = For class { $class }
tried-if-both = For a point to improve on axis { $axis }, in class { $class }
rules-said = The rule is published.
