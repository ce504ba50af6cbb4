# The guided tour: two sentences a step, in the same voice everywhere.

tour-title = Guided tour
tour-offer-title = A look around in five minutes?
tour-offer = Everything that you see here is invented: you may try all of it. The tour goes from screen to screen, and you can leave it at any time.
tour-begin = Begin the tour
tour-resume = Go on with the tour
tour-decline = No tour
tour-progress = { $n } of { $m }
tour-next = Next
tour-back = Back
tour-end = Finish
tour-leave = Leave
tour-there = Back to this screen
tour-go-reviewer = Guided tour: reviewing
tour-go-patient = Guided tour: reviewing and voting
tour-go-secretariat = Guided tour: secretariat
tour-go-chair = Guided tour: chair
tour-go-officer = Guided tour: key officer
tour-said = Guided tour, step { $n } of { $m }. { $title }. { $text }
tour-said-left = Tour left at step { $n }. It will go on there, from Ctrl+K or from the guide.
tour-said-end = End of the tour. Ctrl+K and the guide lead back to it.
tour-said-declined = The tour stays in Ctrl+K and in the guide.

## For reviewers

tour-step-desk = What is waiting for you
tour-text-desk = Each line is a task, the most urgent first, and its button opens the right screen. Everything works offline, and nothing that you write is lost.
tour-step-declare = Declare your interests
tour-text-declare = Before you read a dossier, say whether anything ties you to its publisher or to their competitors. Without a tie the dossier opens once it is given to you; with one, the chair decides.
tour-step-mark = Mark, with evidence
tour-text-mark = Read the file, mark the criterion and say why in one sentence. Select a passage and cite it: it becomes the evidence of your mark.
tour-step-read = Read and mark
tour-text-read = Each criterion reads in plain words, and the help says what each mark stands for. Give a mark, then say why in your own words: everything is saved at every key.
tour-step-seal = Hand in your sheet
tour-text-seal = “Submit” first shows what is missing, then seals the sheet. Your colleagues will read it at the opening; until then you can take it back.
tour-step-compare = Compare
tour-text-compare = After the opening, sheets are read together, criteria in disagreement first. Each criterion has its discussion, and a mark can be changed by saying why.
tour-step-vote = Vote
tour-text-vote = A vote takes three steps: understand, choose, check and send. Nothing leaves before the third, and the screen says who will read your choice.
tour-step-end = And then
tour-text-end = This guide says the rest, and Ctrl+K leads to every screen. The tour stays there, should you want it again.

## For the secretariat

tour-step-intake = Receive a dossier
tour-text-intake = Choose the publisher’s dossier: the report says, line by line, what is there and what is missing. The letter that asks for the rest writes itself.
tour-step-dossiers = Follow the dossiers
tour-text-dossiers = One line for each dossier: what blocks it, or what comes next. The matrix shows who owes what, never what was written.
tour-step-interests = Follow declared interests
tour-text-interests = Declarations that wait for a decision are here, with the recusals. Nobody opens a dossier before declaring their interests.
tour-step-motions = Put to the vote
tour-text-motions = The question is put to the vote here, and until closing the screen shows only how many have voted. The count then gives the decision and says why.
tour-step-labels = Issue the label
tour-text-labels = A decision becomes a certificate: preview, seal, publication. The life of the label is followed here from then on, from suspension to renewal.
tour-step-people = Keep the list of members
tour-text-people = Invite a member, type the digits that they read to you, pass on the seat of whoever leaves. A lost computer loses its access in one click.

## For the chair

tour-step-judge = Decide on interests
tour-text-judge = Each declaration that waits is here, with what the bylaws propose. You decide: no consequence, a recusal that still allows discussion, or a full recusal.

## For key officers

tour-step-key = Make the board’s key
tour-text-key = Three officers together make the key that seals sheets and ballots, in three short visits. This desk tells you when it is your turn.
tour-step-opening = Open in twos
tour-text-opening = Two officers open sheets or ballots; one person alone cannot. Each opening is asked of you once, with what it leads to.
tour-step-confirm = Confirm a computer
tour-text-confirm = A new computer counts once two people have recognised it. Here you confirm the one that the secretariat added, and you give roles.
tour-step-verify = Verify a certificate
tour-text-verify = Drop a certificate: the answer is valid, not valid or indeterminate, and says why. This works offline too.
