//! Quantities: numbers with unit, bounds and the situation that they measure.
