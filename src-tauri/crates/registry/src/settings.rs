//! `sceau.toml`: where the registry listens and under which name its log is known.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The settings of one registry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Origin of the log, `<host>/sceau/<epoch>`; signed requests name it.
    pub origin: String,
    /// Address under which laptops reach the registry, without a slash at the end.
    pub url: String,
    /// Where to listen. Off the loopback only with `tls`.
    pub listen: SocketAddr,
    /// Certificate and key for TLS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls: Option<Tls>,
    /// How often callers may ask.
    #[serde(default)]
    pub limits: Rates,
}

/// Files of the TLS certificate chain and key, in PEM; relative paths are seen from the registry's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tls {
    /// The certificate chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// How often callers may ask, per minute. A burst of as many is let through at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rates {
    /// Signed requests of one device. A file of 512 MiB alone needs 2,048.
    pub device: u32,
    /// Join requests and their states, of one address.
    pub join: u32,
    /// Certificates given to the public page to be checked, of one address.
    pub check: u32,
}

impl Default for Rates {
    fn default() -> Self {
        Self { device: 6000, join: 240, check: 30 }
    }
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// `sceau.toml` cannot be read or written.
    #[error("{path}: {cause}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Not TOML, or with unknown keys.
    #[error("sceau.toml: {0}")]
    Form(#[from] toml::de::Error),
    /// The origin is not `<host>/sceau/<epoch>`.
    #[error("the origin must read <host>/sceau/<epoch>, with an epoch from 1")]
    Origin,
    /// The address is not `http(s)://host…` without a slash at the end.
    #[error("the url must begin with https:// (or http:// on this computer) and not end with a slash")]
    Url,
    /// Plain HTTP off the loopback.
    #[error("{0} is not on this computer alone: give a TLS certificate and key, or listen on 127.0.0.1")]
    PlainOffLoopback(SocketAddr),
}

/// Name of the settings file in the registry's folder.
pub const FILE: &str = "sceau.toml";

impl Settings {
    /// Settings for a new registry.
    ///
    /// # Errors
    /// Origin or address are not of their form.
    pub fn new(origin: &str, url: &str, listen: SocketAddr) -> Result<Self, SettingsError> {
        let settings = Self {
            origin: origin.to_owned(),
            url: url.to_owned(),
            listen,
            tls: None,
            limits: Rates::default(),
        };
        settings.check()?;
        Ok(settings)
    }

    /// Reads the settings of a folder.
    ///
    /// # Errors
    /// The file cannot be read, or says something that cannot be.
    pub fn read(folder: &Path) -> Result<Self, SettingsError> {
        let path = folder.join(FILE);
        let text = std::fs::read_to_string(&path).map_err(|cause| SettingsError::File { path, cause })?;
        let settings: Self = toml::from_str(&text)?;
        settings.check()?;
        Ok(settings)
    }

    /// The file's text.
    #[must_use]
    pub fn to_toml(&self) -> String {
        toml::to_string(self).unwrap_or_default()
    }

    fn check(&self) -> Result<(), SettingsError> {
        let parts: Vec<&str> = self.origin.split('/').collect();
        let epoch = match parts.as_slice() {
            [host, "sceau", epoch] if !host.is_empty() => epoch.parse::<u64>().unwrap_or(0),
            _ => 0,
        };
        if epoch == 0 || self.origin.chars().any(|c| c.is_whitespace() || c.is_control() || c == '+') {
            return Err(SettingsError::Origin);
        }
        let scheme = self.url.starts_with("https://") || self.url.starts_with("http://");
        if !scheme || self.url.ends_with('/') || self.url.chars().any(char::is_whitespace) {
            return Err(SettingsError::Url);
        }
        Ok(())
    }

    /// Whether plain HTTP would leave this computer.
    ///
    /// # Errors
    /// It would, and there is no TLS.
    pub fn check_listening(&self) -> Result<(), SettingsError> {
        if self.tls.is_none() && !self.listen.ip().is_loopback() {
            return Err(SettingsError::PlainOffLoopback(self.listen));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loopback() -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], 47320))
    }

    #[test]
    fn settings_read_back_and_nonsense_is_refused() {
        let made = Settings::new("registre.example.org/sceau/1", "https://registre.example.org", loopback());
        let made = made.expect("good settings");
        assert_eq!(toml::from_str::<Settings>(&made.to_toml()).expect("reads"), made);
        for origin in ["", "host", "host/sceau/0", "host/sceau/x", "a b/sceau/1", "/sceau/1"] {
            assert!(matches!(Settings::new(origin, "https://h", loopback()), Err(SettingsError::Origin)));
        }
        for url in ["", "ftp://h", "https://h/", "h"] {
            assert!(matches!(Settings::new("h/sceau/1", url, loopback()), Err(SettingsError::Url)));
        }
    }

    #[test]
    fn plain_http_never_leaves_this_computer() {
        let open = SocketAddr::from(([0, 0, 0, 0], 80));
        let settings = Settings::new("h/sceau/1", "http://h", open).expect("form is fine");
        assert!(matches!(settings.check_listening(), Err(SettingsError::PlainOffLoopback(_))));
    }
}
