//! Where things lie on this computer: the folder of the desk, and what must be readable before it is open.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sceau_app::disk::Folder;
use sceau_app::view::settings::Settings;
use sceau_domain::id::Institute;

/// Where things lie. With `--data DIR` everything is in DIR; otherwise each institute has a folder of its own under
/// the system's place for data, named by the first eight digits of the institute's identity.
pub struct Home {
    base: PathBuf,
    desk: Mutex<Option<PathBuf>>,
}

impl Home {
    /// Finds the desk of this start.
    pub fn find(chosen: Option<PathBuf>) -> Self {
        if let Some(chosen) = chosen {
            let chosen = std::path::absolute(&chosen).unwrap_or(chosen);
            return Self { base: chosen.clone(), desk: Mutex::new(Some(chosen)) };
        }
        let base = data_home().join("sceau");
        let mut desks: Vec<PathBuf> = fs::read_dir(&base)
            .into_iter()
            .flatten()
            .filter_map(|found| found.ok().map(|found| found.path()))
            .filter(|path| Folder::new(path).has_database())
            .collect();
        desks.sort();
        Self { base, desk: Mutex::new(desks.into_iter().next()) }
    }

    /// The folder of the desk, once it is known which.
    pub fn desk(&self) -> Option<Folder> {
        self.desk.lock().unwrap_or_else(PoisonError::into_inner).clone().map(Folder::new)
    }

    /// The folder for a desk of an institute; from now on it is the desk of this start.
    pub fn desk_of(&self, institute: &Institute) -> Folder {
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let path = desk.get_or_insert_with(|| {
            let name: String = institute.to_string().chars().take(8).collect();
            self.base.join(name)
        });
        Folder::new(path.clone())
    }

    /// The name under which the keyring keeps this desk's key: different for every folder.
    pub fn keyring_name(folder: &Folder) -> String {
        format!("desk {}", folder.path().display())
    }

    /// The folder of diagnostics.
    pub fn log(&self) -> PathBuf {
        self.base.join("log")
    }

    /// The settings of this device; the usual ones where none were kept or they do not read.
    pub fn settings(&self) -> Settings {
        let text = fs::read_to_string(self.base.join("settings.toml")).unwrap_or_default();
        toml::from_str::<Settings>(&text).unwrap_or_default().in_range()
    }

    /// Keeps the settings of this device, whole or not at all.
    pub fn keep_settings(&self, settings: &Settings) -> std::io::Result<()> {
        let text = toml::to_string(settings).map_err(std::io::Error::other)?;
        make_private(&self.base)?;
        let fresh = self.base.join("settings.toml.new");
        let mut file = fs::File::create(&fresh)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(fresh, self.base.join("settings.toml"))
    }
}

/// The system's place for the data of programs.
fn data_home() -> PathBuf {
    let named = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    named("XDG_DATA_HOME")
        .or_else(|| named("LOCALAPPDATA"))
        .or_else(|| named("HOME").map(|home| home.join(".local/share")))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// Makes a folder that only its owner may enter.
pub fn make_private(path: &Path) -> std::io::Result<()> {
    fs::create_dir_all(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use sceau_app::view::settings::{Panes, TourPlace, Visitor};

    use super::*;

    #[test]
    fn settings_survive_a_restart_and_nonsense_does_not_stop_the_program() {
        let place = tempfile::tempdir().unwrap();
        let home = Home::find(Some(place.path().join("desk")));
        assert_eq!(home.settings(), Settings::default());
        let tour = Some(TourPlace { who: Visitor::Patient, step: 3 });
        let panes = Some(Panes { list: 300, panel: 420 });
        let mine = Settings { text_size: 130, idle_minutes: 3, tour, panes, ..Settings::default() };
        home.keep_settings(&mine).unwrap();
        assert_eq!(home.settings(), mine);
        fs::write(place.path().join("desk/settings.toml"), "text_size = 'x'").unwrap();
        assert_eq!(home.settings(), Settings::default());
    }

    #[test]
    fn one_desk_is_one_folder() {
        let place = tempfile::tempdir().unwrap();
        let home = Home::find(Some(place.path().to_path_buf()));
        assert_eq!(home.desk_of(&Institute([7; 32])).path(), place.path());
        assert_eq!(home.desk().unwrap().path(), place.path());
    }
}
