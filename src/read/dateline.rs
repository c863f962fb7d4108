//! Datelines: "KYIV, Dec 13 (Agency) –", "LIMA, Peru (Agency) --", "Beijing, September 10 (Agency) --".
//!
//! The place of a dateline is where the report was written; read together with the sentence after it, it looks
//! like one who acts ("VIENNA – Iran signed"). So it is parted from the text.

use std::sync::LazyLock;

use regex::Regex;

// A word of a place, a whole one; a name all in capitals is a dateline with any dash, another only with more to it.
const CAPITALS: &str = r"\p{Lu}[\p{Lu}.'’-]+";
const WORD: &str = r"(?:\p{Lu}[\p{L}.'’-]+)";
const MONTH: &str = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?";
const DASH: &str = r"(?:--+|[-–—_]+)";
// "Arland – Norway talks end" is a headline.
const SHORTEST_TEXT: usize = 60;

static DATELINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let parts = r"(?:,\s*(?:WORD)(?:\s+(?:WORD|of|and|the)){0,4}){0,2}";
    let date = r"(?:,?\s+(?:MONTH\s+\d{1,2}|\d{1,2}\s+MONTH)(?:,?\s+\d{4})?)";
    let agency = r"(?:,?\s*\([^()\n]{2,30}\)|,\s*\p{Lu}{2,}\b)";
    let capitals = r"(?:CAPITALS(?:[ /]CAPITALS){0,3})";
    let place = r"(?:WORD(?:[ /](?:WORD|of|the|de|la|el)){0,3})";
    // Title case wants a date or an agency, or an unmistakable dash between spaces after one or two words.
    let pattern = format!(
        r"^(?:{capitals}{parts}{date}?\s*{agency}?,?\s*DASH|{place}{parts}(?:{date}\s*{agency}?|\s*{agency}),?\s*DASH|(?<bare>WORD(?: WORD)?\s+)(?:–|—|--|-)\s)\s*"
    );
    let pattern = pattern
        .replace("CAPITALS", CAPITALS)
        .replace("WORD", WORD)
        .replace("MONTH", MONTH)
        .replace("DASH", DASH);
    Regex::new(&pattern).ok()
});

/// The bytes of a paragraph's dateline with its dash and the space after it; none where there is none, or nothing
/// but the dateline.
pub(super) fn length(paragraph: &str) -> Option<usize> {
    let found = DATELINE.as_ref()?.captures(paragraph)?;
    let bare = found.name("bare").is_some();
    let end = found.get(0)?.end();
    let rest = &paragraph[end..];
    if bare && rest.len() < SHORTEST_TEXT {
        return None;
    }
    let begins =
        |first: char| first.is_uppercase() || first.is_ascii_digit() || "\"'“‘`[(".contains(first);
    rest.starts_with(begins).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_found() {
        let datelines = [
            "KYIV, Dec 13 (Agency) – ",
            "LIMA, Peru (AP) -- ",
            "CAGUAS, Puerto Rico (AP)_ ",
            "UNITED NATIONS -- ",
            "GENEVA, Jan 21, 2022 – ",
            "Beijing, September 10 (Xinhua) -- ",
            "Tehran, March 15, IRNA - ",
            "PORT-AU-PRINCE, Haiti — ",
            "Washington - ",
            "ST. LOUIS - ",
            "WASHINGTON/KYIV, 3 May (Reuters) - ",
        ];
        for dateline in datelines {
            let text = format!(
                "{dateline}The minister of defence spoke to the members of the assembly on Monday."
            );
            assert_eq!(length(&text), Some(dateline.len()), "{dateline}");
        }
    }

    #[test]
    fn other_beginnings_are_none() {
        let texts = [
            "NATO said on Monday - a day late - that it would go.",
            "NATO-led forces left.",
            "Mr Velt – a former judge – left.",
            "The U.S. (and others) - all of them - left.",
            "Talks broke down – again.",
            "A 12-year-old boy was hurt.",
            "Arland – Norway talks end",
            "Fresh talks on the border treaty - The minister is to go.",
        ];
        for text in texts {
            assert_eq!(length(text), None, "{text}");
        }
    }
}
