//! Reporting verbs and what stands beside them as content.

use crate::annotate::{Annotated, Dep, NameLabel, Pos, Tag};
use crate::knowledge::Reporting;
use crate::knowledge::speech::{Attitude, Entry, Frame, Sense};
use crate::resolve::Stance;
use crate::span::Span;

use super::draft::Draft;
use super::extent::{self, pieces, subtree_without};
use super::source::{self, is_infinitive, is_passive, is_verb};
use super::{Context, cue, noun};

/// A content found beside a verb.
struct Content {
    sense: Sense,
    spans: Vec<Span>,
    addressee: Option<usize>,
    preposition: Option<usize>,
    rule: &'static str,
}

/// The speech that a verb tells of, if it is a reporting verb with a content.
pub(super) fn read(context: &Context, verb: usize) -> Option<Draft> {
    let annotated = context.annotated;
    if !matches!(annotated.pos(verb), Pos::Verb | Pos::Aux) && !misread(annotated, verb) {
        return None;
    }
    let entry = entry(context.reporting, annotated, verb)?;
    let content = content(context, verb, entry)?;
    let source = source_of(context, verb, &content)?;
    let mut draft = Draft::new(
        verb,
        cue::verb_group(annotated, verb, content.preposition),
        content.sense,
        content.rule,
    );
    draft.contents = content.spans;
    draft.addressee = content.addressee;
    draft.set_source(annotated, source);
    draft.stance = stance(annotated, verb, content.sense);
    Some(draft)
}

/// A verb that the tagger took for a noun or a name but that has a clause of its own.
fn misread(annotated: &Annotated, token: usize) -> bool {
    annotated.child(token, Dep::Ccomp).is_some()
        && annotated.child(token, Dep::Nsubj).is_some()
        && !annotated
            .children(token)
            .iter()
            .any(|&child| matches!(annotated.dep(child), Dep::Det | Dep::Poss))
}

/// The entry of a verb: with its particle, with a word beside it, or alone.
pub(super) fn entry<'a>(
    reporting: &'a Reporting,
    annotated: &Annotated,
    verb: usize,
) -> Option<&'a Entry> {
    let lemma = annotated.lemma(verb).to_lowercase();
    let base = reporting.base(&lemma);
    if let Some(particle) = annotated.child(verb, Dep::Prt) {
        return reporting.verb(&format!("{base} {}", annotated.lower(particle)));
    }
    let beside = annotated
        .children(verb)
        .iter()
        .filter(|&&child| {
            matches!(
                annotated.dep(child),
                Dep::Acomp | Dep::Dobj | Dep::Oprd | Dep::Ccomp | Dep::Amod
            )
        })
        .find_map(|&child| reporting.verb(&format!("{base}+{}", annotated.lemma(child))));
    beside.or_else(|| reporting.verb(base))
}

/// The source of a content: `None` where the sentence is not one of speech after all, `Some(None)` where nobody is named.
#[expect(
    clippy::option_option,
    reason = "no speech and no source are two things"
)]
fn source_of(context: &Context, verb: usize, content: &Content) -> Option<Option<usize>> {
    let annotated = context.annotated;
    if content.rule == "raising" {
        return Some(source::passive_agent(annotated, verb));
    }
    let head = source::of_verb(annotated, verb);
    if content.sense.attitude == Attitude::Evidence
        && !head.is_some_and(|head| is_document(context, head))
    {
        return None;
    }
    let in_content = |head: usize| {
        content
            .spans
            .iter()
            .any(|span| span.contains(annotated.tokens[head].span))
    };
    let head = head.map(|head| author_of(context, verb, head));
    Some(head.filter(|&head| !in_content(head)))
}

/// Of "issued a statement saying" whoever issued it, else the noun itself.
fn author_of(context: &Context, verb: usize, head: usize) -> usize {
    let annotated = context.annotated;
    if annotated.dep(verb) != Dep::Acl {
        return head;
    }
    let around = (annotated.dep(head) == Dep::Pobj)
        .then(|| annotated.ancestors(head).nth(1))
        .flatten();
    [Some(head), around]
        .into_iter()
        .flatten()
        .filter(|&noun| is_text(context, noun))
        .find_map(|noun| noun::subject_of_light_verb(context, noun))
        .unwrap_or(head)
}

fn is_text(context: &Context, noun: usize) -> bool {
    let lemma = context.annotated.lemma(noun);
    context.reporting.is_document(lemma) || context.reporting.noun(lemma).is_some()
}

fn is_document(context: &Context, head: usize) -> bool {
    context.reporting.is_document(context.annotated.lemma(head))
}

fn stance(annotated: &Annotated, verb: usize, sense: Sense) -> Stance {
    if !cue::is_negated(annotated, verb) {
        return sense.stance;
    }
    match (sense.stance, sense.attitude) {
        (Stance::Wants, _) | (Stance::Affirms, Attitude::Thought) => Stance::Denies,
        _ => Stance::Doubts,
    }
}

/// The content of a verb by its frames, the most telling first.
fn content(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    raising(context, verb, entry)
        .or_else(|| clause(context, verb, entry))
        .or_else(|| host_clause(context, verb, entry))
        .or_else(|| for_clause(context, verb, entry))
        .or_else(|| infinitive(context, verb, entry))
        .or_else(|| taken_for(context, verb, entry))
        .or_else(|| gerund(context, verb, entry))
        .or_else(|| object(context, verb, entry))
        .or_else(|| prepositional(context, verb, entry))
}

impl Content {
    fn new(sense: Sense, spans: Vec<Span>, rule: &'static str) -> Option<Self> {
        (!spans.is_empty()).then_some(Self {
            sense,
            spans,
            addressee: None,
            preposition: None,
            rule,
        })
    }
}

/// "X is said to have gone": X and the infinitive.
fn raising(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::Raising)?;
    if !is_passive(annotated, verb) {
        return None;
    }
    let infinitive = annotated
        .children_by(verb, Dep::Xcomp)
        .find(|&child| is_infinitive(annotated, child))?;
    let mut tokens = subtree_without(annotated, infinitive, &[]);
    if let Some(subject) = annotated.child(verb, Dep::Nsubjpass) {
        tokens.extend(annotated.subtree(subject));
        tokens.sort_unstable();
    }
    Content::new(sense, pieces(annotated, &tokens), "raising")
}

/// A finite clause below the verb.
fn clause(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let sense = entry.sense(&Frame::Clause)?;
    let clause = complement(context.annotated, verb)?;
    let spans = clause_pieces(context, verb, clause);
    let mut content = Content::new(sense, spans, "clause")?;
    content.addressee = addressee(context.annotated, verb);
    Some(content)
}

/// The finite clause behind a verb, else the one before it that a comma or a quotation mark sets off.
fn complement(annotated: &Annotated, verb: usize) -> Option<usize> {
    let mut candidates = annotated
        .children(verb)
        .iter()
        .copied()
        .filter(|&child| is_finite_complement(annotated, verb, child));
    let after = candidates.clone().find(|&child| child > verb);
    after.or_else(|| candidates.find(|&child| child < verb && is_set_off(annotated, verb, child)))
}

/// Whether a comma, a dash or a quotation mark stands between a clause and the cue behind it, and no end of a sentence.
fn is_set_off(annotated: &Annotated, verb: usize, clause: usize) -> bool {
    let content = annotated.subtree(clause);
    let (first, _) = cue_clause(annotated, verb, &content);
    let last = content
        .iter()
        .copied()
        .filter(|&token| token < first && !is_blank(annotated, token))
        .max();
    let Some(last) = last else { return true };
    (last + 1..first).all(|between| !matches!(annotated.text(between), "." | ";" | ":"))
}

fn is_blank(annotated: &Annotated, token: usize) -> bool {
    extent::is_separator(annotated, token) || extent::is_mark(annotated, token)
}

fn is_finite_complement(annotated: &Annotated, verb: usize, child: usize) -> bool {
    let dep = annotated.dep(child);
    let clausal =
        dep == Dep::Ccomp || dep == Dep::Advcl && mark_is(annotated, child, "that") && child > verb;
    if !clausal || is_infinitive(annotated, child) {
        return false;
    }
    is_verb(annotated, child) || annotated.child(child, Dep::Nsubj).is_some() || child < verb
}

fn mark_is(annotated: &Annotated, verb: usize, word: &str) -> bool {
    annotated
        .children_by(verb, Dep::Mark)
        .any(|mark| annotated.lower(mark) == word)
}

fn addressee(annotated: &Annotated, verb: usize) -> Option<usize> {
    annotated
        .children(verb)
        .iter()
        .copied()
        .find(|&child| matches!(annotated.dep(child), Dep::Dobj | Dep::Dative) && child > verb)
        .map(|child| {
            if annotated.pos(child) == Pos::Adp {
                annotated.child(child, Dep::Pobj).unwrap_or(child)
            } else {
                child
            }
        })
}

/// A clause that stands before its verb ("It fell, she said") reaches back to the start of the sentence where the
/// verb's clause ends it, and goes on behind a verb that is thrown in.
fn clause_pieces(context: &Context, verb: usize, clause: usize) -> Vec<Span> {
    let annotated = context.annotated;
    let mut tokens = subtree_without(annotated, clause, &loose(annotated, verb, clause));
    if let Some(added) = extent::projecting(annotated, &context.quotations, &tokens) {
        tokens.retain(|token| added.binary_search(token).is_err());
    }
    if clause < verb {
        let first = tokens[0];
        let start = extent::sentence_start(annotated, verb);
        let (cue_first, cue_last) = cue_clause(annotated, verb, &tokens);
        let end = extent::sentence_end(annotated, verb);
        if (cue_last + 1..end).all(|token| is_blank(annotated, token))
            || plain_lead(annotated, start, first)
        {
            tokens = (start..cue_first)
                .chain(tokens.into_iter().filter(|&token| token > cue_last))
                .collect();
        }
    }
    extent::within_paragraph(annotated, verb, &mut tokens);
    pieces(annotated, &tokens)
}

/// The verb itself, and the participles that go on with the speech though the parser ties them to what is said.
fn loose(annotated: &Annotated, verb: usize, clause: usize) -> Vec<usize> {
    annotated
        .children(clause)
        .iter()
        .copied()
        .filter(|&child| source::goes_on(annotated, child))
        .chain([verb])
        .collect()
}

/// First and last token of the verb and what hangs on it, a content apart.
fn cue_clause(annotated: &Annotated, verb: usize, content: &[usize]) -> (usize, usize) {
    let start = content
        .iter()
        .copied()
        .filter(|&token| token < verb)
        .max()
        .map_or(0, |last| last + 1);
    let tokens = annotated.subtree(verb);
    let own = |token: &usize| *token >= start && content.binary_search(token).is_err();
    let first = tokens.iter().copied().find(|token| {
        own(token)
            && !extent::is_separator(annotated, *token)
            && !extent::is_mark(annotated, *token)
    });
    let last = tokens.iter().copied().rev().find(own);
    (first.unwrap_or(verb), last.unwrap_or(verb))
}

/// Whether only words that lead into a clause stand before it: no verb, no subject of the reporting verb.
fn plain_lead(annotated: &Annotated, start: usize, first: usize) -> bool {
    first - start.min(first) <= 4
        && (start..first).all(|token| {
            matches!(
                annotated.pos(token),
                Pos::Cconj | Pos::Sconj | Pos::Adv | Pos::Space | Pos::Punct | Pos::Adp
            )
        })
}

/// "The plan, he said, would fail", "as he said": the clause that the verb is thrown into.
fn host_clause(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::Clause)?;
    let head = annotated.head(verb)?;
    let thrown_in = match annotated.dep(verb) {
        Dep::Parataxis => true,
        Dep::Ccomp | Dep::Advcl => mark_is(annotated, verb, "as") || set_off(annotated, verb),
        _ => false,
    };
    let bare = annotated.children(verb).iter().all(|&child| {
        !matches!(
            annotated.dep(child),
            Dep::Dobj | Dep::Ccomp | Dep::Xcomp | Dep::Prep
        ) || child < verb
    });
    if !thrown_in || !bare || own_subject_missing(annotated, verb) {
        return None;
    }
    let mut tokens = subtree_without(annotated, head, &[verb]);
    extent::within_paragraph(annotated, verb, &mut tokens);
    Content::new(sense, pieces(annotated, &tokens), "host-clause")
}

fn own_subject_missing(annotated: &Annotated, verb: usize) -> bool {
    annotated.child(verb, Dep::Nsubj).is_none()
}

/// Between commas, or behind one at the end.
fn set_off(annotated: &Annotated, verb: usize) -> bool {
    let tokens = annotated.subtree(verb);
    let (Some(&first), Some(&last)) = (tokens.first(), tokens.last()) else {
        return false;
    };
    let separator = |token: usize| {
        annotated.tokens.get(token).is_none_or(|_| {
            extent::is_separator(annotated, token) || extent::is_mark(annotated, token)
        })
    };
    first > 0 && separator(first - 1) && separator(last + 1) && last - first < 10
}

/// "Called for the bill to be dropped".
fn for_clause(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.preposition("for")?;
    let clause = annotated.children(verb).iter().copied().find(|&child| {
        child > verb
            && matches!(annotated.dep(child), Dep::Advcl | Dep::Ccomp | Dep::Xcomp)
            && is_infinitive(annotated, child)
            && mark_is(annotated, child, "for")
    })?;
    let mark = annotated.child(clause, Dep::Mark)?;
    let tokens = subtree_without(annotated, clause, &[mark]);
    let mut content = Content::new(sense, pieces(annotated, &tokens), "for-clause")?;
    content.preposition = Some(mark);
    Some(content)
}

/// Own infinitive, or somebody and what he is to do.
fn infinitive(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let clause = annotated.children(verb).iter().copied().find(|&child| {
        matches!(annotated.dep(child), Dep::Xcomp | Dep::Ccomp | Dep::Advcl)
            && child > verb
            && is_infinitive(annotated, child)
    })?;
    let told = annotated.children(verb).iter().copied().find(|&child| {
        matches!(annotated.dep(child), Dep::Dobj | Dep::Dative) && child > verb && child < clause
    });
    let on = annotated.children_by(verb, Dep::Prep).find(|&child| {
        matches!(annotated.lower(child), "on" | "for" | "to" | "with") && child < clause
    });
    let subject = annotated.child(clause, Dep::Nsubj);
    let passive = is_passive(annotated, verb);
    let ordered = told.is_some() || on.is_some() || subject.is_some() || passive;
    if annotated.dep(clause) == Dep::Advcl && !(ordered && entry.sense(&Frame::Order).is_some()) {
        return None;
    }
    let sense = entry.sense(if ordered {
        &Frame::Order
    } else {
        &Frame::Infinitive
    })?;
    let mut tokens = subtree_without(annotated, clause, &[]);
    let addressee = told
        .or(subject)
        .or_else(|| on.and_then(|on| annotated.child(on, Dep::Pobj)));
    if let Some(told) = addressee.filter(|&told| told < clause) {
        tokens.extend(annotated.subtree(told));
        tokens.sort_unstable();
        tokens.dedup();
    }
    if passive {
        tokens.extend(
            annotated
                .child(verb, Dep::Nsubjpass)
                .map(|told| annotated.subtree(told))
                .unwrap_or_default(),
        );
        tokens.sort_unstable();
        tokens.dedup();
    }
    let mut content = Content::new(
        sense,
        pieces(annotated, &tokens),
        if ordered { "order" } else { "infinitive" },
    )?;
    content.addressee = addressee.or_else(|| {
        passive
            .then(|| annotated.child(verb, Dep::Nsubjpass))
            .flatten()
    });
    content.preposition = on;
    Some(content)
}

/// "called it a lie", "described it as a lie".
fn taken_for(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::As)?;
    let children = annotated.children(verb);
    let by = |dep: Dep| {
        children
            .iter()
            .copied()
            .find(|&child| annotated.dep(child) == dep && child > verb)
    };
    let as_phrase = children.iter().copied().find(|&child| {
        annotated.dep(child) == Dep::Prep && annotated.lower(child) == "as" && child > verb
    });
    let small = by(Dep::Ccomp)
        .filter(|&child| !is_verb(annotated, child) || annotated.lower(child) == "being");
    let passive = is_passive(annotated, verb);
    let taken = as_phrase
        .or_else(|| by(Dep::Oprd))
        .or(small)
        .or_else(|| by(Dep::Xcomp).filter(|&child| !is_infinitive(annotated, child)));
    let taken = taken.or_else(|| by(Dep::Acomp))?;
    let mut tokens = annotated.subtree(taken);
    let what = by(Dep::Dobj).or_else(|| {
        passive
            .then(|| annotated.child(verb, Dep::Nsubjpass))
            .flatten()
    });
    let to = children
        .iter()
        .copied()
        .find(|&child| annotated.dep(child) == Dep::Prep && annotated.lower(child) == "to")
        .and_then(|to| annotated.child(to, Dep::Pobj));
    let unsaid = passive && source::passive_agent(annotated, verb).is_none();
    let names = matches!(
        annotated.lemma(verb),
        "call" | "name" | "title" | "dub" | "term"
    );
    if unsaid && (names || !is_quoted(context, &tokens)) {
        return None;
    }
    tokens.extend(
        what.or(to)
            .map(|what| annotated.subtree(what))
            .unwrap_or_default(),
    );
    tokens.sort_unstable();
    tokens.dedup();
    Content::new(sense, pieces(annotated, &tokens), "as")
}

fn is_quoted(context: &Context, tokens: &[usize]) -> bool {
    tokens
        .iter()
        .any(|&token| extent::is_mark(context.annotated, token))
}

fn gerund(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let sense = entry.sense(&Frame::Gerund)?;
    let clause = annotated.children(verb).iter().copied().find(|&child| {
        matches!(annotated.dep(child), Dep::Xcomp | Dep::Ccomp)
            && annotated.tag(child) == Tag::Vbg
            && child > verb
    })?;
    Content::new(
        sense,
        pieces(annotated, &annotated.subtree(clause)),
        "gerund",
    )
}

/// A noun phrase, with what is said of it in a phrase with "for", "as", "over".
fn object(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    let passive = is_passive(annotated, verb);
    let object = if passive {
        source::passive_agent(annotated, verb)?;
        annotated.child(verb, Dep::Nsubjpass)?
    } else {
        annotated
            .children_by(verb, Dep::Dobj)
            .find(|&child| child > verb)?
    };
    let mut tokens = restricted(annotated, object);
    let (sense, rule) = object_sense(context, entry, &tokens)?;
    let idle = matches!(annotated.tag(object), Tag::Wdt | Tag::Wp)
        || matches!(
            annotated.lower(object),
            "so" | "that"
                | "this"
                | "something"
                | "anything"
                | "nothing"
                | "himself"
                | "herself"
                | "themselves"
                | "itself"
        );
    if idle || is_addressed_quotation(context, rule, object) {
        return None;
    }
    for preposition in annotated
        .children_by(verb, Dep::Prep)
        .filter(|&child| child > object)
    {
        if matches!(
            annotated.lower(preposition),
            "for" | "as" | "over" | "on" | "of"
        ) && preposition == tokens.last().copied().unwrap_or(object) + 1
        {
            tokens.extend(annotated.subtree(preposition));
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    Content::new(sense, pieces(annotated, &tokens), rule)
}

fn is_addressed_quotation(context: &Context, rule: &str, object: usize) -> bool {
    rule == "quoted" && context.annotated.pos(object) == Pos::Pron
}

fn object_sense(
    context: &Context,
    entry: &Entry,
    tokens: &[usize],
) -> Option<(Sense, &'static str)> {
    let plain = entry.sense(&Frame::Object).map(|sense| (sense, "object"));
    let shown = || {
        entry
            .sense(&Frame::EvidenceObject)
            .map(|sense| (sense, "evidence-object"))
    };
    let quoted = || {
        entry
            .sense(&Frame::Quoted)
            .filter(|_| is_quoted(context, tokens))
            .map(|sense| (sense, "quoted"))
    };
    let likened = || {
        entry
            .sense(&Frame::ObjectTo)
            .map(|sense| (sense, "object-to"))
    };
    plain.or_else(quoted).or_else(shown).or_else(likened)
}

/// The object of a preposition: "warned of a crisis".
fn prepositional(context: &Context, verb: usize, entry: &Entry) -> Option<Content> {
    let annotated = context.annotated;
    for preposition in annotated
        .children_by(verb, Dep::Prep)
        .filter(|&child| child > verb)
    {
        let Some(sense) = entry.preposition(annotated.lower(preposition)) else {
            continue;
        };
        let below = annotated
            .children(preposition)
            .iter()
            .copied()
            .find(|&child| matches!(annotated.dep(child), Dep::Pobj | Dep::Pcomp));
        let Some(below) = below.filter(|&below| !is_setting(annotated, below)) else {
            continue;
        };
        let spans = pieces(annotated, &restricted(annotated, below));
        let mut content = Content::new(sense, spans, "prepositional")?;
        content.preposition = Some(preposition);
        content.addressee = annotated.child(verb, Dep::Dobj);
        return Some(content);
    }
    None
}

/// A phrase without the relative clauses and appositions that a comma sets off from the noun at its head.
fn restricted(annotated: &Annotated, head: usize) -> Vec<usize> {
    let loose: Vec<usize> = annotated
        .children(head)
        .iter()
        .copied()
        .filter(|&child| matches!(annotated.dep(child), Dep::Relcl) && child > head)
        .filter(|&child| {
            let first = annotated.subtree(child)[0];
            first > 0 && annotated.lower(first - 1) == ","
        })
        .collect();
    subtree_without(annotated, head, &loose)
}

/// When or by what channel somebody speaks: "on Monday", "on the phone", "on television".
fn is_setting(annotated: &Annotated, noun: usize) -> bool {
    const CHANNELS: &[&str] = &[
        "phone",
        "telephone",
        "television",
        "tv",
        "radio",
        "twitter",
        "facebook",
        "air",
        "line",
        "program",
        "show",
        "record",
        "behalf",
        "occasion",
        "condition",
    ];
    let name = annotated
        .names
        .partition_point(|name| name.tokens.end <= noun);
    let timed = annotated.names.get(name).is_some_and(|name| {
        name.tokens.contains(&noun) && matches!(name.label, NameLabel::Date | NameLabel::Time)
    });
    timed || CHANNELS.contains(&annotated.lower(noun))
}
