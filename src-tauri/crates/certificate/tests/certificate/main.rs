//! Certificates from the outside: what a holder sees, what a stranger can check, what a forger cannot do.

#[cfg(test)]
mod archive;
#[cfg(test)]
mod made_up;
#[cfg(test)]
mod outside;
#[cfg(test)]
mod page;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod signing;
#[cfg(test)]
mod trust;
#[cfg(test)]
mod verdict;
