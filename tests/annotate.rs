//! Annotating: the same as spaCy on frozen reference output, and the same alone and in company.

use std::path::Path;

use newsgraph::annotate::{Annotated, Model, annotate, annotate_batch};
use newsgraph::read::{Document, ParagraphKind};

fn texts() -> Vec<String> {
    let lines = include_str!("annotate/texts.jsonl").lines();
    let text = |line| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["text"].as_str().unwrap().to_owned()
    };
    lines.map(text).collect()
}

// Datelines are left where they are, as spaCy leaves them.
fn documents() -> Vec<Document> {
    let texts = texts().into_iter().enumerate();
    let document = |(number, text): (usize, String)| {
        let mut document = Document::new(number.to_string(), text);
        for paragraph in &mut document.paragraphs {
            paragraph.kind = ParagraphKind::Body;
        }
        document
    };
    texts.map(document).collect()
}

fn model() -> &'static Model {
    Model::embedded().unwrap()
}

/// One line a token, as `tests/parity/freeze.py` writes spaCy's.
fn lines(annotated: &Annotated) -> Vec<String> {
    let mut names = vec![String::from("O"); annotated.tokens.len()];
    for name in &annotated.names {
        for token in name.tokens.clone() {
            let place = if token == name.tokens.start { 'B' } else { 'I' };
            names[token] = format!("{place}-{}", name.label);
        }
    }
    let line = |index: usize| {
        let token = &annotated.tokens[index];
        let (start, end) = annotated.document.code_points(token.span);
        let morph = if token.morph.is_empty() {
            "-"
        } else {
            &token.morph
        };
        let sentence = &annotated.sentences[annotated.sentence_of(index)];
        let first = if sentence.start == index {
            "start"
        } else {
            "-"
        };
        let lemma = serde_json::to_string(&*token.lemma).unwrap();
        format!(
            "{start}-{end}\t{}\t{}\t{morph}\t{lemma}\t{}\t{}\t{first}\t{}",
            token.tag, token.pos, token.head, token.dep, names[index]
        )
    };
    (0..annotated.tokens.len()).map(line).collect()
}

#[test]
fn all_is_as_spacy_has_it() {
    let mut reference = include_str!("annotate/spacy.tsv").lines().peekable();
    for (number, document) in documents().into_iter().enumerate() {
        assert_eq!(reference.next(), Some(format!("# {number}").as_str()));
        let text = document.text.clone();
        for line in lines(&annotate(document, model())) {
            assert_eq!(
                Some(line.as_str()),
                reference.next(),
                "in text {number}: {text}"
            );
        }
    }
    assert_eq!(reference.next(), None);
}

#[test]
fn texts_in_company_are_annotated_as_alone() {
    let alone: Vec<Annotated> = documents()
        .into_iter()
        .map(|document| annotate(document, model()))
        .collect();
    assert_eq!(annotate_batch(documents(), model()), alone);
    let mut reversed = documents();
    reversed.reverse();
    let mut reversed = annotate_batch(reversed, model());
    reversed.reverse();
    assert_eq!(reversed, alone);
}

#[test]
fn threads_do_not_change_anything() {
    let alone: Vec<Annotated> = documents()
        .into_iter()
        .map(|document| annotate(document, model()))
        .collect();
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| annotate_batch(documents(), model())))
            .collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), alone);
        }
    });
}

#[test]
fn tokens_cover_all_but_single_blanks() {
    for document in documents() {
        let annotated = annotate(document, model());
        let mut at = 0;
        for token in &annotated.tokens {
            let between = &annotated.document.text[at..token.span.start];
            assert!(between.is_empty() || between == " ", "{between:?}");
            at = token.span.end;
        }
    }
}

#[test]
fn a_text_without_words_has_no_tokens() {
    let annotated = annotate(Document::new("empty", ""), model());
    assert!(
        annotated.tokens.is_empty() && annotated.sentences.is_empty() && annotated.names.is_empty()
    );
}

#[test]
fn a_text_of_any_length_is_annotated_in_pieces() {
    let line = "The minister, whom nobody had warned, resigned on Friday in Kyiv. ";
    let long = Document::new("long", line.repeat(3_500));
    let length = long.text.len();
    let annotated = annotate(long, model());
    assert_eq!(annotated.tokens.last().unwrap().span.end, length - 1);
    assert_eq!(annotated.tokens.len(), 14 * 3_500);
    let right = annotated
        .sentences
        .iter()
        .filter(|range| range.len() == 14)
        .count();
    assert!(right > 3_400, "{right} sentences");
}

#[test]
fn what_is_no_pipeline_is_refused_with_a_hint() {
    let folder = tempfile::tempdir().unwrap();
    let import = |source: &Path| {
        let result = newsgraph::annotate::import::import(source, &folder.path().join("model"));
        result.unwrap_err().to_string()
    };
    let message = import(folder.path());
    assert!(
        message.contains("no config.cfg in it") && message.contains("hint:"),
        "{message}"
    );
    let file = folder.path().join("some.whl");
    std::fs::write(&file, "not a wheel").unwrap();
    assert!(import(&file).contains("neither a directory nor a wheel"));
    assert!(import(&folder.path().join("absent")).contains("absent"));
    std::fs::write(folder.path().join("config.cfg"), "").unwrap();
    let message = import(folder.path());
    assert!(
        message.contains("meta.json: the file is missing"),
        "{message}"
    );
    for (meta, expected) in [
        (
            r#"{"lang": "de", "spacy_version": ">=3.8.0,<3.9.0"}"#,
            "not for English",
        ),
        (
            r#"{"lang": "en", "spacy_version": ">=2.3.0,<2.4.0"}"#,
            "for spaCy >=2.3.0",
        ),
        (
            r#"{"lang": "en", "spacy_version": ">=3.8.0,<3.9.0"}"#,
            "tok2vec/model: the file is missing",
        ),
        ("nonsense", "it is not JSON"),
    ] {
        std::fs::write(folder.path().join("meta.json"), meta).unwrap();
        let message = import(folder.path());
        assert!(message.contains(expected), "{message}");
    }
    assert!(Model::open(folder.path()).is_err());
    std::fs::write(folder.path().join("model.bin"), "damaged").unwrap();
    let message = Model::open(folder.path()).unwrap_err().to_string();
    assert!(message.contains("model import"), "{message}");
}
