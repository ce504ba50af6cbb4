//! From HTTP to a route's function and back: size, signature, rate, time, panics.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, FromRequestParts as _, RawPathParams, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Request as HttpRequest, StatusCode, header};
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use sceau_protocol::{Code, Problem};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

use super::{Request, Route, Who, table};
use crate::caller::{Caller, Signed};
use crate::failure::{Failure, respond};
use crate::registry::Registry;

/// Longest that one request may take, upload included.
const PATIENCE: Duration = Duration::from_secs(60);

/// A body that is a little too large is read to its end before it is refused, so that the refusal arrives: whoever is
/// cut off while sending sees a broken connection instead. Beyond this many bytes it is cut off.
const OVERSHOOT: usize = 1 << 20;

/// What a browser may do with our pages: show them, with our own styles, fonts and pictures, and send a form back.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
     frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The registry's whole HTTP surface.
pub fn router(registry: Arc<Registry>) -> Router {
    let mut router = Router::new();
    for route in table() {
        let Ok(filter) = MethodFilter::try_from(route.method.clone()) else { continue };
        let path = route.path;
        let handler = move |State(registry): State<Arc<Registry>>, request: HttpRequest<Body>| {
            let route = route.clone();
            async move { serve(registry, route, request).await }
        };
        router = router.route(path, on(filter, handler));
    }
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
    };
    router
        .fallback(|State(registry): State<Arc<Registry>>, request: HttpRequest<Body>| async move {
            nothing_here(&registry, request.uri().path())
        })
        .method_not_allowed_fallback(|State(registry): State<Arc<Registry>>| async move {
            respond(&Problem::new(Code::Method, registry.now().0))
        })
        .layer(CompressionLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .layer(CatchPanicLayer::custom(PanicAnswer(Arc::clone(&registry))))
        // The only answers that bring a policy of their own are those that may stand in a frame.
        .layer(SetResponseHeaderLayer::if_not_present(
            header::X_FRAME_OPTIONS,
            |response: &Response<Body>| {
                let framed = response.headers().contains_key(header::CONTENT_SECURITY_POLICY);
                (!framed).then(|| HeaderValue::from_static("DENY"))
            },
        ))
        .layer(SetResponseHeaderLayer::if_not_present(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(CONTENT_POLICY),
        ))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
        .with_state(registry)
}

#[derive(Clone)]
struct PanicAnswer(Arc<Registry>);

impl tower_http::catch_panic::ResponseForPanic for PanicAnswer {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, _: Box<dyn std::any::Any + Send>) -> Response {
        tracing::error!("a request panicked");
        respond(&Problem::new(Code::Broken, self.0.now().0))
    }
}

fn nothing_here(registry: &Registry, path: &str) -> Response {
    if path.starts_with("/v1/") {
        return respond(&Problem::new(Code::NotFound, registry.now().0));
    }
    super::public::not_found(registry, path).into_response()
}

async fn serve(registry: Arc<Registry>, route: Route, request: HttpRequest<Body>) -> Response {
    let now = registry.now();
    let path = route.path;
    let asked = request.uri().path().to_owned();
    match answer(Arc::clone(&registry), route, request).await {
        Ok(response) => response,
        Err(failure) => {
            let code = failure.code();
            if code.status() >= 500 {
                tracing::error!(path, code = code.code(), cause = %failure, "request failed");
            } else {
                tracing::info!(path, code = code.code(), "request refused");
            }
            if path.starts_with("/{lang}/") {
                // A person reads this answer, not a program.
                return super::public::refused(&registry, &asked, code).into_response();
            }
            respond(&failure.problem(now.0))
        }
    }
}

async fn answer(
    registry: Arc<Registry>,
    route: Route,
    request: HttpRequest<Body>,
) -> Result<Response, Failure> {
    let (mut parts, body) = request.into_parts();
    let address = parts
        .extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(address)| address.ip());
    // Before the body is read: whoever is too often here does not get to send one.
    match route.who {
        Who::Invited => registry.throttle.join(address)?,
        Who::AnyoneSeldom => registry.throttle.check(address)?,
        _ => {}
    }
    let places = RawPathParams::from_request_parts(&mut parts, &())
        .await
        .map_err(|_| Code::NotFound)?
        .iter()
        .map(|(_, value)| value.to_owned())
        .collect();
    if parts.headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Code::Encoding.into());
    }
    let body = read_body(&parts.headers, body, route.body).await?;
    let handled = tokio::task::spawn_blocking(move || {
        let caller = identify(&registry, &route, &parts, &body)?;
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let request = Request {
            caller,
            places,
            query: parts.uri.query().unwrap_or_default().to_owned(),
            kind: kind.unwrap_or_default().to_owned(),
            body,
            address,
        };
        (route.answer)(&registry, &request)
    });
    let answer = handled.await.map_err(|_| Failure::Poisoned)??;
    Ok(answer.into_response())
}

async fn read_body(headers: &HeaderMap, body: Body, most: usize) -> Result<Vec<u8>, Failure> {
    let announced =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let bearable = most.saturating_add(OVERSHOOT);
    if announced.is_some_and(|length| length > bearable as u64) {
        return Err(Code::TooLarge.into());
    }
    match to_bytes(body, bearable).await {
        Ok(bytes) if bytes.len() <= most => Ok(bytes.to_vec()),
        Ok(_) => Err(Code::TooLarge.into()),
        Err(error) if is_limit(&error) => Err(Code::TooLarge.into()),
        Err(_) => Err(Code::Malformed.into()),
    }
}

fn is_limit(error: &axum::Error) -> bool {
    let mut cause: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = cause {
        if error.to_string().contains("length limit exceeded") {
            return true;
        }
        cause = error.source();
    }
    false
}

/// The device behind a signed request, on routes that need one. What the route's `Who` asks beyond that is asked by
/// the function itself, which knows the object.
fn identify(
    registry: &Registry,
    route: &Route,
    parts: &axum::http::request::Parts,
    body: &[u8],
) -> Result<Option<Caller>, Failure> {
    if matches!(route.who, Who::Anyone | Who::AnyoneSeldom | Who::Founder | Who::Invited) {
        return Ok(None);
    }
    let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
    let signed = Signed { method: parts.method.as_str(), path, body, headers: &parts.headers };
    let caller = registry.with_book(|book| Caller::identify(book, &signed, registry.now()))?;
    registry.throttle.device(caller.device)?;
    Ok(Some(caller))
}
