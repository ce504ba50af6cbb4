//! Listening: plain HTTP on the loopback, TLS everywhere else, and an orderly end.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;

use crate::registry::Registry;
use crate::routes::router;
use crate::settings::{SettingsError, Tls};

/// Time that requests under way are given when the program is asked to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);
/// How often callers that have been quiet are forgotten.
const SWEEP: Duration = Duration::from_secs(600);

/// Why the registry does not listen, or stopped.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The settings forbid it.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The system refuses: the address is taken, the certificate cannot be read.
    #[error("cannot listen: {0}")]
    Io(#[from] std::io::Error),
}

/// Serves until asked to stop; `ready` is told the address, which matters when the port was left to the system.
///
/// # Errors
/// See [`ServeError`].
pub async fn serve(
    registry: Arc<Registry>,
    folder: &Path,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    registry.settings.check_listening()?;
    let listener = TcpListener::bind(registry.settings.listen)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let handle = Handle::new();
    tokio::spawn(stop_when_asked(handle.clone()));
    tokio::spawn(sweep(Arc::clone(&registry)));
    let tls = registry.settings.tls.clone();
    let service = router(registry).into_make_service_with_connect_info::<SocketAddr>();
    ready(address);
    tracing::info!(%address, tls = tls.is_some(), "listening");
    match tls {
        Some(Tls { certificate, key }) => {
            let config = RustlsConfig::from_pem_file(folder.join(certificate), folder.join(key)).await?;
            axum_server::from_tcp_rustls(listener, config)?.handle(handle).serve(service).await?;
        }
        None => axum_server::from_tcp(listener)?.handle(handle).serve(service).await?,
    }
    tracing::info!("stopped");
    Ok(())
}

async fn sweep(registry: Arc<Registry>) {
    loop {
        tokio::time::sleep(SWEEP).await;
        registry.throttle.sweep();
    }
}

async fn stop_when_asked(handle: Handle<SocketAddr>) {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        } else {
            let _ = tokio::signal::ctrl_c().await;
        }
    }
    #[cfg(not(unix))]
    {
        let _ = tokio::signal::ctrl_c().await;
    }
    tracing::info!("asked to stop");
    handle.graceful_shutdown(Some(LAST_REQUESTS));
}
