//! The board's plan of the campaign: everybody named exists, every mark is one the grid knows, and what is said of a
//! dossier (it divides, it has links) is what the rules compute.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use sceau_app::dossier::read_grid;
use sceau_app::intake::{self, Limits};
use sceau_domain::agreement::{Band, agreement};
use sceau_domain::fraction::Fraction;
use sceau_domain::grid::{Answer, Criterion, Grid, Kind, Worth};
use sceau_domain::interests::{Entity, compare};
use sceau_ledger::payload::sealed::Mark;
use sceau_tests::cast::{Campaign, Roster, read};
use sceau_tests::plan::{DossierEntry, Reached, Remarks};
use sceau_tests::quoting::lines_of;

use crate::assets;

fn campaign() -> Campaign {
    read(&assets().join("demo/campaign.toml")).unwrap()
}

fn roster() -> Roster {
    read(&assets().join("demo/roster.toml")).unwrap()
}

fn grid() -> Grid {
    read_grid(&std::fs::read_to_string(assets().join("grids/quatre-axes.toml")).unwrap()).unwrap()
}

fn entry<'c>(campaign: &'c Campaign, folder: &str) -> &'c DossierEntry {
    campaign.dossier.iter().find(|entry| entry.folder.contains(folder)).unwrap()
}

#[test]
fn there_are_22_members_in_five_colleges_three_officers_and_a_secretariat() {
    let (campaign, roster) = (campaign(), roster());
    let mut colleges: BTreeMap<&str, usize> = BTreeMap::new();
    for member in &roster.member {
        if let Some(college) = &member.college {
            *colleges.entry(college).or_default() += 1;
        }
    }
    let expected =
        [("academics", 5), ("clinicians", 8), ("industry", 3), ("institutions", 3), ("patients", 3)];
    assert_eq!(colleges, expected.into());
    assert_eq!(campaign.officers.len(), 3);
    let secretary = roster.member.iter().find(|member| member.name == campaign.secretariat).unwrap();
    assert!(secretary.college.is_none());
}

#[test]
fn everybody_whom_the_plan_names_sits_on_the_board_and_can_carry_the_load() {
    let (campaign, roster) = (campaign(), roster());
    assert_eq!(campaign.dossier.len(), 12);
    let mut load: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in &campaign.dossier {
        assert!(assets().join("demo").join(&entry.folder).join("dossier.toml").is_file(), "{}", entry.folder);
        assert!(!entry.why.is_empty(), "{}", entry.folder);
        let sheets = entry.sheets.iter().map(|sheet| &sheet.member);
        let links = entry.links.iter().map(|link| &link.member);
        for name in entry.assigned.iter().chain(&entry.undeclared).chain(sheets.clone()).chain(links.clone())
        {
            let seated = roster.member.iter().any(|member| member.name == *name && member.college.is_some());
            assert!(seated, "{}: {name}", entry.folder);
        }
        assert!(sheets.clone().all(|name| entry.assigned.contains(name)), "{}", entry.folder);
        assert!(links.clone().all(|name| !entry.assigned.contains(name)), "{}", entry.folder);
        if entry.stage >= Reached::Opened {
            assert_eq!(
                entry.sheets.len(),
                entry.assigned.len(),
                "{}: all sheets before opening",
                entry.folder
            );
        }
        assert_eq!(entry.vote.is_some(), entry.stage >= Reached::Voting, "{}", entry.folder);
        for name in &entry.assigned {
            *load.entry(name).or_default() += 1;
        }
    }
    for (name, load) in load {
        let most = roster.member.iter().find(|member| member.name == name).unwrap().max_load;
        assert!(most.is_none_or(|most| load <= most), "{name}: {load}");
    }
    let reached: std::collections::BTreeSet<Reached> =
        campaign.dossier.iter().map(|entry| entry.stage).collect();
    assert_eq!(reached.len(), 9, "a newcomer sees every stage: {reached:?}");
}

/// The points that each sheet of the plan gives to a criterion.
fn points(entry: &DossierEntry, criterion: &Criterion, declared: &BTreeMap<String, String>) -> Vec<Fraction> {
    let answer = declared.get(&criterion.code).map_or("", String::as_str);
    let mut points = Vec::new();
    for sheet in &entry.sheets {
        let mark = sheet.mark(criterion, answer).unwrap();
        let given = match &mark {
            Mark::Option(code) | Mark::Value(code) => Answer::Text(code.clone()),
            Mark::NotApplicable => Answer::NotApplicable,
        };
        // A mark that the grid does not know stops the test here.
        if let Worth::Points(worth) = criterion.worth(&given).unwrap() {
            points.push(worth);
        }
    }
    points
}

fn declared(entry: &DossierEntry) -> BTreeMap<String, String> {
    let package = intake::read(&assets().join("demo").join(&entry.folder), &Limits::default());
    let report = intake::report(&package, &grid());
    let text = |answer: &Answer| match answer {
        Answer::Text(text) => text.clone(),
        _ => "n/a".to_owned(),
    };
    let answers = report.declared.iter();
    answers.filter_map(|(code, row)| Some((code.clone(), text(row.declared.as_ref()?)))).collect()
}

/// Criteria on which the plan's sheets disagree, by the rules' own measure.
fn disagreements(entry: &DossierEntry) -> Vec<String> {
    let (grid, declared) = (grid(), declared(entry));
    let mut found = Vec::new();
    for criterion in grid.criteria.iter().filter(|criterion| criterion.scored) {
        let points = points(entry, criterion, &declared);
        let codes: Vec<String> = match &criterion.kind {
            Kind::YesNo(choices) | Kind::Choice(choices) => choices.iter().map(|c| c.code.clone()).collect(),
            Kind::Scale { from, to, .. } => (*from..=*to).map(|level| level.to_string()).collect(),
            _ => Vec::new(),
        };
        let worth = |code: String| match criterion.worth(&Answer::Text(code)) {
            Ok(Worth::Points(points)) => Some(points),
            _ => None,
        };
        let levels: Vec<Fraction> = codes.into_iter().filter_map(worth).collect();
        let judged = agreement(&levels, &points, 3).unwrap();
        if judged.band == Band::Disagreement {
            found.push(criterion.code.clone());
        }
    }
    found
}

#[test]
fn one_dossier_divides_the_board_and_the_others_do_not() {
    let campaign = campaign();
    let divided = disagreements(entry(&campaign, "04-aeropas"));
    println!("04: {}", divided.join(", "));
    assert!(divided.len() >= 5, "{divided:?}");
    for calm in ["06-insubalise", "12-lombarythme"] {
        let found = disagreements(entry(&campaign, calm));
        assert!(found.len() <= 1, "{calm}: {found:?}");
    }
}

#[test]
fn links_with_one_dossier_are_found_by_matching_names_however_they_are_written() {
    let campaign = campaign();
    let with_links: Vec<_> = campaign.dossier.iter().filter(|entry| !entry.links.is_empty()).collect();
    assert_eq!(with_links.len(), 1);
    let package = intake::read(&assets().join("demo").join(&with_links[0].folder), &Limits::default());
    let named = |name: &str| Entity { name: name.to_owned(), identifiers: Vec::new() };
    let mut entities: Vec<Entity> = package.entities.iter().map(|entity| named(&entity.name)).collect();
    entities.push(named(&package.publisher.name));
    entities.extend(package.publisher.group.as_deref().map(named));
    let matched = |name: &str| entities.iter().any(|entity| compare(&named(name), entity).is_some());
    let found: Vec<&str> = with_links[0]
        .links
        .iter()
        .filter(|link| matched(&link.entity))
        .map(|link| link.member.as_str())
        .collect();
    assert_eq!(found, ["Julien Caron", "Vincent Adam", "Laure Tessier"]);
}

#[test]
fn the_renewal_has_a_history_and_the_new_version_replaces_a_file_of_the_dossier() {
    let campaign = campaign();
    let renewal = entry(&campaign, "09-eclaircie");
    let package = intake::read(&assets().join("demo").join(&renewal.folder), &Limits::default());
    assert!(renewal.history.iter().all(|past| Some(&past.number) == package.renews.as_ref()));
    assert!(renewal.history.is_sorted_by(|a, b| a.on < b.on && a.event < b.event));
    assert_eq!(renewal.history.len(), 9);
    assert!(campaign.institute.founded.unwrap() < renewal.history[0].on);
    // Who decided then sits on the board, and they were enough.
    let before = renewal.before.as_ref().unwrap();
    let roster = roster();
    let college = |name: &String| {
        let member = roster.member.iter().find(|member| member.name == *name);
        member.and_then(|member| member.college.clone()).unwrap_or_else(|| panic!("{name} has no seat"))
    };
    let colleges: Vec<String> = before.declaring.iter().map(college).collect();
    assert!(colleges.len() == 14 && colleges.iter().any(|college| college == "patients"));
    assert!(before.assigned.iter().all(|name| before.declaring.contains(name)));
    assert!(before.sheets.iter().map(|sheet| &sheet.member).eq(&before.assigned));
    let updated: Vec<_> =
        campaign.dossier.iter().filter_map(|one| Some((one, one.update.as_ref()?))).collect();
    assert_eq!(updated.len(), 1);
    let (one, update) = updated[0];
    let bytes = |path: &Path| std::fs::read(assets().join("demo").join(path)).unwrap();
    assert_ne!(bytes(Path::new(&update.file)), bytes(&Path::new(&one.folder).join(&update.replaces)));
}

#[test]
fn a_remark_stands_ready_for_every_criterion_that_is_marked() {
    let remarks: Remarks = read(&assets().join("demo/remarks.toml")).unwrap();
    for criterion in grid().criteria.iter().filter(|criterion| criterion.scored) {
        let remark = remarks.remark.get(&criterion.code);
        let ready =
            remark.is_some_and(|it| !it.words.is_empty() && !it.good.is_empty() && !it.doubt.is_empty());
        assert!(ready, "{}", criterion.code);
    }
}

#[test]
fn a_cited_line_lies_where_an_independent_reader_sees_it() {
    let file = assets().join("demo/dossiers/04-aeropas/essai.pdf");
    let Ok(output) = Command::new("pdftotext").args(["-bbox-layout"]).arg(&file).arg("-").output() else {
        return println!("skipped: pdftotext is not here");
    };
    let page = String::from_utf8_lossy(&output.stdout);
    let side = |line: &str, name: &str| -> f64 {
        line.split(&format!("{name}=\""))
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap()
            .parse()
            .unwrap()
    };
    let boxes: Vec<[f64; 4]> = page
        .lines()
        .filter(|line| line.trim_start().starts_with("<line "))
        .map(|line| ["xMin", "yMin", "xMax", "yMax"].map(|name| side(line, name)))
        .collect();
    let lines = lines_of(&std::fs::read(&file).unwrap()).unwrap();
    assert!(lines.len() > 60, "{}", lines.len());
    for (page, [left, low, right, high], [_, quote, _]) in lines {
        let middle = 841.9 - (low + high) as f64 / 200.0;
        let (left, right) = (left as f64 / 100.0, right as f64 / 100.0);
        let seen = boxes.iter().any(|[x, y, end, foot]| {
            // A reader takes an item of a list together with its dot.
            *x < left + 1.0 && (end - right).abs() < 1.5 && *y < middle && middle < *foot
        });
        assert!(seen, "page {page}: {quote}");
    }
}
