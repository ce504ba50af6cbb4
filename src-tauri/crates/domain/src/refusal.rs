//! Why a request is refused: one variant a reason, with a stable code that the locale files translate.

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        /// The rules say no. Not an error: nothing broke.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
        pub enum Refusal { $($(#[$doc])* #[error($code)] $name,)* }

        impl Refusal {
            /// Every refusal, so that a test can ask for its sentence in each language.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code.
            #[must_use]
            pub const fn code(self) -> &'static str { match self { $(Self::$name => $code,)* } }
        }
    };
}

refusals! {
    /// The role does not include this act.
    NotByYou = "refusal-not-by-you";
    /// The device is not, or no longer, one of a member's.
    DeviceNotActive = "refusal-device-not-active";
    /// The device was revoked.
    DeviceRevoked = "refusal-device-revoked";
    /// The header does not name the objects that its kind asks for.
    Malformed = "refusal-malformed";
    /// The same person cannot be first and second.
    SamePerson = "refusal-same-person";
    /// The member is not on the roster.
    NotAMember = "refusal-not-a-member";
    /// Nobody else chairs the board.
    LastChair = "refusal-last-chair";
    /// Nobody else keeps the secretariat.
    LastSecretariat = "refusal-last-secretariat";
    /// Those who remain could not sign a charter.
    TooFewOfficers = "refusal-too-few-officers";
    /// A member cannot be seated twice.
    AlreadyAMember = "refusal-already-a-member";
    /// The dossier, round or motion exists already.
    AlreadyThere = "refusal-already-there";
    /// The dossier is not at this stage.
    WrongStage = "refusal-wrong-stage";
    /// Interests come first.
    NotDeclared = "refusal-not-declared";
    /// The chair has not yet judged the declared interests.
    DeclarationPending = "refusal-declaration-pending";
    /// Recused from this dossier.
    Recused = "refusal-recused";
    /// Not assigned to this dossier.
    NotAssigned = "refusal-not-assigned";
    /// No sheet of this member counts in the round.
    NoSheet = "refusal-no-sheet";
    /// The sheets are open; what is sealed now would never be counted.
    AlreadyOpen = "refusal-already-open";
    /// Sheets are missing and the deadline has not passed.
    SheetsMissing = "refusal-sheets-missing";
    /// The publisher has already appealed.
    AppealUsed = "refusal-appeal-used";
    /// Whoever sat on a decision does not judge its appeal.
    SatOnDecision = "refusal-sat-on-decision";
    /// Somebody else acts as chair of the dossier.
    AnotherPresides = "refusal-another-presides";
    /// The second look is for others than those who looked first.
    LookedFirst = "refusal-looked-first";
    /// No further independent round is provided for.
    LastRound = "refusal-last-round";
    /// Shares before the opening.
    NotOpenYet = "refusal-not-open-yet";
    /// Not an elector of this motion.
    NotAnElector = "refusal-not-an-elector";
    /// The vote is closed.
    VoteClosed = "refusal-vote-closed";
    /// The vote cannot close yet.
    VoteStillOpen = "refusal-vote-still-open";
    /// Secret votes do not exist yet.
    SecretVote = "refusal-secret-vote";
    /// A vote follows the bylaws that were fixed when its round opened.
    OtherBylaws = "refusal-other-bylaws";
    /// Attendance at a meeting cannot be recorded yet.
    MeetingNeeded = "refusal-meeting-needed";
    /// One officer alone could open everything.
    OneOfficer = "refusal-one-officer";
    /// The committee's key is not in force.
    CommitteeNotInForce = "refusal-committee-not-in-force";
    /// The recipient of a key may not have it.
    RecipientNotEntitled = "refusal-recipient-not-entitled";
    /// The invitation was used.
    InviteUsed = "refusal-invite-used";
    /// The invitation has expired.
    InviteExpired = "refusal-invite-expired";
    /// The invitation is for somebody else, or unknown.
    InviteUnknown = "refusal-invite-unknown";
    /// The charter lacks signatures that count.
    CharterUnsigned = "refusal-charter-unsigned";
    /// No decision in favour stands behind this.
    NoDecision = "refusal-no-decision";
    /// The number is taken.
    NumberTaken = "refusal-number-taken";
    /// The label is in no state in which this would change anything.
    LabelState = "refusal-label-state";
    /// The days of a step of a label's life are not possible.
    LabelDates = "refusal-label-dates";
}

impl Refusal {
    /// Whether an honest laptop that had not heard the latest could have made the act. Such an act is logged,
    /// without effect and without its sealed content being passed on: refusing it at the door would break the
    /// author's chain, and with it everything that was written after.
    #[must_use]
    pub const fn may_be_stale(self) -> bool {
        matches!(
            self,
            Self::AlreadyAMember
                | Self::AlreadyThere
                | Self::WrongStage
                | Self::LastRound
                | Self::AppealUsed
                | Self::SatOnDecision
                | Self::AnotherPresides
                | Self::LookedFirst
                | Self::DeclarationPending
                | Self::Recused
                | Self::NotAssigned
                | Self::OtherBylaws
                | Self::AlreadyOpen
                | Self::VoteClosed
                | Self::RecipientNotEntitled
                | Self::InviteUsed
                | Self::InviteExpired
                | Self::NumberTaken
                | Self::LabelState
                | Self::LabelDates
        )
    }
}
