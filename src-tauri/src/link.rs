//! Links of evidence in the system's browser: only the web, only after the person saw the whole address.

use sceau_app::view::Problem;
use url::Url;

use crate::program::Answer;

/// Opens an address.
///
/// # Errors
/// `link-kind`: no address of the web. `link-browser`: no browser answered.
pub fn open(address: &str) -> Answer<()> {
    let address = web(address)?;
    tauri_plugin_opener::open_url(address, None::<&str>).map_err(|_| Problem::plain("link-browser"))
}

/// The address as a browser takes it; anything but the web is refused.
fn web(address: &str) -> Answer<String> {
    match Url::parse(address) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url.into()),
        _ => Err(Problem::plain("link-kind")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        assert_eq!(web("https://exemple.example/étude").unwrap(), "https://exemple.example/%C3%A9tude");
        for bad in
            ["file:///etc/passwd", "javascript:alert(1)", "sceau:x", "mailto:a@b.example", "exemple", ""]
        {
            assert_eq!(web(bad).unwrap_err().code, "link-kind", "{bad}");
        }
    }
}
