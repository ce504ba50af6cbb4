//! Checks what the board's rules, records and certificates say, without the desktop and without a registry.

pub mod cases;
pub mod certificate;
