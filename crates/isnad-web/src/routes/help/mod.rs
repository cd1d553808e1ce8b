pub(crate) mod keys;
