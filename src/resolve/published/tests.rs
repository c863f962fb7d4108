//! Invented texts whose day of publication is given, told in a dateline, or to be inferred.

use jiff::civil::{Date, date};

use crate::annotate::{Model, annotate};
use crate::knowledge::World;
use crate::read::Document;
use crate::resolve::{DateBasis, Published, times};

fn published(text: &str) -> Published {
    let model = Model::embedded().expect("the model is carried");
    let world = World::embedded().expect("the tables are carried");
    let annotated = annotate(Document::new("test", text), model);
    super::infer(&annotated, &times::recognise(&annotated), &world)
}

fn told(text: &str) -> (Option<Date>, DateBasis) {
    let published = published(text);
    (published.value, published.basis)
}

#[test]
fn datelines() {
    let day = Some(date(1998, 5, 3));
    assert_eq!(
        told("LONDON, May 3, 1998 (AP) - The talks failed.\nMore was said."),
        (day, DateBasis::Dateline)
    );
    assert_eq!(
        told("Sunday, May 3, 1998\nThe talks failed in Lakeport."),
        (day, DateBasis::Dateline)
    );
}

#[test]
fn tenures_days_and_weekdays_meet() {
    let text = "German Chancellor Olaf Scholz met French President Emmanuel Macron on Tuesday in Lakeport.\n\
        On 3 March, the two had issued a statement on the crisis that began in 2022. US President Joe Biden welcomed it.\n\
        British Prime Minister Boris Johnson spoke to them on Tuesday.";
    let found = published(text);
    assert_eq!(found.basis, DateBasis::Inferred);
    assert_eq!(found.value, Some(date(2022, 3, 8)));
    assert_eq!(found.latest, Some(date(2022, 3, 14)));
}

#[test]
fn tenures_alone_leave_an_interval() {
    let found = published("British Prime Minister Theresa May met US President Donald Trump.");
    assert_eq!(found.value, None);
    assert_eq!(found.earliest, Some(date(2017, 1, 20)));
    assert_eq!(found.latest.map(Date::year), Some(2019));
}

#[test]
fn nothing_known_gives_nothing() {
    assert_eq!(
        published("The river rose and the bridge fell."),
        Published::default()
    );
}
