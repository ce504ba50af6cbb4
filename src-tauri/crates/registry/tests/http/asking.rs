use axum::http::Method;
use sceau_domain::id::MemberId;
use sceau_registry::routes::{Who, table};

use crate::world::{Person, World, problem};

/// Every route, asked by nobody, by a stranger's device, by a member and by the founder.
#[tokio::test]
async fn every_route_answers_only_those_whom_the_table_names() {
    let mut world = World::founded().await;
    let member = world.member(Some("patients")).await;
    let stranger = Person { member: MemberId([1; 16]), ..Person::new() };
    for route in table() {
        let path = route
            .path
            .replace("{lang}", "fr")
            .replace("{root}", &"ab".repeat(32))
            .replace("{sha256}", &"ab".repeat(32))
            .replace("{index}", "0")
            .replace("{invite}", &"cd".repeat(16))
            .replace("{member}", &"ef".repeat(16))
            .replace("{number}", "2026-001")
            .replace("{file}", "2026-001.json");
        let ask = async |who: Option<&Person>| {
            let response = world.send(route.method.clone(), &path, Vec::new(), who, world.now()).await;
            let status = response.status().as_u16();
            let page = response
                .headers()
                .get("content-type")
                .is_some_and(|kind| kind.as_bytes().starts_with(b"text/"));
            let code = if status < 400 || page { String::new() } else { problem(response).await.1 };
            (status, code)
        };
        let (nobody, unknown) = (ask(None).await, ask(Some(&stranger)).await);
        let (one, founder) = (ask(Some(&member)).await, ask(Some(&world.founder)).await);
        let open = matches!(route.who, Who::Anyone | Who::AnyoneSeldom | Who::Founder | Who::Invited);
        let name = format!("{} {}", route.method, route.path);
        if open {
            for answer in [&nobody, &unknown, &one, &founder] {
                assert!(![401, 403].contains(&answer.0), "{name}: {answer:?}");
                assert_eq!(answer, &nobody, "{name} must not depend on who asks");
            }
            continue;
        }
        assert_eq!((nobody.0, nobody.1.as_str()), (401, "request.unsigned"), "{name}");
        assert_eq!((unknown.0, unknown.1.as_str()), (403, "device.unknown"), "{name}");
        assert!(![401, 500].contains(&one.0) && ![401, 500].contains(&founder.0), "{name}");
        match route.who {
            Who::ProfileKeeper => {
                assert_eq!((one.0, one.1.as_str()), (403, "request.not-allowed"), "{name}");
                assert_ne!(founder.1, "refusal-not-by-you", "{name}");
            }
            _ => assert_ne!(founder.0, 401, "{name}"),
        }
    }
}

#[tokio::test]
async fn pages_carry_a_strict_policy_and_names_never_become_markup() {
    let world = World::founded().await;
    for (path, status, word) in [
        ("/", 200, "Aucun label"),
        ("/fr/", 200, "Aucun label"),
        ("/en/", 200, "No label is published yet"),
        ("/fr/verify", 200, "Vérifier un certificat"),
        ("/en/verify?n=2026-301", 200, "No label has the number 2026-301"),
        ("/fr/verify?n=%3Cscript%3E", 200, "numéro de label"),
        ("/fr/labels/2026-001", 404, "Aucun label"),
        ("/fr/labels/2026-001/opinion", 404, "Il n’y a rien"),
        ("/join", 200, "Copy the whole address of this page"),
        ("/en/nothing", 404, "There is nothing at this address"),
    ] {
        let response = world.get(path, None).await;
        assert_eq!(response.status().as_u16(), status, "{path}");
        let policy = response.headers()["content-security-policy"].to_str().expect("text").to_owned();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let page = response.text().await.expect("a page");
        assert!(page.contains(word), "{path}: {page}");
        assert!(!page.contains("<script") && !page.contains("essai <b>"), "{path}");
        for landmark in ["<header", "<nav", "<main", "<footer"] {
            assert!(page.contains(landmark), "{path} lacks {landmark}");
        }
        // A link within the page of an invitation would put its own fragment in the place of the code.
        let within = page.contains("href=\"#");
        assert_eq!(within, path != "/join", "{path}: the way past the head of the page");
        let bare = page.split(['>', '<', '"', ' ']).find(|word| word.starts_with("registry-"));
        assert_eq!(bare, None, "{path} shows a bare key");
    }
    for asset in [
        "/style.css",
        "/fonts/regular.ttf",
        "/fonts/semibold.ttf",
        "/healthz",
        "/readyz",
        "/v1/log/checkpoint",
    ] {
        assert_eq!(world.get(asset, None).await.status(), 200, "{asset}");
    }
    let sent =
        world.client.post(format!("{}/fr/verify", world.url)).header("content-type", "application/pdf");
    let answer = sent.body("not a PDF").send().await.expect("an answer").text().await.expect("a page");
    assert!(answer.contains("PDF lisible"), "{answer}");
    let oversized =
        world.send(Method::POST, "/fr/verify", vec![0; sceau_protocol::limits::DOCUMENT + 1], None, 0).await;
    assert_eq!(oversized.status(), 413);
    let page = oversized.text().await.expect("a page");
    assert!(page.contains("trop grand") && page.contains("<main"), "a person gets a page: {page}");
}
