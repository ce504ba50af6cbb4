//! What a person gains from the store: nothing confirmed is lost, nothing is readable without the key, and
//! every trouble with a disk has a name. With real files.

mod drafts;
mod erasing;
mod evidence;
mod kill;
mod opening;
mod records;
mod secrecy;
mod trouble;
mod world;
