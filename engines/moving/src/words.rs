//! What this engine says.

stage::messages! {
    // Before every start.
    Before: "Before you start", "开始之前";
    Minutes: "{} minutes", "{}分钟";
    Space: "Room: two big steps to every side, nothing on the ground.", "四边各空两大步，地上没有东西。";
    SpaceNot: "If not: clear it, or find another place.", "没有？把地方清干净，或者换个地方。";
    Ground: "Shoes on, or firm, clean ground.", "穿着鞋，或者地面平实干净。";
    GroundNot: "If not: no sharp stones, no wet floor. Find another place.", "不是？有尖石头或者地湿就换个地方。";
    Water: "No pond, river or well near.", "旁边没有池塘、河和井。";
    WaterNot: "If there is: go away from the water first.", "有？先离开水边。";
    Well: "I feel well: not ill, not dizzy, chest not tight, nothing hurts.", "身体好：没生病，头不晕，胸不闷，哪儿都不疼。";
    WellNot: "If not: not today. Tell a grown-up.", "不好？今天不练，告诉大人。";
    Weather: "Not over 35 °C. No storm, ice or smoke.", "不到35 °C，没有雷雨、冰和烟。";
    WeatherNot: "If there is: do it indoors. All of it can be done on the spot.", "不行？到屋里做，都可以原地做。";
    Tick: "Tick what is true. When all is ticked you can start.", "对的就打勾。全打勾了就能开始。";
    Start: "Start", "开始";
    NotToday: "Not today", "今天不做";
    Listen: "Listen", "听一听";
    PutDown: "Put the phone where you see it. Stand two steps away.", "把手机放在看得见的地方，站到两步外。";

    // While it runs.
    WarmUp: "Warm-up", "热身";
    Work: "Practise", "练习";
    CoolDown: "Cool-down", "放松";
    BlockOf: "{} of {}", "第{}个，共{}个";
    Move: "Move", "动起来";
    Rest: "Rest", "休息";
    Next: "Next: {}", "下一个：{}";
    Paused: "Paused", "暂停";
    SecondsLeft: "{} seconds", "{}秒";
    StopIfItHurts: "Stop if it hurts", "疼就停下";
    Pause: "Pause", "暂停";
    GoOn: "Go on", "继续";
    Skip: "Skip", "跳过";
    Back: "Back", "退回";
    Sound: "Sound", "声音";
    Go: "Go!", "开始！";
    Three: "Three", "三";
    Two: "Two", "二";
    One: "One", "一";
    AsShown: "As shown", "标准";
    Easier: "Easier", "容易些";
    Harder: "Harder", "难一些";
    Seated: "Sitting", "坐着做";
    Forms: "How you do it", "怎么做";
    Slept: "The screen was off, so the clock waited for you.", "屏幕关了，时间停下来等你。";
    Hurts: "Stop now. Sit down and breathe. Tell a grown-up what hurts.", "马上停下。坐下来，慢慢呼吸。告诉大人哪里疼。";
    HurtsGoOn: "All is well again", "已经好了";
    EndToday: "Enough for today", "今天到这里";

    // After it.
    Done: "Done. Drink some water.", "做完了，喝点水。";
    Rested: "Not today: that is fine.", "今天不做，没关系。";
    Enough: "Enough for today: that is fine.", "今天到这里，没关系。";
    TellOf: "Tell a grown-up what hurts. Rest until it is well.", "告诉大人哪里疼。好了以后再练。";
    Moved: "You did {} of {} blocks.", "你做了{}个动作，一共{}个。";
    Skipped: "Skipping is fine: your body decides.", "跳过也可以，听身体的。";
    HowHard: "How hard was it for you?", "你觉得累不累？";
    VeryLight: "Very light", "很轻松";
    Light: "Light: I could sing", "轻松：还能唱歌";
    Right: "Good: I could talk, not sing", "正好：能说话，不能唱歌";
    Hard: "Hard: only a few words", "累：只说得出几个字";
    TooHard: "Too hard", "太累了";
    SayLight: "Next time try a harder form.", "下次试试难一些的做法。";
    SayRight: "That is a good effort for you.", "这样的强度正适合你。";
    SayHard: "Next time rest longer, or take easier forms.", "下次多休息，或者选容易的做法。";
    SayTooHard: "Rest now. Next time take easier forms.", "现在休息。下次选容易的做法。";
    Again: "From the beginning", "从头再来";

    // A diary.
    Private: "For you alone. Nobody compares it.", "只给你自己看，不和别人比。";
    SafeFirst: "Only with room, on firm ground, and if you feel well. If not: leave it empty. Not today is fine.", "地方够大，地面平实，身体好，才开始。不行就空着，今天不做也没关系。";
    OneLess: "{}: one less", "{}：减一";
    OneMore: "{}: one more", "{}：加一";
    Times: "times", "次";
    Seconds: "seconds", "秒";
    Centimetres: "cm", "厘米";
    Watch: "Start the watch", "开始计时";
    Stop: "Stop", "停";
    CountForMe: "Let the phone count", "让手机来数";
    HoldTight: "Hold the phone tight in both hands, or put it in a closed pocket.", "双手抓紧手机，或者放进能扣上的口袋。";
    CannotFeel: "This device feels no movement. Count aloud and write it down.", "这台设备感觉不到动作。大声数，再写下来。";
    VeryGood: "Very good", "很好";
    Good: "Good", "好";
    SoSo: "So-so", "一般";
    NotSoGood: "Not so good", "不太好";
    Bad: "Bad", "不好";
}
