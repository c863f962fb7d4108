//! `MessagePack` values, as far as spaCy's files need them.

use rmpv::Value;

/// A decoded value.
#[derive(Clone, Debug)]
pub(super) enum Message {
    /// Nothing.
    Nil,
    /// A whole number or truth value.
    Number(u64),
    /// A text.
    Text(String),
    /// Bytes that are no text.
    Binary(Vec<u8>),
    /// A list.
    List(Vec<Message>),
    /// A map.
    Map(Vec<(Message, Message)>),
}

impl Message {
    /// Decodes a file; `None` if it is not `MessagePack`.
    pub(super) fn decode(mut bytes: &[u8]) -> Option<Self> {
        rmpv::decode::read_value(&mut bytes).ok().map(Self::of)
    }

    fn of(value: Value) -> Self {
        match value {
            Value::Boolean(truth) => Self::Number(u64::from(truth)),
            Value::Integer(number) => number.as_u64().map_or(Self::Nil, Self::Number),
            Value::String(text) => text.into_str().map_or(Self::Nil, Self::Text),
            Value::Binary(bytes) => Self::Binary(bytes),
            Value::Array(values) => Self::List(values.into_iter().map(Self::of).collect()),
            Value::Map(pairs) => Self::Map(
                pairs
                    .into_iter()
                    .map(|(key, value)| (Self::of(key), Self::of(value)))
                    .collect(),
            ),
            _ => Self::Nil,
        }
    }

    /// The text; also of bytes that are one, as keys of arrays are.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Binary(bytes) => std::str::from_utf8(bytes).ok(),
            _ => None,
        }
    }

    /// The bytes.
    pub(super) fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Binary(bytes) => Some(bytes),
            Self::Text(text) => Some(text.as_bytes()),
            _ => None,
        }
    }

    /// The number.
    pub(super) fn number(&self) -> Option<u64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The values of a list.
    pub(super) fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(values) => Some(values),
            _ => None,
        }
    }

    /// The pairs of a map.
    pub(super) fn map(&self) -> Option<&[(Self, Self)]> {
        match self {
            Self::Map(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// The value of a text key.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        let mut pairs = self.map()?.iter();
        let (_, value) = pairs.find(|(name, _)| name.text() == Some(key))?;
        Some(value)
    }

    /// The value of a numeric key.
    pub(super) fn get_number(&self, key: u64) -> Option<&Self> {
        let mut pairs = self.map()?.iter();
        let (_, value) = pairs.find(|(name, _)| name.number() == Some(key))?;
        Some(value)
    }

    /// The texts of a list of texts.
    pub(super) fn texts(&self) -> Option<Vec<&str>> {
        self.list()?.iter().map(Self::text).collect()
    }
}
