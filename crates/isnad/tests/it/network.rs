//! Nothing leaves the machine.

use isnad_testkit::{Output, has_program, skip};

use crate::support::archive;

#[test]
fn intake_and_search_call_nobody() {
    if !has_program("strace") {
        return skip("that nothing calls out", "strace is not installed");
    }
    let env = archive();
    env.write("in/a.txt", "with http://example.org/ in it");
    for args in [&["intake", "in"][..], &["search", "example"], &["verify"]] {
        let plain = env.command(args);
        let mut command = std::process::Command::new("strace");
        command.args(["-f", "-qq", "-e", "trace=socket,connect,sendto", "-o", "calls"]);
        command.arg(plain.get_program()).args(plain.get_args()).env_clear();
        plain.get_envs().for_each(|(name, value)| _ = command.env(name, value.unwrap_or_default()));
        command.current_dir(env.path("")).stdin(std::process::Stdio::null());
        Output::of(&mut command).expect(0);
        let calls = std::fs::read_to_string(env.path("calls")).unwrap();
        assert!(!calls.contains("AF_INET"), "{args:?}: {calls}");
    }
}
