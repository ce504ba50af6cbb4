//! The double majority: what the colleges must say besides the board as a whole.

use alloc::vec::Vec;

use super::reason::Reason;
use super::winner::Vote;
use crate::bylaws::College;

impl Vote<'_> {
    /// Do the colleges agree? Says what each rule finds; any failure means no.
    pub(super) fn colleges_agree(&self, favours: impl Fn(&str) -> bool, reasons: &mut Vec<Reason>) -> bool {
        let Some(rule) = &self.session.bylaws.majority.colleges else { return true };
        let (mut favourable, mut counted, mut vetoes) = (0_u64, 0_u64, Vec::new());
        for college in self.session.bylaws.voting_colleges() {
            let sides = self.sides(|choice| favours(choice), Some(&college.code));
            if sides.in_favour + sides.against == 0 {
                reasons.push(self.about("colleges.silent", college));
                counted += u64::from(rule.silent_counts);
                continue;
            }
            counted += 1;
            favourable += u64::from(sides.in_favour > sides.against);
            if sides.against > sides.in_favour && rule.veto.contains(&college.code) {
                vetoes.push(self.about("colleges.veto", college));
            }
        }
        let reached = rule.needed.as_ref().is_none_or(|measure| {
            let need = measure.need(counted);
            let reached = favourable >= need;
            let code = if reached { "colleges.reached" } else { "colleges.not-reached" };
            reasons.push(Reason::new(code).with("k", favourable).with("m", counted).with("n", need));
            reached
        });
        let agree = reached && vetoes.is_empty();
        reasons.extend(vetoes);
        agree
    }

    /// A sentence about a college. In a secret vote a college with few ballots is not named.
    fn about(&self, code: &str, college: &College) -> Reason {
        let bylaws = &self.session.bylaws;
        let ballots = self.ballots_of(&college.code);
        let reason = Reason::new(code);
        if bylaws.secret && ballots < bylaws.secrecy.min_group {
            reason
        } else {
            reason.with("college", &college.code)
        }
    }
}
