//! One request and what comes back: signed, sent, waited for, taken in up to a limit, and told apart.

use core::time::Duration;

use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use reqwest::{Method, Response, StatusCode};
use sceau_domain::moment::Moment;
use sceau_ledger::request::{Asked, Authorization};
use sceau_protocol::{BYTES, CBOR, Code, PROBLEM, Problem};
use tokio::time::timeout;

use super::{Caller, Client, RECORDS};
use crate::error::Failure;

/// How long a connection may take to stand, and how long a standing one may be silent.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);
/// The slowest line that is still waited for while a body goes up, in bytes a second.
const SLOWEST: u64 = 8 << 10;
/// Largest problem that is read.
const PROBLEM_BYTES: usize = 64 << 10;

pub(super) struct Ask<'a> {
    pub(super) method: Method,
    pub(super) path: &'a str,
    pub(super) media: &'static str,
    pub(super) body: Vec<u8>,
    /// The type that the answer must have; `None` when its body does not matter.
    pub(super) expects: Option<&'static str>,
    pub(super) limit: usize,
}

impl<'a> Ask<'a> {
    pub(super) fn get(path: &'a str, limit: usize) -> Self {
        Self { method: Method::GET, path, media: CBOR, body: Vec::new(), expects: Some(CBOR), limit }
    }

    pub(super) fn put(path: &'a str, media: &'static str, body: Vec<u8>) -> Self {
        Self { method: Method::PUT, path, media, body, expects: None, limit: RECORDS }
    }

    pub(super) fn post(path: &'a str, body: Vec<u8>, limit: usize) -> Self {
        Self { method: Method::POST, path, media: CBOR, body, expects: Some(CBOR), limit }
    }

    pub(super) fn bytes(self) -> Self {
        Self { expects: Some(BYTES), ..self }
    }
}

/// What a request brought.
enum Heard {
    Body(Vec<u8>),
    Problem(Problem),
}

impl Client {
    pub(super) async fn public(&self, ask: &Ask<'_>) -> Result<Vec<u8>, Failure> {
        match self.exchange(ask, None).await? {
            Heard::Body(body) => Ok(body),
            Heard::Problem(problem) => Err(refused(&problem)),
        }
    }

    /// Signs and sends. When the registry's clock says otherwise, once more with its time: no event is touched by that,
    /// only the request. Gives the body and the time under which it was asked.
    pub(super) async fn signed(
        &self,
        ask: &Ask<'_>,
        caller: &Caller<'_>,
        now: Moment,
    ) -> Result<(Vec<u8>, Moment), Failure> {
        let mut at = now;
        for last in [false, true] {
            let asked = Asked {
                institute: caller.institute,
                host: caller.host,
                method: ask.method.as_str(),
                path: ask.path,
                body: &ask.body,
            };
            let header = Authorization::make(&asked, caller.device, at, caller.signer).to_header();
            match self.exchange(ask, Some(header)).await? {
                Heard::Body(body) => return Ok((body, at)),
                Heard::Problem(problem) if problem.code == Code::Clock.code() => {
                    let registry = Moment(problem.time);
                    if last {
                        return Err(Failure::Clock { registry });
                    }
                    tracing::warn!(here = now.0, registry = registry.0, "the clocks differ; asking again");
                    at = registry;
                }
                Heard::Problem(problem) => return Err(refused(&problem)),
            }
        }
        Err(Failure::Clock { registry: at })
    }

    async fn exchange(&self, ask: &Ask<'_>, authorization: Option<String>) -> Result<Heard, Failure> {
        let mut request = self.http.request(ask.method.clone(), format!("{}{}", self.base, ask.path));
        request = request.header(ACCEPT, ask.expects.unwrap_or("*/*"));
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        if !ask.body.is_empty() {
            request = request.header(CONTENT_TYPE, ask.media).body(ask.body.clone());
        }
        let upload = Duration::from_secs((ask.body.len() as u64).div_ceil(SLOWEST));
        let sent = timeout(self.patience.saturating_add(upload), request.send());
        let response = sent.await.map_err(|_| Failure::TimedOut)?.map_err(|error| classify(&error))?;
        let status = response.status();
        if status.is_redirection() {
            return Err(Failure::Redirected);
        }
        let media = media_of(&response);
        if status.is_success() {
            let right = ask.expects.is_none_or(|expected| media == expected);
            return if right {
                Ok(Heard::Body(self.body(response, ask.limit).await?))
            } else {
                Err(Failure::NotTheRegistry { status: status.as_u16() })
            };
        }
        // A proxy that lost patience, or the registry's own outermost guard: neither has a body of ours.
        if matches!(status, StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT) {
            return Err(Failure::TimedOut);
        }
        let stranger = Failure::NotTheRegistry { status: status.as_u16() };
        if media != PROBLEM {
            return Err(stranger);
        }
        let bytes = self.body(response, PROBLEM_BYTES).await?;
        Problem::from_json(&bytes).map(Heard::Problem).ok_or(stranger)
    }

    /// The body, cut off neither by the network nor by its size. What was compressed counts as it unfolds.
    async fn body(&self, mut response: Response, limit: usize) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        loop {
            let chunk = timeout(self.patience, response.chunk()).await.map_err(|_| Failure::TimedOut)?;
            let Some(chunk) = chunk.map_err(|error| classify(&error))? else { return Ok(bytes) };
            if bytes.len().saturating_add(chunk.len()) > limit {
                return Err(Failure::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
    }
}

fn media_of(response: &Response) -> String {
    let value =
        response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

fn refused(problem: &Problem) -> Failure {
    match Code::from_code(&problem.code) {
        Some(code) => Failure::Refused(code),
        None => Failure::RefusedOtherwise(problem.code.chars().take(80).collect()),
    }
}

fn classify(error: &reqwest::Error) -> Failure {
    if error.is_timeout() {
        Failure::TimedOut
    } else if error.is_redirect() {
        Failure::Redirected
    } else if error.is_body() || error.is_decode() {
        Failure::Truncated
    } else if error.is_builder() {
        Failure::Address
    } else {
        Failure::Unreachable
    }
}
