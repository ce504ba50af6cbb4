//! Founding an institute from the first start: a card and a token of the registry, a passphrase, and the first desk.

use std::sync::{Arc, Mutex};

use sceau_app::disk::{DatabaseKey, Folder};
use sceau_app::error::AppError;
use sceau_app::identity::found_in;
use sceau_app::view::Problem;
use sceau_app::view::founding::FoundingForm;
use sceau_app::view::session::{Line, Session};
use sceau_domain::id::Institute;
use zeroize::Zeroizing;

use super::{Answer, Program, blocking, locked};
use crate::notices::Notice;

impl Program {
    /// Founds an institute and opens the founder's desk. A refusal keeps nothing.
    pub async fn found(
        self: &Arc<Self>,
        form: FoundingForm,
        passphrase: Option<Zeroizing<String>>,
    ) -> Answer<Session> {
        let founding = form.read()?;
        if self.held().is_some() || self.home.desk().is_some_and(|folder| folder.has_database()) {
            return Err(Problem::plain("already-open"));
        }
        let made: Arc<Mutex<Option<Folder>>> = Arc::default();
        let (program, kept) = (Arc::clone(self), Arc::clone(&made));
        let place = move |institute: &Institute| -> Result<(Folder, DatabaseKey), AppError> {
            let folder = program.home.desk_of(institute);
            let key = DatabaseKey::draw(&mut program.env.chance());
            program.rest_key(&folder, &key, passphrase.as_deref().map(String::as_str))?;
            *locked(&kept) = Some(Folder::new(folder.path()));
            Ok((folder, key))
        };
        let env = self.env.clone();
        // On a thread of its own: the passphrase is stretched there, which is work.
        let found = blocking(move || Ok(tauri::async_runtime::block_on(found_in(env, place, &founding))));
        match found.await? {
            Ok(desk) => {
                desk.begin_visit()?;
                tracing::info!(device = %desk.device(), "an institute was founded");
                self.set_line(Line::Online);
                self.hold(desk);
                self.push();
                self.tell(Notice::Session);
                self.session().await
            }
            Err(error) => {
                let folder = locked(&made).take().filter(|_| !matches!(error, AppError::FoundingUnsure));
                if let Some(folder) = folder {
                    let program = Arc::clone(self);
                    blocking(move || program.remove(&folder)).await?;
                }
                Err(error.into())
            }
        }
    }
}
