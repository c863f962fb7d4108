//! Turtle and TriG for people: sorted, grouped by kind, only used prefixes, the same bytes every time.

mod arrange;
mod term;

use std::collections::BTreeSet;
use std::io::{self, Write};

use oxigraph::model::{NamedNode, Triple};

use arrange::{Subject, arranged};
pub use term::Names;

/// Writes triples as Turtle.
///
/// # Errors
/// When the writer fails.
pub fn write_turtle(triples: &[&Triple], base: &str, to: &mut impl Write) -> io::Result<()> {
    let names = Names::new(base);
    let subjects = arranged(triples, &names);
    let used = subjects
        .iter()
        .flat_map(|subject| used_prefixes(subject, &names));
    write_head(&used.collect(), &names, to)?;
    write_subjects(&subjects, &names, to)
}

/// Writes named graphs as TriG, each graph under its name.
///
/// # Errors
/// When the writer fails.
pub fn write_trig<'graph>(
    graphs: impl Iterator<Item = (&'graph NamedNode, &'graph [Triple])>,
    base: &str,
    to: &mut impl Write,
) -> io::Result<()> {
    let names = Names::new(base);
    let graphs: Vec<(&NamedNode, Vec<&Triple>)> = graphs
        .map(|(name, triples)| (name, triples.iter().collect()))
        .collect();
    let arranged: Vec<(&NamedNode, Vec<Subject>)> = graphs
        .iter()
        .map(|(name, triples)| (*name, arranged(triples, &names)))
        .collect();
    let mut used = BTreeSet::new();
    for (name, subjects) in &arranged {
        used.extend(names.prefix_of(name.as_str()));
        used.extend(
            subjects
                .iter()
                .flat_map(|subject| used_prefixes(subject, &names)),
        );
    }
    write_head(&used, &names, to)?;
    for (name, subjects) in &arranged {
        writeln!(to, "\n{} {{", names.iri(name.as_str()))?;
        write_subjects(subjects, &names, to)?;
        writeln!(to, "}}")?;
    }
    Ok(())
}

fn used_prefixes<'names>(subject: &Subject, names: &'names Names) -> BTreeSet<&'names str> {
    let mut used: BTreeSet<&str> = names.prefix_of(subject.iri).into_iter().collect();
    for property in &subject.properties {
        if property.iri != crate::graph::vocabulary::A {
            used.extend(names.prefix_of(property.iri));
        }
        used.extend(
            property
                .objects
                .iter()
                .filter_map(|object| names.prefix_of_term(object)),
        );
    }
    used
}

fn write_head(used: &BTreeSet<&str>, names: &Names, to: &mut impl Write) -> io::Result<()> {
    writeln!(to, "@base <{}> .", names.base())?;
    for prefix in used {
        writeln!(to, "@prefix {prefix}: <{}> .", names.namespace(prefix))?;
    }
    Ok(())
}

fn write_subjects(subjects: &[Subject], names: &Names, to: &mut impl Write) -> io::Result<()> {
    let mut group = None;
    for subject in subjects {
        if group != Some(subject.group) {
            group = Some(subject.group);
            writeln!(to, "\n# {}", subject.group.title())?;
        }
        writeln!(to)?;
        write_subject(subject, names, to)?;
    }
    Ok(())
}

fn write_subject(subject: &Subject, names: &Names, to: &mut impl Write) -> io::Result<()> {
    write!(to, "{}", names.iri(subject.iri))?;
    let last = subject.properties.len().saturating_sub(1);
    for (index, property) in subject.properties.iter().enumerate() {
        to.write_all(if index == 0 { b" " } else { b"\n    " })?;
        to.write_all(names.predicate(property.iri).as_bytes())?;
        let objects: Vec<String> = property
            .objects
            .iter()
            .map(|object| names.term(object))
            .collect();
        write_objects(&objects, to)?;
        to.write_all(if index == last { b" .\n" } else { b" ;" })?;
    }
    Ok(())
}

// On one line where they are few and short, else one a line.
fn write_objects(objects: &[String], to: &mut impl Write) -> io::Result<()> {
    const LONGEST: usize = 80;
    let length: usize = objects.iter().map(|object| object.len() + 3).sum();
    let between = if length <= LONGEST {
        " , "
    } else {
        " ,\n        "
    };
    let before = if length <= LONGEST || objects.len() == 1 {
        " "
    } else {
        "\n        "
    };
    write!(to, "{before}{}", objects.join(between))
}
