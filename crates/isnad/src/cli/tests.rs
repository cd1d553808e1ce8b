use super::*;

#[test]
fn the_definition_holds_together() {
    command(Lang::Ar).debug_assert();
}

/// Every command and argument says what it does, in every language.
#[test]
fn everything_has_words() {
    fn check(command: &Command, path: &str, silent: &mut Vec<String>) {
        if command.get_about().is_none() {
            silent.push(path.to_owned());
        }
        for argument in command.get_arguments().filter(|a| !a.is_hide_set()) {
            let is_own = !["help", "version"].contains(&argument.get_id().as_str());
            if is_own && argument.get_help().is_none() {
                silent.push(format!("{path} {}", argument.get_id()));
            }
        }
        command
            .get_subcommands()
            .for_each(|verb| check(verb, &format!("{path} {}", verb.get_name()), silent));
    }
    for lang in Lang::ALL {
        let mut silent = Vec::new();
        check(&command(lang), "isnad", &mut silent);
        assert!(silent.is_empty(), "{lang:?}: {silent:?}");
    }
}
