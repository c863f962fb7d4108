//! Sessions with the built program: what users type, what it answers, how it ends.

mod bad_input;
mod events;
mod outputs;
mod session;
