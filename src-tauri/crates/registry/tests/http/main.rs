//! The registry over real HTTP on the loopback.

#![cfg(test)]

mod asking;
mod coverage;
mod crash;
mod joining;
mod pulling;
mod pushing;
mod refusing;
mod serving;
mod world;
