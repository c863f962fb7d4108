//! Query: SPARQL over stores and files.
