//! What a board gains: several desks that know each other only through the log lead a dossier to its label.

mod discussion;
mod journey;
mod label_life;
mod late;
mod leading;
mod passages;
mod reviewer;
mod searching;
mod secretariat;
mod taking;
mod threats;
mod versions;
mod voting;
mod world;
