//! Whether a text is English, by its script and its commonest words.

use std::collections::HashMap;
use std::sync::LazyLock;

// Function words of English that other languages written in Latin letters do not share.
const ENGLISH: &str = "the of and to that for with was were is are been has have had its from by \
    on at as this which who will would not but his her their they he she said an or";

// Function words of German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish, Turkish,
// Indonesian that are hardly ever parts of names ("de", "van") and no words of English.
const FOREIGN: &str = "und der die das den mit ihn zum zur im am von bei sie ist nicht auf sich des ein eine dem für wird les et dans \
    pour que qui sur par une est du au aux los las por con para una se lo il che di per della non \
    sono gli em não uma com dos das os ao het een dat niet op voor zijn och att som på med är nie że \
    się jest przez ve bir bu için olan yang dan untuk dengan tidak dari";

// Shorter texts say too little.
const FEWEST_LETTERS: usize = 100;
// A list of names has some of them ("von Berg", "de los Ríos").
const FEWEST_FOREIGN: usize = 7;
const MOST_WORDS: usize = 2000;

#[derive(Default)]
struct Counts {
    english: usize,
    foreign: usize,
    latin_letters: usize,
    other_letters: usize,
}

/// Whether a text is surely not English. Short ones and lists of names pass.
///
/// # Examples
/// ```
/// use newsgraph::read::is_foreign;
/// let german = "Die Regierung wird den Vertrag nicht unterzeichnen und sich mit dem Nachbarn auf \
///     eine neue Runde der Verhandlungen einigen, die das Ministerium für das Frühjahr plant, \
///     sagte ein Sprecher des Ministeriums.";
/// assert!(is_foreign(german));
/// ```
#[must_use]
pub fn is_foreign(text: &str) -> bool {
    let counts = count(text);
    if counts.latin_letters + counts.other_letters < FEWEST_LETTERS {
        return false;
    }
    counts.other_letters > counts.latin_letters
        || (counts.foreign >= FEWEST_FOREIGN && counts.foreign > counts.english)
}

fn count(text: &str) -> Counts {
    static KNOWN: LazyLock<HashMap<&str, bool>> = LazyLock::new(|| {
        let english = ENGLISH.split_whitespace().map(|word| (word, true));
        let foreign = FOREIGN.split_whitespace().map(|word| (word, false));
        english.chain(foreign).collect()
    });
    let mut counts = Counts::default();
    let words = text.split(|character: char| !character.is_alphabetic());
    for word in words.filter(|word| !word.is_empty()).take(MOST_WORDS) {
        let latin = word
            .chars()
            .filter(|&character| is_latin(character))
            .count();
        counts.latin_letters += latin;
        counts.other_letters += word.chars().count() - latin;
        match KNOWN.get(word.to_lowercase().as_str()) {
            Some(true) => counts.english += 1,
            Some(false) => counts.foreign += 1,
            None => {}
        }
    }
    counts
}

fn is_latin(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_passes() {
        let text = "The foreign minister of Arland said on Monday that talks with the rebels had \
            been put off and that his government would not return to them before the spring, when \
            a new round is to be held.";
        assert!(!is_foreign(text));
    }

    #[test]
    fn other_languages_do_not() {
        let french = "Le ministre des affaires étrangères a déclaré que les négociations étaient \
            reportées et que son gouvernement ne reviendrait pas dans la capitale pour une \
            nouvelle session qui est prévue au printemps par les deux parties.";
        let russian = "Министр иностранных дел заявил в понедельник, что переговоры отложены и что \
            правительство не вернётся к ним до весны, когда должен начаться новый раунд, о котором \
            договорились стороны.";
        let german = "Der Bundeskanzler hat am Montag mit dem russischen Präsidenten telefoniert \
            und ihn zum Rückzug der Truppen von der Grenze aufgefordert.";
        assert!(is_foreign(french));
        assert!(is_foreign(german));
        assert!(is_foreign(russian));
    }

    #[test]
    fn headlines_and_lists_of_names_pass() {
        assert!(!is_foreign("Bürgermeister tritt zurück"));
        let names = "Juan de la Cruz, María del Carmen Vargas, Otto von Berg, Piet van der Meer, \
            Anna Lindqvist, Luís dos Santos, Pedro da Silva, Jean du Pont, Aung Min, Li Wei, \
            Nguyen Van An, Carlos de los Ríos, Ursula zu Stein";
        assert!(!is_foreign(names));
    }
}
