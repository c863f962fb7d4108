//! Offices as of a day: who "the Turkish president" was.

use jiff::civil::Date;

use super::linking::Roster;
use super::mentions::Office;
use super::{Entity, EntityId};
use crate::knowledge::language::{Scope, Tense};
use crate::knowledge::world::{EntityKind, RecordId, Tenure};

/// Whose office it is, as far as the text tells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Owner {
    /// Code of the state.
    pub(crate) state: Option<String>,
    /// The organisation, party or region.
    pub(crate) body: Option<EntityId>,
}

/// The post that an office names where the tables have it.
pub(crate) fn post(roster: &Roster, office: &Office, owner: &Owner) -> Option<RecordId> {
    posts(roster, office, owner).into_iter().next()
}

/// The one who holds an office on the article's day: none where nobody is known, or several are.
pub(crate) fn holder(roster: &Roster, office: &Office, owner: &Owner) -> Option<RecordId> {
    let day = roster.day?;
    let unique = roster
        .knowledge
        .language
        .titles
        .get(&office.title)
        .is_some_and(|title| title.unique);
    if !unique || office.plural || matches!(office.tense, Tense::Former | Tense::Elect) {
        return None;
    }
    posts(roster, office, owner)
        .into_iter()
        .find_map(|post| only_holder(roster, post, day))
}

/// The holder of a post; on the day of a change, or with several, the one who came last if only one did.
fn only_holder(roster: &Roster, post: RecordId, day: Date) -> Option<RecordId> {
    let holders: Vec<Tenure> = roster.knowledge.world.holders(post, day);
    let first = holders.first()?;
    let tied = holders
        .get(1)
        .is_some_and(|second| second.since == first.since && second.person != first.person);
    (!tied).then_some(first.person)
}

/// Posts that an office may name, best first.
fn posts(roster: &Roster, office: &Office, owner: &Owner) -> Vec<RecordId> {
    let world = &roster.knowledge.world;
    let mut posts = Vec::new();
    if let Some(body) = owner.body.and_then(|body| roster.entity(body).record) {
        posts.extend(world.posts_of_organisation(&office.title, body));
        for role in roles(roster, office) {
            posts.extend(world.posts_by_role(body, role));
        }
    } else if let Some(code) = &owner.state {
        posts.extend(world.posts_by_title(&office.title, Some(code)));
        if let Some(state) = world.state(code) {
            for role in roles(roster, office) {
                posts.extend(world.posts_by_role(state, role));
            }
        }
    }
    posts
}

fn roles<'r>(roster: &'r Roster, office: &Office) -> impl Iterator<Item = &'r str> {
    let title = roster.knowledge.language.titles.get(&office.title);
    title
        .into_iter()
        .flat_map(|title| title.roles.iter().map(String::as_str))
}

/// Whether two titles name the same post of one owner ("premier", "prime minister").
pub(crate) fn same_title(roster: &Roster, one: &str, other: &str) -> bool {
    let titles = &roster.knowledge.language.titles;
    let roles = |title: &str| titles.get(title).map(|title| &title.roles);
    one == other || roles(one).is_some_and(|found| !found.is_empty() && Some(found) == roles(other))
}

/// Whether an office may be a state's.
pub(crate) fn may_be_of_state(roster: &Roster, office: &Office) -> bool {
    roster
        .knowledge
        .language
        .titles
        .get(&office.title)
        .is_none_or(|title| title.scope.contains(&Scope::State))
}

/// What an entity is as the owner of an office.
pub(crate) fn owner_of(id: EntityId, entity: &Entity) -> Owner {
    match entity.kind {
        EntityKind::State | EntityKind::Government => Owner {
            state: entity.state.clone(),
            body: None,
        },
        _ => Owner {
            state: entity.state.clone(),
            body: Some(id),
        },
    }
}
