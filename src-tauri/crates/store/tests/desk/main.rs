//! What a person gains from the store: nothing confirmed is lost, nothing is readable without the key, and
//! every trouble with a disk has a name. With real files.

#[cfg(test)]
mod drafts;
#[cfg(test)]
mod erasing;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod opening;
#[cfg(test)]
mod records;
#[cfg(test)]
mod searching;
#[cfg(test)]
mod secrecy;
#[cfg(test)]
mod trouble;
#[cfg(test)]
mod world;
