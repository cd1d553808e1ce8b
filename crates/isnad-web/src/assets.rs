//! Stylesheet, script, mark and fonts: in the binary, under names that hold their hash, so that a browser may
//! keep them for ever.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::header::{CACHE_CONTROL, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use isnad_crypto::hash::sha256;

use crate::fault::Fault;

struct Asset {
    /// Its name in our templates.
    name: &'static str,
    media_type: &'static str,
    bytes: Vec<u8>,
    /// Its name in addresses: hash, hyphen, name.
    hashed: String,
}

const SCRIPT: &[u8] = include_bytes!("../assets/isnad.js");
const STYLE: &str = include_str!("../assets/isnad.css");
const MARK: &[u8] = include_bytes!("../assets/mark.svg");
const FONTS: [(&str, &[u8]); 3] = [
    ("plex-arabic-400.woff2", include_bytes!("../assets/fonts/plex-arabic-400.woff2")),
    ("plex-arabic-600.woff2", include_bytes!("../assets/fonts/plex-arabic-600.woff2")),
    ("naskh-arabic-400.woff2", include_bytes!("../assets/fonts/naskh-arabic-400.woff2")),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> =
        FONTS.iter().map(|(name, bytes)| asset(name, "font/woff2", bytes.to_vec())).collect();
    // The stylesheet names the fonts, so it is finished with their hashed names.
    let style = assets.iter().fold(STYLE.to_owned(), |css, font| css.replace(font.name, &font.hashed));
    assets.push(asset("isnad.css", "text/css; charset=utf-8", style.into_bytes()));
    assets.push(asset("isnad.js", "text/javascript; charset=utf-8", SCRIPT.to_vec()));
    assets.push(asset("mark.svg", "image/svg+xml", MARK.to_vec()));
    assets
});

fn asset(name: &'static str, media_type: &'static str, bytes: Vec<u8>) -> Asset {
    let hash: String = sha256(&[&bytes]).iter().take(8).map(|b| format!("{b:02x}")).collect();
    Asset { name, media_type, bytes, hashed: format!("{hash}-{name}") }
}

/// The address of an asset.
pub(crate) fn address(name: &str) -> String {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map_or_else(|| "/assets/absent".to_owned(), |asset| format!("/assets/{}", asset.hashed))
}

/// `GET /assets/{name}`
pub(crate) async fn get(Path(hashed): Path<String>) -> Result<Response, Fault> {
    let asset = ASSETS.iter().find(|asset| asset.hashed == hashed).ok_or(Fault::Absent)?;
    let headers = [(CONTENT_TYPE, asset.media_type), (CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes.as_slice()).into_response())
}
