//! Children for the tests of this crate: a true one, false ones, and one that tries to get out.
//!
//! It is not part of the product.

#[cfg(target_os = "linux")]
mod escape;
#[cfg(target_os = "linux")]
mod foreign;
mod impostor;

use std::process::ExitCode;

fn main() -> ExitCode {
    let how = std::env::args().nth(1).unwrap_or_default();
    match how.as_str() {
        "worker" => isnad_extract::worker::main(),
        #[cfg(target_os = "linux")]
        "escape" => escape::attempt(true),
        #[cfg(target_os = "linux")]
        "escape-without-sandbox" => escape::attempt(false),
        #[cfg(target_os = "linux")]
        "foreign" => {
            let argument = |n| std::env::args().nth(n).unwrap_or_default();
            foreign::attempt(&argument(2), &argument(3))
        }
        other => impostor::play(other),
    }
}
