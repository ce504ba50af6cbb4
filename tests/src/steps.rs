//! The steps of the job, timed and printed, a line each.

use std::future::Future;

use serde::Serialize;

use crate::board::Result;
use crate::machine::Stopwatch;

/// A step that was taken.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// What was done.
    pub name: String,
    /// In milliseconds.
    pub milliseconds: u64,
    /// What came of it, in figures or names.
    pub result: String,
}

/// The steps so far.
#[derive(Debug, Default)]
pub struct Steps(pub Vec<Step>);

impl Steps {
    /// Takes a step and prints its line.
    ///
    /// # Errors
    /// What the step answers.
    pub async fn take<T>(
        &mut self,
        name: &str,
        step: impl Future<Output = Result<(T, String)>>,
    ) -> Result<T> {
        let watch = Stopwatch::start();
        let (value, result) = step.await?;
        let milliseconds = u64::try_from(watch.elapsed().as_millis()).unwrap_or(u64::MAX);
        println!("{milliseconds:>8} ms  {name}: {result}");
        self.0.push(Step { name: name.to_owned(), milliseconds, result });
        Ok(value)
    }
}
