//! What this engine says. A message that lacks a language does not compile; the program that learners download holds none of
//! these words: they come beside it as a file a language, and not with the first lesson's.

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locale {
    En,
    ZhHans,
}

impl Locale {
    /// The locale with this tag; English for any other.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "zh-Hans" { Self::ZhHans } else { Self::En }
    }

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// The message in this language.
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn say(self, message: Message) -> &'static str {
        message.in_both()[self as usize]
    }

    /// The message in the language that was learned last.
    #[cfg(target_arch = "wasm32")]
    pub fn say(self, message: Message) -> &'static str {
        KNOWN.get().get(message as usize).copied().unwrap_or_default()
    }

    /// The message with `{}` filled in, one after the other.
    #[inline(never)]
    pub fn fill(self, message: Message, with: &[&str]) -> String {
        let mut pieces = self.say(message).split('{');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for (piece, filler) in pieces.zip(with) {
            out.push_str(filler);
            out.push_str(piece.trim_start_matches('}'));
        }
        out
    }

    /// The name of a picture.
    pub fn face(self, face: u8) -> &'static str {
        FACES.get(usize::from(face)).map_or("", |name| self.say(*name))
    }
}

/// The names of the pictures there are to choose from.
pub const FACES: [Message; 12] = [
    Message::Cat,
    Message::Dog,
    Message::Rabbit,
    Message::Panda,
    Message::Frog,
    Message::Turtle,
    Message::Duck,
    Message::Butterfly,
    Message::Fish,
    Message::Snail,
    Message::Horse,
    Message::Bee,
];

/// Their names in files, which are the same in every language.
pub const FILE_NAMES: [&str; 12] = [
    "cat",
    "dog",
    "rabbit",
    "panda",
    "frog",
    "turtle",
    "duck",
    "butterfly",
    "fish",
    "snail",
    "horse",
    "bee",
];

/// The names of the colours behind them.
pub const COLOURS: [Message; 6] =
    [Message::Blue, Message::Green, Message::Yellow, Message::Red, Message::Purple, Message::Grey];

#[cfg(target_arch = "wasm32")]
thread_local! {
    static KNOWN: std::cell::Cell<&'static [&'static str]> = const { std::cell::Cell::new(&[]) };
}

/// Takes in the file of a language. It stays for the page's whole life.
#[cfg(target_arch = "wasm32")]
pub fn learn(file: String) {
    let lines: Vec<&'static str> = file.leak().lines().collect();
    KNOWN.set(lines.leak());
}

/// The file of a language: a message a line, in the order of the catalogue.
#[cfg(not(target_arch = "wasm32"))]
pub fn file(locale: Locale) -> String {
    Message::ALL.iter().flat_map(|it| [locale.say(*it), "\n"]).collect()
}

macro_rules! messages {
    ($($name:ident: $en:literal, $zh:literal;)*) => {
        /// Something that this engine says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Message { $($name),* }

        #[cfg(not(target_arch = "wasm32"))]
        impl Message {
            /// Every message.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            const fn in_both(self) -> [&'static str; 2] {
                match self { $(Self::$name => [$en, $zh]),* }
            }
        }
    };
}

messages! {
    // Pictures and colours
    Cat: "cat", "小猫";
    Dog: "dog", "小狗";
    Rabbit: "rabbit", "兔子";
    Panda: "panda", "熊猫";
    Frog: "frog", "青蛙";
    Turtle: "turtle", "乌龟";
    Duck: "duck", "鸭子";
    Butterfly: "butterfly", "蝴蝶";
    Fish: "fish", "小鱼";
    Snail: "snail", "蜗牛";
    Horse: "horse", "小马";
    Bee: "bee", "蜜蜂";
    Blue: "blue", "蓝色";
    Green: "green", "绿色";
    Yellow: "yellow", "黄色";
    Red: "red", "红色";
    Purple: "purple", "紫色";
    Grey: "grey", "灰色";

    // Whose turn it is
    Who: "Who is learning?", "谁来学？";
    WhoDo: "Tap your picture.", "点你的图片。";
    Now: "now", "正在学";
    Locked: "with a code", "有密码";
    Guest: "No picture yet", "还没有图片";
    FoundAgain: "The list of learners was damaged. Who was missing from it is here again; a code is not asked for any more.", "学习者的名单坏了。缺的人已经找回来了，不再要密码。";
    SomeoneNew: "Someone new", "新来的人";
    TakePicture: "Choose my picture", "选我的图片";
    GuestMeans: "What you did so far becomes yours.", "你学过的都会归到你名下。";
    ChoosePicture: "Choose your picture", "选你的图片";
    ChooseColour: "Choose a colour", "选一个颜色";
    Named: "{}, {}", "{}，{}";
    Taken: "Someone here has this one already.", "这里已经有人用这个了。";
    Back: "Back", "返回";

    // The picture code
    Code: "Tap your code", "点出你的密码";
    CodeDo: "Four pictures, one after the other.", "依次点四张图片。";
    CodeSoFar: "{} of 4", "{} / 4";
    CodeNew: "Make a code", "设一个密码";
    CodeNewDo: "Tap four pictures and remember them. A code keeps classmates out. It does not stop a thief.", "点四张图片，记住它们。密码能挡住同学，挡不住小偷。";
    CodeAgain: "Once more, the same four", "再点一遍，同样的四张";
    CodeOther: "Those were not the same four. Nothing has changed. Try again.", "两次不一样，原来的没有变。再试一次。";
    CodeSet: "Your code is set.", "密码设好了。";
    CodeGone: "The code is gone.", "密码取消了。";
    CodeWrong: "That is not the code. Nothing is lost. Try again.", "密码不对。什么都没丢，再试一次。";
    CodeWait: "Too many tries. Wait one minute, then try again.", "试得太多了。等一分钟再试。";
    Forgot: "I forgot my code", "我忘了密码";
    ForgotMeans: "Nothing is lost. Ask today, and after one day this learner opens without the code. Whoever remembers the code can still use it until then, and using it cancels the request.", "什么都没丢。今天提出，一天以后不用密码就能打开。在那以前谁知道密码仍然能用，用了就取消这次请求。";
    ForgotAsk: "Ask to open without the code", "申请不用密码打开";
    ForgotWait: "Asked. It opens without the code in {} hours.", "已申请。{} 小时后不用密码就能打开。";
    ForgotOver: "The code is gone: it was asked for a day ago.", "密码已取消：一天前申请过。";
    SomeoneAsked: "Someone asked to open this learner without the code. Your code has cancelled that.", "有人申请过不用密码打开。你输入了密码，申请已取消。";

    // The learner's card
    Card: "Picture and code", "图片和密码";
    ChangePicture: "Change picture", "换图片";
    DropCode: "Take the code away", "取消密码";

    // Storage and copies
    Copies: "Storage and copies", "保存与备份";
    Here: "On this device", "在这台设备上";
    HereCount: "Answers: {}. Lessons: {}. {} KB.", "{} 个答案，{} 课，{} KB。";
    Lasting: "The browser promised not to clear it by itself.", "浏览器答应不会自己清掉。";
    NotLasting: "The browser may clear it when space is short, or when you stay away for long.", "空间不够，或者很久不来，浏览器可能会清掉。";
    Outside: "Outside this browser", "在这个浏览器之外";
    OutsideNever: "No copy yet.", "还没有备份。";
    OutsideToday: "Last copy: today.", "上次备份：今天。";
    OutsideDays: "Last copy: {} days ago.", "上次备份：{} 天前。";
    OutsideSince: "Answers since then: {}.", "之后的答案：{} 个。";
    OutsideDo: "Keep a copy where this browser cannot lose it: in the phone's files, on a memory stick, with a teacher.", "在浏览器之外留一份：手机文件里、U 盘里，或者老师那里。";
    SaveCopy: "Save a copy", "保存备份";
    ShareCopy: "Share a copy", "分享备份";
    SaveText: "Everything as text (JSON)", "全部内容存成文本（JSON）";
    CopySaved: "The copy is on its way to your files. Look there whether it arrived.", "备份已存到文件。请到文件里看看在不在。";
    CopyParts: "It is so much that it takes {} files. Keep all of them.", "内容很多，一共 {} 个文件，请都留着。";
    CopyNot: "No copy was made. Everything is still here.", "没有做成备份。这里的都还在。";
    TakeIn: "Take in a copy", "读入备份";
    TakeInDo: "Choose a file that Snowlight saved. You see what is in it before anything changes.", "选一个雪光存的文件。先让你看里面有什么，再决定。";
    ChooseFile: "Choose a file", "选文件";
    TwoDevices: "Two devices", "两台设备";
    TwoDevicesDo: "Open this page on the other device too and type its code here: then the file holds only what it lacks.", "另一台设备也打开这一页，把它的代码写在这里，文件就只带它没有的。";
    MyCode: "Code of this device", "这台设备的代码";
    OtherCode: "Code of the other device", "另一台设备的代码";
    MakeFile: "Make the file", "做文件";
    CodeUnread: "I could not read that code. Type it as the other device shows it.", "代码没看懂。照另一台设备显示的写。";
    CodeSame: "The other device has all that is here. No file is needed.", "另一台设备已经都有了，不用文件。";
    CodeUnknown: "This device does not know that code yet, so the file holds everything.", "这台设备还不认识那个代码，所以文件带上全部内容。";
    CodeKnown: "The file holds only what the other device lacks.", "文件只带另一台设备没有的内容。";

    // A file
    InFile: "What is in this file", "这个文件里有";
    FileCount: "Answers: {}. Lessons: {}.", "{} 个答案，{} 课。";
    FileNew: "New here: {}.", "这里没有的：{} 条。";
    FileKnown: "Here already: {}.", "这里已经有的：{} 条。";
    FileAside: "Kept aside, since another record has the same name: {}.", "与这里的记录同名，放在一边保留：{} 条。";
    FileUnreadable: "From a newer Snowlight, kept as they are: {}.", "来自更新的雪光，原样保留：{} 条。";
    FileLost: "Damaged on the way, not here: {}.", "路上坏了，没收到：{} 条。";
    FileGap: "This file goes on from something that is not here. Take it in, and ask for a whole copy.", "这个文件接着的内容这里没有。先读入，再要一份完整的备份。";
    FileNothing: "Everything in it is here already.", "里面的这里都有了。";
    FileYours: "It is yours.", "是你的。";
    FileOf: "It belongs to {}, who learns on this device.", "是这台设备上 {} 的。";
    FileStranger: "This learner is not on this device yet.", "这台设备上还没有这个人。";
    FileNobodys: "Is it your work? It does not say whose it is.", "是你做的吗？里面没写是谁的。";
    TakeItIn: "Take it in", "读入";
    MineMeans: "It is me: only if you did all of this yourself. It cannot be parted again.", "“这是我的”：只有都是你自己做的才选它，合在一起就分不开了。";
    AddLearner: "Add as a new learner", "添加成新的人";
    ItIsMine: "It is me: put it with mine", "这是我的：和我的放在一起";
    Leave: "Leave it", "不要了";
    Arrived: "What arrived", "收到了";
    ArrivedNew: "{} records are new here. Nothing that was here has changed.", "新收到 {} 条记录。原来的都没有变。";
    GoOn: "Go on learning", "继续学";
    Foreign: "This is not a copy that Snowlight saved. Nothing has changed. Choose another file.", "这不是雪光存的备份。什么都没有变，请选别的文件。";
    TooNew: "This copy is from a newer Snowlight. Nothing has changed. Reload this page with a network, then open it again.", "这份备份来自更新的雪光。什么都没有变。有网络时重新载入，再打开它。";
    TooLarge: "This file is larger than any copy. Nothing has changed.", "这个文件比任何备份都大。什么都没有变。";
    Damaged: "This file is damaged, and nothing in it can be read. Nothing has changed. Save it again on the other device.", "这个文件坏了，读不出来。什么都没有变。请在另一台设备上重新保存。";

    // Erasing
    Erase: "Erase", "删除";
    EraseMeans: "Erased is erased: nobody can bring it back, unless you have a copy.", "删掉就没有了，谁也找不回来，除非你有备份。";
    EraseOne: "Erase {}", "删除：{}";
    EraseAll: "Erase everything on this device", "删除这台设备上的一切";
    EraseCount: "Answers: {}. Lessons: {}. They will be gone from this device.", "这台设备上的 {} 个答案、{} 课将被删除。";
    EraseEveryone: "What all {} learners did here will be gone, with all cached lessons.", "这里 {} 个人学过的都会被删除，存下的课也会删除。";
    EraseYes: "Erase for good", "彻底删除";
    EraseNo: "Keep it", "留着";
    EraseAsk: "Ask to erase it in a day", "申请一天后删除";
    EraseAskMeans: "Others learn on this device too, so nobody is erased at once: it is asked for today and done after one day. Until then anyone can take it back here.", "这台设备上还有别人，所以不能马上删除：今天申请，一天以后才能删。在那以前谁都可以在这里取消。";
    EraseWait: "Asked to be erased. It can be done in {} hours.", "已申请删除，{} 小时后可以删除。";
    EraseBack: "Take that back", "取消申请";
    EraseDue: "Asked for a day ago: it can be erased now.", "一天前申请过：现在可以删除。";
    Erased: "Erased. Nothing of it is left on this device.", "已删除。这台设备上什么都没留下。";
    ErasedNot: "Not everything could be erased: another tab may be open. Close it and open this page again.", "没有全部删掉：可能还开着别的标签页。关掉它，再打开这一页。";

    // What goes wrong, and where this must not be
    NothingKept: "This browser keeps nothing for this page, so there are no learners to choose from here. You can learn all the same.", "这个浏览器不为本页保存内容，所以这里没有可选的人。照样可以学。";
    Framed: "For this, open Snowlight in a tab of its own.", "请单独打开雪光再做这件事。";
    OpenAlone: "Open in its own tab", "单独打开";
    NotKept: "That could not be kept: this device is full or does not answer. Nothing has changed.", "没能保存：本机空间满了，或者没有回应。什么都没有变。";

    // Privacy
    Privacy: "What is kept, and where", "保存什么，存在哪里";
    PrivacyWhere: "All of it is on this device alone, in this browser. Nothing is sent anywhere: there is no account, no advert, no counting of visits. A copy leaves this device only when you save or share it. A lesson in another site's page tells that page what is answered there.", "全部内容只在这台设备的这个浏览器里。什么都不往外发：没有账号，没有广告，也不统计访问。只有你自己保存或分享备份时，内容才会离开这台设备。放在别的网站页面里的课，会把那里的作答告诉那个页面。";
    PrivacyNot: "Not asked for and not kept anywhere: name, birthday, school, photo, place, voice.", "不询问、也不保存：姓名、生日、学校、照片、地点、声音。";
    PrivacyWhat: "What is kept of a learner", "关于一个学习者，保存这些";
    PrivacyEvery: "With each record", "每条记录都有";
    PrivacyOpened: "When a lesson is begun", "开始一课时";
    PrivacyAnswered: "When an item is answered", "回答一题时";
    PrivacyFinished: "When a lesson is finished", "学完一课时";
    PrivacyImported: "When a copy is taken in", "读入备份时";
    PrivacyProfile: "When a picture is chosen", "选图片时";
    PrivacyBeside: "Beside that: the pictures and colours of who learns here, and of a picture code a number that the code can be checked with; the answer that is being made; the language; when the last copy was made; how late this device is heard; the lessons that were opened, so that they work without a network.", "另外保存：这里学习者的图片和颜色；图片密码的一个校验数；正在写的答案；语言；上次备份的时间；这台设备的声音晚多少；打开过的课，好在没有网络时用。";
    PrivacyCode: "A picture code keeps classmates out. It does not hide anything from someone who knows how to look into the browser's storage.", "图片密码能挡住同学，挡不住会查看浏览器存储的人。";
    PrivacyRights: "You can see all of it, take it with you, and erase it, at any time and without a network:", "随时可以查看全部、带走或删除，不需要网络：";
    // What is kept, a field each
    FieldId: "a number for this browser, drawn by chance, and a count", "这个浏览器的随机编号和一个顺序号";
    FieldLearner: "a number for the learner, drawn by chance", "学习者的随机编号";
    FieldLamport: "a count that puts records in order", "给记录排先后的计数";
    FieldAt: "the time by this device's clock", "本机时钟的时间";
    FieldLesson: "which lesson", "哪一课";
    FieldSeed: "a number that the numbers in the items are drawn with", "题目里的数是用哪个随机数出的";
    FieldForced: "whether that number came with a worksheet or a link", "这个随机数是不是练习单或链接给的";
    FieldItem: "which item", "哪一题";
    FieldHash: "which wording of it", "题目的哪个版本";
    FieldLevel: "how hard it was", "难度";
    FieldPart: "in which part of the lesson", "在课的哪一部分";
    FieldResponse: "what was answered, drawn or played", "答了、画了、弹了什么";
    FieldScore: "how right it was", "对了多少";
    FieldSkills: "which skills it practises", "练的是哪些技能";
    FieldMisconception: "which mistake it shows, if one is known", "看得出是哪种错误（如果知道）";
    FieldHints: "how many hints were seen", "看了几个提示";
    FieldSolution: "whether the solution was seen", "有没有看做法";
    FieldMillis: "how long it took", "用了多长时间";
    FieldDay: "on which day", "哪一天";
    FieldOwn: "whether it was said to be one's own", "是不是说过那是自己的";
    FieldOrigin: "a checksum of the file", "文件的校验数";
    FieldRecords: "how many records it brought", "带来多少条记录";
    FieldFace: "which picture", "哪张图片";
    FieldColour: "which colour", "哪种颜色";
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_gaps() {
        for message in Message::ALL {
            let [en, zh] = message.in_both();
            assert_eq!(en.matches("{}").count(), zh.matches("{}").count(), "{en}");
            assert!(!en.is_empty() && !zh.is_empty());
        }
    }
}
