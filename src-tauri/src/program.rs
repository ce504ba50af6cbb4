//! The running program: which desk is open, how the line stands, what is being exchanged.

mod exchange;
mod founding;
mod joining;
mod opening;
mod people;
mod reading;
mod reception;
mod secret;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sceau_app::desk::Desk;
use sceau_app::disk::{Keeping, Lock};
use sceau_app::environment::{Environment, KeyKeeper};
use sceau_app::error::AppError;
use sceau_app::identity::{Joining, Progress};
use sceau_app::view::session::{Line, LockedBy, Network, OpenDesk, Session, SessionState};
use sceau_app::view::settings::Settings;
use sceau_app::view::{Problem, dossier_id};
use sceau_domain::id::DossierId;
use tokio::sync::Notify;

use crate::brought::Brought;
use crate::home::Home;
use crate::notices::Notice;
use crate::speech::Speech;

pub use exchange::keep_in_touch;
pub use opening::Wait;
pub use reception::IntakeState;

/// What a command answers.
pub type Answer<T> = Result<T, Problem>;

/// Tells the window.
pub type Tell = Box<dyn Fn(Notice) + Send + Sync>;

/// What changes while the program runs.
#[derive(Default)]
struct Present {
    desk: Option<Arc<Mutex<Desk>>>,
    joining: Option<Arc<Joining>>,
    progress: Option<Progress>,
    locked_by: Option<LockedBy>,
    line: Network,
    problem: Option<Arc<AppError>>,
}

/// The running program.
pub struct Program {
    /// Where things lie.
    pub home: Home,
    /// Clock, randomness, keyring.
    pub env: Environment,
    /// Files that a person brought.
    pub brought: Brought,
    /// What is read aloud.
    pub speech: Speech,
    present: Mutex<Present>,
    settings: Mutex<Settings>,
    wait: Mutex<Wait>,
    in_hand: Mutex<reception::InHand>,
    /// One exchange at a time.
    exchanging: tokio::sync::Mutex<()>,
    /// Something is to be sent now.
    wake: Notify,
    /// The desk is being locked: an exchange must let go of it.
    stop: Notify,
    tell: Tell,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Whatever happened to the last holder, what is inside is whole: each change is one assignment.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Program {
    /// A program that has not opened anything yet.
    pub fn new(home: Home, env: Environment, tell: Tell) -> Self {
        let settings = home.settings();
        Self {
            home,
            env,
            brought: Brought::default(),
            speech: Speech::default(),
            present: Mutex::default(),
            settings: Mutex::new(settings),
            wait: Mutex::default(),
            in_hand: Mutex::default(),
            exchanging: tokio::sync::Mutex::new(()),
            wake: Notify::new(),
            stop: Notify::new(),
            tell,
        }
    }

    /// Tells the window what to read again.
    pub fn tell(&self, notice: Notice) {
        (self.tell)(notice);
    }

    /// Asks for an exchange as soon as possible.
    pub fn push(&self) {
        self.wake.notify_one();
    }

    /// Where keys rest.
    pub fn keeper(&self) -> &dyn KeyKeeper {
        &*self.env.keeper
    }

    /// Settings of this device.
    pub fn settings(&self) -> Settings {
        locked(&self.settings).clone()
    }

    /// Changes the settings of this device; answers those in force.
    pub fn set_settings(&self, settings: Settings) -> Answer<Settings> {
        let settings = settings.in_range();
        self.home.keep_settings(&settings).map_err(|_| Problem::plain("read-only"))?;
        *locked(&self.settings) = settings.clone();
        Ok(settings)
    }

    /// The desk in memory, open or still joining.
    pub fn held(&self) -> Option<Arc<Mutex<Desk>>> {
        locked(&self.present).desk.clone()
    }

    /// Does something with the open desk, away from the threads that answer the window.
    pub async fn with_desk<T, E>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Desk) -> Result<T, E> + Send + 'static,
    ) -> Answer<T>
    where
        T: Send + 'static,
        E: Into<Problem> + Send + 'static,
    {
        let desk = self.held().ok_or(Problem::plain("not-open"))?;
        blocking(move || {
            let mut desk = locked(&desk);
            if desk.member().is_none() {
                return Err(Problem::plain("not-open"));
            }
            work(&mut desk).map_err(Into::into)
        })
        .await
    }

    /// Takes a step of a dossier's life, sends it, and tells the window to read again.
    pub async fn step<T, E>(
        self: &Arc<Self>,
        dossier: &str,
        work: impl FnOnce(&mut Desk, DossierId) -> Result<T, E> + Send + 'static,
    ) -> Answer<T>
    where
        T: Send + 'static,
        E: Into<Problem> + Send + 'static,
    {
        let dossier = dossier_id(dossier)?;
        let done = self.with_desk(move |desk| work(desk, dossier)).await?;
        self.push();
        self.tell(Notice::Desk);
        Ok(done)
    }

    /// The program as a whole, for the window.
    pub async fn session(self: &Arc<Self>) -> Answer<Session> {
        let program = Arc::clone(self);
        blocking(move || program.session_now()).await
    }

    fn session_now(&self) -> Answer<Session> {
        let (desk, locked_by, joining) = {
            let present = locked(&self.present);
            (present.desk.clone(), present.locked_by, present.joining.clone())
        };
        let keeping = self.home.desk().filter(|folder| folder.has_database());
        let lock = keeping.as_ref().and_then(|folder| Lock::read(folder).ok().flatten());
        let found: Option<(bool, OpenDesk)> = match &desk {
            Some(desk) => {
                let desk = locked(desk);
                Some((desk.member().is_some(), desk.open_desk()?))
            }
            None => None,
        };
        let state = match &found {
            Some((true, _)) => SessionState::Open,
            Some((false, _)) => SessionState::FirstStart,
            None if keeping.is_some() => SessionState::Locked,
            None => SessionState::FirstStart,
        };
        let open = found.map(|(_, open)| open);
        let is_open = state == SessionState::Open;
        let invited = joining.map(|joining| joining.name.clone());
        Ok(Session {
            state,
            locked_by: (state == SessionState::Locked).then(|| locked_by.unwrap_or(LockedBy::Start)),
            passphrase: lock.as_ref().is_some_and(|lock| lock.kept() == Keeping::Passphrase),
            recovery: lock.is_some_and(|lock| lock.has_recovery()),
            keyring: self.keeper().available(),
            institute: open.as_ref().map(|open| open.institute.clone()).or(invited),
            person: open.as_ref().filter(|_| is_open).and_then(|open| open.person.clone()),
            demo: open.as_ref().is_some_and(|open| open.demo),
            single_officer: open.as_ref().is_some_and(|open| open.single_officer),
            network: self.network()?,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            cipher: open.filter(|_| is_open).map(|open| open.cipher),
        })
    }

    /// The line to the registry, with what waits for it.
    fn network(&self) -> Answer<Network> {
        let (desk, mut line) = {
            let present = locked(&self.present);
            (present.desk.clone(), present.line.clone())
        };
        if let Some(desk) = desk {
            let desk = locked(&desk);
            line.waiting = desk.waiting()?;
            line.identical_at = desk.identical_at()?;
        }
        Ok(line)
    }

    fn set_line(&self, state: Line) {
        let now = self.env.now().0;
        let mut present = locked(&self.present);
        if present.line.state != state {
            present.line.since = Some(now);
        }
        present.line.state = state;
        if state == Line::Online {
            present.line.last_contact = Some(now);
        }
    }
}

/// Runs what may block on a thread made for it.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.unwrap_or_else(|error| {
        tracing::error!(%error, "a piece of work broke off");
        Err(Problem::plain("program"))
    })
}

impl Program {
    /// The verdict on a file that was brought: this desk's where one is open, else nobody's authority is believed.
    pub fn verdict(&self, token: &str) -> Answer<sceau_app::view::files::Verdict> {
        let (name, bytes) = self.brought.read(token)?;
        Ok(match self.held() {
            Some(desk) => locked(&desk).verdict(&bytes, &name)?,
            None => sceau_app::view::files::judge(&bytes, &name, &[], self.env.now(), None),
        })
    }
}
