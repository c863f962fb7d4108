//! Weights as thinc stores them: nodes with attributes and arrays.

use super::message::Message;
use super::wrong;
use crate::annotate::model::{Matrix, Table};
use crate::annotate::network::{Embedding, Encoder, Maxout, PADDING, Weights};
use crate::error::{Error, Result};

/// An array of single-precision numbers.
struct Array {
    name: String,
    shape: Vec<usize>,
    numbers: Vec<f32>,
}

/// A node that has arrays.
pub(super) struct Node {
    name: String,
    file: String,
    seed: Option<u32>,
    arrays: Vec<Array>,
}

/// The nodes of a file.
pub(super) struct Network {
    file: String,
    nodes: Vec<Node>,
}

impl Network {
    /// Reads the nodes of a decoded file.
    pub(super) fn of(message: &Message, file: String) -> Result<Self> {
        let lists = ["nodes", "attrs", "params"].map(|key| message.get(key)?.list());
        let [Some(nodes), Some(attributes), Some(arrays)] = lists else {
            return Err(wrong(&file, "it holds no weights"));
        };
        let nodes = nodes.iter().zip(attributes).zip(arrays);
        let nodes = nodes
            .filter_map(|((node, attributes), arrays)| Node::of(&file, node, attributes, arrays));
        Ok(Self {
            nodes: nodes.collect(),
            file,
        })
    }

    /// All nodes of a name, in order of use.
    fn named(&self, name: &str) -> Vec<&Node> {
        let nodes = self.nodes.iter();
        nodes.filter(|node| node.name == name).collect()
    }

    /// The node of a name and a place among those of that name.
    pub(super) fn node(&self, name: &str, place: usize) -> Result<&Node> {
        let missing = || wrong(&self.file, &format!("the layer {name} {place} is missing"));
        self.named(name).get(place).copied().ok_or_else(missing)
    }
}

impl Node {
    fn of(file: &str, node: &Message, attributes: &Message, arrays: &Message) -> Option<Self> {
        let seed = attributes.get("seed").and_then(Message::bytes);
        let seed = seed.and_then(|seed| Message::decode(seed)?.number());
        let arrays: Vec<Array> = arrays
            .map()?
            .iter()
            .filter_map(|(name, array)| Array::of(name.text()?, array))
            .collect();
        (!arrays.is_empty()).then_some(Self {
            name: node.get("name")?.text()?.to_owned(),
            file: file.to_owned(),
            seed: seed.map(|seed| seed as u32),
            arrays,
        })
    }

    fn array(&self, name: &str) -> Result<&Array> {
        let mut arrays = self.arrays.iter();
        let missing = || self.wrong(&format!("the array {name} is missing"));
        arrays.find(|array| array.name == name).ok_or_else(missing)
    }

    /// The numbers of an array, row by row.
    pub(super) fn numbers(&self, name: &str) -> Result<Vec<f32>> {
        self.array(name).map(|array| array.numbers.clone())
    }

    /// An array as a matrix: its last dimension is that of the columns.
    pub(super) fn matrix(&self, name: &str) -> Result<Matrix> {
        let array = self.array(name)?;
        let columns = array.shape.last().copied().unwrap_or(1).max(1);
        let rows = array.numbers.len() / columns;
        Ok(Matrix::new(rows, columns, array.numbers.clone()))
    }

    /// An array as weights with an output a row.
    pub(super) fn weights(&self, name: &str) -> Result<Weights> {
        Ok(Weights::of(&self.matrix(name)?))
    }

    /// The dimensions of an array.
    pub(super) fn shape(&self, name: &str) -> Result<&[usize]> {
        self.array(name).map(|array| array.shape.as_slice())
    }

    /// An error of the node.
    pub(super) fn wrong(&self, message: &str) -> Error {
        wrong(&self.file, &format!("layer {}: {message}", self.name))
    }
}

impl Array {
    fn of(name: &str, array: &Message) -> Option<Self> {
        if array.get("type")?.text()? != "<f4" {
            return None;
        }
        let shape = array.get("shape")?.list()?;
        let shape = shape.iter().map(|size| Some(size.number()? as usize));
        let shape: Vec<usize> = shape.collect::<Option<_>>()?;
        let (numbers, _) = array.get("data")?.bytes()?.as_chunks::<4>();
        (shape.iter().product::<usize>() == numbers.len()).then(|| Self {
            name: name.to_owned(),
            shape,
            numbers: numbers.iter().map(|&n| f32::from_le_bytes(n)).collect(),
        })
    }
}

/// The network from words to vectors.
pub(super) fn encoder(network: &Network) -> Result<Encoder> {
    let embeddings = network.named("hashembed").into_iter().map(|node| {
        let seed = node.seed.ok_or_else(|| node.wrong("the seed is missing"))?;
        let table = Table::of(&node.matrix("E")?);
        Ok(Embedding { seed, table })
    });
    let embeddings: Vec<Embedding> = embeddings.collect::<Result<_>>()?;
    let count = network.named("maxout").len();
    let mut layers: Vec<Maxout> = (0..count)
        .map(|place| maxout(network, place))
        .collect::<Result<_>>()?;
    if layers.is_empty() || embeddings.is_empty() {
        return Err(wrong(
            &network.file,
            "it is no network of hashed embeddings",
        ));
    }
    let mixer = layers.remove(0);
    let encoder = Encoder {
        embeddings,
        mixer,
        layers,
    };
    check(&encoder).map_err(|message| wrong(&network.file, message))?;
    Ok(encoder)
}

/// Whether the layers are those of spaCy's default network and fit each other.
fn check(encoder: &Encoder) -> std::result::Result<(), &'static str> {
    let width = encoder.mixer.width();
    if encoder.mixer.weights.inputs > width * encoder.embeddings.len() {
        return Err(
            "it has static word vectors (as the md and lg pipelines do), which this program cannot use",
        );
    }
    let fits = encoder.mixer.weights.inputs == width * encoder.embeddings.len()
        && (1..=PADDING).contains(&encoder.layers.len())
        && encoder
            .layers
            .iter()
            .all(|layer| layer.width() == width && layer.weights.inputs == 3 * width);
    if fits {
        Ok(())
    } else {
        Err("its layers are others than those of spaCy's defaults")
    }
}

fn maxout(network: &Network, place: usize) -> Result<Maxout> {
    let node = network.node("maxout", place)?;
    let norm = network.node("layernorm", place)?;
    let &[width, pieces, _] = node.shape("W")? else {
        return Err(node.wrong("it has no pieces"));
    };
    if pieces != 3 {
        return Err(node.wrong("it has not three pieces"));
    }
    let order = || piece_by_piece(width, pieces);
    let bias = node.numbers("b")?;
    Ok(Maxout {
        weights: Weights::of(&node.matrix("W")?.reordered(order())),
        bias: order().map(|row| bias[row]).collect(),
        gain: norm.numbers("G")?,
        shift: norm.numbers("b")?,
    })
}

/// Places of the outputs of the first piece, then of the second, and so on.
pub(super) fn piece_by_piece(width: usize, pieces: usize) -> impl Iterator<Item = usize> {
    (0..pieces).flat_map(move |piece| (0..width).map(move |output| output * pieces + piece))
}
