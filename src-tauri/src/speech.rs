//! Reading aloud through the system's speech.
//!
//! On Linux the text goes to speech-dispatcher over its socket, never as an argument of a program, which everybody on the
//! computer could list. Elsewhere the web view has the platform's voices itself and nothing comes here.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use sceau_app::view::Problem;

use crate::program::Answer;

/// What is being read aloud. A newer text, or a stop, ends the one before.
#[derive(Default)]
pub struct Speech {
    turn: AtomicU64,
    /// Another socket than the system's, for tests.
    socket: Option<PathBuf>,
}

/// How a text came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spoken {
    /// Read to its end.
    Whole,
    /// Stopped, here or by the system.
    Stopped,
}

impl Speech {
    /// Ends what is being read.
    pub fn stop(&self) {
        self.turn.fetch_add(1, Ordering::SeqCst);
    }

    /// Reads a text to its end.
    ///
    /// # Errors
    /// `speech-absent`: the system has no speech service, or it has no voice.
    pub fn speak(&self, text: &str, language: &str) -> Answer<Spoken> {
        let turn = self.turn.fetch_add(1, Ordering::SeqCst).wrapping_add(1);
        let over = || self.turn.load(Ordering::SeqCst) != turn;
        service::speak(self.socket.as_deref(), &one_line(text), language, &over).map_err(|reason| {
            tracing::info!(%reason, "no speech");
            Problem::plain("speech-absent")
        })
    }
}

/// The protocol ends a text at a line that is a single dot.
fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.starts_with('.') { format!(" {line}") } else { line }
}

#[cfg(target_os = "linux")]
mod service {
    use std::io::ErrorKind;
    use std::path::Path;
    use std::time::Duration;

    use ssip_client_async::fifo::synchronous::Builder;
    use ssip_client_async::{
        ClientError, ClientName, ClientResult, ClientScope, EventType, MessageScope, NotificationType,
        OK_CLIENT_NAME_SET, OK_LANGUAGE_SET, OK_NOTIFICATION_SET,
    };

    use super::Spoken;

    /// How often is looked whether it shall stop.
    const PULSE: Duration = Duration::from_millis(100);

    pub fn speak(
        socket: Option<&Path>,
        text: &str,
        language: &str,
        over: &dyn Fn() -> bool,
    ) -> ClientResult<Spoken> {
        let mut builder = Builder::new();
        builder.timeout(PULSE);
        match socket {
            Some(socket) => {
                builder.path(socket);
            }
            // Starts the service where the session allows it; without it the connection says what is wrong.
            None => drop(builder.with_spawn()),
        }
        let mut client = builder.build()?;
        client.set_client_name(ClientName::new("sceau", "reading"))?;
        waited(|| client.check_status(OK_CLIENT_NAME_SET).map(drop), over)?;
        client.set_language(ClientScope::Current, language)?;
        waited(|| client.check_status(OK_LANGUAGE_SET).map(drop), over)?;
        client.set_notification(NotificationType::All, true)?;
        waited(|| client.check_status(OK_NOTIFICATION_SET).map(drop), over)?;
        client.speak()?;
        waited(|| client.check_receiving_data().map(drop), over)?;
        client.send_line(text)?;
        waited(|| client.receive_message_id().map(drop), over)?;
        loop {
            if over() {
                client.cancel(MessageScope::Last)?;
                return Ok(Spoken::Stopped);
            }
            match client.receive_event() {
                Ok(event) if matches!(event.ntype, EventType::End) => return Ok(Spoken::Whole),
                Ok(event) if matches!(event.ntype, EventType::Cancel) => return Ok(Spoken::Stopped),
                Ok(_) => {}
                Err(error) if silent(&error) => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// An answer that is not there yet is waited for, for as long as the text is wanted.
    fn waited(mut ask: impl FnMut() -> ClientResult<()>, over: &dyn Fn() -> bool) -> ClientResult<()> {
        loop {
            match ask() {
                Err(error) if silent(&error) && !over() => {}
                done => return done,
            }
        }
    }

    fn silent(error: &ClientError) -> bool {
        match error {
            ClientError::NotReady => true,
            ClientError::Io(io) => matches!(io.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut),
            _ => false,
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod service {
    use std::path::Path;

    use super::Spoken;

    pub fn speak(_: Option<&Path>, _: &str, _: &str, _: &dyn Fn() -> bool) -> Result<Spoken, &'static str> {
        Err("the web view speaks here")
    }
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader, Write};
    use std::os::unix::net::UnixListener;
    use std::sync::{Arc, mpsc};
    use std::time::Duration;

    use super::*;

    /// A speech service that takes down what it hears; it ends a text itself, or leaves it for the client to end.
    fn listening(ends: bool) -> (tempfile::TempDir, Speech, mpsc::Receiver<String>) {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("speechd.sock");
        let listener = UnixListener::bind(&socket).unwrap();
        let (heard, hears) = mpsc::channel();
        std::thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            let mut out = stream.try_clone().unwrap();
            let mut speaking = false;
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                let answer = match line.as_str() {
                    "." if speaking => {
                        speaking = false;
                        let end = "702-1\r\n702-1\r\n702 END\r\n";
                        let begin = "701-1\r\n701-1\r\n701 BEGIN\r\n";
                        format!("225-1\r\n225 OK MESSAGE QUEUED\r\n{begin}{}", if ends { end } else { "" })
                    }
                    _ if speaking => String::new(),
                    line if line.contains("CLIENT_NAME") => "208 OK CLIENT NAME SET\r\n".to_owned(),
                    line if line.contains("LANGUAGE") => "201 OK LANGUAGE SET\r\n".to_owned(),
                    line if line.contains("NOTIFICATION") => "220 OK NOTIFICATION SET\r\n".to_owned(),
                    "SPEAK" => {
                        speaking = true;
                        "230 OK RECEIVING DATA\r\n".to_owned()
                    }
                    _ => "213 OK CANCELED\r\n".to_owned(),
                };
                let _ = heard.send(line);
                if out.write_all(answer.as_bytes()).is_err() {
                    break;
                }
            }
        });
        (folder, Speech { socket: Some(socket), ..Speech::default() }, hears)
    }

    #[test]
    fn a_sentence_is_read_in_its_language_and_its_end_is_known() {
        let (_folder, speech, hears) = listening(true);
        assert_eq!(speech.speak("Le taux était\nde 21,2 %.", "fr"), Ok(Spoken::Whole));
        let heard: Vec<String> = hears.iter().collect();
        assert!(heard.iter().any(|line| line == "SET self LANGUAGE fr"), "{heard:?}");
        assert!(heard.iter().any(|line| line == "Le taux était de 21,2 %."), "{heard:?}");
    }

    #[test]
    fn a_stop_is_heard_at_once() {
        let (_folder, speech, hears) = listening(false);
        let speech = Arc::new(speech);
        let reader = Arc::clone(&speech);
        let reading = std::thread::spawn(move || reader.speak("Une longue phrase.", "fr"));
        while hears.recv_timeout(Duration::from_secs(20)).unwrap() != "." {}
        speech.stop();
        assert_eq!(reading.join().unwrap(), Ok(Spoken::Stopped));
        assert_eq!(hears.recv_timeout(Duration::from_secs(20)).unwrap(), "CANCEL self");
    }

    #[test]
    fn a_system_without_speech_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let speech = Speech { socket: Some(folder.path().join("none")), ..Speech::default() };
        assert_eq!(speech.speak("Bonjour.", "fr").unwrap_err().code, "speech-absent");
    }

    #[test]
    fn no_text_ends_itself() {
        assert_eq!(one_line(".\n quit"), " . quit");
    }
}
