//! What this engine says.

use course::stage::lab::Model;
use course::stage::lab::model::Unit;
use stage::words::Locale;

stage::messages! {
    Run: "Run", "开始";
    Pause: "Pause", "暂停";
    Step: "One step", "走一步";
    End: "To the end", "到最后";
    Moment: "Moment", "时刻";
    Read: "Take a reading", "记一次";
    ReadFirst: "Let it run to the end, then take a reading.", "先让它走到最后，再记一次。";
    Table: "My table", "我的记录表";
    Number: "No.", "次";
    Strike: "Cross out no. {}", "划掉第{}次";
    Full: "The table is full. Cross out a row.", "表格满了，请划掉一行。";
    Rows: "{} of {} rows", "已记{}行，要记{}行";
    Named: "{}: {}", "{}：{}";
    Counted: "{} {}", "{}{}";
    Kept: "Stays the same: {}", "保持不变：{}";
    Goal: "Goal: {} {}", "目标：{}{}";
    Within: "{} more or less is fine.", "相差{}以内都可以。";
    Now: "Now: {} {}", "现在：{}{}";
    Less: "{}: less", "{}：调小";
    More: "{}: more", "{}：调大";
    Guess: "What do you think?", "你猜会怎样？";
    Guessed: "You thought: {}", "你猜的是：{}";
    Came: "You saw: {}", "你看到的是：{}";
    BeforeAfter: "Before: {}. After: {}.", "原来：{}。后来：{}。";
    Change: "{}: from {} to {}", "{}：从{}变到{}";
    Pot: "Pot {}", "{}号盆";
    Day: "Day {} of 14", "第{}天，共14天";
    Lamp: "The lamp shines.", "灯亮着。";
    Dark: "The lamp is off.", "灯还没亮。";
    ShadowLeft: "The shadow lies on the left.", "影子在左边。";
    ShadowRight: "The shadow lies on the right.", "影子在右边。";
    Held: "Held just above the water.", "拿在水面上，还没放手。";
    Falling: "It moves in the water.", "它在水里动。";
    Floating: "It floats.", "它浮着。";
    Sunk: "It lies at the bottom.", "它沉到底了。";
    CartHeld: "The cart is held.", "小车还扶着。";
    CartPulled: "The cart goes to the magnet.", "小车被吸向磁铁。";
    CartPushed: "The cart goes away from the magnet.", "小车被推开了。";
    CartStays: "The cart does not move.", "小车不动。";
    HowMuch: "{}: how much?", "{}是多少？";
    WhichMost: "Which is the most?", "哪个最多？";
    WhichLeast: "Which is the least?", "哪个最少？";
    Difference: "{} and {}: what is the difference?", "{}和{}相差多少？";
    Answer: "Your answer", "你的答案";
    Build: "Make each bar as high as its number.", "让每一条和它的数一样高。";
    BuildLine: "Put each point at its number.", "把每个点放到它的数上。";
    Nearest: "Go to the nearest line.", "放到最近的一条线上。";
    Lines: "{}: {} lines high", "{}：高{}格";
    Axis: "One line is {}.", "一格是{}。";
    Chart: "Chart", "统计图";

    Height: "Lamp height", "灯的高度";
    Distance: "Lamp to stick", "灯到小棍";
    Size: "Stick height", "小棍高";
    Side: "Lamp on the", "灯在";
    Thing: "Thing", "东西";
    Salt: "Salt", "盐";
    Light: "Light a day", "每天光照";
    Water: "Water a day", "每天浇水";
    Warmth: "Warmth", "温度";
    Pole: "Magnet's pole in front", "磁铁朝前的极";
    Gap: "Gap", "距离";

    Shadow: "Shadow", "影长";
    ShadowSide: "Shadow on the", "影子在";
    Mass: "Mass", "质量";
    Volume: "Volume", "体积";
    Floats: "In water", "在水里";
    Under: "Under water", "水下部分";
    Pushed: "Water pushed aside", "排开的水";
    Leaves: "Leaves", "叶子";
    Moves: "It is", "结果";
    Pull: "Pull", "吸力";

    Centimetres: "{}\u{a0}cm", "{}厘米";
    Millimetres: "{}\u{a0}mm", "{}毫米";
    Grams: "{}\u{a0}g", "{}克";
    CubicCentimetres: "{}\u{a0}cm³", "{}立方厘米";
    Percent: "{}\u{a0}%", "{}%";
    Hours: "{}\u{a0}h", "{}小时";
    Spoons: "{}\u{a0}spoons", "{}勺";
    Celsius: "{}\u{a0}°C", "{}℃";
    Squares: "{}\u{a0}squares", "{}格";

    Left: "left", "左边";
    Right: "right", "右边";
    FloatsWord: "floats", "浮";
    SinksWord: "sinks", "沉";
    PulledWord: "pulled", "吸住";
    PushedWord: "pushed away", "推开";
    StaysWord: "left alone", "不动";

    Wood: "wooden block", "木块";
    Stone: "stone", "石头";
    Apple: "apple", "苹果";
    Potato: "potato", "土豆";
    Egg: "egg", "鸡蛋";
    Coin: "coin", "硬币";
    Nail: "iron nail", "铁钉";
    Cap: "plastic cap", "塑料瓶盖";
    Ball: "clay ball", "泥球";
    Boat: "clay boat", "泥船";
    Melon: "watermelon", "西瓜";
    Tomato: "cherry tomato", "小番茄";
    Clip: "steel paper clip", "钢回形针";
    Tin: "steel tin", "铁罐";
    Needle: "steel needle", "钢针";
    Wire: "copper wire", "铜线";
    Foil: "aluminium foil", "铝片";
    Bell: "brass bell", "黄铜铃";
    Stick: "wooden stick", "木棍";
    Ruler: "plastic ruler", "塑料尺";
    Marble: "glass marble", "玻璃珠";
    Eraser: "eraser", "橡皮";
    Paper: "paper", "纸";
    North: "magnet, N in front", "磁铁，N极朝前";
    South: "magnet, S in front", "磁铁，S极朝前";
    NorthPole: "N", "N极";
    SouthPole: "S", "S极";
}

use Message as M;

const SHADOW: [M; 4] = [M::Height, M::Distance, M::Size, M::Side];
const FLOAT: [M; 2] = [M::Thing, M::Salt];
const PLANT: [M; 3] = [M::Light, M::Water, M::Warmth];
const MAGNET: [M; 3] = [M::Thing, M::Pole, M::Gap];

const SIDES: [M; 2] = [M::Left, M::Right];
const POLES: [M; 2] = [M::NorthPole, M::SouthPole];
const AFLOAT: [M; 12] = [
    M::Wood,
    M::Stone,
    M::Apple,
    M::Potato,
    M::Egg,
    M::Coin,
    M::Nail,
    M::Cap,
    M::Ball,
    M::Boat,
    M::Melon,
    M::Tomato,
];
const ON_CART: [M; 14] = [
    M::Nail,
    M::Clip,
    M::Tin,
    M::Needle,
    M::Wire,
    M::Foil,
    M::Bell,
    M::Stick,
    M::Ruler,
    M::Marble,
    M::Eraser,
    M::Paper,
    M::North,
    M::South,
];

const SHADOW_METERS: [M; 2] = [M::Shadow, M::ShadowSide];
const FLOAT_METERS: [M; 5] = [M::Mass, M::Volume, M::Floats, M::Under, M::Pushed];
const PLANT_METERS: [M; 1] = [M::Leaves];
const MAGNET_METERS: [M; 2] = [M::Moves, M::Pull];

/// What a control is called.
pub fn control(model: Model, at: usize) -> M {
    let all: &[M] = match model {
        Model::Shadow => &SHADOW,
        Model::Float => &FLOAT,
        Model::Plant => &PLANT,
        Model::Magnet => &MAGNET,
    };
    all.get(at).copied().unwrap_or(M::Thing)
}

/// What a meter is called.
pub fn meter(model: Model, at: u8) -> M {
    let all: &[M] = match model {
        Model::Shadow => &SHADOW_METERS,
        Model::Float => &FLOAT_METERS,
        Model::Plant => &PLANT_METERS,
        Model::Magnet => &MAGNET_METERS,
    };
    all.get(usize::from(at)).copied().unwrap_or(M::Now)
}

/// What a control's things are called.
pub fn thing(model: Model, control: usize, at: u16) -> M {
    let all: &[M] = match (model, control) {
        (Model::Float, _) => &AFLOAT,
        (Model::Magnet, 0) => &ON_CART,
        (Model::Magnet, _) => &POLES,
        (Model::Shadow | Model::Plant, _) => &SIDES,
    };
    all.get(usize::from(at)).copied().unwrap_or(M::Thing)
}

/// What a meter of words says.
pub const fn word(model: Model, shown: i64) -> M {
    match (model, shown) {
        (Model::Shadow | Model::Plant, 0) => M::Left,
        (Model::Shadow | Model::Plant, _) => M::Right,
        (Model::Float, 0) => M::SinksWord,
        (Model::Float, _) => M::FloatsWord,
        (Model::Magnet, 0) => M::StaysWord,
        (Model::Magnet, 1..) => M::PulledWord,
        (Model::Magnet, _) => M::PushedWord,
    }
}

/// So much of a unit.
pub fn amount(unit: Unit, number: &str, locale: Locale) -> String {
    let message = match unit {
        Unit::Centimetres => M::Centimetres,
        Unit::Millimetres => M::Millimetres,
        Unit::Grams => M::Grams,
        Unit::CubicCentimetres => M::CubicCentimetres,
        Unit::Percent => M::Percent,
        Unit::Hours => M::Hours,
        Unit::Spoons => M::Spoons,
        Unit::Celsius => M::Celsius,
        Unit::Squares => M::Squares,
        Unit::Words => return number.to_owned(),
    };
    message.fill(locale, &[number])
}
