//! Store: quads in an Oxigraph store.
