pub(crate) mod find;
