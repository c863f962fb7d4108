//! Graphs of known facts: what they hold, whether they conform, whether every format keeps them.

mod exports;
mod happenings;
mod known;
mod model;
mod queries;
mod round_trips;
mod shapes;
