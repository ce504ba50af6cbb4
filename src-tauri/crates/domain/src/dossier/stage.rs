//! Where a dossier stands in its life (rules §2.1).

macro_rules! stages {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// Where a dossier stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Stage { $($(#[$doc])* $name,)* }

        impl Stage {
            /// Every stage, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name in the table, in drawings and in locale keys.
            #[must_use]
            pub const fn name(self) -> &'static str { match self { $(Self::$name => $text,)* } }

            /// The stage of a name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|stage| stage.name() == name)
            }
        }
    };
}

stages! {
    /// Taken in, being checked for completeness.
    Received = "received";
    /// Something is missing; the clock stops.
    Incomplete = "incomplete";
    /// Complete, prerequisites passed.
    Admissible = "admissible";
    /// A prerequisite failed.
    Inadmissible = "inadmissible";
    /// The entry mark is reached.
    Preselected = "preselected";
    /// The entry mark is not reached.
    NotPreselected = "not-preselected";
    /// Reviewers are named.
    Assigned = "assigned";
    /// Sheets are being written, sealed.
    Scoring = "scoring";
    /// The sheets are open.
    Opened = "opened";
    /// The board debates.
    Discussion = "discussion";
    /// A motion is on the table.
    Ready = "ready";
    /// Ballots are being cast.
    Voting = "voting";
    /// The ballots are counted.
    Tallied = "tallied";
    /// Decided in favour; the certificate is awaited.
    Granted = "granted";
    /// Decided to wait for something.
    Deferred = "deferred";
    /// Decided against; the letter is awaited.
    RefusalDecided = "refusal-decided";
    /// Refused, the publisher knows.
    Refused = "refused";
    /// The label is issued.
    Labelled = "labelled";
    /// The publisher appeals.
    Appeal = "appeal";
    /// The appeal was accepted.
    SecondLook = "second-look";
    /// The publisher did not answer in time.
    Lapsed = "lapsed";
    /// The publisher withdrew.
    Withdrawn = "withdrawn";
    /// Over.
    Closed = "closed";
}
