//! What an amount counts, and which word it measures: by the tree.

use crate::annotate::{Annotated, Dep, Pos};
use crate::resolve::times::tense;
use crate::resolve::times::words::Words;

use super::amount::Amount;
use super::lexicon::lexicon;

/// Unit of an amount with the words that it covers.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    /// `troops`, `dead`, `USD` …
    pub(super) unit: String,
    /// Word after the last that belongs to the amount (the sign or name of a currency, "percent").
    pub(super) end: usize,
    /// The token that is counted, else the number itself.
    pub(super) counted: usize,
}

/// What an amount measures; `None` where it counts nothing that has a unit.
pub(super) fn measure(words: &Words<'_>, amount: &Amount) -> Option<Measure> {
    money(words, amount)
        .or_else(|| percent(words, amount))
        .or_else(|| adjective(words, amount))
        .or_else(|| counted(words, amount))
}

fn last_token(words: &Words<'_>, end: usize) -> Option<usize> {
    words.get(end - 1).map(|word| word.token)
}

/// "$5 million", "20 million euros", "five billion US dollars".
fn money(words: &Words<'_>, amount: &Amount) -> Option<Measure> {
    let sign = (amount.number.saturating_sub(1)..amount.number + 2)
        .find_map(|at| lexicon().signs.get(words.lower(at)));
    if let Some(code) = sign {
        return Some(Measure {
            unit: code.clone(),
            end: amount.end,
            counted: last_token(words, amount.end)?,
        });
    }
    let noun = words.skip(
        amount.end,
        &["us", "u.s.", "american", "canadian", "australian"],
    );
    let token = words.get(noun)?.token;
    let code = lexicon().currencies.get(words.annotated.lemma(token))?;
    let code = match words.lower(amount.end) {
        "canadian" => "CAD",
        "australian" => "AUD",
        _ => code,
    };
    Some(Measure {
        unit: code.to_owned(),
        end: noun + 1,
        counted: token,
    })
}

fn percent(words: &Words<'_>, amount: &Amount) -> Option<Measure> {
    let spelled = words.is(amount.end, "per") && words.is(amount.end + 1, "cent");
    if !spelled && !words.any(amount.end, &["%", "percent", "pc"]) {
        return None;
    }
    let end = amount.end + 1 + usize::from(spelled);
    Some(Measure {
        unit: "percent".to_owned(),
        end,
        counted: last_token(words, end)?,
    })
}

/// "12 dead and 40 wounded".
fn adjective(words: &Words<'_>, amount: &Amount) -> Option<Measure> {
    let token = words.get(amount.end)?.token;
    let unit = lexicon().adjectives.get(words.lower(amount.end))?;
    let noun_follows = words
        .get(amount.end + 1)
        .is_some_and(|word| words.annotated.pos(word.token) == Pos::Noun);
    (!noun_follows).then(|| Measure {
        unit: unit.clone(),
        end: amount.end,
        counted: token,
    })
}

/// "12 people were killed", "killed 12", "70,000 troops".
fn counted(words: &Words<'_>, amount: &Amount) -> Option<Measure> {
    let annotated = words.annotated;
    let number = last_token(words, amount.end)?;
    let noun = counted_noun(annotated, number)
        .or_else(|| counted_noun(annotated, words.get(amount.number)?.token));
    let counted = noun.unwrap_or(number);
    if noun.is_none() && !is_argument(annotated, number) {
        return None;
    }
    let by_verb = unit_of_verb(annotated, counted).or_else(|| unit_of_verb(annotated, number));
    let unit = by_verb.or_else(|| noun.map(|noun| unit_of_noun(annotated, noun)))?;
    Some(Measure {
        unit,
        end: amount.end,
        counted,
    })
}

/// The noun that a number modifies: its head, or the object of "of" ("dozens of people").
fn counted_noun(annotated: &Annotated, number: usize) -> Option<usize> {
    if let Some(of) = annotated
        .child(number, Dep::Prep)
        .filter(|&of| annotated.lower(of) == "of")
    {
        return annotated.child(of, Dep::Pobj);
    }
    let head = annotated.head(number)?;
    let modifies = matches!(
        annotated.dep(number),
        Dep::Nummod | Dep::Amod | Dep::Compound | Dep::Quantmod | Dep::Nmod
    );
    match annotated.pos(head) {
        Pos::Noun if modifies => Some(head),
        Pos::Num if modifies => counted_noun(annotated, head),
        _ => None,
    }
}

fn is_argument(annotated: &Annotated, token: usize) -> bool {
    matches!(
        annotated.dep(token),
        Dep::Dobj | Dep::Nsubj | Dep::Nsubjpass | Dep::Conj | Dep::Pobj
    ) && unit_of_verb(annotated, token).is_some()
}

/// The unit that the verb gives whose argument is counted.
fn unit_of_verb(annotated: &Annotated, counted: usize) -> Option<String> {
    let verb = annotated.head(counted)?;
    let lemma = annotated.lemma(verb);
    let units = match annotated.dep(counted) {
        Dep::Dobj | Dep::Nsubjpass => &lexicon().outcomes,
        Dep::Nsubj => &lexicon().fates,
        _ => return participle(annotated, counted),
    };
    units
        .get(lemma)
        .cloned()
        .or_else(|| participle(annotated, counted))
}

/// "12 people killed in the attack".
fn participle(annotated: &Annotated, counted: usize) -> Option<String> {
    let verb = annotated.child(counted, Dep::Acl)?;
    lexicon().adjectives.get(annotated.lower(verb)).cloned()
}

/// The unit of a noun: its own, else the words of its plural.
fn unit_of_noun(annotated: &Annotated, noun: usize) -> String {
    let lemma = annotated.lemma(noun).to_lowercase();
    lexicon()
        .nouns
        .get(&lemma)
        .cloned()
        .unwrap_or_else(|| annotated.lower(noun).to_owned())
}

/// Tokens that may be the trigger of the situation that a counted token measures, the nearest first.
pub(super) fn governors(annotated: &Annotated, counted: usize) -> Vec<usize> {
    let mut found = vec![counted];
    found.extend(
        annotated
            .children(counted)
            .iter()
            .copied()
            .filter(|&child| annotated.dep(child) == Dep::Acl),
    );
    for above in annotated.ancestors(counted).take(6) {
        found.push(above);
        if tense::is_verb(annotated, above) {
            break;
        }
    }
    found
}
