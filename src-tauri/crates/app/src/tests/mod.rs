//! What a board gains: several desks that know each other only through the log lead a dossier to its label.

mod appeals;
mod convocation;
mod coverage;
mod discussion;
mod journey;
mod label_life;
mod late;
mod leading;
mod moves;
mod officers;
mod otherwise;
mod own_computers;
mod passages;
mod presiding;
mod recusing;
mod renewing;
mod reviewer;
mod rounds;
mod searching;
mod secretariat;
mod studies;
mod taking;
mod threats;
mod versions;
mod voting;
mod world;
