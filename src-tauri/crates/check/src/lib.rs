//! sceau-check.
