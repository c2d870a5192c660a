//! What this engine says.

stage::messages! {
    Hear: "Listen", "听";
    First: "First", "第一个";
    Second: "Second", "第二个";
    Own: "Play mine", "听我的";
    Goal: "Like this", "照这样";
    Given: "This is there", "已经写好的";
    Yours: "Yours", "你的";
    Stop: "Stop", "停";
    See: "Show the sound", "看见声音";
    Undo: "Take back", "退一个";
    Clear: "Start over", "从头来";
    Next: "Next", "下一个";
    Round: "{} of {}", "第 {} 个，共 {} 个";

    // Tapping
    Start: "Start", "开始";
    Again: "Once more", "再来一次";
    Wait: "…", "…";
    Ready: "Ready {}", "预备 {}";
    Hit: "Tap", "拍";
    Beats: "beats", "拍子";
    Adjust: "Set up tapping", "校准拍打";
    Measure: "Set up, 20 seconds", "校准，20 秒";
    MeasureDo: "Sound takes time on every device. Tap along with the clicks once, so that your taps are counted fairly.", "每台设备的声音都会慢一点。先跟着嗒嗒声拍一次，这样算得才公平。";
    Measuring: "Tap with every click", "跟着每一声拍";
    Measured: "Done. This device is {} ms late, and that is taken out now.", "好了。这台设备慢 {} 毫秒，以后会减掉。";
    Unsteady: "The taps were too uneven to tell. Try once more, or go on without.", "拍得不太齐，还看不出来。可以再试一次，也可以直接做题。";
    Later: "Not now", "先不校准";

    // Notes
    Rest: "rest", "休止";
    Beat: "beat", "一拍";
    High: "high {}", "高音 {}";
    Low: "low {}", "低音 {}";
    Crotchet: "one beat", "一拍";
    Quaver: "half a beat", "半拍";
    Minim: "two beats", "两拍";
    Dotted: "one beat and a half", "一拍半";
    Other: "another length", "其他时值";
}
