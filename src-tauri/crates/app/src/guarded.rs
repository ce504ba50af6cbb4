//! Parsers of others on bytes that anybody may have written: on a thread of their own, which is left behind when it
//! takes too long. It holds its own bytes, and no lock.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

/// Nested objects cost stack.
const STACK: usize = 32 << 20;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failed {
    /// The parser stumbled.
    Stumbled,
    /// It took too long.
    Slow,
}

/// What `work` answers, if it does so in time.
pub(crate) fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Failed> {
    let (send, receive) = mpsc::channel();
    let run = move || {
        let done = catch_unwind(AssertUnwindSafe(work));
        // Nobody listens any more once the limit has passed.
        let _ = send.send(done.ok());
    };
    let started = std::thread::Builder::new().name("guarded".to_owned()).stack_size(STACK).spawn(run);
    started.map_err(|_| Failed::Stumbled)?;
    match receive.recv_timeout(limit) {
        Ok(done) => done.ok_or(Failed::Stumbled),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(Failed::Slow),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(Failed::Stumbled),
    }
}
