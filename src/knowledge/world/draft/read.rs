//! From tables to a [`Draft`]. What a file holds is told by the beginning of its name.

use super::fold::{Folder, slug};
use super::table::{Row, Table};
use super::{Alias, Draft, DraftMembership, DraftRecord, DraftTenure, Fault, Origin, day, kind};

impl Draft {
    /// Reads one more table; what is wrong in it goes to the faults.
    ///
    /// `file` decides what the rows are: names that begin with `states`, `tenures`, `memberships`,
    /// `metonyms`, `posts` or `transliteration`; all other tables describe records.
    pub fn read(&mut self, file: &str, text: &str) {
        let table = match Table::parse(file, text) {
            Ok(table) => table,
            Err((line, message)) => {
                let origin = Origin {
                    file: file.to_owned(),
                    line,
                    column: 1,
                };
                self.faults.push(Fault { origin, message });
                return;
            }
        };
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.split(['.', '-']).next().unwrap_or(name);
        if stem == "transliteration" {
            self.folder = Folder::new(pairs(&table));
            return;
        }
        for row in &table.rows {
            match stem {
                "states" => self.read_state(&table, row),
                "tenures" => self.read_tenure(&table, row),
                "memberships" => self.read_membership(&table, row),
                "metonyms" => self.read_metonym(&table, row),
                _ => self.read_record(&table, row),
            }
        }
    }

    fn read_record(&mut self, table: &Table, row: &Row) {
        let record = self.record(table, row);
        self.records.push(record);
    }

    fn read_state(&mut self, table: &Table, row: &Row) {
        let mut state = self.record(table, row);
        state.kind = kind::STATE;
        table.value(row, "code").clone_into(&mut state.code);
        state.state.clone_from(&state.code);
        state.borders = owned(table.values(row, "borders"));
        state.successors = owned(table.values(row, "successors"));
        self.records
            .push(government(&state, table.value(row, "article")));
        self.records.push(state);
    }

    fn read_tenure(&mut self, table: &Table, row: &Row) {
        let tenure = DraftTenure {
            person: table.value(row, "person").to_owned(),
            post: table.value(row, "post").to_owned(),
            since: self.day(table, row, "since", day::first),
            until: self.day(table, row, "until", day::last),
            acting: table.value(row, "acting") == "yes",
            origin: origin(table, row, "person"),
        };
        self.tenures.push(tenure);
    }

    fn read_membership(&mut self, table: &Table, row: &Row) {
        let since = self.day(table, row, "since", day::first);
        let until = self.day(table, row, "until", day::last);
        for member in table.values(row, "members") {
            self.memberships.push(DraftMembership {
                organisation: table.value(row, "organisation").to_owned(),
                member: member.to_owned(),
                status: table.value(row, "status").to_owned(),
                since,
                until,
                origin: origin(table, row, "organisation"),
            });
        }
    }

    fn read_metonym(&mut self, table: &Table, row: &Row) {
        for name in table.values(row, "names") {
            let alias = Alias {
                text: name.to_owned(),
                kind: kind::METONYM,
            };
            let record = table.value(row, "record").to_owned();
            self.metonyms
                .push((alias, record, origin(table, row, "names")));
        }
    }

    fn record(&mut self, table: &Table, row: &Row) -> DraftRecord {
        let label = table.value(row, "label").to_owned();
        let key = match table.value(row, "key") {
            "" => slug(&label),
            key => key.to_owned(),
        };
        let kind = self.kind(table, row);
        DraftRecord {
            kind,
            key,
            aliases: aliases(table, row, kind, &label),
            label,
            state: table.value(row, "state").to_owned(),
            claimed_by: owned(table.values(row, "claimed_by")),
            sector: table.value(row, "sector").to_owned(),
            gender: table.value(row, "gender").to_owned(),
            wikidata: self.wikidata(table, row),
            at: self.coordinates(table, row),
            population: table.value(row, "population").parse().unwrap_or(0),
            since: self.day(table, row, "since", day::first),
            until: self.day(table, row, "until", day::last),
            part_of: table.value(row, "part_of").to_owned(),
            seat: table.value(row, "seat").to_owned(),
            role: table.value(row, "role").to_owned(),
            titles: owned(table.values(row, "titles")),
            origin: origin(table, row, "label"),
            ..DraftRecord::default()
        }
    }

    fn kind(&mut self, table: &Table, row: &Row) -> u8 {
        let name = table.value(row, "kind");
        kind::code_of(name).unwrap_or_else(|| {
            if !table.columns.iter().any(|column| column == "code") {
                self.fault(table, row, "kind", format!("no kind `{name}`"));
            }
            kind::STATE
        })
    }

    fn wikidata(&mut self, table: &Table, row: &Row) -> u32 {
        let id = table.value(row, "wikidata");
        if id.is_empty() {
            return 0;
        }
        let number = id.strip_prefix('Q').and_then(|digits| digits.parse().ok());
        number.unwrap_or_else(|| {
            self.fault(table, row, "wikidata", format!("`{id}` is no Wikidata id"));
            0
        })
    }

    fn coordinates(&mut self, table: &Table, row: &Row) -> Option<(f64, f64)> {
        let text = table.value(row, "at");
        if text.is_empty() {
            return None;
        }
        let pair = text
            .split_once(' ')
            .and_then(|(lat, lon)| Some((lat.parse().ok()?, lon.parse().ok()?)));
        let pair = pair.filter(|(lat, lon): &(f64, f64)| lat.abs() <= 90.0 && lon.abs() <= 180.0);
        if pair.is_none() {
            let message = format!("`{text}` is not a latitude and a longitude");
            self.fault(table, row, "at", message);
        }
        pair
    }

    fn day(
        &mut self,
        table: &Table,
        row: &Row,
        column: &str,
        parse: fn(&str) -> Option<u32>,
    ) -> u32 {
        let text = table.value(row, column);
        parse(text).unwrap_or_else(|| {
            self.fault(table, row, column, format!("`{text}` is no date"));
            0
        })
    }

    fn fault(&mut self, table: &Table, row: &Row, column: &str, message: String) {
        self.faults.push(Fault {
            origin: origin(table, row, column),
            message,
        });
    }
}

fn pairs(table: &Table) -> Vec<(String, String)> {
    let spellings = |row| {
        let normal = table.value(row, "normal").to_owned();
        table
            .values(row, "spellings")
            .map(move |spelling| (spelling.to_owned(), normal.clone()))
            .collect::<Vec<_>>()
    };
    table.rows.iter().flat_map(spellings).collect()
}

fn origin(table: &Table, row: &Row, column: &str) -> Origin {
    Origin {
        file: table.file.clone(),
        line: row.line,
        column: table.column_of(row, column),
    }
}

fn owned<'t>(values: impl Iterator<Item = &'t str>) -> Vec<String> {
    values.map(str::to_owned).collect()
}

/// All names of a row. The label is a name unless the column `short` has it too; posts are known by their titles.
fn aliases(table: &Table, row: &Row, kind: u8, label: &str) -> Vec<Alias> {
    let columns = [
        ("names", kind::NAME),
        ("short", kind::SHORT),
        ("adjectives", kind::ADJECTIVE),
        ("metonyms", kind::METONYM),
    ];
    let mut aliases: Vec<Alias> = Vec::new();
    let is_short = table.values(row, "short").any(|name| name == label);
    if kind != kind::POST && !is_short {
        aliases.push(alias(label, kind::NAME));
    }
    for (column, how) in columns {
        aliases.extend(table.values(row, column).map(|name| alias(name, how)));
    }
    aliases
}

fn alias(text: &str, kind: u8) -> Alias {
    Alias {
        text: text.to_owned(),
        kind,
    }
}

/// The government of a state.
fn government(state: &DraftRecord, article: &str) -> DraftRecord {
    let article = if article.is_empty() {
        String::new()
    } else {
        format!("{article} ")
    };
    DraftRecord {
        kind: kind::GOVERNMENT,
        key: state.key.clone(),
        label: format!("the government of {article}{}", state.label),
        state: state.code.clone(),
        sector: "GOV".to_owned(),
        since: state.since,
        until: state.until,
        origin: state.origin.clone(),
        ..DraftRecord::default()
    }
}
