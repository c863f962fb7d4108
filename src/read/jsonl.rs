//! One article a line: `{"id", "text", "date", "title", "url", "source"}`.

use jiff::civil::Date;
use serde::Deserialize;

use super::Document;
use crate::error::{Diagnostic, Location};

// Longer lines are not repeated in a message.
const LONGEST_SHOWN: usize = 160;

#[derive(Deserialize)]
struct Line {
    id: Option<Id>,
    text: Option<String>,
    date: Option<String>,
    title: Option<String>,
    url: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

/// Reads a line; what is doubtful in it is added to `warnings`.
pub(super) fn document(
    line: &str,
    location: &Location,
    warnings: &mut Vec<Diagnostic>,
) -> Result<Document, Diagnostic> {
    let record: Line =
        serde_json::from_str(line).map_err(|error| malformed(line, location, &error))?;
    let text = record.text.ok_or_else(|| {
        Diagnostic::error(location.clone(), "the line has no `text`")
            .with_hint("each line is a JSON object with at least {\"text\": \"…\"}")
    })?;
    if text.trim().is_empty() {
        return Err(Diagnostic::error(
            location.clone(),
            "the `text` of the line is empty",
        ));
    }
    let mut document = Document::new("", text);
    document.date = record.date.as_deref().and_then(|given| {
        let date = day(given);
        if date.is_none() {
            warnings.push(unreadable_date(given, location));
        }
        date
    });
    document.title = record.title.filter(|title| !title.trim().is_empty());
    document.url = record.url.filter(|url| !url.trim().is_empty());
    document.source = record.source.filter(|source| !source.trim().is_empty());
    document.id = match record.id {
        Some(Id::Text(id)) if !id.is_empty() => id,
        Some(Id::Number(id)) => id.to_string(),
        _ => document.hash(),
    };
    Ok(document)
}

/// The day of an ISO 8601 date or date-time.
///
/// # Examples
/// ```
/// use newsgraph::read::day;
/// assert_eq!(day("2021-12-13T08:30:00Z"), day("2021-12-13"));
/// assert!(day("13/12/2021").is_none());
/// ```
#[must_use]
pub fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, rest) = text.split_at_checked(10)?;
    let known_rest = rest.is_empty() || rest.starts_with(['T', 't', ' ']);
    day.parse().ok().filter(|_| known_rest)
}

fn unreadable_date(given: &str, location: &Location) -> Diagnostic {
    Diagnostic::warning(
        location.clone(),
        format!("the date `{given}` cannot be read; it will be inferred from the text"),
    )
    .with_hint("write dates as 2021-12-13 or 2021-12-13T08:30:00Z")
}

fn malformed(line: &str, location: &Location, error: &serde_json::Error) -> Diagnostic {
    let byte = error.column().saturating_sub(1).min(line.len());
    let column = line.char_indices().take_while(|&(at, _)| at < byte).count() + 1;
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or(&message);
    let mut location = location.clone();
    location.column = column;
    if line.len() <= LONGEST_SHOWN {
        line.clone_into(&mut location.excerpt);
    }
    Diagnostic::error(location, format!("malformed JSON: {message}"))
        .with_hint("each line is one JSON object: {\"text\": \"…\", \"date\": \"2021-12-13\"}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> (Result<Document, Diagnostic>, Vec<Diagnostic>) {
        let mut warnings = Vec::new();
        let document = document(line, &Location::at("in.jsonl", 7, 0), &mut warnings);
        (document, warnings)
    }

    #[test]
    fn without_an_id_the_hash_names_the_article() {
        let (document, _) =
            read(r#"{"text": "Talks began.", "date": "2021-12-13T10:00:00Z", "extra": [1]}"#);
        let document = document.expect("a document");
        assert_eq!(document.id, document.hash());
        assert_eq!(document.date, day("2021-12-13"));
    }

    #[test]
    fn a_number_is_an_id_too() {
        assert_eq!(
            read(r#"{"id": 12, "text": "Talks."}"#)
                .0
                .expect("a document")
                .id,
            "12"
        );
    }

    #[test]
    fn faults_have_line_and_column() {
        let fault = read(r#"{"text": "Talks" "id": 1}"#)
            .0
            .expect_err("malformed");
        assert_eq!((fault.location.line, fault.location.column), (7, 18));
        assert!(
            read(r#"{"id": "a"}"#)
                .0
                .expect_err("no text")
                .message
                .contains("no `text`")
        );
        assert!(read(r#"{"text": "  "}"#).0.is_err());
    }

    #[test]
    fn a_date_that_cannot_be_read_is_told() {
        let (document, warnings) = read(r#"{"text": "Talks.", "date": "13/12/2021"}"#);
        assert!(document.expect("a document").date.is_none());
        assert_eq!(warnings.len(), 1);
    }
}
