//! What this engine says.

stage::messages! {
    Nothing: "Nothing here yet. What you draw, play or write down in a lesson is kept here.", "这里还没有作品。你在课里画的、弹的、记下的，都会放在这里。";
    Private: "Only on this device. Nobody else sees it.", "只在这台设备上，别人看不到。";
    Drawing: "A drawing", "一幅画";
    Tune: "A tune", "一段曲子";
    Diary: "Written down", "记下的";
    On: "{}, {}", "{} · {}";
    Play: "Play", "播放";
    Stop: "Stop", "停";
    SaveSvg: "Save as SVG", "存为 SVG";
    SavePng: "Save as PNG", "存为 PNG";
    SaveMidi: "Save as MIDI", "存为 MIDI";
    SavePicture: "Save the notes as a picture", "把乐谱存为图片";
    More: "Show more", "再看一些";
    Times: "{} times", "{} 次";
    Seconds: "{} s", "{} 秒";
    Centimetres: "{} cm", "{} 厘米";
    Felt: "felt {} of 5", "感觉 {}/5";
}
