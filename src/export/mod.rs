//! Export: graphs to files.
