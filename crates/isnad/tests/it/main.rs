//! The real program, from outside: one binary, so that it links once.

mod bad_input;
mod browser;
mod canary;
mod contract;
mod crash;
mod damage;
mod house;
mod listed;
mod network;
mod pictures;
mod printed;
mod readings;
mod same_again;
mod schema;
mod support;
mod told;
