//! The names of stages, moves and hands, as the procedure, the drawings and the files spell them.

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$each])* $variant,)* }

        impl $name {
            /// Every value, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the table, in drawings, files and locale keys.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The value of a name.
            #[must_use]
            pub fn read(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// Where a dossier stands.
    Stage {
        /// Taken in, being checked for completeness.
        Received = "received",
        /// Something is missing; the clock stops.
        Incomplete = "incomplete",
        /// Complete, prerequisites passed.
        Admissible = "admissible",
        /// Refused at the door.
        Inadmissible = "inadmissible",
        /// The entry mark is reached.
        Preselected = "preselected",
        /// The entry mark is not reached.
        NotPreselected = "not-preselected",
        /// Reviewers are named.
        Assigned = "assigned",
        /// Sheets are being written, sealed.
        Scoring = "scoring",
        /// The sheets are open.
        Opened = "opened",
        /// The board debates.
        Discussion = "discussion",
        /// A motion is on the table.
        Ready = "ready",
        /// Ballots are being cast.
        Voting = "voting",
        /// The ballots are counted.
        Tallied = "tallied",
        /// Decided in favour; the certificate is awaited.
        Granted = "granted",
        /// Decided to wait for something.
        Deferred = "deferred",
        /// Decided against; the letter is awaited.
        RefusalDecided = "refusal-decided",
        /// Refused, the publisher knows.
        Refused = "refused",
        /// The label is issued.
        Labelled = "labelled",
        /// The publisher appeals.
        Appeal = "appeal",
        /// The appeal was accepted: others look again.
        SecondLook = "second-look",
        /// The publisher did not answer in time.
        Lapsed = "lapsed",
        /// The publisher withdrew.
        Withdrawn = "withdrawn",
        /// Over.
        Closed = "closed",
    }
}

names! {
    /// What can happen to a dossier.
    Move {
        /// A dossier comes in.
        Receive = "receive",
        /// Missing items are asked for.
        RequestCompletion = "request-completion",
        /// They came.
        Complete = "complete",
        /// They did not come in time.
        Lapse = "lapse",
        /// The dossier is complete and passes the prerequisites.
        Admit = "admit",
        /// It does not.
        Reject = "reject",
        /// The entry mark is reached.
        Preselect = "preselect",
        /// The chair waives the entry mark.
        WaiveEntry = "waive-entry",
        /// The entry mark is out of reach.
        Decline = "decline",
        /// Reviewers are named.
        Assign = "assign",
        /// Scoring begins.
        OpenRound = "open-round",
        /// Officers open the sheets.
        OpenSheets = "open-sheets",
        /// The discussion begins.
        Discuss = "discuss",
        /// Another round of scoring.
        Rescore = "rescore",
        /// A motion is put on the table.
        TableMotion = "table-motion",
        /// The vote opens.
        OpenVote = "open-vote",
        /// The vote closes.
        CloseVote = "close-vote",
        /// Second convocation.
        Recall = "recall",
        /// The motion is put again.
        ReTable = "re-table",
        /// The decision is recorded.
        Record = "record",
        /// A deferred dossier goes on.
        Resume = "resume",
        /// The label is issued.
        Issue = "issue",
        /// A granted dossier goes back to the board.
        ReturnToBoard = "return-to-board",
        /// The refusal is notified.
        Notify = "notify",
        /// The publisher appeals.
        Appeal = "appeal",
        /// The appeal is accepted.
        AcceptAppeal = "accept-appeal",
        /// The examination starts again.
        ReExamine = "re-examine",
        /// The appeal is dismissed.
        DismissAppeal = "dismiss-appeal",
        /// The delay for an appeal is over.
        Close = "close",
        /// The publisher withdraws.
        Withdraw = "withdraw",
    }
}

names! {
    /// In whose name a move is made. The publisher has no device: the secretariat records its moves.
    Hand {
        /// The publisher.
        Publisher = "publisher",
        /// The secretariat.
        Secretariat = "secretariat",
        /// The chair, or whoever acts as chair.
        Chair = "chair",
        /// The officers together.
        Officers = "officers",
    }
}
