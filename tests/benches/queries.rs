//! Milliseconds of every named query over a file of quads, loading aside.
//!
//! ```sh
//! tests/benches/articles.py 1000 > articles.jsonl
//! newsgraph build articles.jsonl --output articles.nq
//! cargo bench --bench queries -- articles.nq
//! ```
//!
//! Each query runs three times with the parameters that it requires; the best counts. Ends with
//! code 1 where one takes longer than 300 ms.

#![expect(clippy::print_stdout, reason = "a benchmark talks")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use newsgraph::graph::DEFAULT_BASE;
use newsgraph::query::{NamedQuery, Parameter, ParameterKind, QueryOptions, named_queries, run};
use newsgraph::store::RdfFile;
use oxigraph::sparql::QueryResults;
use oxigraph::store::Store;

const LONGEST: f64 = 300.0;
const ROUNDS: usize = 3;

fn main() -> ExitCode {
    let Some(path) = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"))
    else {
        println!("give a file of quads: cargo bench --bench queries -- articles.nq");
        return ExitCode::SUCCESS;
    };
    let store = Store::new().expect("opens");
    let begin = Instant::now();
    let file = RdfFile::new(Path::new(&path), None).expect("a format");
    file.load_into(&store).expect("loads");
    let quads = store.len().expect("counts");
    println!(
        "{quads} quads loaded in {:.1} s",
        begin.elapsed().as_secs_f64()
    );
    let mut times: Vec<(f64, usize, &str)> = named_queries()
        .iter()
        .map(|query| best(&store, query))
        .collect();
    times.sort_by(|left, right| right.0.total_cmp(&left.0));
    for (milliseconds, rows, name) in &times {
        println!("{milliseconds:9.1} ms {rows:8} rows  {name}");
    }
    if times
        .iter()
        .any(|(milliseconds, ..)| *milliseconds > LONGEST)
    {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn best(store: &Store, query: &'static NamedQuery) -> (f64, usize, &'static str) {
    let required = query
        .parameters
        .iter()
        .filter(|parameter| parameter.required);
    let values: Vec<(String, String)> = required
        .map(|one| (one.name.to_owned(), value(one)))
        .collect();
    let text = query.fill(&values, DEFAULT_BASE).expect("fills");
    let (mut least, mut rows) = (f64::INFINITY, 0);
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let results = run(store, &text, &QueryOptions::default()).expect("runs");
        let QueryResults::Solutions(solutions) = results else {
            panic!("{} gives no rows", query.name);
        };
        rows = solutions
            .collect::<Result<Vec<_>, _>>()
            .expect("rows")
            .len();
        least = least.min(begin.elapsed().as_secs_f64() * 1000.0);
    }
    (least, rows, query.name)
}

// Somebody and something that there is much of.
fn value(parameter: &Parameter) -> String {
    let value = match (parameter.kind, parameter.name) {
        (ParameterKind::Iri, "other") => "state:ukraine",
        (ParameterKind::Iri, _) => "state:russia",
        (ParameterKind::Date, _) => "2018-06-01",
        (ParameterKind::Number, _) => "1",
        (ParameterKind::Text, _) => "troops",
    };
    value.to_owned()
}
