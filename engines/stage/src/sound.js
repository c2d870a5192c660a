// Notes as sound: plucked, blown, struck and drum voices by synthesis, placed on the audio clock.

// How far ahead the first note is placed, in seconds.
const AHEAD = 0.12;
let context;
let out;

// Plays notes of five numbers each: begins at, lasts (milliseconds), cents, loudness (0 to 127), voice. Resolves to when that begins, by
// the page's clock. Where nothing may be heard it begins all the same: whatever is heard is also seen.
export async function start(notes) {
  stop();
  const silent = performance.now() + AHEAD * 1000;
  try {
    context = context || new (self.AudioContext || self.webkitAudioContext)();
    if (context.state !== 'running') await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
    if (context.state !== 'running') return silent;
    out = context.createGain();
    out.connect(context.destination);
    const at = context.currentTime + AHEAD;
    sounding(context, out, notes, at);
    const latency = context.outputLatency || context.baseLatency || 0;
    return performance.now() + (AHEAD + latency) * 1000;
  } catch (error) {
    return performance.now() + AHEAD * 1000;
  }
}

// Ends what is being played, without a click.
export function stop() {
  if (!out) return;
  const old = out;
  out = undefined;
  old.gain.setTargetAtTime(0, context.currentTime, 0.02);
  setTimeout(() => old.disconnect(), 200);
}

// Places notes in any context, a live one or one that renders without being heard.
export function sounding(context, out, notes, at) {
  for (let i = 0; i < notes.length; i += 5) {
    const [begins, lasts, cents, loudness, voice] = notes.slice(i, i + 5);
    const level = context.createGain();
    level.gain.value = (loudness / 127) ** 1.5 * 0.5;
    level.connect(out);
    VOICES[voice](context, level, at + begins / 1000, lasts / 1000, 440 * 2 ** ((cents - 6900) / 1200));
  }
}

const VOICES = [plucked, blown, struck, drum];

// Partials with envelopes of their own.
function partial(context, level, at, frequency, gain, attack, decay, end, type = 'sine') {
  const wave = context.createOscillator();
  wave.type = type;
  wave.frequency.value = frequency;
  const shape = context.createGain();
  shape.gain.setValueAtTime(0, at);
  shape.gain.linearRampToValueAtTime(gain, at + attack);
  shape.gain.setTargetAtTime(0, at + attack, decay);
  wave.connect(shape);
  shape.connect(level);
  wave.start(at);
  wave.stop(end);
  return wave;
}

function plucked(context, level, at, lasts, frequency) {
  for (let n = 1; n <= 6; n++) {
    partial(context, level, at, frequency * n * (1 + 0.0004 * n * n), 0.7 / n, 0.004, 0.5 / n, at + Math.max(lasts, 0.3) + 0.6);
  }
}

function blown(context, level, at, lasts, frequency) {
  const end = at + lasts;
  for (const [n, gain] of [[1, 0.8], [2, 0.25], [3, 0.12]]) {
    const wave = context.createOscillator();
    wave.frequency.value = frequency * n;
    const shape = context.createGain();
    shape.gain.setValueAtTime(0, at);
    shape.gain.linearRampToValueAtTime(gain, at + 0.05);
    shape.gain.setValueAtTime(gain, Math.max(end - 0.06, at + 0.05));
    shape.gain.linearRampToValueAtTime(0, end);
    wave.connect(shape);
    shape.connect(level);
    wave.start(at);
    wave.stop(end + 0.02);
  }
}

function struck(context, level, at, lasts, frequency) {
  for (const [n, gain, decay] of [[1, 0.8, 0.35], [2.76, 0.3, 0.12], [5.4, 0.15, 0.05]]) {
    partial(context, level, at, frequency * n, gain, 0.002, decay, at + 1.2);
  }
}

function drum(context, level, at, lasts, frequency) {
  const wave = partial(context, level, at, frequency, 1, 0.002, 0.09, at + 0.5);
  wave.frequency.setValueAtTime(frequency * 2, at);
  wave.frequency.exponentialRampToValueAtTime(frequency, at + 0.06);
}
