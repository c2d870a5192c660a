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
    /// What speaks with another site's page around a lesson, and its style.
    pub player: String,
    pub player_style: String,
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
    /// For another site's page: the lesson alone, and where it stands in full.
    pub alone: Option<String>,
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
            let path = self.alone.as_ref().unwrap_or(&self.path);
            head.push_str(&format!("<link rel=\"canonical\" href=\"{site}{path}\">\n"));
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
        match &self.alone {
            Some(full) => {
                if let Some(site) = &assets.site {
                    let (path, title) = (&self.path, escaped(&self.title));
                    head.push_str(&format!(
                        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{site}{path}oembed.json\" title=\"{title}\">\n"
                    ));
                }
                player_page(*locale, &self.title, root, &head, &body, full, assets)
            }
            None => app_page(*locale, &self.title, root, &head, &body, assets),
        }
    }

    /// What sites that ask for it are told about a lesson in their page (oEmbed 1.0, type `rich`).
    pub fn oembed(&self, site: &str) -> String {
        let (title, path) = (quoted(&self.title), &self.path);
        let frame = format!(
            "<iframe src=\"{site}{path}\" title=\"{}\" width=\"100%\" height=\"640\" style=\"border:0\"></iframe>",
            escaped(&self.title)
        );
        format!(
            "{{\"version\":\"1.0\",\"type\":\"rich\",\"provider_name\":\"Snowlight\",\"provider_url\":{},\"title\":{title},\
             \"width\":600,\"height\":640,\"html\":{}}}\n",
            quoted(site),
            quoted(&frame)
        )
    }
}

/// A page of the app for other sites' pages, at `full` in the app itself.
fn player_page(
    locale: Locale,
    title: &str,
    root: &str,
    head: &str,
    body: &str,
    full: &str,
    assets: &Assets,
) -> String {
    let Assets { player, player_style, .. } = assets;
    // Before the app's own script, which asks it what keeps the answers.
    let head = format!(
        "{head}<link rel=\"stylesheet\" href=\"{root}{player_style}\">\n\
         <script type=\"module\" src=\"{root}{player}\"></script>\n"
    );
    app_page(locale, title, root, &head, body, assets)
        .replacen("<html ", "<html data-embed ", 1)
        .replacen("</body>", &format!("{}</body>", around(full, root)), 1)
}

/// What stands below a lesson in another site's page, in every language: the one of the page is shown.
fn around(full: &str, root: &str) -> String {
    let lines = Locale::ALL.map(|it| {
        let (tag, rest) = (it.tag(), full.split_once('/').map_or("", |(_, rest)| rest));
        format!(
            "<p lang=\"{tag}\"><button type=\"button\" data-next hidden>{}</button> <a data-full target=\"_blank\" rel=\"noopener\" href=\"{root}{tag}/{rest}\">{}</a> \
             <button type=\"button\" data-carry hidden>{}</button> <span data-kept=\"host\" hidden>{}</span>\
             <span data-kept=\"none\" hidden>{}</span>\
             <label data-carried hidden>{}<input readonly></label></p>",
            words::next(it),
            words::open_in_full(it),
            words::carry(it),
            words::kept_by_host(it),
            words::kept_nowhere(it),
            words::carried(it)
        )
    });
    format!("<footer id=\"around\">{}</footer>\n", lines.concat())
}

/// What stands in another site's page instead of a page that is not for it.
pub fn elsewhere(locale: Locale, assets: &Assets) -> String {
    let body = format!(
        "<main class=\"page\"><h1>Snowlight</h1><p>{}</p><a class=\"action\" target=\"_blank\" rel=\"noopener\" href=\"../\">{}</a></main>",
        words::own_window(locale),
        words::open_in_full(locale)
    );
    page(locale.tag(), "Snowlight", "../../", "", &body, &assets.style)
}

/// Text as a JSON string.
fn quoted(text: &str) -> String {
    let mut out = "\"".to_owned();
    for it in text.chars() {
        match it {
            '"' | '\\' => out.extend(['\\', it]),
            '\u{0}'..='\u{1f}' | '<' => out.push_str(&format!("\\u{:04x}", u32::from(it))),
            _ => out.push(it),
        }
    }
    out.push('"');
    out
}

/// The page that the service worker answers every address of a language with: it puts the way to the root in.
pub fn shell(locale: Locale, assets: &Assets) -> String {
    app_page(locale, locale.say(Message::AppName), "{root}", "", "", assets)
}

/// The same for the pages of lessons alone. The player finds its lesson's place in the app by itself.
pub fn shell_alone(locale: Locale, assets: &Assets) -> String {
    let full = format!("{}/", locale.tag());
    player_page(locale, locale.say(Message::AppName), "{root}", "", "", &full, assets)
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
