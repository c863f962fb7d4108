//! Situations, claims, facts and quantities as nodes.

use std::collections::BTreeSet;

use super::article::ArticleWriter;
use super::label::{role_name, stance_name, status_name, time_basis_name};
use super::vocabulary as v;
use crate::extract::{
    Claim, ClaimId, EntityFact, Participant, Quantity, Role, Situation, SituationId, Status,
};
use crate::resolve::{EntityId, Stance};
use crate::span::Span;

impl ArticleWriter<'_> {
    /// What the article speaks of.
    pub(super) fn situations(&mut self) {
        for (index, situation) in self.facts.situations.iter().enumerate() {
            let iri = self.iris.situation(SituationId(index));
            self.situation(iri, situation);
            self.participants(iri, situation);
            self.key(iri, situation);
            self.when_and_where(iri, situation);
            self.links(iri, situation);
            self.provenance(iri, situation.evidence, &situation.rule);
        }
    }

    fn situation(&mut self, iri: &str, situation: &Situation) {
        let event_type = format!("{}{}", v::TYPE, situation.event_type);
        let status = format!("{}{}", v::NG, status_name(situation.status));
        let triples = &mut self.triples;
        triples.class(iri, v::SITUATION);
        triples.label(iri, &situation.label);
        triples.link(iri, v::STATUS, &status);
        triples.link(iri, v::EVENT_TYPE, &event_type);
        triples.text_if(iri, v::MODE, situation.mode.as_deref());
        triples.text_if(iri, v::CAMEO, situation.cameo.as_deref());
        for context in &situation.contexts {
            triples.text(iri, v::CONTEXT, context);
        }
        if situation.status == Status::Asserted {
            triples.class(iri, v::SEM_EVENT);
            triples.link(iri, v::SEM_EVENT_TYPE, &event_type);
        }
        for &trigger in &situation.triggers {
            self.phrase_of(iri, v::DENOTED_BY, trigger);
        }
    }

    fn participants(&mut self, iri: &str, situation: &Situation) {
        for participant in &situation.participants {
            let entity = self.iris.entity(participant.entity);
            let role = format!("{}{}", v::NG, role_name(participant.role));
            self.triples.link(iri, &role, entity);
            let state = participant.state.as_deref();
            let acts = match participant.role {
                Role::Agent => {
                    self.state_link(iri, v::AGENT_STATE, state);
                    true
                }
                Role::Addressee | Role::Target | Role::Beneficiary => {
                    self.triples.link(iri, v::RECIPIENT, entity);
                    self.state_link(iri, v::RECIPIENT_STATE, state);
                    true
                }
                role => role == Role::Participant,
            };
            if acts && situation.status == Status::Asserted {
                self.triples.link(iri, v::SEM_HAS_ACTOR, entity);
            }
        }
    }

    // Class, agent state, recipient state: one key for each pair.
    fn key(&mut self, iri: &str, situation: &Situation) {
        let Some(class) = &situation.class else {
            return;
        };
        let agents = states(&situation.participants, &[Role::Agent]);
        let recipients = states(
            &situation.participants,
            &[Role::Addressee, Role::Target, Role::Beneficiary],
        );
        for agent in &agents {
            for recipient in &recipients {
                let key = format!("{}key/{class}.{agent}.{recipient}", self.options.base);
                self.triples.link(iri, v::KEY, &key);
            }
        }
    }

    fn when_and_where(&mut self, iri: &str, situation: &Situation) {
        let asserted = situation.status == Status::Asserted;
        if let Some(place) = situation.place {
            let place = self.iris.entity(place);
            self.triples.link(iri, v::PLACE, place);
            if asserted {
                self.triples.link(iri, v::SEM_HAS_PLACE, place);
            }
        }
        let Some(time) = &situation.time else {
            return;
        };
        self.triples
            .text(iri, v::TIME_BASIS, time_basis_name(time.basis));
        self.triples.day_if(iri, v::EARLIEST, time.earliest);
        self.triples.day_if(iri, v::LATEST, time.latest);
        if asserted {
            self.triples.day_if(iri, v::SEM_EARLIEST, time.earliest);
            self.triples.day_if(iri, v::SEM_LATEST, time.latest);
        }
        if let Some(index) = time.expression {
            let span = self.resolved().times[index].span;
            self.phrase_of(iri, v::TIME_EXPRESSION_OF, span);
        }
    }

    fn links(&mut self, iri: &str, situation: &Situation) {
        let links = [
            (v::CONTENT, &situation.content),
            (v::CONDITIONAL_ON, &situation.conditional_on),
            (v::BY_MEANS_OF, &situation.by_means_of),
            (v::PURPOSE, &situation.purpose),
            (v::PART_OF, &situation.part_of),
            (v::SAME_PROPOSITION, &situation.same_proposition),
        ];
        for (property, others) in links {
            for &other in others {
                self.triples.link(iri, property, self.iris.situation(other));
            }
        }
    }

    // Where it stands, the exact words, which rule made it.
    fn provenance(&mut self, iri: &str, evidence: Span, rule: &str) {
        self.triples.link(iri, v::IN_ARTICLE, &self.iris.article);
        self.triples.text(iri, v::RULE, rule);
        if !evidence.is_empty() {
            self.phrase_of(iri, v::EVIDENCE, evidence);
        }
    }

    /// What sources hold.
    pub(super) fn claims(&mut self) {
        for (index, claim) in self.facts.claims.iter().enumerate() {
            let iri = self.iris.claim(ClaimId(index));
            self.claim(iri, claim);
            self.sources(iri, claim);
            self.claim_phrases(iri, claim);
        }
    }

    fn claim(&mut self, iri: &str, claim: &Claim) {
        let stance = format!("{}{}", v::NG, stance_name(claim.stance));
        let label = self.claim_label(claim);
        self.triples.class(iri, v::CLAIM);
        self.triples.class(iri, v::SCHEMA_CLAIM);
        self.triples.label(iri, &label);
        self.triples.link(iri, v::STANCE, &stance);
        if let Some(outer) = claim.within {
            self.triples.link(iri, v::WITHIN, self.iris.claim(outer));
        }
        for &about in &claim.about {
            self.triples.link(iri, v::ABOUT, self.iris.situation(about));
        }
        let evidence = claim.contents.iter().copied().reduce(Span::cover);
        self.provenance(iri, evidence.or(claim.cue).unwrap_or_default(), &claim.rule);
    }

    // "Anna Berg affirms: the talks have failed"
    fn claim_label(&self, claim: &Claim) -> String {
        const LONGEST: usize = 80;
        let names: Vec<&str> = claim
            .sources
            .iter()
            .map(|&id| self.resolved().entity(id).label.as_str())
            .collect();
        let source = match (names.is_empty(), claim.by_article) {
            (_, true) => "the article".to_owned(),
            (true, false) => "somebody".to_owned(),
            (false, false) => names.join(" and "),
        };
        let text = &self.resolved().annotated.document.text;
        let words = claim.contents.first().map_or("", |span| span.of(text));
        let mut words: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.chars().count() > LONGEST {
            words = words.chars().take(LONGEST - 1).collect::<String>() + "…";
        }
        let stance = stance_name(claim.stance);
        format!("{source} {stance}: {words}")
    }

    fn sources(&mut self, iri: &str, claim: &Claim) {
        let mut holders: Vec<&str> = Vec::new();
        if claim.by_article {
            holders.push(&self.iris.article);
        } else {
            holders.extend(
                claim
                    .sources
                    .iter()
                    .map(|&EntityId(id)| self.iris.entity(EntityId(id))),
            );
        }
        if holders.is_empty() {
            self.triples.boolean(iri, v::SOURCE_UNKNOWN, true);
        }
        for &speaker in &claim.speakers {
            self.triples
                .link(iri, v::SPEAKER, self.iris.entity(speaker));
        }
        for holder in holders {
            self.triples.link(iri, v::SOURCE, holder);
            let Some(shortcut) = shortcut(claim.stance) else {
                continue;
            };
            for &about in &claim.about {
                self.triples
                    .link(self.iris.situation(about), shortcut, holder);
            }
        }
    }

    fn claim_phrases(&mut self, iri: &str, claim: &Claim) {
        if let Some(cue) = claim.cue {
            self.phrase_of(iri, v::CUE, cue);
        }
        let lists = [
            (v::SOURCE_MENTION, &claim.source_mentions),
            (v::CONTENT_SPAN, &claim.contents),
            (v::QUOTE_SPAN, &claim.quotes),
        ];
        for (property, spans) in lists {
            for &span in spans {
                self.phrase_of(iri, property, span);
            }
        }
    }

    /// What the article states of entities.
    pub(super) fn facts(&mut self) {
        for fact in &self.facts.facts {
            self.fact(fact);
        }
    }

    fn fact(&mut self, fact: &EntityFact) {
        let (subject, object) = (
            self.iris.entity(fact.subject),
            self.iris.entity(fact.object),
        );
        let iri = self.iris.fact(self.options.base, fact);
        let predicate = format!("{}{}", v::NG, fact.predicate);
        self.triples.class(&iri, v::FACT);
        self.triples.link(&iri, v::SUBJECT, subject);
        self.triples.link(&iri, v::PREDICATE, &predicate);
        self.triples.link(&iri, v::OBJECT, object);
        self.triples.link(subject, &predicate, object);
        self.provenance(&iri, fact.evidence, fact.rule);
    }

    /// Numbers with their units.
    pub(super) fn quantities(&mut self) {
        for quantity in &self.facts.quantities {
            self.quantity(quantity);
        }
    }

    fn quantity(&mut self, quantity: &Quantity) {
        let phrase = self.phrase(quantity.span);
        let triples = &mut self.triples;
        triples.class(&phrase, v::QUANTITY_CLASS);
        triples.number_if(&phrase, v::VALUE, quantity.value);
        triples.number_if(&phrase, v::MIN_VALUE, quantity.min);
        triples.number_if(&phrase, v::MAX_VALUE, quantity.max);
        triples.text(&phrase, v::UNIT, &quantity.unit);
        triples.boolean(&phrase, v::APPROXIMATE, quantity.approximate);
        if let Some(situation) = quantity.situation {
            triples.link(self.iris.situation(situation), v::QUANTITY, &phrase);
        }
    }
}

fn shortcut(stance: Stance) -> Option<&'static str> {
    match stance {
        Stance::Affirms => Some(v::AFFIRMED_BY),
        Stance::Denies => Some(v::DENIED_BY),
        Stance::Wants => Some(v::WANTED_BY),
        Stance::Doubts => None,
    }
}

// Codes of the states that act in some roles, `none` where there is none.
fn states<'facts>(participants: &'facts [Participant], roles: &[Role]) -> BTreeSet<&'facts str> {
    let mut states: BTreeSet<&str> = participants
        .iter()
        .filter(|participant| roles.contains(&participant.role))
        .map(|participant| participant.state.as_deref().unwrap_or("none"))
        .collect();
    if states.is_empty() {
        states.insert("none");
    }
    states
}
