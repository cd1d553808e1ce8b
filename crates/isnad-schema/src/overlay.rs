//! Laying files over a schema, and checking that everything in it refers to what is there.

use std::collections::{HashMap, HashSet};

use crate::{
    Fault, Kind, Schema, Type, Vocabulary,
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

    fn lay_kind(&mut self, file: &str, new: Kind, faults: &mut Vec<Fault>) {
        let mut ids = HashSet::new();
        for property in new.properties.iter().filter(|property| !ids.insert(property.id.clone())) {
            faults.push(Fault::new(file, "twice", &new.id, &property.id));
        }
        let Some(old) = self.kinds.get_mut(&new.id) else {
            self.kinds.insert(new.id.clone(), new);
            return;
        };
        old.label = new.label;
        old.plural = new.plural;
        old.help = new.help.or(old.help.take());
        if !new.title.is_empty() {
            old.title = new.title;
        }
        if !new.detail.is_empty() {
            old.detail = new.detail;
        }
        old.outside.extend(new.outside);
        for group in new.groups {
            match old.groups.iter_mut().find(|it| it.id == group.id) {
                Some(it) => *it = group,
                None => old.groups.push(group),
            }
        }
        for property in new.properties {
            match old.properties.iter_mut().find(|it| it.id == property.id) {
                // What claims were made under must go on meaning what it meant.
                Some(it) if it.kind != property.kind || it.vocabulary != property.vocabulary => {
                    faults.push(Fault::new(file, "type-changed", &old.id, &property.id));
                }
                Some(it) => *it = property,
                None => old.properties.push(property),
            }
        }
    }

    fn lay_vocabulary(&mut self, file: &str, new: Vocabulary, faults: &mut Vec<Fault>) {
        let mut codes = HashSet::new();
        for term in new.terms.iter().filter(|term| !codes.insert(term.code.clone())) {
            faults.push(Fault::new(file, "twice", &new.id, &term.code));
        }
        let merged = match self.vocabularies.remove(&new.id) {
            None => new,
            Some(mut old) => {
                old.label = new.label;
                old.help = new.help.or(old.help);
                for term in new.terms {
                    match old.coded.get(&term.code) {
                        Some(at) => old.terms[*at] = term,
                        None => old.terms.push(term),
                    }
                }
                old.indexed()
            }
        };
        for term in &merged.terms {
            if let Some(parent) = term.parent.as_deref().filter(|parent| merged.term(parent).is_none()) {
                faults.push(Fault::new(
                    file,
                    "parent-unknown",
                    format!("{}:{}", merged.id, term.code),
                    parent,
                ));
            }
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
                if let Some(when) = &property.when
                    && kind.property(&when.property).is_none()
                {
                    fault("property-unknown", &place, &when.property);
                }
                let (of, first) = *types.entry(&property.id).or_insert((property.kind, &kind.id));
                if of != property.kind {
                    fault("type-changed", &place, &format!("{first}.{}", property.id));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
