//! The real program in a real window, driven as a person would drive it: through WebKitWebDriver, on a display of its
//! own, with a home folder that is thrown away.
//!
//! Every test starts its own display and driver and has its own time limit. Where Xvfb, WebKitWebDriver or the built
//! programs are missing it says so in one line and does nothing.

#![expect(clippy::unwrap_used, reason = "test code stops at the first surprise")]
#![expect(clippy::expect_used, reason = "test code stops at the first surprise")]
#![expect(clippy::panic, reason = "test code stops at the first surprise")]

mod aloud;
mod appealing;
mod bench;
mod board;
mod charter;
mod deliberating;
mod dialogs;
mod evidence;
mod evidence_out;
mod first_window;
mod focus;
mod founding;
mod grouped;
mod hands;
mod hearing;
mod hostile;
mod joining;
mod judging;
mod kill;
mod label;
mod late;
mod layers;
mod leading;
mod lens;
mod looks;
mod loose;
mod mandates;
mod own_computers;
mod pictures;
mod programs;
mod public;
mod reading;
mod reading_bench;
mod reception;
mod reminding;
mod renewing;
mod reopening_bench;
mod roles;
mod scoring;
mod seat;
mod secrets;
mod spoken;
mod taking_back;
mod traces;
mod trying;
mod visitors;
mod voting;
mod whole;
