//! GEXF 1.2: a directed graph whose edges have spells.

use std::io::{self, Write};

use super::xml::Escaped;
use super::{Actor, Edge, Ends, Network};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
<graph mode="dynamic" defaultedgetype="directed" timeformat="date">
<attributes class="node" mode="static">
<attribute id="kind" title="kind" type="string"/>
<attribute id="state" title="state" type="string"/>
<attribute id="sector" title="sector" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="type" title="type" type="string"/>
<attribute id="class" title="class" type="string"/>
<attribute id="status" title="status" type="string"/>
</attributes>
"#;

/// Writes a network.
pub(super) fn write(network: &Network, to: &mut impl Write) -> io::Result<()> {
    to.write_all(HEAD.as_bytes())?;
    writeln!(to, "<nodes>")?;
    for actor in network.actors.values() {
        node(actor, to)?;
    }
    writeln!(to, "</nodes>\n<edges>")?;
    for (number, (ends, edge)) in network.edges.iter().enumerate() {
        write_edge(number, ends, edge, to)?;
    }
    writeln!(to, "</edges>\n</graph>\n</gexf>")
}

fn node(actor: &Actor, to: &mut impl Write) -> io::Result<()> {
    let Actor {
        iri,
        name,
        kind,
        sector,
        state,
    } = actor;
    write!(
        to,
        "<node id=\"{}\" label=\"{}\">",
        Escaped(iri),
        Escaped(name)
    )?;
    values(&[("kind", kind), ("state", state), ("sector", sector)], to)?;
    writeln!(to, "</node>")
}

fn write_edge(number: usize, ends: &Ends, edge: &Edge, to: &mut impl Write) -> io::Result<()> {
    // `kind` keeps parallel edges apart in Gephi.
    write!(
        to,
        "<edge id=\"{number}\" source=\"{}\" target=\"{}\" label=\"{2}\" kind=\"{2}\" weight=\"{3}\">",
        Escaped(ends.from),
        Escaped(ends.to),
        Escaped(ends.event_type),
        edge.events.len(),
    )?;
    values(
        &[
            ("type", ends.event_type),
            ("class", edge.class),
            ("status", ends.status),
        ],
        to,
    )?;
    if !edge.days.is_empty() {
        write!(to, "<spells>")?;
        for (first, last) in &edge.days {
            write!(to, "<spell")?;
            for (name, day) in [("start", first), ("end", last)] {
                if let Some(day) = day {
                    write!(to, " {name}=\"{}\"", Escaped(day))?;
                }
            }
            write!(to, "/>")?;
        }
        write!(to, "</spells>")?;
    }
    writeln!(to, "</edge>")
}

fn values(pairs: &[(&str, &str)], to: &mut impl Write) -> io::Result<()> {
    write!(to, "<attvalues>")?;
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
        write!(
            to,
            "<attvalue for=\"{name}\" value=\"{}\"/>",
            Escaped(value)
        )?;
    }
    write!(to, "</attvalues>")
}
