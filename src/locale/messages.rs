//! The message catalogue: a message that lacks a language does not compile.
//!
//! The program that pupils download holds none of these words: they come beside it as a file a language
//! ([`super::words`]). Debug builds hold them, for the browser tests.

macro_rules! messages {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        /// Something that the interface says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Message { $($name),* }

        impl Message {
            /// Every message.
            #[cfg(any(not(target_arch = "wasm32"), debug_assertions))]
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            #[cfg(any(not(target_arch = "wasm32"), debug_assertions))]
            pub(super) const fn in_both(self) -> [&'static str; 2] {
                match self { $(Self::$name => [$en, $zh]),* }
            }
        }
    };
}

messages! {
    // Everywhere
    AppName: "Snowlight", "雪光";
    Motto: "Learn with the light there is.", "有一点光，就能学习。";
    SkipToContent: "Skip to content", "跳到正文";
    Today: "Today", "今天";
    Me: "Me", "我的";
    About: "About", "关于";
    Works: "My works", "我的作品";
    Teach: "Share a lesson with a class", "把课发给全班";
    Language: "Language", "语言";
    WhoLearns: "Who is learning?", "谁来学？";
    Card: "Picture and code", "图片和密码";
    Copies: "Storage and copies", "保存与备份";
    CopyNever: "No copy outside this browser yet.", "浏览器之外还没有备份。";
    CopyDays: "Last copy outside this browser: {} days ago.", "上次在浏览器之外备份：{} 天前。";
    CopyAsk: "Much is kept in this browser alone. Make a copy.", "很多内容只在这个浏览器里，请做个备份。";
    Privacy: "What is kept, and where", "保存什么，存在哪里";
    Back: "Back", "返回";
    Draft: "draft", "试用版";
    DraftMeans: "Draft: not signed by a subject teacher yet.", "试用版：还没有学科老师签字审定。";

    // Today and the course map
    Courses: "Courses", "课程";
    GoOn: "Go on", "继续";
    Start: "Start", "开始";
    Again: "Do it again", "再做一次";
    GoOnWith: "Go on with", "接着学";
    StartWith: "A good place to start", "从这里开始";
    NextUp: "Next", "接下来";
    ReviewToday: "To review today: {}", "今天要复习：{} 个";
    Review: "Review", "复习";
    ReviewDone: "All reviewed for today", "今天复习完了";
    ReviewDoneDo: "What you met again will stay longer. More comes on another day.", "再学一遍，记得更久。其他的改天再来。";
    ReviewWaits: "{} wait: they need a network.", "还有 {} 个要等有网络。";
    Minutes: "{} min", "{} 分钟";
    Kilobytes: "{} KB", "{} KB";
    KilobytesOnce: " + {} KB once", "，首次另加 {} KB";
    LessonsDone: "{} of {} lessons done", "完成 {} / {} 课";
    Done: "Done", "已完成";
    Opened: "Begun", "学习中";
    NeedsFirst: "Better after: {}", "先学会更好：{}";
    WhereToBegin: "Where should I begin?", "从哪里开始？";
    WhereToBeginDo: "At most 12 small questions. Stop when you like.", "最多 12 个小问题，随时可以停。";
    KeepOffline: "Keep for offline ({} KB)", "存下来离线用（{} KB）";
    Keeping: "Keeping… {} of {}", "正在保存… {} / {}";
    KeptOffline: "Works without a network", "没有网络也能用";
    KeepFailed: "Could not be kept. What you had is still there. Try again when there is a network.", "没能存下来。原有内容都在。有网络时再试一次。";

    // Parts of a lesson
    PartRecall: "Recall", "想一想";
    PartHook: "A story", "小故事";
    PartTeach: "New", "新知识";
    PartWorked: "Watch how", "看例题";
    PartFaded: "Finish it", "补一补";
    PartGuided: "Practise", "练一练";
    PartMixed: "Mix", "混合练";
    PartExit: "Check", "小检查";
    PartOutside: "Take it outside", "动手做";
    PartReview: "Review", "复习";
    StepOf: "Step {} of {}", "第 {} 步，共 {} 步";

    // Answering
    Check: "Check", "检查";
    Next: "Next", "下一个";
    TryAgain: "Try again", "再试一次";
    Hint: "Hint", "提示";
    ShowHow: "Show me how", "看看怎么做";
    Skip: "Later", "以后再做";
    DontKnow: "I don't know yet", "还不会";
    Gap: "gap", "空";
    Listen: "Listen", "听一听";
    Pinyin: "Pinyin", "拼音";
    YourAnswer: "Your answer", "你的答案";
    Right: "Right!", "对了！";
    Partly: "Partly right.", "对了一部分。";
    NotYet: "Not yet.", "还不对。";
    ExitShown: "See how it goes, above.", "上面有做法，看一看。";
    LookAgain: "Look again. A hint can help.", "再看一看，提示可以帮你。";
    Unreadable: "I could not read that. It does not count. Write a number, like 12.", "没看懂，这次不算。请写一个数，例如 12。";
    UnreadableText: "I could not read that. It does not count. Try again.", "没看懂，这次不算。请再试一次。";
    Steps: "How it goes", "做法";
    PickOne: "Pick one.", "选一个。";
    PickAll: "Pick all that are right.", "把对的全选出来。";
    Below: "Do it here.", "在这里做。";
    TypeNumber: "Type a number.", "写一个数。";
    TypeText: "Type.", "写一写。";
    PutInOrder: "Tap the cards in order.", "按顺序点卡片。";
    JoinPairs: "Tap two that belong together.", "点出配对的两张。";
    PutInBins: "Tap a card, then its place.", "先点卡片，再点位置。";
    BuildIt: "Tap the tiles to build it.", "点字块拼一拼。";
    MarkPlace: "Move the mark.", "移动标记。";
    FillCells: "Tap the boxes.", "点格子。";
    ReadAlong: "Read. Tap a word.", "读一读，点单词。";
    TickTrue: "Tick what is true.", "做到的打勾。";
    Cell: "Box {}", "第 {} 格";
    Remove: "Take back {}", "收回 {}";
    JoinedWith: "{} with {}", "{} 配 {}";

    // The end of a lesson
    LessonEnd: "Lesson done", "这一课学完了";
    YouPractised: "What you practised", "你练习了";
    YouCanNow: "What you can now do", "你现在会了";
    ExitScore: "{} of {} right in the check", "小检查对了 {} / {}";
    NextLesson: "Next lesson: {}", "下一课：{}";
    BackToCourse: "Back to the course", "回到课程";

    // Saving
    Saved: "Saved on this device", "已保存在本机";
    Saving: "Saving…", "正在保存…";
    Unsaved: "Not saved yet: this device is full. While this page is open your answers are safe. Free some space.", "还没保存：本机空间满了。这一页开着，答案就还在。请腾出一些空间。";
    Unkept: "This browser keeps nothing for this page. You can learn, but nothing is kept when you close it.", "这个浏览器不为本页保存内容。可以学习，但关掉后不会留下记录。";
    Old: "A newer Snowlight is open in another tab. Reload this page to go on: what you answer here now is not kept.", "另一个标签页里打开了更新的雪光。请重新载入这一页再继续：现在在这里答的不会保存。";
    SaveFile: "Save to a file", "存成文件";
    CameBack: "Your answers were missing from this browser's storage. {} records were brought back from the second copy.", "这个浏览器里保存的答案不见了。已从备份找回 {} 条记录。";
    OddRecords: "{} records could not be read. They are kept as they are.", "有 {} 条记录读不懂，原样保留着。";
    Skills: "Skills", "技能";
    Learned: "{}: learned", "{}：学会了";
    Mastered: "{}: mastered", "{}：掌握了";
    Due: "review today", "今天复习";
    Practising: "{}: practising", "{}：练习中";
    NothingYet: "Nothing yet. Do a lesson and it shows here.", "还没有记录。做一课，这里就会显示。";
    SavedState: "What is saved", "保存情况";

    // What went wrong
    NoSuchPage: "There is no such page.", "没有这个页面。";
    NoSuchPageDo: "The address may be old or mistyped. Nothing is lost.", "网址可能过时或写错了。什么都没丢。";
    ToToday: "To Today", "回到今天";
    PackBroken: "This lesson's file is damaged.", "这一课的文件坏了。";
    PackBrokenDo: "Your answers are safe. Load it again when there is a network, or choose another lesson.", "你的答案都在。有网络时重新载入，或者先学别的课。";
    PackTooNew: "This lesson is newer than the app.", "这一课比程序新。";
    PackTooNewDo: "Your answers are safe. Reload the page to get the new app.", "你的答案都在。重新载入网页就能得到新程序。";
    PackMissing: "This lesson is not on this device.", "这台设备上还没有这一课。";
    PackMissingDo: "There is no network now. Your answers are safe. Lessons you opened before still work.", "现在没有网络。你的答案都在。以前打开过的课还能用。";
    ListBroken: "The list of courses is damaged.", "课程目录坏了。";
    ListTooNew: "The list of courses is newer than the app.", "课程目录比程序新。";
    ListMissing: "The list of courses is not on this device.", "这台设备上还没有课程目录。";
    LanguageMissing: "Without a network this page cannot be had in that language. You can go on here.", "没有网络，拿不到那种语言的页面。可以继续在这里学。";
    LoadAgain: "Load again", "重新载入";
    StageMissing: "This part is not on this device yet and needs the network once. Your answers are safe. You can do it later.", "这一部分还不在这台设备上，需要连一次网。你的答案都在。也可以以后再做。";

    // About
    AboutWhat: "Snowlight is for learning with a cheap phone and little network. No account, no adverts, nothing is sent anywhere. Your answers stay on this device.", "雪光是为便宜的手机和不稳的网络做的学习平台。不用注册，没有广告，什么都不往外发，你的答案只留在这台设备上。";
    AboutPrivacy: "Kept on this device only: which lessons you opened, what you answered and when. Clearing this site's data in the browser erases it.", "只在这台设备上保存：打开过哪些课、答了什么、什么时候答的。在浏览器里清除本站数据就会删掉。";
    AboutLicence: "Lessons: CC BY 4.0. Program: MIT or Apache-2.0. Pictures: Fluent Emoji by Microsoft (MIT), and our own.", "课程：CC BY 4.0。程序：MIT 或 Apache-2.0。图片：微软 Fluent Emoji（MIT）和我们自己画的。";
}
