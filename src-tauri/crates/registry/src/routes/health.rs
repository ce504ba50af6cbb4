//! Is it alive, is it ready: for whoever watches the machine.

use super::Request;
use crate::answer::Answer;
use crate::failure::Failure;
use crate::registry::{FIRST_CHARTER, Registry};

/// `GET /healthz`: the program runs.
///
/// # Errors
/// None.
pub fn alive(_: &Registry, _: &Request) -> Result<Answer, Failure> {
    Ok(Answer::text("ok\n"))
}

/// `GET /readyz`: the database answers and the book is whole.
///
/// # Errors
/// One of them does not.
pub fn ready(registry: &Registry, _: &Request) -> Result<Answer, Failure> {
    registry.database.fact(FIRST_CHARTER)?;
    let founded = registry.read()?.is_some();
    Ok(Answer::text(if founded { "ready\n" } else { "ready, no institute yet\n" }))
}
