//! Claim to PDF to signature to verdict.
