//! IRIs of the terms that graphs are made of.

macro_rules! terms {
    ($($(#[$meta:meta])* $namespace:literal { $($name:ident = $local:literal),* $(,)? })*) => {
        $($(pub(crate) const $name: &str = concat!($namespace, $local);)*)*
    };
}

terms! {
    "https://w3id.org/newsgraph/ns#" {
        NG = "",
        SITUATION = "Situation", CLAIM = "Claim", FACT = "Fact", LEADER = "Leader",
        HAPPENING_CLASS = "Happening", HAPPENING_LINK = "HappeningLink", HAPPENING = "happening",
        LINKED_SITUATION = "situation", SCORE = "score", REASON = "reason",
        TIME_EXPRESSION = "TimeExpression", QUANTITY_CLASS = "Quantity",
        STATUS = "status", EVENT_TYPE = "eventType", MODE = "mode", CONTEXT = "context", CAMEO = "cameo",
        PLACE = "place", EARLIEST = "earliest", LATEST = "latest", TIME_BASIS = "timeBasis",
        TIME_EXPRESSION_OF = "timeExpression", RECIPIENT = "recipient",
        AGENT_STATE = "agentState", RECIPIENT_STATE = "recipientState", KEY = "key",
        CONTENT = "content", CONDITIONAL_ON = "conditionalOn", PART_OF = "partOf",
        SAME_PROPOSITION = "sameProposition", BY_MEANS_OF = "byMeansOf", PURPOSE = "purpose",
        QUANTITY = "quantity", VALUE = "value", MIN_VALUE = "minValue", MAX_VALUE = "maxValue",
        UNIT = "unit", APPROXIMATE = "approximate",
        TIMEX_TYPE = "timexType", TIMEX_VALUE = "timexValue", TIMEX_MOD = "timexMod",
        SOURCE = "source", SOURCE_UNKNOWN = "sourceUnknown", SPEAKER = "speaker", STANCE = "stance",
        ABOUT = "about", WITHIN = "within", SOURCE_MENTION = "sourceMention", CUE = "cue",
        CONTENT_SPAN = "contentSpan", QUOTE_SPAN = "quoteSpan",
        AFFIRMED_BY = "affirmedBy", DENIED_BY = "deniedBy", WANTED_BY = "wantedBy",
        IN_ARTICLE = "inArticle", EVIDENCE = "evidence", RULE = "rule",
        FORM = "form", HEAD = "head", NAME_KEY = "nameKey", SECTOR = "sector", OF_STATE = "ofState",
        SUBJECT = "subject", PREDICATE = "predicate", OBJECT = "object",
        DATE_PUBLISHED_INFERRED = "datePublishedInferred", DATE_BASIS = "dateBasis", SHA256 = "sha256",
    }
    "https://w3id.org/newsgraph/type/" { TYPE = "" }
    "http://semanticweb.cs.vu.nl/2009/11/sem/" {
        SEM = "", SEM_EVENT = "Event", SEM_EVENT_TYPE = "eventType", SEM_HAS_ACTOR = "hasActor",
        SEM_HAS_PLACE = "hasPlace", SEM_EARLIEST = "hasEarliestBeginTimeStamp", SEM_LATEST = "hasLatestEndTimeStamp",
    }
    "http://groundedannotationframework.org/gaf#" { GAF = "", DENOTED_BY = "denotedBy" }
    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#" {
        NIF = "", NIF_CONTEXT = "Context", NIF_PHRASE = "Phrase", NIF_IS_STRING = "isString",
        NIF_BEGIN = "beginIndex", NIF_END = "endIndex", NIF_ANCHOR = "anchorOf", NIF_REFERENCE = "referenceContext",
    }
    "http://schema.org/" {
        SCHEMA = "", NEWS_ARTICLE = "NewsArticle", SCHEMA_CLAIM = "Claim", SCHEMA_PERSON = "Person",
        SCHEMA_COUNTRY = "Country", SCHEMA_PLACE = "Place", SCHEMA_EVENT = "Event",
        SCHEMA_CREATIVE_WORK = "CreativeWork",
        DATE_PUBLISHED = "datePublished", HEADLINE = "headline", URL = "url", PUBLISHER = "publisher",
        IDENTIFIER = "identifier", START_DATE = "startDate", END_DATE = "endDate",
    }
    "http://www.w3.org/ns/org#" {
        ORG = "", ORGANIZATION = "Organization", ORG_POST = "Post", MEMBERSHIP = "Membership", ORG_MEMBER = "member",
    }
    "http://www.w3.org/ns/prov#" {
        PROV = "", ACTIVITY = "Activity", WAS_GENERATED_BY = "wasGeneratedBy",
    }
    "http://www.w3.org/2004/02/skos/core#" {
        SKOS = "", BROADER = "broader", NOTATION = "notation", ALT_LABEL = "altLabel",
    }
    "http://www.w3.org/2003/01/geo/wgs84_pos#" { WGS = "", LATITUDE = "lat", LONGITUDE = "long" }
    "http://www.w3.org/2002/07/owl#" { OWL = "", SAME_AS = "sameAs" }
    "http://www.w3.org/2000/01/rdf-schema#" { RDFS = "", LABEL = "label" }
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#" { RDF = "", A = "type" }
    "http://www.w3.org/2001/XMLSchema#" {
        XSD = "",
    }
    "http://www.w3.org/ns/shacl#" { SH = "" }
}

/// Prefixes of the vocabularies, as graphs and queries have them.
pub(crate) const VOCABULARY_PREFIXES: &[(&str, &str)] = &[
    ("gaf", GAF),
    ("ng", NG),
    ("nif", NIF),
    ("org", ORG),
    ("owl", OWL),
    ("prov", PROV),
    ("rdf", RDF),
    ("rdfs", RDFS),
    ("schema", SCHEMA),
    ("sem", SEM),
    ("sh", SH),
    ("skos", SKOS),
    ("type", TYPE),
    ("wgs", WGS),
    ("xsd", XSD),
];

/// Kinds of things that have IRIs of their own below the base; each is a prefix too.
pub(crate) const KIND_PREFIXES: &[&str] = &[
    "article",
    "claim",
    "document",
    "event",
    "fact",
    "government",
    "graph",
    "group",
    "happening",
    "key",
    "organisation",
    "person",
    "place",
    "post",
    "situation",
    "state",
    "tenure",
    "version",
];

/// All default prefixes for a base, sorted by name.
#[must_use]
pub fn prefixes(base: &str) -> Vec<(String, String)> {
    let vocabularies = VOCABULARY_PREFIXES
        .iter()
        .map(|&(name, iri)| (name.to_owned(), iri.to_owned()));
    let kinds = KIND_PREFIXES
        .iter()
        .map(|kind| ((*kind).to_owned(), format!("{base}{kind}/")));
    let mut all: Vec<_> = vocabularies.chain(kinds).collect();
    all.sort();
    all
}
