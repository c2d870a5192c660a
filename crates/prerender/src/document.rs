//! The document around a page: head, policy, what is loaded beside each other.

use snowlight::locale::{Locale, Message};

use crate::words;

/// The Content-Security-Policy of every page; hosts send the same as a header.
pub const POLICY: &str = include_str!("policy.txt");

/// File names at the site's root, and where it is put if that is known.
#[derive(Default)]
pub struct Assets {
    pub script: String,
    pub style: String,
    pub wasm: String,
    pub chooser: String,
    pub base: String,
    pub site: Option<String>,
}

/// A page of the app with what its head says.
pub struct Document {
    pub title: String,
    pub locale: Locale,
    /// Below the site's root.
    pub path: String,
    /// From here to the site's root, as `../../`.
    pub root: String,
    /// From here to the lesson's pack.
    pub pack: Option<String>,
    /// From here to the pack with its beginning.
    pub beginning: Option<String>,
    /// The page needs the list of courses.
    pub catalogue: bool,
    /// What the page's items were drawn with.
    pub seed: Option<u64>,
    pub body: String,
}

/// From the page at `path` to the site's root.
pub fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

impl Document {
    /// The whole page.
    pub fn html(&self, assets: &Assets) -> String {
        let Self { root, locale, .. } = self;
        let description = escaped(words::description(*locale));
        let mut head = format!("<meta name=\"description\" content=\"{description}\">\n");
        for other in Locale::ALL {
            let path = self.path.replacen(locale.tag(), other.tag(), 1);
            let to = assets.site.as_deref().unwrap_or(root);
            head.push_str(&format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{to}{path}\">\n",
                other.tag()
            ));
        }
        if let Some(site) = &assets.site {
            head.push_str(&format!("<link rel=\"canonical\" href=\"{site}{}\">\n", self.path));
        }
        if let Some(seed) = self.seed {
            head.push_str(&format!("<meta name=\"seed\" content=\"{seed}\">\n"));
        }
        if let Some(pack) = &self.pack {
            head.push_str(&format!("<meta name=\"pack\" content=\"{pack}\">\n"));
        }
        if let Some(beginning) = &self.beginning {
            head.push_str(&format!("<meta name=\"beginning\" content=\"{beginning}\">\n"));
        }
        // The rest of a lesson is asked for when its beginning stands.
        if let Some(first) = self.beginning.as_ref().or(self.pack.as_ref()) {
            head.push_str(&preload(first, ""));
        }
        if self.catalogue {
            head.push_str(&preload(&format!("{root}packs/catalogue.{}", locale.tag()), ""));
        }
        // The program puts its own page in this one's place: the comment tells which of them stands there.
        let body = format!("<!-- prerendered -->{}", self.body);
        app_page(*locale, &self.title, root, &head, &body, assets)
    }
}

/// The page that the service worker answers every address of a language with: it puts the way to the root in.
pub fn shell(locale: Locale, assets: &Assets) -> String {
    app_page(locale, locale.say(Message::AppName), "{root}", "", "", assets)
}

/// The site's front page, which leads to a language.
pub fn front(assets: &Assets) -> String {
    let links: String = Locale::ALL
        .iter()
        .map(|it| {
            format!(
                "<li><a class=\"card\" lang=\"{0}\" hreflang=\"{0}\" href=\"{0}/\">{1}</a></li>",
                it.tag(),
                it.name()
            )
        })
        .collect();
    let head = format!("<script type=\"module\" src=\"{}\"></script>\n", assets.chooser);
    let body = format!(
        "<main class=\"page\"><h1>Snowlight 雪光</h1><ul class=\"cards\">{links}</ul></main>"
    );
    page("en", "Snowlight 雪光", "./", &head, &body, &assets.style)
}

/// What a host answers where there is nothing. It stands at no certain depth, so its addresses are whole; all that it
/// asks for is the style, and without that it reads as well.
pub fn missing(assets: &Assets) -> String {
    let base = assets.site.as_deref().unwrap_or(&assets.base);
    let paragraphs: String = Locale::ALL
        .iter()
        .map(|it| {
            let (tag, what, act, link) = (
                it.tag(),
                it.say(Message::NoSuchPage),
                it.say(Message::NoSuchPageDo),
                it.say(Message::ToToday),
            );
            format!(
                "<section lang=\"{tag}\"><h1>{what}</h1><p>{act}</p>\
                 <a class=\"action\" href=\"{base}{tag}/\">{link}</a></section>"
            )
        })
        .collect();
    let body = format!("<main class=\"page\">{paragraphs}</main>");
    page("en", "404 · Snowlight", base, "", &body, &assets.style)
}

fn app_page(
    locale: Locale,
    title: &str,
    root: &str,
    head: &str,
    body: &str,
    assets: &Assets,
) -> String {
    let Assets { script, wasm, style, .. } = assets;
    let head = format!(
        "<meta name=\"root\" content=\"{root}\">\n{head}{}{}<script type=\"module\" src=\"{root}{script}\"></script>\n",
        preload(&format!("{root}{wasm}"), " type=\"application/wasm\""),
        preload(&format!("{root}packs/words.{}", locale.tag()), "")
    );
    let body = format!(
        "<noscript><p class=\"notice\">{}</p></noscript>\n<p id=\"failed\" class=\"notice\" role=\"alert\" hidden>{}</p>\n\
         <div id=\"app\" translate=\"no\">{body}</div>",
        words::no_script(locale),
        words::failed(locale)
    );
    page(locale.tag(), title, root, &head, &body, style)
}

/// Fetched at once, beside the script that will ask for it.
fn preload(href: &str, more: &str) -> String {
    format!("<link rel=\"preload\" as=\"fetch\"{more} crossorigin href=\"{href}\">\n")
}

/// Icon and manifest are asked for by keep.js, once nothing waits for the network.
fn page(lang: &str, title: &str, root: &str, head: &str, body: &str, style: &str) -> String {
    let (first, title) = (first_lines(), escaped(title));
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"ltr\">\n<head>\n{first}<title>{title}</title>\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#fbfaf7\">\n\
         <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#0f1626\">\n\
         <link rel=\"stylesheet\" href=\"{root}{style}\">\n{head}\
         <link rel=\"icon\" href=\"data:,\">\n\
         </head>\n<body>\n{body}\n</body>\n</html>\n"
    )
}

/// The policy stands before anything that it could govern.
fn first_lines() -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, interactive-widget=resizes-content\">\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_the_root_is_relative() {
        assert_eq!(root("en/"), "../");
        assert_eq!(root("en/ma/ma-03/"), "../../../");
    }

    #[test]
    fn the_policy_comes_first_and_titles_are_text() {
        let html = page("en", "<b> & \"c\"", "../", "", "", "style.css");
        let head = html.split_once("<head>\n").expect("a head").1;
        assert!(head.starts_with("<meta http-equiv=\"Content-Security-Policy\""));
        assert!(html.contains("<title>&lt;b> &amp; &quot;c&quot;</title>"));
    }

    #[test]
    fn hosts_send_the_policy_of_the_pages() {
        let samples = [
            include_str!("../../../docs/hosting/nginx.conf"),
            include_str!("../../../docs/hosting/htaccess"),
            include_str!("../../../docs/hosting/_headers"),
        ];
        assert!(samples.iter().all(|sample| sample.contains(POLICY)));
    }

    #[test]
    fn nothing_in_a_page_is_inline_script_or_style() {
        let assets = Assets { script: "app.js".into(), ..Assets::default() };
        for html in [shell(Locale::En, &assets), front(&assets), missing(&assets)] {
            assert!(
                !html.contains("<style") && !html.contains(" style=") && !html.contains("<script>")
            );
        }
    }
}
