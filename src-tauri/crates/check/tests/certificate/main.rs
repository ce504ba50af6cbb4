//! What somebody learns from `sceau-check certificate` with nothing but a file and the authority's certificate.

#[cfg(test)]
mod trust;
#[cfg(test)]
mod usage;
#[cfg(test)]
mod verdict;
