//! Offices: titles in the words of the text, and those by which a person is meant.

use std::ops::Range;

use super::phrase::{determiner, left_edge, right_edge};
use super::{Determiner, Draft, Number, Office, Source};
use crate::annotate::{Annotated, Dep, Pos, Tag};
use crate::knowledge::Knowledge;
use crate::knowledge::language::{Tense, Titles, phrases};
use crate::knowledge::world::EntityKind;
use crate::resolve::Form;
use crate::resolve::gazetteer::Name;

/// All titles in the text, the longest at each place, with whose office they are.
pub(crate) fn offices(
    annotated: &Annotated,
    knowledge: &Knowledge,
    names: &[Name],
    name_at: &[Option<usize>],
) -> Vec<Office> {
    let mut offices = Vec::new();
    let mut start = 0;
    while start < annotated.tokens.len() {
        let found = title_at(annotated, knowledge, name_at, start);
        start = match found {
            Some(office) => {
                let end = office.tokens.end;
                offices.push(with_owner(annotated, knowledge, names, name_at, office));
                end
            }
            None => start + 1,
        };
    }
    offices
}

/// The longest title that begins at a token, outside of names.
fn title_at(
    annotated: &Annotated,
    knowledge: &Knowledge,
    name_at: &[Option<usize>],
    start: usize,
) -> Option<Office> {
    let titles = &knowledge.language.titles;
    if !matches!(
        annotated.pos(start),
        Pos::Noun | Pos::Propn | Pos::Adj | Pos::Verb
    ) || name_at[start].is_some()
    {
        return None;
    }
    let limit = annotated.tokens.len().min(start + Titles::LONGEST + 2);
    for end in (start + 1..=limit).rev() {
        let last = end - 1;
        if !matches!(annotated.pos(last), Pos::Noun | Pos::Propn | Pos::Adj)
            || name_at[last].is_some()
        {
            continue;
        }
        let words = annotated
            .span(start..end)
            .of(&annotated.document.text)
            .to_lowercase();
        let plural = titles
            .singular(&words)
            .filter(|_| titles.get(&words).is_none());
        let title = plural.clone().unwrap_or(words);
        if let Some(known) = titles.get(&title) {
            return Some(Office {
                tokens: start..end,
                plural: plural.is_some(),
                tense: Tense::Current,
                honorific: known.honorific,
                owner: None,
                phrase: start..end,
                title,
            });
        }
    }
    None
}

/// Adds what stands around the title: "former", "-elect", the state before it or after "of".
fn with_owner(
    annotated: &Annotated,
    knowledge: &Knowledge,
    names: &[Name],
    name_at: &[Option<usize>],
    mut office: Office,
) -> Office {
    let titles = &knowledge.language.titles;
    if annotated.lower_at(office.phrase.end) == Some("-") {
        let word = annotated.lower_at(office.phrase.end + 1);
        if let Some(tense) = word.and_then(|word| titles.tense(word)) {
            office.tense = tense;
            office.phrase.end += 2;
        }
    }
    let mut at = office.phrase.start;
    while at > 0 {
        let before = at - 1;
        if let Some(number) = name_at[before] {
            office.owner = office.owner.or(Some(number));
            at = names[number].tokens.start;
        } else if let Some(tense) = titles.tense(annotated.lower(before)) {
            office.tense = tense;
            at = before;
        } else if is_modifier(annotated, before, office.tokens.end) {
            at = before;
        } else {
            break;
        }
    }
    office.phrase.start = at;
    if office.owner.is_none()
        || matches!(
            annotated.lower_at(office.phrase.end),
            Some("of" | "to" | "for")
        )
    {
        after(annotated, names, name_at, &mut office);
    }
    office
}

/// Whether a word before a title belongs to it: possessive sign, hyphen, adjective, ordinal, noun.
fn is_modifier(annotated: &Annotated, token: usize, end: usize) -> bool {
    let inside = annotated
        .head(token)
        .is_some_and(|head| head > token && head < end + 3);
    let joined = annotated
        .tokens
        .get(token + 1)
        .is_none_or(|next| annotated.tokens[token].span.end == next.span.start);
    let hyphen = annotated.text(token) == "-" && joined
        || matches!(annotated.text(token), "'s" | "’s" | "'" | "’");
    hyphen
        || inside
            && matches!(annotated.pos(token), Pos::Adj | Pos::Noun | Pos::Propn)
            && !matches!(annotated.dep(token), Dep::Nsubj | Dep::Dobj | Dep::Npadvmod)
}

/// "president of Russia", "minister for Europe", "secretary general of NATO".
fn after(annotated: &Annotated, names: &[Name], name_at: &[Option<usize>], office: &mut Office) {
    let joint = office.phrase.end;
    if !matches!(annotated.lower_at(joint), Some("of" | "for" | "in" | "to")) {
        return;
    }
    let article = matches!(
        annotated.lower_at(joint + 1),
        Some("the" | "a" | "its" | "his" | "their")
    );
    let first = joint + 1 + usize::from(article);
    let Some(&Some(number)) = name_at.get(first) else {
        return;
    };
    let of = annotated.lower(joint) == "of";
    let other = matches!(annotated.lower(joint), "for" | "to");
    if of || other {
        if of || office.owner.is_none() && annotated.lower(joint) == "for" {
            office.owner = Some(number);
        }
        office.phrase.end = names[number].tokens.end;
    }
}

/// Offices by which somebody is meant, and the posts that all offices name.
pub(super) fn drafts(source: &Source, covered: &mut [bool]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (number, office) in source.offices.iter().enumerate() {
        if office.honorific {
            continue;
        }
        let borne = office.tokens.clone().all(|token| covered[token]);
        if !borne {
            let Some(draft) = draft(source, number, office) else {
                continue;
            };
            covered[office.tokens.clone()].fill(true);
            drafts.push(draft);
        }
        if !office.plural && !phrases().no_posts.contains(&office.title) {
            drafts.push(post(office, number));
        }
    }
    drafts
}

/// The office as a mention of its holder; bare after "as", "become", "was elected" only of the post.
fn draft(source: &Source, number: usize, office: &Office) -> Option<Draft> {
    let annotated = source.annotated;
    let head_token = head_of(annotated, &office.tokens);
    let compound = office.tokens.len() > 1 && annotated.pos(head_token) == Pos::Adj;
    if !(compound || matches!(annotated.pos(head_token), Pos::Noun | Pos::Propn))
        || annotated.dep(head_token) == Dep::Compound && !ends_phrase(annotated, office)
    {
        return None;
    }
    let start = left_edge(annotated, head_token).min(office.phrase.start);
    let end = right_edge(annotated, head_token, office.tokens.end).max(office.phrase.end);
    let determined = determiner(annotated, start..end, office.tokens.start.max(start));
    let common = phrases().no_posts.contains(&office.title);
    if common && !leads_somebody(office) {
        return None;
    }
    if office.plural && (common || matches!(annotated.tag(head_token), Tag::Nn)) {
        return None;
    }
    let mut draft = Draft::token(head_token, Form::Office, EntityKind::Person);
    draft.tokens = start..end;
    draft.head = office.tokens.clone();
    draft.office = Some(number);
    draft.determiner = determined;
    draft.number = if office.plural {
        Number::Plural
    } else {
        Number::Singular
    };
    if office.plural {
        draft.kind = EntityKind::Group;
    }
    draft.gender = source
        .knowledge
        .language
        .titles
        .get(&office.title)
        .and_then(|title| title.gender);
    draft.owners = office.owner.into_iter().collect();
    let role_only = matches!(determined, Determiner::Bare)
        && is_predicate(annotated, head_token)
        && !office.plural;
    (!role_only).then_some(draft)
}

/// "the Russian leader", "Labour's leader": somebody's leader is an office; "a leader" is not.
fn leads_somebody(office: &Office) -> bool {
    office.owner.is_some() && phrases().leaders.contains(&office.title)
}

fn ends_phrase(annotated: &Annotated, office: &Office) -> bool {
    annotated
        .head(office.tokens.end - 1)
        .is_none_or(|head| head < office.tokens.end)
}

/// Whether a noun without article says what somebody is or becomes.
fn is_predicate(annotated: &Annotated, token: usize) -> bool {
    match annotated.dep(token) {
        Dep::Attr | Dep::Oprd => true,
        Dep::Pobj => annotated
            .head(token)
            .is_some_and(|preposition| annotated.lower(preposition) == "as"),
        Dep::Conj => annotated
            .head(token)
            .is_some_and(|head| is_predicate(annotated, head)),
        _ => false,
    }
}

/// The syntactic head of the words of a title.
fn head_of(annotated: &Annotated, tokens: &Range<usize>) -> usize {
    tokens
        .clone()
        .find(|&token| {
            annotated
                .head(token)
                .is_none_or(|head| !tokens.contains(&head))
        })
        .unwrap_or(tokens.end - 1)
}

/// The post that an office names.
fn post(office: &Office, number: usize) -> Draft {
    let mut draft = Draft::token(office.tokens.end - 1, Form::Office, EntityKind::Post);
    draft.tokens = office.phrase.clone();
    draft.head = office.tokens.clone();
    draft.office = Some(number);
    draft.owners = office.owner.into_iter().collect();
    draft
}
