//! Why a statement stands in a graph: the words, the rule, who says so.

use std::io::{self, Write};

use oxigraph::model::Term;

use crate::export::Names;
use crate::graph::vocabulary as v;
use crate::store::{Graphs, Nodes};

/// Tells of what stands in graphs.
pub struct Explainer<'graph> {
    nodes: Nodes<'graph>,
    names: Names,
}

// What is not repeated in the list of properties: it is told in a way of its own.
const TOLD: &[&str] = &[
    v::A,
    v::LABEL,
    v::EVIDENCE,
    v::RULE,
    v::IN_ARTICLE,
    v::DENOTED_BY,
    v::SEM_EVENT_TYPE,
    v::SEM_HAS_ACTOR,
    v::SEM_HAS_PLACE,
    v::SEM_EARLIEST,
    v::SEM_LATEST,
    v::NIF_IS_STRING,
    v::CUE,
    v::CONTENT_SPAN,
    v::QUOTE_SPAN,
    v::SOURCE_MENTION,
    v::NIF_REFERENCE,
    v::NIF_BEGIN,
    v::NIF_END,
];

impl<'graph> Explainer<'graph> {
    /// Indexes graphs.
    #[must_use]
    pub fn new(graphs: &'graph Graphs, base: &str) -> Self {
        Self {
            nodes: Nodes::new(graphs),
            names: Names::new(base),
        }
    }

    /// Whether anything is said of an IRI.
    #[must_use]
    pub fn knows(&self, iri: &str) -> bool {
        self.nodes.knows(iri)
    }

    /// Writes what is said of an IRI, the sentence with the words marked, the rule that made it,
    /// the claims about it and what they are told within.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn explain(&self, iri: &str, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "{}", self.short(iri))?;
        if let Some(label) = self.nodes.text(iri, v::LABEL) {
            writeln!(to, "  {label}")?;
        }
        writeln!(to)?;
        self.properties(iri, to)?;
        self.words(iri, to)?;
        if let Some(rule) = self.nodes.text(iri, v::RULE) {
            writeln!(to, "\nrule\n  {rule}")?;
        }
        if let Some(article) = self.nodes.link(iri, v::IN_ARTICLE) {
            writeln!(to, "\narticle\n  {}", self.article(article))?;
        }
        self.claims(iri, to)?;
        self.tellings(iri, to)
    }

    fn short(&self, iri: &str) -> String {
        let split = self.names.split(iri);
        split.map_or_else(
            || iri.to_owned(),
            |(prefix, local)| format!("{prefix}:{local}"),
        )
    }

    // The name with its label.
    fn named(&self, iri: &str) -> String {
        match self
            .nodes
            .text(iri, v::LABEL)
            .or_else(|| self.nodes.text(iri, v::NIF_ANCHOR))
        {
            Some(label) => format!("{} “{label}”", self.short(iri)),
            None => self.short(iri),
        }
    }

    fn properties(&self, iri: &str, to: &mut impl Write) -> io::Result<()> {
        for (property, value) in self
            .nodes
            .said(iri)
            .iter()
            .filter(|(property, _)| !TOLD.contains(property))
        {
            let shown = match value {
                Term::NamedNode(node) => self.named(node.as_str()),
                other => super::display_term(other, &self.names),
            };
            let name = self.short(property);
            writeln!(
                to,
                "  {:<18} {shown}",
                name.strip_prefix("ng:").unwrap_or(&name)
            )?;
        }
        Ok(())
    }

    fn article(&self, iri: &str) -> String {
        let title = self.nodes.text(iri, v::LABEL).unwrap_or("");
        let date = self
            .nodes
            .text(iri, v::DATE_PUBLISHED)
            .map_or_else(String::new, |date| format!(", {date}"));
        let publisher = self
            .nodes
            .text(iri, v::PUBLISHER)
            .map_or_else(String::new, |name| format!(", {name}"));
        format!("{} “{title}”{date}{publisher}", self.short(iri))
    }

    // The sentences with the words marked: «evidence», [trigger or cue].
    fn words(&self, iri: &str, to: &mut impl Write) -> io::Result<()> {
        let Some(evidence) = self.nodes.link(iri, v::EVIDENCE) else {
            return Ok(());
        };
        writeln!(to, "\nwords")?;
        let marks: Vec<&str> = self
            .nodes
            .links(iri, v::DENOTED_BY)
            .chain(self.nodes.links(iri, v::CUE))
            .collect();
        match self.marked(evidence, &marks) {
            Some(sentence) => writeln!(to, "  {sentence}"),
            None => writeln!(
                to,
                "  {}",
                self.nodes.text(evidence, v::NIF_ANCHOR).unwrap_or("")
            ),
        }
    }

    // `None` where the article's text is not in the graph.
    fn marked(&self, evidence: &str, marks: &[&str]) -> Option<String> {
        let text = self.nodes.text(
            self.nodes.link(evidence, v::NIF_REFERENCE)?,
            v::NIF_IS_STRING,
        )?;
        let characters: Vec<char> = text.chars().collect();
        let (begin, end) = self.range(evidence)?;
        let mut inserts: Vec<(usize, u8, char)> = vec![(begin, 1, '«'), (end, 2, '»')];
        let (mut first, mut last) = (begin, end);
        for (from, until) in marks.iter().filter_map(|mark| self.range(mark)) {
            let near = from + 400 > begin && until < end + 400;
            if near {
                inserts.extend([(from, 3, '['), (until, 0, ']')]);
                (first, last) = (first.min(from), last.max(until));
            }
        }
        inserts.sort_unstable();
        let start = sentence_start(&characters, first);
        let stop = sentence_end(&characters, last);
        let mut sentence = String::new();
        let mut inserts = inserts.into_iter().peekable();
        for at in start..=stop.min(characters.len()) {
            while let Some((_, _, mark)) = inserts.next_if(|(place, ..)| *place <= at) {
                sentence.push(mark);
            }
            if at < stop {
                sentence.extend(characters.get(at));
            }
        }
        Some(sentence.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    fn range(&self, phrase: &str) -> Option<(usize, usize)> {
        let begin = self.nodes.text(phrase, v::NIF_BEGIN)?.parse().ok()?;
        let end = self.nodes.text(phrase, v::NIF_END)?.parse().ok()?;
        Some((begin, end))
    }

    // The claims about it, each with the claim within which it is told.
    fn claims(&self, iri: &str, to: &mut impl Write) -> io::Result<()> {
        let is_about = |said: &&(&str, &Term)| {
            said.0 == v::ABOUT && matches!(said.1, Term::NamedNode(node) if node.as_str() == iri)
        };
        let about = self
            .nodes
            .iter()
            .filter(|(_, said)| said.iter().any(|pair| is_about(&pair)));
        for (number, (claim, _)) in about.enumerate() {
            if number == 0 {
                writeln!(to, "\nclaims")?;
            }
            let mut outer = Some(claim);
            let mut depth = 1;
            while let Some(at) = outer.filter(|_| depth < 8) {
                let told = if depth == 1 { "" } else { "told within " };
                writeln!(to, "{}{told}{}", "  ".repeat(depth), self.named(at))?;
                outer = self.nodes.link(at, v::WITHIN);
                depth += 1;
            }
        }
        Ok(())
    }

    // Where an entity is mentioned.
    fn tellings(&self, iri: &str, to: &mut impl Write) -> io::Result<()> {
        if self.nodes.link(iri, v::EVIDENCE).is_some() {
            return Ok(());
        }
        for (number, phrase) in self.nodes.links(iri, v::DENOTED_BY).enumerate() {
            if number == 0 {
                writeln!(to, "\nmentions")?;
            }
            let words = self.nodes.text(phrase, v::NIF_ANCHOR).unwrap_or("");
            writeln!(
                to,
                "  “{words}” {}",
                self.short(phrase).rsplit('/').next().unwrap_or("")
            )?;
        }
        Ok(())
    }
}

// After the last end of a sentence or line before a place.
fn sentence_start(text: &[char], place: usize) -> usize {
    let ends = (1..place.min(text.len())).rev().find(|&at| {
        text[at - 1] == '\n'
            || (text[at].is_whitespace() && matches!(text[at - 1], '.' | '!' | '?' | '”'))
    });
    ends.unwrap_or(0)
}

fn sentence_end(text: &[char], place: usize) -> usize {
    let end = (place.max(1)..text.len()).find(|&at| {
        text[at] == '\n'
            || (text[at].is_whitespace() && matches!(text[at - 1], '.' | '!' | '?' | '”'))
    });
    end.unwrap_or(text.len())
}
