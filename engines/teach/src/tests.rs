use super::*;
use crate::words::Message;
use course::catalogue::{Course, Unit};
use course::lesson::Band;
use stage::What;
use stage::node::{By, Node};

/// Sources hold no whole address (tests/lint.rs).
const ROOT: &str = concat!("https:", "//lessons.example/");
const SITE: &str = concat!("https:", "//lessons.example/\n\nembed-0123abcd.js\nsha256-AbC+/=\n\n");

fn lesson(id: &str, title: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        title: title.to_owned(),
        band: Band::A,
        minutes: 15,
        skills: Vec::new(),
        needs: Vec::new(),
        pack: [id, "-pack"].concat(),
        bytes: 0,
        engines: 0,
        once: 0,
    }
}

fn unit(title: &str, lessons: &[(&str, &str)]) -> Unit {
    let lessons = lessons.iter().map(|(id, title)| lesson(id, title)).collect();
    Unit { title: title.to_owned(), lessons }
}

fn catalogue(units: Vec<Unit>) -> Vec<u8> {
    let course = Course {
        id: "ma".to_owned(),
        title: "Mathematics".to_owned(),
        units,
        bytes: 0,
        engines: 0,
    };
    Catalogue { courses: vec![course] }.write()
}

fn opened(site: &str) -> Teach {
    let counting = unit("Counting", &[("ma-01", "Count & \"tell\" <10"), ("ma-02", "Pairs")]);
    let adding = unit("Adding", &[("ma-03", "Sums")]);
    let told = Told {
        kind: course::item::StagedKind::Tap,
        piece: site.as_bytes().to_vec(),
        seed: 0,
        made: catalogue(vec![counting, adding]),
        locale: Locale::En,
        remembered: String::new(),
        still: false,
        voice: false,
        motion: false,
    };
    Teach::open(told).expect("a page, whatever it is told")
}

fn after(asks: &[Ask]) -> Teach {
    let mut page = opened(SITE);
    asks.iter().for_each(|ask| drop(done(&mut page, *ask)));
    page
}

fn done(page: &mut Teach, ask: Ask) -> Vec<Effect> {
    page.ask(ask, Input { at: 0.0, what: What::Tap })
}

/// All words of a tree, and what its fields hold.
fn said(tree: &Element<Ask>) -> String {
    let parts = tree.parts();
    let mut out = String::new();
    for (name, value) in &parts.attributes {
        if *name == "value" {
            out.push_str(value);
            out.push('\n');
        }
    }
    for node in &parts.children {
        match node {
            Node::Element(it) => out.push_str(&said(it)),
            Node::Text(it) => out.push_str(it),
        }
    }
    out.push('\n');
    out
}

/// The first element that is so.
fn find<'a>(
    tree: &'a Element<Ask>,
    is: &dyn Fn(&Element<Ask>) -> bool,
) -> Option<&'a Element<Ask>> {
    if is(tree) {
        return Some(tree);
    }
    tree.parts().children.iter().find_map(|node| match node {
        Node::Element(it) => find(it, is),
        Node::Text(_) => None,
    })
}

fn has(tree: &Element<Ask>, name: &str, value: &str) -> bool {
    tree.parts().attributes.iter().any(|it| it.0 == name && it.1 == value)
}

#[test]
fn lessons_are_given_in_the_order_in_which_they_were_chosen() {
    let cases: [(&str, &[Ask], &str); 8] = [
        ("nothing", &[], ""),
        ("one", &[Ask::Lesson(0, 1)], "en/m/ma-02/"),
        (
            "several",
            &[Ask::Lesson(0, 2), Ask::Lesson(0, 0), Ask::Lesson(0, 1)],
            "en/m/ma-03/?then=ma-01,ma-02",
        ),
        ("one again is one less", &[Ask::Lesson(0, 1), Ask::Lesson(0, 1)], ""),
        ("a unit", &[Ask::Unit(0, 0)], "en/m/ma-01/?then=ma-02"),
        (
            "the rest of a unit",
            &[Ask::Lesson(0, 1), Ask::Unit(0, 0), Ask::Unit(0, 1)],
            "en/m/ma-02/?then=ma-01,ma-03",
        ),
        ("a unit again", &[Ask::Unit(0, 1), Ask::Unit(0, 0), Ask::Unit(0, 0)], "en/m/ma-03/"),
        (
            "one is taken out, and what is not there is not",
            &[Ask::Unit(0, 0), Ask::Out(0), Ask::Out(9), Ask::Lesson(4, 0), Ask::Unit(0, 7)],
            "en/m/ma-02/",
        ),
    ];
    for (case, asks, path) in cases {
        let link = if path.is_empty() { String::new() } else { [ROOT, path].concat() };
        assert_eq!(after(asks).link(), link, "{case}");
    }
}

#[test]
fn titles_and_addresses_stay_text_in_other_sites_pages() {
    let page = after(&[Ask::Lesson(0, 0), Ask::Lesson(0, 2)]);
    let link = [ROOT, "en/m/ma-01/?then=ma-03"].concat();
    let cases = [
        (Form::Link, link.clone()),
        (
            Form::Anchor,
            format!("<a class=\"snowlight\" href=\"{link}\">Count &amp; \"tell\" &lt;10 …</a>"),
        ),
        (
            Form::Element,
            format!(
                "<snowlight-lesson><a href=\"{link}\">Count &amp; \"tell\" &lt;10 …</a></snowlight-lesson>"
            ),
        ),
        (
            Form::Frame,
            format!(
                "<iframe src=\"{link}\" title=\"Count &amp; &quot;tell&quot; &lt;10 …\" width=\"100%\" height=\"640\" \
                 frameborder=\"0\" loading=\"lazy\" allow=\"autoplay\"></iframe>"
            ),
        ),
        (
            Form::Script,
            format!(
                "<script src=\"{ROOT}embed-0123abcd.js\" integrity=\"sha256-AbC+/=\" crossorigin defer></script>"
            ),
        ),
        (Form::OEmbed, String::new()),
    ];
    for (form, expected) in cases {
        assert_eq!(page.words(form), expected);
    }
}

#[test]
fn an_oembed_address_is_told_where_the_build_knows_its_own() {
    let oembed = Message::OEmbed.say(Locale::En);
    let mut page = opened(&format!("//box.school/\n\nembed.js\nsha256-x\n{ROOT}x/\n"));
    done(&mut page, Ask::Unit(0, 0));
    let view = page.view();
    assert!(said(&view).contains(&[ROOT, "x/en/m/ma-01/oembed.json"].concat()));
    assert!(said(&view).contains("//box.school/en/m/ma-01/?then=ma-02"));
    assert!(said(&view).contains(oembed));
    assert!(!said(&after(&[Ask::Unit(0, 0)]).view()).contains(oembed));
}

#[test]
fn an_address_that_nobody_else_reaches_says_so() {
    let words = Message::HereOnly.fill(Locale::En, &["//localhost:8080/"]);
    let mut page = opened("//localhost:8080/\nhere\nembed.js\nsha256-x\n\n");
    done(&mut page, Ask::Lesson(0, 0));
    assert!(said(&page.view()).contains(&words));
    assert!(!said(&after(&[Ask::Lesson(0, 0)]).view()).contains("computer alone"));
}

#[test]
fn what_is_told_may_be_cut_anywhere() {
    for length in 0..SITE.len() {
        let mut page = opened(&SITE[..length]);
        done(&mut page, Ask::Unit(0, 0));
        page.view();
    }
    assert_eq!(Site::read(&[0xff, 0xfe]), Site::default());
}

#[test]
fn copying_tells_whether_it_could_be_done() {
    let mut page = after(&[Ask::Lesson(0, 1)]);
    let effects = done(&mut page, Ask::Copy(Form::Link));
    assert_eq!(effects, [Effect::Own("copy-link", page.link())]);
    for (done, message) in [(1, Message::Copied), (0, Message::Selected)] {
        page.hear(Heard::Fetched("copy-link".to_owned(), vec![done]));
        let told = said(&page.view());
        assert_eq!(told.matches(message.say(Locale::En)).count(), 1);
    }
    done(&mut page, Ask::Preview);
    assert!(page.copied.is_none(), "it is said until something else is done");
}

#[test]
fn a_field_is_found_by_the_name_of_what_copies_it() {
    let view = after(&[Ask::Lesson(0, 1)]).view();
    for form in FORMS {
        let field = find(&view, &|it| has(it, "id", copying(form)));
        assert_eq!(field.is_some(), form != Form::OEmbed, "{form:?}");
        assert!(field.is_none_or(|it| has(it, "readonly", "")), "{form:?}");
    }
}

#[test]
fn the_preview_is_fetched_when_it_is_asked_for_and_goes_with_what_it_was_of() {
    let frame = |page: &Teach| {
        find(&page.view(), &|it| it.parts().tag == "iframe").map(|it| it.parts().attributes.clone())
    };
    let mut page = after(&[Ask::Lesson(0, 1)]);
    assert_eq!(frame(&page), None);
    done(&mut page, Ask::Preview);
    let found = frame(&page).expect("a frame");
    assert!(found.contains(&("src", page.link())) && found.iter().any(|it| it.0 == "title"));
    done(&mut page, Ask::Lesson(0, 2));
    assert_eq!(frame(&page), None);
}

#[test]
fn lessons_are_given_in_the_other_language() {
    let mut page = after(&[Ask::Lesson(0, 0), Ask::Lesson(0, 1)]);
    let effects = done(&mut page, Ask::Speak(Locale::ZhHans));
    assert_eq!(effects, [Effect::Fetch("packs/catalogue.zh-Hans".to_owned())]);
    assert_eq!(page.link(), [ROOT, "zh-Hans/m/ma-01/?then=ma-02"].concat());
    let other = catalogue(vec![unit("数数", &[("ma-01", "数到十")])]);
    let effects = page.hear(Heard::Fetched("packs/catalogue.zh-Hans".to_owned(), other));
    assert_eq!(effects, [Effect::Fetch("packs/ma-01-pack.pack".to_owned())]);
    assert_eq!(page.link(), [ROOT, "zh-Hans/m/ma-01/"].concat(), "the other one lacks it");
    let told = said(&page.view());
    assert!(told.contains("Not in this language: Pairs"), "{told}");
    assert!(told.contains("数到十") && told.contains(Message::FreeZh.say(Locale::En)));
    done(&mut page, Ask::Speak(Locale::En));
    assert_eq!(page.link(), [ROOT, "en/m/ma-01/?then=ma-02"].concat());
}

#[test]
fn a_poster_says_what_can_be_done_afterwards_once_it_is_known() {
    let mut lesson = course::sample::lesson_of_all();
    lesson.can = vec![course::text::Span::Plain("You can add.".to_owned())];
    let mut page = opened(SITE);
    let effects = done(&mut page, Ask::Lesson(0, 2));
    assert_eq!(effects, [Effect::Fetch("packs/ma-03-pack.pack".to_owned())]);
    let poster = |page: &Teach| {
        let view = page.view();
        said(find(&view, &|it| has(it, "class", "poster")).expect("a poster"))
    };
    assert!(!poster(&page).contains("You can add."));
    let come = |bytes| Heard::Fetched("packs/ma-03-pack.pack".to_owned(), bytes);
    page.hear(come(b"<html>".to_vec()));
    page.hear(come(course::pack::write(&lesson)));
    let told = poster(&page);
    for words in ["Sums", "You can add.", "lessons.example/en/m/ma-03/", "No account."] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(done(&mut page, Ask::Lesson(0, 2)).is_empty(), "what is known is not asked for again");
}

#[test]
fn every_control_has_a_name_and_what_it_asks_for_is_carried_out() {
    let page = after(&[Ask::Unit(0, 0), Ask::Preview]);
    let mut asks = Vec::new();
    controls(&page.view(), &mut asks);
    assert!(asks.len() > 12, "{}", asks.len());
    for ask in asks {
        let mut page = after(&[Ask::Unit(0, 0), Ask::Preview]);
        done(&mut page, ask);
        page.view();
    }
}

fn controls(tree: &Element<Ask>, asks: &mut Vec<Ask>) {
    for (by, ask) in &tree.parts().asks {
        assert!(matches!(by, By::Tap | By::Value));
        asks.push(*ask);
    }
    if tree.parts().tag == "button" {
        assert!(!said(tree).trim().is_empty());
    }
    for node in &tree.parts().children {
        if let Node::Element(it) = node {
            controls(it, asks);
        }
    }
}

/// What a camera sees of a code, read by a program that knows nothing of how it was drawn.
fn scanned(code: &Code) -> (String, u8) {
    const SCALE: usize = 4;
    let size = code.size as usize;
    let mut dark = vec![false; size * size];
    for run in code.path.split('M').filter(|it| !it.is_empty()) {
        let (left, rest) = run.split_once(' ').expect("a place");
        let (top, rest) = rest.split_once('h').expect("a width");
        let (wide, rest) = rest.split_once("v1h-").expect("a height");
        assert_eq!(rest, [wide, "z"].concat());
        let number = |it: &str| it.parse::<usize>().expect("a number");
        let begin = number(top) * size + number(left);
        dark[begin..begin + number(wide)].fill(true);
    }
    let edge = |at: usize| at < 4 || at >= size - 4;
    for (at, dark) in dark.iter().enumerate() {
        assert!(!dark || !(edge(at / size) || edge(at % size)), "the quiet zone is white");
    }
    let mut seen =
        rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
            if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 }
        });
    let grids = seen.detect_grids();
    let [grid] = &grids[..] else { panic!("{} codes", grids.len()) };
    let (meta, words) = grid.decode().expect("a code that can be read");
    (words, meta.ecc_level as u8)
}

#[test]
fn a_code_is_read_by_another_program() {
    let long = format!("{ROOT}en/m/ma-01/?then={}", ["ma-02"; 60].join(","));
    for words in [&*[ROOT, "zh-Hans/m/ma-07/"].concat(), "10.0.0.5:8080/雪/", &long] {
        let code = Code::of(words).expect("a code");
        // Level M has the bits 00 (ISO/IEC 18004, table 12).
        assert_eq!(scanned(&code), (words.to_owned(), 0));
    }
    assert_eq!(Code::of(&"x".repeat(4_000)), None);
}

#[test]
fn a_link_that_is_too_long_for_a_code_says_so() {
    let mut page = opened(&format!("{ROOT}{}/\n", "x".repeat(3_000)));
    done(&mut page, Ask::Lesson(0, 0));
    assert!(said(&page.view()).contains(Message::TooLong.say(Locale::En)));
    assert!(done(&mut page, Ask::SaveCode).is_empty());
}

#[test]
fn a_code_is_saved_as_a_drawing() {
    let mut page = after(&[Ask::Lesson(0, 1)]);
    let effects = done(&mut page, Ask::SaveCode);
    let [Effect::File { name, mime, bytes }] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((&**name, *mime), ("snowlight-ma-02.svg", "image/svg+xml"));
    let svg = String::from_utf8_lossy(bytes);
    assert!(svg.starts_with("<svg xmlns=\"http") && svg.ends_with("</svg>\n"));
}
