//! Parser and tagger of names: their classes and scorers.

use super::message::Message;
use super::network::piece_by_piece;
use super::source::Source;
use crate::annotate::model::Matrix;
use crate::annotate::names::{Action, FEATURES as NAME_FEATURES, NameTagger};
use crate::annotate::network::{Affine, Scorer, Weights};
use crate::annotate::parse::{FEATURES, Move, Parser};
use crate::error::Result;

/// Letters of the parser's moves, in the order of their numbers.
const MOVES: [char; 5] = ['S', 'D', 'L', 'R', 'B'];
/// Letters of the actions of the tagger of names; the first has no classes.
const ACTIONS: [char; 6] = ['M', 'B', 'I', 'L', 'U', 'O'];

/// The parser.
pub(super) fn parser(source: &Source) -> Result<Parser> {
    let parse = |number: usize, label: &str| Move::parse(*MOVES.get(number)?, label);
    let moves = classes(source, "parser/moves", parse)?;
    let scorer = scorer(source, "parser/model", FEATURES, moves.len())?;
    Ok(Parser { moves, scorer })
}

/// The tagger of names.
pub(super) fn names(source: &Source) -> Result<NameTagger> {
    let parse = |number: usize, label: &str| Action::parse(*ACTIONS.get(number)?, label);
    let actions = classes(source, "ner/moves", parse)?;
    let scorer = scorer(source, "ner/model", NAME_FEATURES, actions.len())?;
    Ok(NameTagger { actions, scorer })
}

/// The classes: by number of the action, then by falling frequency, then by falling label.
fn classes<T>(
    source: &Source,
    file: &str,
    parse: impl Fn(usize, &str) -> Option<T>,
) -> Result<Vec<T>> {
    let message = source.message(file)?;
    let json = message.get("moves").and_then(Message::text);
    let frequencies: std::collections::BTreeMap<usize, std::collections::BTreeMap<String, u64>> =
        serde_json::from_str(json.unwrap_or_default())
            .map_err(|error| source.wrong(file, &format!("the moves cannot be read: {error}")))?;
    let mut classes = Vec::new();
    for (number, labels) in frequencies {
        let mut labels: Vec<(u64, String)> =
            labels.into_iter().map(|(label, f)| (f, label)).collect();
        labels.sort_unstable_by(|a, b| b.cmp(a));
        for (_, label) in labels {
            let class = parse(number, &label);
            let unknown = || source.wrong(file, &format!("the label {label:?} is not known"));
            classes.push(class.ok_or_else(unknown)?);
        }
    }
    Ok(classes)
}

fn scorer(source: &Source, file: &str, features: usize, classes: usize) -> Result<Scorer> {
    let network = source.network(file)?;
    let lower = network.node("precomputable_affine", 0)?;
    let &[count, width, pieces, _] = lower.shape("W")? else {
        return Err(lower.wrong("it has no features"));
    };
    if (count, pieces) != (features, 2) {
        return Err(lower.wrong("its features are others than those of spaCy's defaults"));
    }
    // The projection stands after the upper layer, in the order of the nodes.
    let (upper, projection) = (network.node("linear", 0)?, network.node("linear", 1)?);
    if upper.matrix("W")?.rows != classes {
        return Err(upper.wrong("its classes are not those of the moves"));
    }
    let block = width * pieces;
    let order = || piece_by_piece(width, pieces);
    let all = (0..count).flat_map(|feature| order().map(move |row| feature * block + row));
    let (bias, padding) = (lower.numbers("b")?, lower.numbers("pad")?);
    let padding = padding
        .chunks(block)
        .flat_map(|pad| order().map(|place| pad[place]));
    Ok(Scorer {
        projection: Affine {
            weights: projection.weights("W")?,
            bias: projection.numbers("b")?,
        },
        lower: Weights::of(&lower.matrix("W")?.reordered(all)),
        bias: order().map(|place| bias[place]).collect(),
        padding: Matrix::new(count, block, padding.collect()),
        upper: upper.weights("W")?,
        upper_bias: upper.numbers("b")?,
    })
}
