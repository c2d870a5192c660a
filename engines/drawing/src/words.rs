//! What this engine says.

stage::messages! {
    // Paints and colours.
    Black: "black", "黑";
    White: "white", "白";
    Grey: "grey", "灰";
    Red: "red", "红";
    Orange: "orange", "橙";
    Yellow: "yellow", "黄";
    Green: "green", "绿";
    Blue: "blue", "蓝";
    Purple: "purple", "紫";
    Pink: "pink", "粉红";
    Brown: "brown", "棕";
    Sky: "sky blue", "天蓝";
    Teal: "teal", "青";

    // Kinds of line, widths.
    Straight: "straight", "直线";
    Curved: "curved", "弧线";
    Wavy: "wavy", "波浪线";
    Zigzag: "zigzag", "折线";
    Spiral: "spiral", "螺旋线";
    Dot: "dot", "点";
    Thin: "thin", "细";
    Middle: "middle", "中";
    Thick: "thick", "粗";

    // Forms.
    Circle: "circle", "圆";
    Square: "square", "正方形";
    Rectangle: "rectangle", "长方形";
    Triangle: "triangle", "三角形";
    Half: "half circle", "半圆";
    Corner: "corner", "直角三角形";
    Quarter: "quarter circle", "四分之一圆";

    // What a drawing is asked to have.
    Wanted: "Your drawing needs", "画里要有";
    Done: "done", "有了";
    Missing: "missing", "还缺";
    KindsOfLine: "kinds of line", "种线";
    StraightLines: "straight lines", "直线";
    CurvedLines: "curved lines", "弧线";
    WavyLines: "wavy lines", "波浪线";
    ZigzagLines: "zigzag lines", "折线";
    Spirals: "spirals", "螺旋线";
    Dots: "dots", "点";
    ThinLines: "thin lines", "细线";
    MiddleLines: "middle lines", "中等粗的线";
    ThickLines: "thick lines", "粗线";
    Marks: "lines or shapes", "线或形";
    Paints: "paints", "种颜色";
    WarmPaints: "warm paints", "种暖色";
    CoolPaints: "cool paints", "种冷色";
    OnlyWarm: "no cool paint", "没有冷色";
    OnlyCool: "no warm paint", "没有暖色";
    KindsOfShape: "kinds of shape", "种形状";
    Shapes: "shapes", "个形";
    OfForm: "shapes: {}", "{}";
    BothSides: "both sides alike", "左右一样";
    Horizon: "a line from side to side", "一条通到两边的线";
    Covered: "% of the paper painted", "%的纸涂了色";
    AllPainted: "all painted anew", "全都重新涂色";

    // Tools.
    Tools: "Tools", "工具";
    Pen: "Draw", "画";
    Lines: "Lines", "线";
    Forms: "Shapes", "形";
    Fill: "Paint", "涂色";
    Move: "Move", "移动";
    Erase: "Erase", "擦";
    Colours: "Paints", "颜色";
    Mirror: "Mirror", "镜子";
    Bigger: "Bigger", "变大";
    Smaller: "Smaller", "变小";
    Turn: "Turn", "转";
    Layer: "Layer: {}", "{}层";
    Far: "back", "后";
    Between: "middle", "中";
    Near: "front", "前";
    Undo: "Undo", "撤回";
    Redo: "Redo", "重做";
    Keep: "Save a file", "存成文件";
    Svg: "Drawing (SVG)", "矢量图（SVG）";
    Png: "Picture (PNG)", "图片（PNG）";
    File: "my-drawing", "我的画";
    Full: "The sheet is full. Erase something first.", "纸画满了，先擦掉一些。";
    TapEnd: "Now tap where it ends.", "再点终点。";
    Given: "Paint these", "给这些涂色";

    // By buttons, and without seeing it.
    Buttons: "Buttons", "用按钮";
    Left: "left", "左";
    Right: "right", "右";
    Up: "up", "上";
    Down: "down", "下";
    UpLeft: "up left", "左上";
    UpRight: "up right", "右上";
    DownLeft: "down left", "左下";
    DownRight: "down right", "右下";
    PenDown: "Pen down", "落笔";
    PenUp: "Pen up", "提笔";
    Put: "Here", "放这里";
    PickUp: "Pick up", "拿起";
    PutDown: "Put down", "放下";
    At: "{} from the left, {} from the top", "左起{}，上起{}";
    Sheet: "Sheet of paper with {} lines and {} shapes. Arrow keys move the pen, Space puts it down.", "一张纸，有{}条线和{}个形。方向键移动笔，空格键落笔。";

    // Following a path.
    Path: "Path: {}. Arrow keys go along it.", "路线：{}。用方向键走。";
    StepByStep: "Step by step", "一步一步走";
    NextStep: "Next: {}", "下一步：{}";
    Arrived: "You are at the end.", "到终点了。";
    Astray: "That leads off the path.", "这样会离开路线。";
    Anew: "Start again", "重新开始";
    Begin: "start", "起点";

    // Building.
    Blocks: "Blocks", "图块";
    Named: "{} {}", "{}{}";
    Laid: "on the grid", "已放上";
    Grid: "Grid for {}. Arrow keys move the block, Space turns it.", "拼{}的格子。方向键移动图块，空格键转。";
    TapPlace: "Now tap where it goes.", "再点要放的地方。";
    TapBlock: "Tap a block.", "点一个图块。";
    Away: "Take away", "拿走";
    BlocksUsed: "blocks", "块";
    Together: "each touches another one", "都连在一起";

    // Mixing.
    Pots: "Paint pots", "颜料";
    Less: "Less {}", "少一份{}";
    More: "More {}", "多一份{}";
    PartsOf: "{}: {}", "{}：{}份";
    Empty: "Wash the brush", "洗笔";
    Mixed: "Your mix", "你调的颜色";
    Wish: "Goal", "目标";
    Nothing: "nothing yet", "还没有";
    Lighter: "Your mix is lighter.", "你调的浅一些。";
    Darker: "Your mix is darker.", "你调的深一些。";
    Alike: "They look alike.", "看起来一样。";
    Other: "They differ.", "还不一样。";
    Foretell: "What will it be?", "会是什么颜色？";
    MixIt: "Mix it", "调一调";
    It: "It is {}.", "是{}色。";
}
