//! The registry over real HTTP on the loopback.

mod asking;
mod crash;
mod joining;
mod pulling;
mod pushing;
mod world;
