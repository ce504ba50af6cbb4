//! Whole boards inside one process: a registry with a clock that is moved, ten desks, everything seeded. What such a
//! world shows to whom, and how people leave it, come back and are away.

#![expect(clippy::unwrap_used, clippy::panic, reason = "test code stops at the first surprise")]

mod compare;
mod interference;
mod people;
mod reading;
mod story;
mod views;
mod wire;
mod world;
