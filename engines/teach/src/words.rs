//! What this engine says.

stage::messages! {
    About: "Choose lessons. The class opens them by a link, on any device, without an account.", "选好课，全班打开一个链接就能学。什么设备都行，不用注册。";
    Lessons: "Lessons", "选课";
    Minutes: "{} min", "{} 分钟";
    AllOf: "The whole unit: {}", "整个单元：{}";
    ChosenOf: "{} chosen", "已选 {} 课";
    Chosen: "What the class gets, in this order", "全班依次学";
    TakeOut: "Take out: {}", "去掉：{}";
    Language: "Language of the lessons", "课的语言";
    NotThere: "Not in this language: {}", "没有这种语言的课：{}";
    Link: "The link", "链接";
    LinkFor: "For a message, a chat or a course page.", "可以发到群里、消息里、课程页面上。";
    HereOnly: "This address works on this computer alone: {}. Put the site on a host before you share it.", "这个网址只能在这台电脑上打开：{}。先把网站放到服务器上，再发给别人。";
    Copy: "Copy", "复制";
    CopyWhat: "Copy: {}", "复制：{}";
    Copied: "Copied", "已复制";
    Selected: "It could not be copied from here. It is selected: copy it yourself.", "这里不能自动复制。文字已经选中，请自己复制。";
    Preview: "Preview", "预览";
    PreviewOf: "Preview: {}", "预览：{}";
    PreviewEnd: "Close the preview", "关闭预览";
    Website: "For a website", "放进网站";
    Anchor: "A link that becomes the lesson", "会变成课的链接";
    AnchorFor: "Stays a plain link where scripts are stripped.", "网站去掉脚本时，它还是普通链接。";
    Script: "The script, once a site", "脚本，一个网站放一次";
    ScriptFor: "Before the end of the page's body, or in the site's template.", "放在页面末尾，或放进网站的模板。";
    Element: "An element", "元素";
    ElementFor: "Needs the script. For pages that you write by hand.", "要有上面的脚本，适合自己写的网页。";
    Frame: "A frame", "框架";
    FrameFor: "Needs no script.", "不需要脚本。";
    OEmbed: "An oEmbed address", "oEmbed 地址";
    OEmbedFor: "For sites that ask for one. The first lesson alone.", "有的网站会要这个地址。只含第一课。";
    Poster: "A poster", "海报";
    Print: "Print", "打印";
    SaveCode: "Save the code as SVG", "把二维码存为 SVG";
    CodeOf: "Code of the link", "链接的二维码";
    TooLong: "The link is too long for a code. Choose fewer lessons.", "链接太长，放不进二维码。请少选几课。";
    ScanEn: "Scan with a camera, or type:", "Scan with a camera, or type:";
    ScanZh: "用相机扫码，或输入网址：", "用相机扫码，或输入网址：";
    FreeEn: "Works offline once opened. No account.", "Works offline once opened. No account.";
    FreeZh: "打开一次以后，没有网络也能学。不用注册。", "打开一次以后，没有网络也能学。不用注册。";
    MoreEn: "and {} more", "and {} more";
    MoreZh: "还有 {} 课", "还有 {} 课";
}
