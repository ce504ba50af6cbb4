//! The rules of the board: pure, no I/O, no clock, no randomness.
//!
//! | word | is | lives in |
//! | --- | --- | --- |
//! | institute, member, device | who acts, as random identifiers | [`id`] |
//! | moment | an instant, handed in | [`moment`] |
//! | role | what a member may be asked to do | [`role`] |
//! | action | everything that can ever happen | [`action`] |
//! | board | the state that follows from all actions so far | [`board`] |
//! | permission | may this member do this now? | [`permission`] |
//! | visibility | may this member see this by now? | [`visibility`] |
//! | refusal | why not | [`refusal`] |

#![no_std]

extern crate alloc;

pub mod action;
pub mod id;
pub mod moment;
pub mod reference;
pub mod refusal;
pub mod role;

pub mod agreement;
pub mod appeal;
pub mod assignment;
pub mod board;
pub mod bylaws;
pub mod datum;
pub mod decision;
pub mod discussion;
pub mod dossier;
pub mod figures;
pub mod fraction;
pub mod grid;
pub mod interests;
pub mod label;
pub mod message;
pub mod orientation;
pub mod passage;
pub mod permission;
pub mod publication;
pub mod rounds;
pub mod statistics;
pub mod visibility;
pub mod year;
