//! The product from outside: a registry process, a board of people with their own encrypted desks, and the whole
//! job played by them. The headless run, the demonstration board of `start` and the journeys share it.

pub mod board;
pub mod campaign;
pub mod cast;
mod deciding;
pub mod discussion;
pub mod enrolment;
pub mod files;
pub mod job;
pub mod life;
pub mod machine;
pub mod past;
pub mod plan;
pub mod quoting;
mod registry_inside;
pub mod registry_process;
pub mod results;
pub mod reviewing;
pub mod steps;
pub mod timeline;
pub mod updates;
