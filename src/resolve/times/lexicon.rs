//! The words of time: `ontology/language/times*.toml`, parsed once.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::calendar::{Season, Unit};
use super::holiday::Holiday;
use super::phrases::Phrases;

const TIMES: &str = include_str!("../../../ontology/language/times.toml");
const NUMBERS: &str = include_str!("../../../ontology/language/times-numbers.toml");
const HOLIDAYS: &str = include_str!("../../../ontology/language/times-holidays.toml");

/// A day counted from publication.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct RelativeDay {
    /// Number of days.
    pub days: i64,
    /// Part of the day.
    pub part: Option<String>,
}

/// A word that moves from a reference time.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Shift {
    /// Number of units.
    pub by: i64,
    /// `now` or `story`.
    pub from: String,
}

/// All that one word may mean in a time expression or number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Number of the month.
    pub month: Option<i8>,
    /// Number of the weekday, Monday is 1.
    pub weekday: Option<i8>,
    /// The same for an abbreviation.
    pub short_weekday: Option<i8>,
    /// Season.
    pub season: Option<Season>,
    /// TIMEX3 part of the day.
    pub part_of_day: Option<String>,
    /// Clock time of "noon".
    pub clock: Option<String>,
    /// Unit in the singular.
    pub unit: Option<Unit>,
    /// Unit in the plural.
    pub plural_unit: Option<Unit>,
    /// "yesterday".
    pub relative_day: Option<RelativeDay>,
    /// "last", "following".
    pub shift: Option<Shift>,
    /// Value of a number word.
    pub cardinal: Option<i64>,
    /// What a number word multiplies with.
    pub scale: Option<i64>,
    /// Value of an ordinal word.
    pub ordinal: Option<i64>,
    /// "nineties".
    pub decade: Option<i64>,
    /// The least that "dozens" means.
    pub group: Option<i64>,
    /// "several".
    pub vague: bool,
    /// "more" in "two more weeks".
    pub filler: bool,
    /// Value of "daily".
    pub set: Option<String>,
    /// "every".
    pub set_word: bool,
    /// Time zone.
    pub zone: bool,
}

/// A day known by what happened on it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct KnownDay {
    /// Month.
    pub month: i8,
    /// Day.
    pub day: i8,
    /// Year.
    pub year: i16,
    /// Words that must follow.
    pub before: Vec<String>,
}

#[derive(Deserialize)]
struct WordList {
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    phrases: Vec<String>,
}

/// Words that put what depends on them into the future.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Ahead {
    /// Lemmas of verbs.
    pub verbs: HashSet<String>,
    /// Lemmas of verbs that fix a time for their object.
    pub appointing: HashSet<String>,
    /// Lemmas of verbs of saying, whose present tells of the past.
    pub saying: HashSet<String>,
    /// Adjectives.
    pub adjectives: HashSet<String>,
    /// Modal verbs.
    pub modals: HashSet<String>,
}

#[derive(Deserialize)]
struct TimesFile {
    months: BTreeMap<String, i8>,
    weekdays: BTreeMap<String, i8>,
    short_weekdays: BTreeMap<String, i8>,
    seasons: BTreeMap<String, String>,
    parts_of_day: BTreeMap<String, String>,
    clock_words: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
    plural_units: BTreeMap<String, String>,
    relative_days: BTreeMap<String, RelativeDay>,
    shifts: BTreeMap<String, Shift>,
    fillers: WordList,
    vague_numbers: WordList,
    references: BTreeMap<String, String>,
    not_references: WordList,
    vague_lengths: BTreeMap<String, String>,
    sets: BTreeMap<String, String>,
    set_words: WordList,
    parts: BTreeMap<String, String>,
    approximators: BTreeMap<String, String>,
    zones: WordList,
    not_times: WordList,
    ahead: Ahead,
    known_days: Vec<KnownDay>,
    carriers: WordList,
}

#[derive(Deserialize)]
struct NumbersFile {
    cardinals: BTreeMap<String, i64>,
    scales: BTreeMap<String, i64>,
    ordinals: BTreeMap<String, i64>,
    decades: BTreeMap<String, i64>,
    groups: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
struct HolidaysFile {
    holiday: Vec<Holiday>,
}

/// The words and phrases of time.
#[derive(Debug)]
pub(super) struct Lexicon {
    entries: HashMap<String, Entry>,
    /// Present, past, future.
    pub references: Phrases<String>,
    /// What only looks like one.
    pub not_references: Phrases<()>,
    /// "a while".
    pub vague_lengths: Phrases<String>,
    /// "early", "the end of".
    pub parts: Phrases<String>,
    /// "at least".
    pub approximators: Phrases<String>,
    /// "local time".
    pub zones: Phrases<()>,
    /// Names with a weekday or month in them.
    pub not_times: Phrases<()>,
    /// Names of holidays.
    pub holiday_names: Phrases<usize>,
    /// Rules of holidays.
    pub holidays: Vec<Holiday>,
    /// What puts a clause into the future.
    pub ahead: Ahead,
    /// Days known by what happened.
    pub known_days: Vec<KnownDay>,
    /// Verbs that only say that something happens.
    pub carriers: HashSet<String>,
}

static EMPTY: LazyLock<Entry> = LazyLock::new(Entry::default);

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in and a test reads them"
)]
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let times = toml::from_str(TIMES).expect("times.toml is well formed");
    let numbers = toml::from_str(NUMBERS).expect("times-numbers.toml is well formed");
    let holidays = toml::from_str(HOLIDAYS).expect("times-holidays.toml is well formed");
    Lexicon::build(times, numbers, holidays)
});

/// The lexicon that is compiled in.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// What a lower-case word may mean.
    pub(super) fn entry(&self, lower: &str) -> &Entry {
        self.entries.get(lower).unwrap_or(&EMPTY)
    }

    fn build(times: TimesFile, numbers: NumbersFile, holidays: HolidaysFile) -> Self {
        let mut entries = Entries::default();
        entries.calendar(&times);
        entries.units(&times);
        entries.others(times.relative_days, times.shifts, times.sets);
        entries.flags(
            &times.fillers,
            &times.vague_numbers,
            &times.set_words,
            &times.zones,
        );
        entries.numbers(numbers);
        let mut holiday_names = Phrases::default();
        for (number, holiday) in holidays.holiday.iter().enumerate() {
            for name in &holiday.names {
                holiday_names.insert(name, number);
            }
        }
        Self {
            entries: entries.0,
            references: Phrases::of(times.references),
            not_references: Phrases::of_list(times.not_references.phrases),
            vague_lengths: Phrases::of(times.vague_lengths),
            parts: Phrases::of(times.parts),
            approximators: Phrases::of(times.approximators),
            zones: Phrases::of_list(times.zones.phrases),
            not_times: Phrases::of_list(times.not_times.phrases),
            holiday_names,
            holidays: holidays.holiday,
            ahead: times.ahead,
            known_days: times.known_days,
            carriers: times.carriers.words.into_iter().collect(),
        }
    }
}

#[derive(Default)]
struct Entries(HashMap<String, Entry>);

impl Entries {
    fn at(&mut self, word: &str) -> &mut Entry {
        self.0.entry(word.to_owned()).or_default()
    }

    fn calendar(&mut self, times: &TimesFile) {
        for (word, &month) in &times.months {
            self.at(word).month = Some(month);
        }
        for (word, &day) in &times.weekdays {
            self.at(word).weekday = Some(day);
        }
        for (word, &day) in &times.short_weekdays {
            self.at(word).short_weekday = Some(day);
        }
        for (word, code) in &times.seasons {
            self.at(word).season = Season::parse(code);
        }
        for (word, code) in &times.parts_of_day {
            self.at(word).part_of_day = Some(code.clone());
        }
        for (word, clock) in &times.clock_words {
            self.at(word).clock = Some(clock.clone());
        }
    }

    fn units(&mut self, times: &TimesFile) {
        for (word, unit) in &times.units {
            self.at(word).unit = Unit::parse(unit);
        }
        for (word, unit) in &times.plural_units {
            self.at(word).plural_unit = Unit::parse(unit);
        }
    }

    fn others(
        &mut self,
        days: BTreeMap<String, RelativeDay>,
        shifts: BTreeMap<String, Shift>,
        sets: BTreeMap<String, String>,
    ) {
        for (word, day) in days {
            self.at(&word).relative_day = Some(day);
        }
        for (word, shift) in shifts {
            self.at(&word).shift = Some(shift);
        }
        for (word, value) in sets {
            self.at(&word).set = Some(value);
        }
    }

    fn flags(&mut self, fillers: &WordList, vague: &WordList, sets: &WordList, zones: &WordList) {
        for word in &fillers.words {
            self.at(word).filler = true;
        }
        for word in &vague.words {
            self.at(word).vague = true;
        }
        for word in &sets.words {
            self.at(word).set_word = true;
        }
        for word in &zones.words {
            self.at(word).zone = true;
        }
    }

    fn numbers(&mut self, numbers: NumbersFile) {
        for (word, value) in numbers.cardinals {
            self.at(&word).cardinal = Some(value);
        }
        for (word, value) in numbers.scales {
            self.at(&word).scale = Some(value);
        }
        for (word, value) in numbers.ordinals {
            self.at(&word).ordinal = Some(value);
        }
        for (word, value) in numbers.decades {
            self.at(&word).decade = Some(value);
        }
        for (word, value) in numbers.groups {
            self.at(&word).group = Some(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_well_formed_and_complete() {
        let lexicon = lexicon();
        assert_eq!(lexicon.entry("sept.").month, Some(9));
        assert_eq!(lexicon.entry("weeks").plural_unit, Some(Unit::Week));
        assert!(
            lexicon
                .holidays
                .iter()
                .all(|holiday| holiday.date_in(2021).is_some())
        );
        assert!(lexicon.entry("xyzzy").month.is_none());
    }
}
