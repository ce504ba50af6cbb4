//! Agreeing with the registry.
