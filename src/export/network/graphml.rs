//! GraphML: a directed graph with parallel edges.

use std::io::{self, Write};

use super::Network;
use super::xml::Escaped;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
<key id="kind" for="node" attr.name="kind" attr.type="string"/>
<key id="state" for="node" attr.name="state" attr.type="string"/>
<key id="sector" for="node" attr.name="sector" attr.type="string"/>
<key id="type" for="edge" attr.name="type" attr.type="string"/>
<key id="class" for="edge" attr.name="class" attr.type="string"/>
<key id="status" for="edge" attr.name="status" attr.type="string"/>
<key id="weight" for="edge" attr.name="weight" attr.type="int"/>
<key id="first" for="edge" attr.name="first" attr.type="string"/>
<key id="last" for="edge" attr.name="last" attr.type="string"/>
<graph id="newsgraph" edgedefault="directed">
"#;

/// Writes a network.
pub(super) fn write(network: &Network, to: &mut impl Write) -> io::Result<()> {
    to.write_all(HEAD.as_bytes())?;
    for actor in network.actors.values() {
        write!(to, "<node id=\"{}\">", Escaped(actor.iri))?;
        let data = [
            ("label", actor.name),
            ("kind", actor.kind),
            ("state", actor.state),
            ("sector", actor.sector),
        ];
        values(&data, to)?;
        writeln!(to, "</node>")?;
    }
    for (number, (ends, edge)) in network.edges.iter().enumerate() {
        write!(
            to,
            "<edge id=\"e{number}\" source=\"{}\" target=\"{}\">",
            Escaped(ends.from),
            Escaped(ends.to),
        )?;
        let weight = edge.events.len().to_string();
        let data = [
            ("type", ends.event_type),
            ("class", edge.class),
            ("status", ends.status),
            ("weight", &weight),
            ("first", edge.first()),
            ("last", edge.last()),
        ];
        values(&data, to)?;
        writeln!(to, "</edge>")?;
    }
    writeln!(to, "</graph>\n</graphml>")
}

fn values(pairs: &[(&str, &str)], to: &mut impl Write) -> io::Result<()> {
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        write!(to, "<data key=\"{name}\">{}</data>", Escaped(value))?;
    }
    Ok(())
}
