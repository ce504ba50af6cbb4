//! Acts about people and rules: done on the desk, pushed at once, and told to the window.

use std::sync::{Arc, Mutex};

use sceau_app::desk::Desk;
use sceau_app::error::AppError;
use sceau_app::view::Problem;

use super::{Answer, Program, blocking};
use crate::notices::Notice;

/// Longest text that is read as a roster or a file of rules.
const LONGEST: usize = 1 << 20;

impl Program {
    /// An act about people: the push follows by itself.
    pub async fn people_act<T: Send + 'static>(
        self: &Arc<Self>,
        act: impl FnOnce(&mut Desk) -> Result<T, AppError> + Send + 'static,
    ) -> Answer<T> {
        let done = self.with_desk(act).await?;
        self.people_changed();
        Ok(done)
    }

    /// Something about people changed here.
    pub fn people_changed(&self) {
        self.push();
        self.tell(Notice::People);
        self.tell(Notice::Session);
        self.tell(Notice::Desk);
    }

    /// Asks the registry in the name of the open desk. The desk is not locked while the network is waited for.
    pub async fn with_registry<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&Mutex<Desk>) -> Result<T, AppError> + Send + 'static,
    ) -> Answer<T> {
        let desk = self.held().ok_or(Problem::plain("not-open"))?;
        blocking(move || Ok(work(&desk)?)).await
    }

    /// The text of a file that was brought.
    pub fn text_of(&self, token: &str) -> Answer<String> {
        let (name, bytes) = self.brought.read(token)?;
        if bytes.len() > LONGEST {
            return Err(Problem::with("text-too-long", "file", name));
        }
        String::from_utf8(bytes).map_err(|_| Problem::with("text-unreadable", "file", name))
    }
}
