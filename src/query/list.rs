//! The files of `ontology/queries/`.

macro_rules! queries {
    ($($name:literal),* $(,)?) => {
        /// Name and text of each.
        pub(super) const QUERIES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../ontology/queries/", $name, ".rq")))),*];
    };
}

queries! {
    "accusation-matrix",
    "accusations",
    "articles",
    "between-states",
    "co-action",
    "contemplated-then-asserted",
    "contested",
    "demands",
    "denied-then-asserted",
    "escalation",
    "events",
    "events-in-box",
    "facts",
    "happenings",
    "holders-on-day",
    "mediators",
    "mentions",
    "network",
    "numbers",
    "office-holders",
    "plans",
    "protests",
    "quotations",
    "sanctions",
    "sources",
    "statements",
    "threats",
    "timeline",
    "top-actors",
    "unattributed",
    "unknown-actors",
    "who-met-whom",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_in_order() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/ontology/queries");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .filter_map(|name| name.strip_suffix(".rq").map(str::to_owned))
            .collect();
        files.sort();
        let listed: Vec<&str> = QUERIES.iter().map(|(name, _)| *name).collect();
        assert_eq!(files, listed);
    }
}
