//! What a route gives back, before it is an HTTP response.

use axum::body::Body;
use axum::http::{HeaderValue, Response, StatusCode, header};
use minicbor::Encode;
use sceau_protocol::{BYTES, CBOR, encode};

/// What a route gives back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: StatusCode,
    /// The media type.
    pub kind: &'static str,
    /// The body.
    pub body: Vec<u8>,
    /// How long others may keep it.
    pub cache: &'static str,
    /// The name under which a browser would save it.
    pub file_name: Option<String>,
    /// Whether pages of others may show it in a frame.
    pub framed: bool,
}

/// Nobody keeps it.
const NEVER: &str = "no-store";
/// Named by its hash: it cannot change.
const FOR_EVER: &str = "private, max-age=31536000, immutable";
/// A public page: always asked again, so that a suspension is seen at once.
const ASK_AGAIN: &str = "no-cache";

/// What a browser may do with a page of ours in a frame of somebody else's: show it, with our own styles and fonts.
const FRAMED_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; frame-ancestors *";

impl Answer {
    fn new(kind: &'static str, body: Vec<u8>) -> Self {
        Self { status: StatusCode::OK, kind, body, cache: NEVER, file_name: None, framed: false }
    }

    /// A CBOR body.
    pub fn cbor<T: Encode<()>>(value: &T) -> Self {
        Self::new(CBOR, encode(value))
    }

    /// Raw bytes that never change.
    #[must_use]
    pub fn bytes(body: Vec<u8>) -> Self {
        Self { cache: FOR_EVER, ..Self::new(BYTES, body) }
    }

    /// Plain text.
    #[must_use]
    pub fn text(body: impl Into<String>) -> Self {
        Self::new("text/plain; charset=utf-8", body.into().into_bytes())
    }

    /// A page.
    #[must_use]
    pub fn html(status: StatusCode, body: String) -> Self {
        Self { status, cache: ASK_AGAIN, ..Self::new("text/html; charset=utf-8", body.into_bytes()) }
    }

    /// A public file of another type.
    #[must_use]
    pub fn public(kind: &'static str, body: Vec<u8>) -> Self {
        Self { cache: ASK_AGAIN, ..Self::new(kind, body) }
    }

    /// A file of the pages themselves (stylesheet, fonts), which changes only with the program.
    #[must_use]
    pub fn asset(kind: &'static str, body: &'static [u8]) -> Self {
        Self { cache: "public, max-age=86400", ..Self::new(kind, body.to_vec()) }
    }

    /// Nothing but success.
    #[must_use]
    pub fn done() -> Self {
        Self { status: StatusCode::NO_CONTENT, ..Self::new(CBOR, Vec::new()) }
    }

    /// Another address.
    #[must_use]
    pub fn see(address: &'static str) -> Self {
        Self {
            status: StatusCode::SEE_OTHER,
            file_name: None,
            ..Self::new("location", address.as_bytes().to_vec())
        }
    }

    /// The same, to be saved under a name.
    #[must_use]
    pub fn named(mut self, name: String) -> Self {
        self.file_name = Some(name);
        self
    }

    /// The same, for a frame in a page of anybody's.
    #[must_use]
    pub fn framed(mut self) -> Self {
        self.framed = true;
        self
    }

    /// As an HTTP response.
    #[must_use]
    pub fn into_response(self) -> Response<Body> {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status;
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(self.cache));
        if self.status == StatusCode::SEE_OTHER {
            if let Ok(address) = HeaderValue::from_bytes(&self.body) {
                headers.insert(header::LOCATION, address);
            }
            return response;
        }
        if self.framed {
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED_POLICY));
        }
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.kind));
        if let Some(name) = self.file_name
            && let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}\""))
        {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
        if self.status != StatusCode::NO_CONTENT {
            *response.body_mut() = Body::from(self.body);
        }
        response
    }
}
