//! The shipped tables: who is who, and when.

use jiff::civil::{Date, date};

use super::{AliasKind, EntityKind, RecordId, World};
use crate::span::Span;

fn world() -> World {
    World::embedded().expect("the shipped tables decode")
}

fn holder(world: &World, code: &str, role: &str, day: Date) -> Option<String> {
    let state = world.state(code)?;
    let posts = world.posts_by_role(state, role);
    let held = posts
        .into_iter()
        .find_map(|post| world.holders(post, day).first().copied());
    held.map(|tenure| world.record(tenure.person).label.to_owned())
}

fn is(world: &World, surface: &str, kind: EntityKind, key: &str) -> bool {
    let wanted = world.by_key(kind, key);
    let readings = world.readings(surface);
    wanted.is_some_and(|id| readings.iter().any(|reading| reading.record == id))
}

#[test]
fn leaders_of_a_day() {
    let world = world();
    let day = date(2021, 12, 13);
    for (code, role, name) in [
        ("GBR", "head-of-government", "Boris Johnson"),
        ("RUS", "head-of-state", "Vladimir Putin"),
        ("USA", "head-of-state", "Joe Biden"),
        ("UKR", "head-of-state", "Volodymyr Zelenskyy"),
        ("BLR", "head-of-state", "Alexander Lukashenko"),
        ("FRA", "head-of-state", "Emmanuel Macron"),
        ("DEU", "head-of-government", "Olaf Scholz"),
        ("CHN", "head-of-state", "Xi Jinping"),
    ] {
        assert_eq!(
            holder(&world, code, role, day).as_deref(),
            Some(name),
            "{code} {role}"
        );
    }
}

#[test]
fn one_name_in_many_spellings() {
    let world = world();
    for name in [
        "Volodymyr Zelensky",
        "Volodymyr Zelenskiy",
        "VOLODYMYR ZELENSKYY",
    ] {
        assert!(
            is(&world, name, EntityKind::Person, "volodymyr-zelenskyy"),
            "{name}"
        );
    }
    for name in ["Kiev", "Kyiv"] {
        assert!(is(&world, name, EntityKind::City, "kyiv"), "{name}");
        assert!(
            is(&world, name, EntityKind::Government, "ukraine"),
            "{name}"
        );
    }
    assert!(is(
        &world,
        "Cote d’Ivoire",
        EntityKind::State,
        "ivory-coast"
    ));
    assert!(is(&world, "Britons", EntityKind::State, "united-kingdom"));
}

#[test]
fn small_letters_name_nothing() {
    let world = world();
    assert!(is(&world, "US", EntityKind::State, "united-states"));
    assert!(is(&world, "U.S.", EntityKind::State, "united-states"));
    assert!(world.readings("us").is_empty());
    assert!(world.readings("Us").is_empty());
    assert!(world.readings("turkey").is_empty());
}

#[test]
fn longest_name_first() {
    let world = world();
    let text = "Talks in South Korea ended";
    let tokens =
        [(0, 5), (6, 8), (9, 14), (15, 20), (21, 26)].map(|(start, end)| Span::new(start, end));
    let found = world.find_at(text, &tokens, 2);
    assert_eq!(found[0].tokens, 2..4);
    assert_eq!(found[0].readings[0].kind, AliasKind::Name);
    assert!(world.find_at(text, &tokens, 4).is_empty());
}

#[test]
fn titles_lead_to_posts() {
    let world = world();
    let label = |posts: Vec<RecordId>| {
        posts
            .iter()
            .map(|post| world.record(*post).key.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        label(world.posts_by_title("prime minister", Some("GBR"))),
        ["prime-minister-of-the-united-kingdom"]
    );
    assert_eq!(
        label(world.posts_by_title("Secretary of State", Some("USA"))),
        ["secretary-of-state-of-the-united-states"]
    );
    assert!(world.posts_by_title("president", None).len() > 100);
}

#[test]
fn neighbours_and_capitals() {
    let world = world();
    let russia = world.state("RUS").expect("Russia");
    let ukraine = world.state("UKR").expect("Ukraine");
    assert!(world.neighbours(russia).any(|state| state == ukraine));
    let kyiv = world.capital_of("UKR").expect("a capital");
    assert_eq!(world.record(kyiv).label, "Kyiv");
    assert_eq!(world.located_in(kyiv), Some(ukraine));
}

#[test]
fn organisations_and_their_members() {
    let world = world();
    let day = date(2021, 12, 13);
    let nato = world
        .by_key(EntityKind::IntergovernmentalOrganisation, "nato")
        .expect("NATO");
    assert_eq!(world.members(nato, day).len(), 30);
    let ukraine = world.state("UKR").expect("Ukraine");
    assert!(!world.is_member(ukraine, nato, day));
    let chief = world.posts_of_organisation("Secretary-General", nato);
    let holder = world.holders(chief[0], day)[0].person;
    assert_eq!(world.record(holder).label, "Jens Stoltenberg");
    for (name, key) in [
        ("Wagner", "wagner-group"),
        ("Pentagon", "us-department-of-defense"),
        ("Al-Qaida", "al-qaeda"),
    ] {
        assert!(is(&world, name, EntityKind::Organisation, key), "{name}");
    }
}

/// How many member states of the United Nations have a known head of government and of state on a day.
fn coverage(world: &World, day: Date) -> (usize, usize) {
    let un = world
        .by_key(EntityKind::Organisation, "united-nations")
        .expect("the UN");
    let members = world.members(un, date(2026, 1, 1));
    let codes: Vec<&str> = members
        .into_iter()
        .filter_map(|state| world.record(state).state)
        .collect();
    let of_government = codes
        .iter()
        .filter(|code| world.head_of_government(code, day).is_some());
    let of_state = codes
        .iter()
        .filter(|code| world.head_of_state(code, day).is_some());
    (of_government.count(), of_state.count())
}

#[test]
fn heads_of_the_member_states_are_known() {
    let world = world();
    for (day, governments, states) in [
        (date(2000, 1, 1), 186, 187),
        (date(2010, 1, 1), 189, 189),
        (date(2021, 12, 13), 191, 192),
        (date(2025, 6, 1), 191, 191),
    ] {
        let (of_government, of_state) = coverage(&world, day);
        assert!(
            of_government >= governments,
            "{day}: {of_government} heads of government"
        );
        assert!(of_state >= states, "{day}: {of_state} heads of state");
    }
}

/// Messages of a check over one table.
fn checked(file: &str, table: &str) -> Vec<String> {
    let mut draft = super::draft::Draft::default();
    draft.read(file, table);
    let found = super::check::check(&draft);
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn the_check_tells_the_place_of_each_fault() {
    let twice = checked(
        "groups.tsv",
        "#: kind = Group\nlabel\tnames\nArlanders\t\nArlanders\t\n",
    );
    assert!(twice[0].contains("groups.tsv:"), "{twice:?}");
    let unknown = checked(
        "groups.tsv",
        "#: kind = Group\nlabel\tstate\nArlanders\tXQQ\n",
    );
    assert!(
        unknown[0].contains("no state has the code `XQQ`"),
        "{unknown:?}"
    );
    let date = checked(
        "events.tsv",
        "#: kind = NamedEvent\nlabel\tsince\nArland War\t2019-13\n",
    );
    assert!(date[0].starts_with("error: events.tsv:3:12"), "{date:?}");
}

#[test]
fn the_check_tells_overlapping_tenures() {
    let mut draft = super::draft::Draft::default();
    draft.read(
        "persons.tsv",
        "#: kind = Person\nlabel\nAnna Berg\nCarl Dahl\n",
    );
    draft.read(
        "posts.tsv",
        "#: kind = Post\nlabel\tkey\nPresident of Arland\tpresident-of-arland\n",
    );
    draft.read(
        "tenures.tsv",
        "post\tperson\tsince\tuntil\npresident-of-arland\tanna-berg\t2010\t2015\npresident-of-arland\tcarl-dahl\t2012\t2018\n",
    );
    let found = super::check::check(&draft);
    assert_eq!(found.len(), 1);
    assert!(
        found[0]
            .to_string()
            .contains("carl-dahl holds president-of-arland while anna-berg (tenures.tsv:2) does")
    );
}

#[test]
fn the_shipped_tables_have_no_errors() {
    let world = World::embedded().expect("the tables are sound");
    let found = super::check::check(&world.draft());
    let errors = found
        .iter()
        .filter(|diagnostic| diagnostic.level == crate::error::Level::Error)
        .count();
    let claimed = found
        .iter()
        .filter(|fault| fault.message.starts_with("the name"))
        .count();
    assert_eq!((errors, claimed), (0, 0));
}

const OWN: &str = r#"
@prefix ng: <https://w3id.org/newsgraph/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <http://schema.org/> .
@prefix person: <https://w3id.org/newsgraph/id/person/> .
@prefix post: <https://w3id.org/newsgraph/id/post/> .
@prefix state: <https://w3id.org/newsgraph/id/state/> .
@prefix tenure: <https://w3id.org/newsgraph/id/tenure/> .
person:anna-strand a ng:Person ; rdfs:label "Anna Strand" ; ng:ofState state:norway .
post:dyke-minister a ng:Post ; rdfs:label "dyke minister of Norway" ; ng:ofState state:norway .
tenure:one a ng:Tenure ; org:member person:anna-strand ; ng:post post:dyke-minister ; schema:startDate "2020-01-01" .
"#;

#[test]
fn own_records_are_known_beside_those_of_the_program() {
    let world = World::embedded().expect("the tables are sound");
    let own = super::turtle::read("own.ttl", OWN, "https://w3id.org/newsgraph/id/", &world);
    assert!(super::check::check_own(&own, &world).is_empty());
    let both = world.with(own).expect("sound records");
    let post = both.posts_by_title("dyke minister", Some("NOR"))[0];
    let holder = both.holders(post, date(2021, 5, 1))[0].person;
    assert_eq!(both.record(holder).label, "Anna Strand");
    assert_eq!(
        both.readings("Strand").len(),
        world.readings("Strand").len() + 1
    );
    assert_eq!(both.len(), world.len() + 2);
    let russia = both.by_key(EntityKind::State, "russia").expect("known");
    assert_eq!(both.neighbours(russia).count(), 14);
}

#[test]
fn own_records_are_checked_with_their_lines() {
    let world = World::embedded().expect("the tables are sound");
    let text = OWN.replace("state:norway .\npost", "state:arland .\npost");
    let own = super::turtle::read("own.ttl", &text, "https://w3id.org/newsgraph/id/", &world);
    let found = super::check::check_own(&own, &world);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].location.line, 10);
}

#[test]
fn leaders_of_nearly_all_states_are_known() {
    let world = World::embedded().expect("the tables are sound");
    for (day, missing) in [
        (date(2000, 1, 1), 5),
        (date(2010, 1, 1), 2),
        (date(2021, 12, 13), 0),
        (date(2025, 6, 1), 0),
    ] {
        let known = world.coverage(day);
        assert_eq!(known.members, 193);
        assert!(
            known.without_government.len() <= missing,
            "{day}: {known:?}"
        );
    }
}
