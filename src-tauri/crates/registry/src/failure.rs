//! From what went wrong to what the caller is told: a problem with its code, never a word of content.

use std::io;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use sceau_protocol::{Code, PROBLEM, Problem, WireError};

use crate::database::DatabaseError;

/// Why a request was not carried out.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The caller is at fault, or the state of things forbids it.
    #[error("{code}", code = .0.code())]
    Refused(Code),
    /// The same, with a detail that names identifiers or a rule's code.
    #[error("{code}: {detail}", code = .0.code(), detail = .1)]
    RefusedBecause(Code, String),
    /// The database did not do it.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// The folder of files did not do it.
    #[error("files: {0}")]
    Files(#[from] io::Error),
    /// Another request panicked while it held the state.
    #[error("the state was lost by a panic")]
    Poisoned,
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Self::Refused(code)
    }
}

impl From<WireError> for Failure {
    fn from(error: WireError) -> Self {
        Self::RefusedBecause(Code::Malformed, error.to_string())
    }
}

impl Failure {
    /// The code that the caller is told.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::Refused(code) | Self::RefusedBecause(code, _) => *code,
            Self::Database(DatabaseError::CannotWrite(_)) | Self::Files(_) => Code::Storage,
            Self::Database(_) | Self::Poisoned => Code::Broken,
        }
    }

    /// The problem, at a moment in milliseconds since 1970. What broke inside goes to the log, not to the caller.
    #[must_use]
    pub fn problem(&self, time: u64) -> Problem {
        let problem = Problem::new(self.code(), time);
        match self {
            Self::RefusedBecause(_, detail) => problem.with_detail(detail.as_str()),
            _ => problem,
        }
    }
}

/// A problem as an HTTP answer.
#[must_use]
pub fn respond(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, problem.to_json()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
    response
}
