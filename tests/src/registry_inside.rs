//! The registry's own library in this process, for a past that is played: its program reads the system's clock and
//! nothing else.

use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;

use axum_server::Handle;
use sceau_registry::{Registry, router};
use tokio::runtime::Builder;

use crate::board::{Problem, Result};
use crate::timeline::Timeline;

/// A registry that serves until this value is dropped; its folder is then closed, and the program may serve it.
pub struct RegistryInside {
    /// Its address.
    pub url: String,
    handle: Handle<SocketAddr>,
    thread: Option<JoinHandle<()>>,
}

impl RegistryInside {
    /// Serves the registry of a folder where its settings say, on a clock that is moved.
    ///
    /// # Errors
    /// The folder cannot be used, or the address is taken.
    pub fn start(folder: &Path, clock: &Timeline) -> Result<Self> {
        let failed = |cause: &dyn std::fmt::Display| Problem::new("registry", cause);
        let clock = clock.clone();
        let registry =
            Registry::open(folder, Arc::new(move || clock.now())).map_err(|cause| failed(&cause))?;
        registry.settings.check_listening().map_err(|cause| failed(&cause))?;
        let listener = TcpListener::bind(registry.settings.listen).map_err(|cause| failed(&cause))?;
        let address = listener.local_addr().map_err(|cause| failed(&cause))?;
        listener.set_nonblocking(true).map_err(|cause| failed(&cause))?;
        // Threads of its own: whatever still holds the database ends with them.
        let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(|cause| failed(&cause))?;
        let handle = Handle::new();
        let asked_to_stop = handle.clone();
        let thread = std::thread::spawn(move || {
            let service = router(Arc::new(registry)).into_make_service_with_connect_info::<SocketAddr>();
            let served = runtime.block_on(async {
                axum_server::from_tcp(listener)?.handle(asked_to_stop).serve(service).await
            });
            if let Err(cause) = served {
                eprintln!("the registry of the past stopped: {cause}");
            }
        });
        Ok(Self { url: format!("http://{address}"), handle, thread: Some(thread) })
    }
}

impl Drop for RegistryInside {
    fn drop(&mut self) {
        self.handle.shutdown();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
