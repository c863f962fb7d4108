//! The files of `ontology/queries/`.

macro_rules! queries {
    ($($name:literal),* $(,)?) => {
        /// Name and text of each.
        pub(super) const QUERIES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../ontology/queries/", $name, ".rq")))),*];
    };
}

queries! {
    "timeline",
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
