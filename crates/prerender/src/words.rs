//! What pages say where the app itself cannot.

use snowlight::locale::Locale;

/// The program could not be started: what is safe, and what to do.
pub const fn failed(locale: Locale) -> &'static str {
    match locale {
        Locale::En => {
            "The program could not be loaded, so nothing can be answered now. What you answered before is safe. Load \
             this page again when there is a network."
        }
        Locale::ZhHans => "程序没能载入，现在还不能作答。以前的答案都在。有网络时请重新载入本页。",
    }
}

/// The browser runs no scripts.
pub const fn no_script(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "You can read and print this page. To answer, allow scripts.",
        Locale::ZhHans => "本页可以阅读和打印。要作答，请允许运行脚本。",
    }
}

/// A lesson in another site's page: to the app, with all that belongs to it.
pub const fn open_in_full(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Open in full",
        Locale::ZhHans => "打开完整版",
    }
}

/// On to the next of several lessons.
pub const fn next(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Next lesson",
        Locale::ZhHans => "下一课",
    }
}

/// What was answered there is taken along into the app.
pub const fn carry(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Carry my work",
        Locale::ZhHans => "带走我的作答",
    }
}

/// No window can be opened there for what is taken along.
pub const fn carried(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Copy this address and open it in a new window: your work is in it.",
        Locale::ZhHans => "复制这个网址，在新窗口里打开：作答就在里面。",
    }
}

/// The browser keeps nothing there; the page around does.
pub const fn kept_by_host(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "This site keeps your work.",
        Locale::ZhHans => "作答由这个网站保存。",
    }
}

/// Nobody keeps anything there.
pub const fn kept_nowhere(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "Nothing can be kept in this page. Carry your work before you leave.",
        Locale::ZhHans => "这个页面不能保存作答。离开前请把作答带走。",
    }
}

/// Instead of a page that is not for other sites' pages.
pub const fn own_window(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "This page opens in a window of its own.",
        Locale::ZhHans => "这个页面要在单独的窗口里打开。",
    }
}

/// What this is, for search engines and link previews.
pub const fn description(locale: Locale) -> &'static str {
    match locale {
        Locale::En => {
            "Lessons that open in seconds on any phone, work without a network and keep every answer."
        }
        Locale::ZhHans => "几秒钟就能打开的课，什么手机都行，没有网络也能学，每个答案都留着。",
    }
}
