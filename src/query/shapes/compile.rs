//! Constraints to queries for what breaks them.

use super::Check;
use super::read::{Constraint, Property, Shape, Shapes};
use crate::graph::vocabulary::SH;

pub(super) fn checks(shapes: &Shapes) -> Vec<Check> {
    let mut checks = Vec::new();
    for shape in &shapes.shapes {
        let target = target(shape);
        for constraint in &shape.constraints {
            checks.push(check(shape, None, constraint, &target));
        }
        for property in &shape.properties {
            for constraint in &property.constraints {
                checks.push(check(shape, Some(property), constraint, &target));
            }
        }
        for select in &shape.queries {
            checks.push(Check {
                query: with_target(&select.query, &target),
                path: String::new(),
                message: select
                    .message
                    .clone()
                    .or_else(|| shape.message.clone())
                    .unwrap_or_default(),
                constraint: "sh:sparql",
                shape: shape.name.clone(),
            });
        }
    }
    checks
}

// One pattern, or the union of several.
fn target(shape: &Shape) -> String {
    if let [only] = shape.targets.as_slice() {
        return only.clone();
    }
    let parts: Vec<String> = shape
        .targets
        .iter()
        .map(|target| format!("{{ {target} }}"))
        .collect();
    format!(
        "{{ SELECT DISTINCT ?this WHERE {{ {} }} }}",
        parts.join(" UNION ")
    )
}

// The query of a shape with `$this` bound to its targets: the pattern goes in first.
fn with_target(query: &str, target: &str) -> String {
    let query = query.replace("$this", "?this");
    match query.split_once('{') {
        Some((head, body)) => format!("{head}{{ {target} {body}"),
        None => query,
    }
}

fn check(
    shape: &Shape,
    property: Option<&Property>,
    constraint: &Constraint,
    target: &str,
) -> Check {
    let (pattern, name) = broken(constraint, property.map(|property| property.path.as_str()));
    let has_value = pattern.contains("?value")
        && !matches!(
            constraint,
            Constraint::MinCount(_) | Constraint::HasValue(_)
        );
    let variables = if has_value { "?this ?value" } else { "?this" };
    let own = property.and_then(|property| property.message.clone());
    Check {
        query: format!("SELECT DISTINCT {variables} WHERE {{ {target} {pattern} }}"),
        path: property.map_or_else(String::new, |property| property.path.clone()),
        message: own
            .or_else(|| shape.message.clone())
            .unwrap_or_else(|| format!("{name} is broken")),
        constraint: name,
        shape: shape.name.clone(),
    }
}

// What holds where the constraint does not. Without a path the node itself is the value.
fn broken(constraint: &Constraint, path: Option<&str>) -> (String, &'static str) {
    let step = path.map_or_else(
        || "BIND (?this AS ?value)".to_owned(),
        |path| format!("?this {path} ?value ."),
    );
    let path = path.unwrap_or("<>");
    match constraint {
        Constraint::MinCount(count) => (fewer(path, *count), "sh:minCount"),
        Constraint::MaxCount(count) => (more(path, *count), "sh:maxCount"),
        Constraint::Class(class) => (
            format!("{step} FILTER NOT EXISTS {{ ?value a {class} }}"),
            "sh:class",
        ),
        Constraint::Datatype(datatype) => (
            format!("{step} FILTER (!isLiteral(?value) || datatype(?value) != {datatype})"),
            "sh:datatype",
        ),
        Constraint::NodeKind(kind) => (
            format!("{step} FILTER (!({}))", of_kind(kind)),
            "sh:nodeKind",
        ),
        Constraint::In(values) => (
            format!("{step} FILTER (?value NOT IN ({}))", values.join(", ")),
            "sh:in",
        ),
        Constraint::HasValue(value) => (
            format!("FILTER NOT EXISTS {{ ?this {path} {value} }}"),
            "sh:hasValue",
        ),
        Constraint::Pattern(pattern) => (
            format!("{step} FILTER (isBlank(?value) || !regex(str(?value), {pattern}))"),
            "sh:pattern",
        ),
        Constraint::LessThan(other) => (
            format!("{step} ?this {other} ?other . FILTER (!COALESCE(?value < ?other, false))"),
            "sh:lessThan",
        ),
        Constraint::LessThanOrEquals(other) => (
            format!("{step} ?this {other} ?other . FILTER (!COALESCE(?value <= ?other, false))"),
            "sh:lessThanOrEquals",
        ),
    }
}

fn fewer(path: &str, count: u32) -> String {
    if count <= 1 {
        return format!("FILTER NOT EXISTS {{ ?this {path} ?value }}");
    }
    let values: Vec<String> = (0..count)
        .map(|number| format!("?this {path} ?value{number} ."))
        .collect();
    format!(
        "FILTER NOT EXISTS {{ {} FILTER ({}) }}",
        values.join(" "),
        all_differ(count)
    )
}

fn more(path: &str, count: u32) -> String {
    let values: Vec<String> = (0..=count)
        .map(|number| format!("?this {path} ?value{number} ."))
        .collect();
    let differ = all_differ(count + 1);
    let filter = if differ.is_empty() {
        String::new()
    } else {
        format!(" FILTER ({differ})")
    };
    format!("FILTER EXISTS {{ {}{filter} }}", values.join(" "))
}

fn all_differ(count: u32) -> String {
    let mut pairs = Vec::new();
    for left in 0..count {
        for right in left + 1..count {
            pairs.push(format!("!sameTerm(?value{left}, ?value{right})"));
        }
    }
    pairs.join(" && ")
}

fn of_kind(kind: &str) -> &'static str {
    let local = kind
        .trim_start_matches('<')
        .trim_end_matches('>')
        .strip_prefix(SH)
        .unwrap_or("");
    match local {
        "IRI" => "isIRI(?value)",
        "Literal" => "isLiteral(?value)",
        "BlankNode" => "isBlank(?value)",
        "IRIOrLiteral" => "isIRI(?value) || isLiteral(?value)",
        "BlankNodeOrIRI" => "isBlank(?value) || isIRI(?value)",
        _ => "isBlank(?value) || isLiteral(?value)",
    }
}
