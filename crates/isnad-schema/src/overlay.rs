//! Laying files over a schema, and checking that everything in it refers to what is there.

use std::collections::{HashMap, HashSet};

use isnad_model::Sensitivity;

use crate::{
    Fault, Kind, Property, Schema, Type, Vocabulary, anew,
    file::{Read, read},
};

impl Schema {
    /// This schema with the files of an overlay: each with its name, for faults, and its text. A kind, a property or a
    /// term that is there already is called anew and keeps what it is; others are added.
    ///
    /// # Errors
    /// Everything that is wrong with the files.
    pub fn overlaid(&self, files: &[(String, String)]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut schema = self.clone();
        let mut seen = HashSet::new();
        let mut from = HashMap::new();
        for (name, text) in files {
            let Some(found) = read(name, text, &mut faults) else { continue };
            let id = match &found {
                Read::Kind(kind) => format!("kind {}", kind.id),
                Read::Vocabulary(vocabulary) => format!("vocabulary {}", vocabulary.id),
            };
            if !seen.insert(id.clone()) {
                faults.push(Fault::new(name, "twice", "", id));
                continue;
            }
            match found {
                Read::Kind(kind) => {
                    from.insert(kind.id.clone(), name.clone());
                    schema.lay_kind(name, *kind, &mut faults);
                }
                Read::Vocabulary(vocabulary) => schema.lay_vocabulary(name, *vocabulary, &mut faults),
            }
        }
        schema.check(&from, &mut faults);
        faults.sort();
        faults.dedup();
        if faults.is_empty() { Ok(schema) } else { Err(faults) }
    }

    fn lay_kind(&mut self, file: &str, mut new: Kind, faults: &mut Vec<Fault>) {
        let properties = new.properties.iter().map(|property| &property.id);
        twice(file, &new.id, properties, faults);
        twice(file, &new.id, new.groups.iter().map(|group| &group.id), faults);
        match self.kinds.get_mut(&new.id) {
            Some(old) => anew::kind(old, new, &mut |code, place, about| {
                faults.push(Fault::new(file, code, place, about));
            }),
            None => {
                if new.sensitivity.is_empty() {
                    Sensitivity::default().code().clone_into(&mut new.sensitivity);
                }
                self.kinds.insert(new.id.clone(), new);
            }
        }
    }

    fn lay_vocabulary(&mut self, file: &str, new: Vocabulary, faults: &mut Vec<Fault>) {
        twice(file, &new.id, new.terms.iter().map(|term| &term.code), faults);
        let merged = match self.vocabularies.remove(&new.id) {
            None => new,
            Some(old) => anew::vocabulary(old, new),
        };
        for (code, term, about) in parents(&merged) {
            faults.push(Fault::new(file, code, format!("{}:{term}", merged.id), about));
        }
        self.vocabularies.insert(merged.id.clone(), merged);
    }

    /// Whether everything that is referred to is there.
    fn check(&self, from: &HashMap<String, String>, faults: &mut Vec<Fault>) {
        // The type of each property, and the kind that said it first.
        let mut types: HashMap<&str, (Type, &str)> = HashMap::new();
        for kind in self.kinds() {
            let file = from.get(&kind.id).map_or(kind.id.as_str(), String::as_str);
            let mut fault =
                |code, place: &str, about: &str| faults.push(Fault::new(file, code, place, about));
            for id in kind.title.iter().chain(&kind.detail) {
                if kind.property(id).is_none() {
                    fault("property-unknown", &kind.id, id);
                }
            }
            for property in &kind.properties {
                let place = format!("{}.{}", kind.id, property.id);
                if let Some(group) = property.group.as_deref()
                    && !kind.groups.iter().any(|it| it.id == group)
                {
                    fault("group-unknown", &place, group);
                }
                if let Some(id) = property.vocabulary.as_deref()
                    && self.vocabulary(id).is_none()
                {
                    fault("vocabulary-unknown", &place, id);
                }
                for to in property.to.iter().filter(|to| self.kind(to).is_none()) {
                    fault("kind-unknown", &place, to);
                }
                if let Some(when) = &property.when {
                    match kind.property(&when.property) {
                        None => fault("property-unknown", &place, &when.property),
                        Some(other) => {
                            for is in when.is.iter().filter(|is| !self.may_be(other, is)) {
                                fault("term-unknown", &place, is);
                            }
                        }
                    }
                }
                let (of, first) = *types.entry(&property.id).or_insert((property.kind, &kind.id));
                if of != property.kind {
                    fault("type-changed", &place, &format!("{first}.{}", property.id));
                }
            }
        }
    }

    /// Whether a property can have this value, as a condition writes it: a question that is asked only then would
    /// otherwise never be asked. A vocabulary that is not there is told where the property names it.
    fn may_be(&self, property: &Property, is: &str) -> bool {
        match property.kind {
            Type::Term => {
                let vocabulary = property.vocabulary.as_deref().and_then(|id| self.vocabulary(id));
                vocabulary.is_none_or(|vocabulary| vocabulary.term(is).is_some())
            }
            Type::Flag => ["true", "false"].contains(&is),
            _ => true,
        }
    }
}

/// Tells ids that a file says twice.
fn twice<'a>(file: &str, place: &str, ids: impl Iterator<Item = &'a String>, faults: &mut Vec<Fault>) {
    let mut seen = HashSet::new();
    for id in ids.filter(|id| !seen.insert(id.as_str())) {
        faults.push(Fault::new(file, "twice", place, id));
    }
}

/// Terms whose wider term is not there, or is in the end the term itself: `(code, term, parent)`.
fn parents(vocabulary: &Vocabulary) -> Vec<(&'static str, &str, &str)> {
    let mut found = Vec::new();
    // Terms from which the way up is known to end, so that each is gone once.
    let mut ends: HashSet<&str> = HashSet::new();
    for term in &vocabulary.terms {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: HashSet<&str> = HashSet::new();
        let mut at = term;
        while !ends.contains(at.code.as_str()) {
            way.push(&at.code);
            on_way.insert(&at.code);
            let Some(parent) = at.parent.as_deref() else { break };
            match vocabulary.term(parent) {
                None => found.push(("parent-unknown", at.code.as_str(), parent)),
                Some(wider) if on_way.contains(wider.code.as_str()) => {
                    found.push(("parent-circle", at.code.as_str(), parent));
                }
                Some(wider) => {
                    at = wider;
                    continue;
                }
            }
            break;
        }
        ends.extend(way);
    }
    found
}

#[cfg(test)]
mod tests;
