//! The article as a node, the phrases in it, and whom they mean.

use super::label::{date_basis_name, form_name, kind_name, timex_name};
use super::triples::Triples;
use super::vocabulary as v;
use super::{ArticleIris, GraphOptions, kind_segment, normalised_name};
use crate::extract::Facts;
use crate::knowledge::world::EntityKind;
use crate::resolve::{DateBasis, Entity, EntityId, Mention, Resolved, TimeExpression};
use crate::span::Span;

/// Writes the graph of an article part by part.
pub(super) struct ArticleWriter<'facts> {
    pub(super) facts: &'facts Facts,
    pub(super) iris: &'facts ArticleIris<'facts>,
    pub(super) options: &'facts GraphOptions<'facts>,
    pub(super) triples: Triples,
}

impl<'facts> ArticleWriter<'facts> {
    pub(super) fn resolved(&self) -> &'facts Resolved {
        &self.facts.resolved
    }

    /// The article itself: what it is, when it was published, its text, what made the graph.
    pub(super) fn article(&mut self) {
        let document = &self.resolved().annotated.document;
        let article = self.iris.article.as_str();
        let triples = &mut self.triples;
        triples.class(article, v::NEWS_ARTICLE);
        triples.class(article, v::NIF_CONTEXT);
        triples.label(article, document.title.as_deref().unwrap_or(&document.id));
        triples.text(article, v::IDENTIFIER, &document.id);
        triples.text(article, v::SHA256, &document.text_sha256());
        triples.text_if(article, v::URL, document.url.as_deref());
        triples.text_if(article, v::PUBLISHER, document.source.as_deref());
        if let Some(title) = &document.title {
            triples.english(article, v::HEADLINE, title);
        }
        triples.count(article, v::NIF_BEGIN, 0);
        triples.count(
            article,
            v::NIF_END,
            self.iris.offsets.at(document.text.len()),
        );
        if self.options.with_text {
            triples.text(article, v::NIF_IS_STRING, &document.text);
        }
        self.publication();
        self.activity();
    }

    fn publication(&mut self) {
        let published = self.resolved().published;
        let article = self.iris.article.as_str();
        let triples = &mut self.triples;
        triples.text(article, v::DATE_BASIS, date_basis_name(published.basis));
        triples.day_if(article, v::DATE_PUBLISHED, published.value);
        triples.day_if(article, v::EARLIEST, published.earliest);
        triples.day_if(article, v::LATEST, published.latest);
        let inferred = published.basis == DateBasis::Inferred;
        triples.boolean(article, v::DATE_PUBLISHED_INFERRED, inferred);
    }

    fn activity(&mut self) {
        let version = env!("CARGO_PKG_VERSION");
        let activity = format!("{}version/{version}", self.options.base);
        self.triples.class(&activity, v::ACTIVITY);
        self.triples
            .label(&activity, &format!("newsgraph {version}"));
        self.triples
            .link(&self.iris.article, v::WAS_GENERATED_BY, &activity);
    }

    /// A phrase as a node, however often it is asked for; gives its IRI.
    pub(super) fn phrase(&mut self, span: Span) -> String {
        let iri = self.iris.phrase(span);
        let (start, end) = self.iris.offsets.span(span);
        let words = span.of(&self.resolved().annotated.document.text);
        let triples = &mut self.triples;
        triples.class(&iri, v::NIF_PHRASE);
        triples.count(&iri, v::NIF_BEGIN, start);
        triples.count(&iri, v::NIF_END, end);
        triples.text(&iri, v::NIF_ANCHOR, words);
        triples.link(&iri, v::NIF_REFERENCE, &self.iris.article);
        iri
    }

    /// A link from a thing to a phrase.
    pub(super) fn phrase_of(&mut self, thing: &str, property: &str, span: Span) {
        let phrase = self.phrase(span);
        self.triples.link(thing, property, &phrase);
    }

    /// The mentions and what they mean.
    pub(super) fn mentions(&mut self) {
        for mention in &self.resolved().mentions {
            self.mention(mention);
        }
    }

    fn mention(&mut self, mention: &Mention) {
        let phrase = self.phrase(mention.span);
        self.triples.text(&phrase, v::FORM, form_name(mention.form));
        self.phrase_of(&phrase, v::HEAD, mention.head);
        for &entity in &mention.entities {
            let entity = self.iris.entity(entity);
            self.triples.link(entity, v::DENOTED_BY, &phrase);
        }
    }

    /// The entities, as far as this article tells of them.
    pub(super) fn entities(&mut self) {
        for (index, entity) in self.resolved().entities.iter().enumerate() {
            self.entity(self.iris.entity(EntityId(index)), entity);
        }
    }

    // One that the tables know is described once, in the graph of world knowledge: what stood in
    // every article's graph would come out of a query once for each of them.
    fn entity(&mut self, iri: &str, entity: &Entity) {
        let record = entity.record.map(|id| self.options.world.record(id));
        if record.is_none() {
            self.unknown_entity(iri, entity);
        }
        let known = record.as_ref();
        let (sector, state) = (entity.sector.as_deref(), entity.state.as_deref());
        if known.and_then(|record| record.sector) != sector {
            self.triples.text_if(iri, v::SECTOR, sector);
        }
        if entity.kind != EntityKind::State && known.and_then(|record| record.state) != state {
            self.state_link(iri, v::OF_STATE, state);
        }
    }

    fn unknown_entity(&mut self, iri: &str, entity: &Entity) {
        let triples = &mut self.triples;
        for class in classes(entity.kind) {
            triples.class(iri, &class);
        }
        triples.label(iri, &entity.label);
        for same in &entity.same_as {
            triples.link(iri, v::SAME_AS, same);
        }
        if !entity.unnamed {
            let name = normalised_name(&entity.label);
            let key = format!("{}/{name}", kind_segment(entity.kind));
            triples.text(iri, v::NAME_KEY, &key);
        }
    }

    /// A link to the state of a code.
    pub(super) fn state_link(&mut self, thing: &str, property: &str, code: Option<&str>) {
        if let Some(state) = code.and_then(|code| self.options.state_iri(code)) {
            self.triples.link(thing, property, &state);
        }
    }

    /// The time expressions.
    pub(super) fn times(&mut self) {
        for time in &self.resolved().times {
            self.time(time);
        }
    }

    fn time(&mut self, time: &TimeExpression) {
        let phrase = self.phrase(time.span);
        let triples = &mut self.triples;
        triples.class(&phrase, v::TIME_EXPRESSION);
        triples.text(&phrase, v::TIMEX_TYPE, timex_name(time.kind));
        triples.text(&phrase, v::TIMEX_VALUE, &time.value);
        triples.text_if(&phrase, v::TIMEX_MOD, time.modifier);
        triples.day_if(&phrase, v::EARLIEST, time.earliest);
        triples.day_if(&phrase, v::LATEST, time.latest);
    }
}

/// The class of a kind of entity and what is above it.
pub(super) fn classes(kind: EntityKind) -> [String; 2] {
    let own = format!("{}{}", v::NG, kind_name(kind));
    let above = match kind {
        EntityKind::Person => v::SCHEMA_PERSON,
        EntityKind::State => v::SCHEMA_COUNTRY,
        EntityKind::Government
        | EntityKind::Organisation
        | EntityKind::IntergovernmentalOrganisation
        | EntityKind::PoliticalParty
        | EntityKind::ArmedGroup
        | EntityKind::MilitaryForce
        | EntityKind::Company
        | EntityKind::MediaOutlet
        | EntityKind::Group => v::ORGANIZATION,
        EntityKind::City | EntityKind::Region | EntityKind::Place => v::SCHEMA_PLACE,
        EntityKind::Post => v::ORG_POST,
        EntityKind::NamedEvent => v::SCHEMA_EVENT,
        EntityKind::Document => v::SCHEMA_CREATIVE_WORK,
    };
    [own, above.to_owned()]
}
