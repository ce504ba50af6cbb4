//! The label after its publication, over the real registry: suspended, told by every page, lifted again; and the
//! revocation list that strangers ask for.

use std::path::Path;
use std::process::Command;

use sceau_app::label_life::LabelAct;
use sceau_domain::id::DossierId;
use sceau_domain::label::{Deed, PublicReason};

use crate::board::{During, Result};
use crate::job::Stage;
use crate::results::{self, Check};
use crate::steps::Steps;

/// Plays the life of a published label: what each page says on the way.
///
/// # Errors
/// The step that failed, or the registry does not answer.
pub async fn play(
    stage: &Stage,
    steps: &mut Steps,
    dossier: DossierId,
    number: &str,
    out: &Path,
) -> Result<Vec<Check>> {
    steps
        .take("11 life of the label", async {
            let mut checks = Vec::new();
            let act = |deed, fr: &str, en: &str| LabelAct {
                deed,
                from: None,
                successor: None,
                public: Some(PublicReason { fr: fr.to_owned(), en: Some(en.to_owned()) }),
                grounds: String::new(),
            };
            let suspended = act(Deed::Suspended, "Défaut d’affichage signalé.", "Display fault reported.");
            record(stage, dossier, &suspended).await?;
            let said = told(stage, number).await?;
            checks.push(Check::of(
                "a suspension is on the page, in the list, in the data and in the verdict",
                said.page.contains("Suspendu</strong>")
                    && said.page.contains("Défaut d’affichage signalé.")
                    && said.list.contains(">Suspendu<")
                    && said.data.contains("\"state\":\"suspended\"")
                    && said.verdict.contains("<h2>Non valide</h2>"),
                said.summary(),
            ));
            let lifted = act(Deed::Reinstated, "Correctif vérifié.", "The correction was checked.");
            record(stage, dossier, &lifted).await?;
            let said = told(stage, number).await?;
            checks.push(Check::of(
                "once lifted the label is in force again, and its page tells what happened",
                said.page.contains("En vigueur</strong>")
                    && said.page.contains("Suspension levée")
                    && said.page.contains("Défaut d’affichage signalé.")
                    && said.data.contains("\"state\":\"active\"")
                    && said.verdict.contains("<h2>Valide</h2>"),
                said.summary(),
            ));
            checks.push(list(stage, out).await?);
            let held = checks.iter().filter(|check| check.verdict == "held").count();
            let words = format!("{held} of {} checks held", checks.len());
            Ok((checks, words))
        })
        .await
}

async fn record(stage: &Stage, dossier: DossierId, act: &LabelAct) -> Result<()> {
    let chair = stage.board.person(stage.campaign.officers.first().map_or("", String::as_str))?;
    chair.sync().await?;
    chair.desk().move_label(dossier, act).during("life of the label")?;
    chair.sync().await.map(drop)
}

/// What the registry tells of a label.
struct Told {
    page: String,
    list: String,
    data: String,
    verdict: String,
}

impl Told {
    fn summary(&self) -> String {
        let band = self.page.split("<div class=\"band").nth(1).unwrap_or_default();
        band.chars().skip(1).take(400).collect()
    }
}

async fn told(stage: &Stage, number: &str) -> Result<Told> {
    let url = &stage.registry.url;
    Ok(Told {
        page: results::page(&format!("{url}/fr/labels/{number}")).await?,
        list: results::page(&format!("{url}/fr/")).await?,
        data: results::page(&format!("{url}/labels/{number}.json")).await?,
        verdict: results::page(&format!("{url}/fr/verify?n={number}")).await?,
    })
}

/// The revocation list, as a program that is not ours reads it: signed by the authority, empty, and in date.
async fn list(stage: &Stage, out: &Path) -> Result<Check> {
    let name = "openssl accepts the revocation list";
    let bytes = results::bytes(&format!("{}/ca.crl", stage.registry.url)).await?;
    let (list, authority) = (out.join("ca.crl"), out.join("ca.pem"));
    results::write(&list, &bytes)?;
    let ran = Command::new("openssl")
        .args(["crl", "-inform", "DER", "-noout", "-text", "-in"])
        .arg(&list)
        .arg("-CAfile")
        .arg(&authority)
        .output();
    let Ok(ran) = ran else {
        return Ok(Check {
            name: name.to_owned(),
            verdict: "skipped",
            detail: "openssl is not here".to_owned(),
        });
    };
    let text = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
    let held = text.contains("verify OK") && text.contains("No Revoked Certificates");
    Ok(Check::of(name, held, text.lines().last().unwrap_or_default().trim()))
}
