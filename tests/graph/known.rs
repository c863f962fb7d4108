//! Three invented articles whose facts are known to the last, as graphs.

use std::sync::LazyLock;

use newsgraph::Span;
use newsgraph::extract::{
    Claim, ClaimId, EntityFact, Facts, Participant, Quantity, Role, Situation, SituationId,
    SituationTime, Status, TimeBasis,
};
use newsgraph::graph::{DEFAULT_BASE, GraphOptions, article_graph};
use newsgraph::knowledge::{Knowledge, World, world::EntityKind};
use newsgraph::read::{Document, day};
use newsgraph::resolve::{
    DateBasis, Entity, EntityId, Form, Mention, MentionId, Published, Stance, TimeExpression,
    TimexType,
};
use newsgraph::store::{Graphs, complete};

/// Facts in the making; places are found by their words.
pub(crate) struct Draft {
    pub facts: Facts,
}

impl Draft {
    pub(crate) fn new(id: &str, date: &str, source: &str, text: &str) -> Self {
        let mut document = Document::new(id, text);
        document.date = day(date);
        document.source = Some(source.to_owned());
        document.title = Some(format!("Headline of {id}"));
        let mut facts = Facts::default();
        facts.resolved.published = Published {
            value: document.date,
            earliest: document.date,
            latest: document.date,
            basis: DateBasis::Given,
        };
        facts.resolved.annotated.document = document;
        Self { facts }
    }

    fn span(&self, words: &str) -> Span {
        let text = &self.facts.resolved.annotated.document.text;
        let start = text
            .find(words)
            .unwrap_or_else(|| panic!("`{words}` is not in the text"));
        Span::new(start, start + words.len())
    }

    pub(crate) fn entity(
        &mut self,
        kind: EntityKind,
        key: &str,
        label: &str,
        state: &str,
    ) -> EntityId {
        self.facts.resolved.entities.push(Entity {
            record: None,
            key: key.to_owned(),
            kind,
            label: label.to_owned(),
            state: (!state.is_empty()).then(|| state.to_owned()),
            sector: (kind == EntityKind::Person).then(|| "GOV".to_owned()),
            gender: None,
            plural: false,
            unnamed: false,
            same_as: Vec::new(),
        });
        let id = EntityId(self.facts.resolved.entities.len() - 1);
        self.mention(label, id);
        id
    }

    fn mention(&mut self, words: &str, entity: EntityId) -> MentionId {
        let span = self.span(words);
        self.facts.resolved.mentions.push(Mention {
            span,
            head: span,
            head_token: 0,
            form: Form::Name,
            kind: self.facts.resolved.entities[entity.0].kind,
            entities: vec![entity],
            boilerplate: false,
            rule: "test",
        });
        MentionId(self.facts.resolved.mentions.len() - 1)
    }

    pub(crate) fn situation(
        &mut self,
        event_type: &str,
        class: &str,
        status: Status,
        trigger: &str,
        evidence: &str,
    ) -> SituationId {
        let situation = Situation {
            event_type: event_type.to_owned(),
            class: (!class.is_empty()).then(|| class.to_owned()),
            label: evidence.to_owned(),
            status,
            triggers: vec![self.span(trigger)],
            evidence: self.span(evidence),
            rule: format!("test/{event_type}"),
            ..Situation::default()
        };
        self.facts.situations.push(situation);
        SituationId(self.facts.situations.len() - 1)
    }

    pub(crate) fn role(&mut self, situation: SituationId, role: Role, entity: EntityId) {
        let state = self.facts.resolved.entities[entity.0].state.clone();
        let mention = Some(MentionId(entity.0));
        self.facts.situations[situation.0]
            .participants
            .push(Participant {
                role,
                entity,
                mention,
                state,
            });
    }

    pub(crate) fn on(&mut self, situation: SituationId, date: &str) {
        self.facts.situations[situation.0].time = Some(SituationTime {
            value: Some(date.to_owned()),
            earliest: day(date),
            latest: day(date),
            basis: TimeBasis::Stated,
            expression: None,
        });
    }

    pub(crate) fn time(&mut self, words: &str, value: &str) {
        let span = self.span(words);
        self.facts.resolved.times.push(TimeExpression {
            span,
            tokens: 0..1,
            kind: TimexType::Date,
            value: value.to_owned(),
            modifier: None,
            earliest: day(value),
            latest: day(value),
        });
    }

    pub(crate) fn claim(
        &mut self,
        source: Option<EntityId>,
        stance: Stance,
        about: SituationId,
        cue: &str,
        content: &str,
    ) -> ClaimId {
        self.facts.claims.push(Claim {
            sources: source.into_iter().collect(),
            speakers: source.into_iter().collect(),
            stance,
            about: vec![about],
            source_mentions: Vec::new(),
            cue: Some(self.span(cue)),
            contents: vec![self.span(content)],
            rule: "test/claim".to_owned(),
            ..Claim::default()
        });
        ClaimId(self.facts.claims.len() - 1)
    }
}

/// A threat with a condition, a meeting, a denial.
pub(crate) fn threat() -> Facts {
    let mut draft = Draft::new(
        "threat",
        "2021-12-10",
        "Example Wire",
        "Norway threatened to close the border if Sweden sends troops. Anna Berg met Lars Holm in Oslo on Friday. \
         “We will answer,” Berg’s office said. The Stockholm ministry denied that it had moved 300 soldiers to the frontier.",
    );
    let norway = draft.entity(EntityKind::State, "norway", "Norway", "NOR");
    let sweden = draft.entity(EntityKind::State, "sweden", "Sweden", "SWE");
    let berg = draft.entity(EntityKind::Person, "test-anna-berg", "Anna Berg", "NOR");
    let holm = draft.entity(EntityKind::Person, "test-lars-holm", "Lars Holm", "SWE");
    let oslo = draft.entity(EntityKind::City, "oslo", "Oslo", "NOR");
    let ministry = draft.entity(
        EntityKind::Organisation,
        "test-ministry",
        "The Stockholm ministry",
        "SWE",
    );
    let threaten = draft.situation(
        "threaten",
        "THREATEN",
        Status::Asserted,
        "threatened",
        "Norway threatened to close the border if Sweden sends troops",
    );
    draft.role(threaten, Role::Agent, norway);
    draft.role(threaten, Role::Addressee, sweden);
    draft.on(threaten, "2021-12-10");
    let close = draft.situation(
        "restrict",
        "COERCE",
        Status::Hypothetical,
        "close",
        "close the border",
    );
    draft.role(close, Role::Agent, norway);
    draft.role(close, Role::Target, sweden);
    let send = draft.situation(
        "deploy-troops",
        "MOBILIZE",
        Status::Hypothetical,
        "sends",
        "Sweden sends troops",
    );
    draft.role(send, Role::Agent, sweden);
    draft.facts.situations[threaten.0].content.push(close);
    draft.facts.situations[close.0].conditional_on.push(send);
    let meet = draft.situation(
        "meet",
        "CONSULT",
        Status::Asserted,
        "met",
        "Anna Berg met Lars Holm in Oslo on Friday",
    );
    draft.role(meet, Role::Agent, berg);
    draft.role(meet, Role::Addressee, holm);
    draft.on(meet, "2021-12-10");
    draft.facts.situations[meet.0].place = Some(oslo);
    draft.time("on Friday", "2021-12-10");
    let moved = draft.situation(
        "deploy-troops",
        "MOBILIZE",
        Status::Denied,
        "moved",
        "it had moved 300 soldiers to the frontier",
    );
    draft.role(moved, Role::Agent, sweden);
    draft.claim(
        Some(ministry),
        Stance::Denies,
        moved,
        "denied",
        "it had moved 300 soldiers to the frontier",
    );
    let soldiers = draft.span("300 soldiers");
    draft.facts.quantities.push(Quantity {
        span: soldiers,
        value: Some(300.0),
        min: None,
        max: None,
        approximate: false,
        unit: "troops".to_owned(),
        situation: Some(moved),
    });
    let answer = draft.situation("respond", "", Status::Future, "answer", "We will answer");
    draft.role(answer, Role::Agent, berg);
    let said = draft.claim(
        Some(berg),
        Stance::Affirms,
        answer,
        "said",
        "We will answer",
    );
    let quote = draft.span("We will answer");
    draft.facts.claims[said.0].quotes.push(quote);
    let evidence = draft.span("Anna Berg met Lars Holm");
    draft.facts.facts.push(EntityFact {
        subject: oslo,
        predicate: "capitalOf",
        object: norway,
        evidence,
        rule: "test/capital",
    });
    draft.facts
}

/// What was threatened happens; an accusation, a demand, sanctions, mediation.
pub(crate) fn closure() -> Facts {
    let mut draft = Draft::new(
        "closure",
        "2021-12-20",
        "Nordic Daily",
        "Norway closed the border on Monday. Sweden accused Norway of a breach of treaty and imposed sanctions on Berg Shipping. \
         Finland hosted talks between Norway and Sweden. Protesters rallied in Oslo; police arrested 12 people. \
         The alliance urged Norway to reopen the crossing. Reportedly, Sweden moved soldiers to the frontier.",
    );
    let norway = draft.entity(EntityKind::State, "norway", "Norway", "NOR");
    let sweden = draft.entity(EntityKind::State, "sweden", "Sweden", "SWE");
    let finland = draft.entity(EntityKind::State, "finland", "Finland", "FIN");
    let shipping = draft.entity(
        EntityKind::Company,
        "test-berg-shipping",
        "Berg Shipping",
        "NOR",
    );
    let alliance = draft.entity(
        EntityKind::IntergovernmentalOrganisation,
        "nato",
        "The alliance",
        "",
    );
    let protesters = draft.entity(EntityKind::Group, "test-protesters", "Protesters", "NOR");
    let oslo = draft.entity(EntityKind::City, "oslo", "Oslo", "NOR");
    let close = draft.situation(
        "restrict",
        "COERCE",
        Status::Asserted,
        "closed",
        "Norway closed the border on Monday",
    );
    draft.role(close, Role::Agent, norway);
    draft.role(close, Role::Target, sweden);
    draft.on(close, "2021-12-20");
    let accuse = draft.situation(
        "accuse",
        "ACCUSE",
        Status::Asserted,
        "accused",
        "Sweden accused Norway of a breach of treaty",
    );
    draft.role(accuse, Role::Agent, sweden);
    draft.role(accuse, Role::Target, norway);
    draft.on(accuse, "2021-12-20");
    let breach = draft.situation(
        "violate",
        "",
        Status::Reported,
        "breach",
        "a breach of treaty",
    );
    draft.role(breach, Role::Agent, norway);
    draft.facts.situations[accuse.0].content.push(breach);
    draft.claim(
        Some(sweden),
        Stance::Affirms,
        breach,
        "accused",
        "a breach of treaty",
    );
    let sanction = draft.situation(
        "impose-sanctions",
        "SANCTION",
        Status::Asserted,
        "imposed",
        "imposed sanctions on Berg Shipping",
    );
    draft.role(sanction, Role::Agent, sweden);
    draft.role(sanction, Role::Target, shipping);
    draft.on(sanction, "2021-12-20");
    let host = draft.situation(
        "meet",
        "CONSULT",
        Status::Asserted,
        "hosted",
        "Finland hosted talks between Norway and Sweden",
    );
    draft.role(host, Role::Agent, finland);
    draft.role(host, Role::Addressee, norway);
    draft.role(host, Role::Addressee, sweden);
    let protest = draft.situation(
        "protest",
        "PROTEST",
        Status::Asserted,
        "rallied",
        "Protesters rallied in Oslo",
    );
    draft.role(protest, Role::Agent, protesters);
    draft.facts.situations[protest.0].place = Some(oslo);
    draft.on(protest, "2021-12-20");
    let arrest = draft.situation(
        "arrest",
        "COERCE",
        Status::Asserted,
        "arrested",
        "police arrested 12 people",
    );
    draft.role(arrest, Role::Target, protesters);
    draft.on(arrest, "2021-12-20");
    let people = draft.span("12 people");
    draft.facts.quantities.push(Quantity {
        span: people,
        value: Some(12.0),
        min: None,
        max: None,
        approximate: false,
        unit: "arrested".to_owned(),
        situation: Some(arrest),
    });
    let urge = draft.situation(
        "demand",
        "REQUEST",
        Status::Asserted,
        "urged",
        "The alliance urged Norway to reopen the crossing",
    );
    draft.role(urge, Role::Agent, alliance);
    draft.role(urge, Role::Addressee, norway);
    let reopen = draft.situation(
        "concede",
        "CONCEDE",
        Status::Desired,
        "reopen",
        "reopen the crossing",
    );
    draft.role(reopen, Role::Agent, norway);
    draft.facts.situations[urge.0].content.push(reopen);
    draft.claim(
        Some(alliance),
        Stance::Wants,
        reopen,
        "urged",
        "reopen the crossing",
    );
    let moved = draft.situation(
        "deploy-troops",
        "MOBILIZE",
        Status::Reported,
        "moved",
        "Sweden moved soldiers to the frontier",
    );
    draft.role(moved, Role::Agent, sweden);
    draft.claim(
        None,
        Stance::Affirms,
        moved,
        "Reportedly",
        "Sweden moved soldiers to the frontier",
    );
    draft.facts
}

/// A third article with nothing but a visit.
pub(crate) fn visit() -> Facts {
    let mut draft = Draft::new(
        "visit",
        "2022-01-05",
        "Example Wire",
        "Anna Berg visited Sweden.",
    );
    let berg = draft.entity(EntityKind::Person, "test-anna-berg", "Anna Berg", "NOR");
    let sweden = draft.entity(EntityKind::State, "sweden", "Sweden", "SWE");
    let visit = draft.situation(
        "visit",
        "CONSULT",
        Status::Asserted,
        "visited",
        "Anna Berg visited Sweden",
    );
    draft.role(visit, Role::Agent, berg);
    draft.role(visit, Role::Addressee, sweden);
    draft.on(visit, "2022-01-04");
    draft.facts
}

/// The graphs of some articles, with the vocabulary.
pub(crate) fn graphs(articles: &[Facts]) -> Graphs {
    let knowledge = knowledge();
    let mut graphs = Graphs::new();
    for facts in articles {
        graphs.put(article_graph(facts, &options(&knowledge.world)));
    }
    complete(&mut graphs, knowledge, DEFAULT_BASE, true).expect("the vocabulary parses");
    graphs
}

/// The data that the program carries, loaded once.
pub(crate) fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::load().expect("loads"));
    &KNOWLEDGE
}

pub(crate) fn options(world: &World) -> GraphOptions<'_> {
    GraphOptions {
        base: DEFAULT_BASE,
        with_text: true,
        world,
    }
}

/// All three.
pub(crate) fn all() -> Graphs {
    graphs(&[threat(), closure(), visit()])
}
