// Notes as sound, placed on the audio clock. What is plucked, struck or drummed is calculated once for each pitch and kept; what is blown
// lasts as long as it is held, and is made of a wave.

// How far ahead the first note is placed, in seconds.
const AHEAD = 0.12;
let context;
let out;

// The context, once it runs; undefined where nothing may be heard.
async function running() {
  try {
    context = context || new (self.AudioContext || self.webkitAudioContext)();
    if (context.state !== 'running') await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
    return context.state === 'running' ? context : undefined;
  } catch (error) {
    return undefined;
  }
}

// Plays notes of five numbers each: begins at, lasts (milliseconds), cents, loudness (0 to 127), voice. Resolves to when that begins, by
// the page's clock. Where nothing may be heard it begins all the same: whatever is heard is also seen.
export async function start(notes) {
  stop();
  const here = await running();
  if (!here) return performance.now() + AHEAD * 1000;
  out = here.createGain();
  out.connect(here.destination);
  const at = here.currentTime + AHEAD;
  sounding(here, out, notes, at);
  return performance.now() + (AHEAD + (here.outputLatency || here.baseLatency || 0)) * 1000;
}

// Plays a note at once, over what is being played.
export async function strike(note) {
  const here = await running();
  if (here) sounding(here, here.destination, note, here.currentTime);
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
    level.connect(out);
    const frequency = 440 * 2 ** ((cents - 6900) / 1200);
    const gain = (loudness / 127) ** 1.5 * 0.6;
    (voice === 1 ? blown : kept)(context, level, gain, at + begins / 1000, lasts / 1000, frequency, voice);
  }
}

// Samples a second of what is calculated: half of what a device plays is enough, and half the work.
const RATE = 22050;
const samples = new Map();

function kept(context, level, gain, at, lasts, frequency, voice) {
  const key = `${voice} ${frequency.toFixed(2)}`;
  if (samples.size > 24) samples.clear();
  if (!samples.has(key)) {
    const [wave, tuning] = MAKERS[voice](frequency);
    samples.set(key, [buffered(context, wave), tuning]);
  }
  const [buffer, tuning] = samples.get(key);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.playbackRate.value = tuning;
  level.gain.setValueAtTime(gain, at);
  // A string is let ring a little longer than it is held.
  if (voice === 0) level.gain.setTargetAtTime(0, at + Math.max(lasts, 0.3), 0.25);
  source.connect(level);
  source.start(at);
}

function buffered(context, wave) {
  const buffer = context.createBuffer(1, wave.length, RATE);
  buffer.getChannelData(0).set(wave);
  return buffer;
}

const MAKERS = [string, undefined, bar, skin];

// Between -1 and 1, the same each time.
function noise() {
  let state = 1;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 1073741824 - 1;
  };
}

// A string (Karplus and Strong): a period of noise goes round and loses its edges. It is calculated for a whole number of samples, and
// played a little faster or slower.
function string(frequency) {
  const period = Math.round(RATE / frequency - 0.5);
  const wave = new Float32Array(RATE * 2);
  const random = noise();
  let soft = 0;
  for (let i = 0; i < period; i++) wave[i] = soft = soft * 0.4 + random() * 0.6;
  // Plucked at a fifth of its length.
  for (let i = period - 1, at = Math.round(period / 5); i >= at; i--) wave[i] -= wave[i - at];
  let mean = 0;
  for (let i = 0; i < period; i++) mean += wave[i] / period;
  for (let i = 0; i < period; i++) wave[i] -= mean;
  // Three seconds until nothing is left of a low one, less of a high one.
  const loss = 0.5 * 10 ** (-3 * (period / RATE) / Math.min(3, 700 / frequency));
  for (let i = period; i < wave.length; i++) wave[i] = (wave[i - period] + (wave[i - period - 1] || 0)) * loss;
  return [loudest(wave, 0.8), (frequency * (period + 0.5)) / RATE];
}

// A bar of wood: three modes, the higher the sooner gone.
function bar(frequency) {
  const wave = new Float32Array(Math.round(RATE * 0.8));
  const ring = Math.min(0.3, 60 / frequency);
  mode(wave, frequency, 1, ring);
  mode(wave, frequency * 3.93, 0.35, ring / 4);
  mode(wave, frequency * 9.2, 0.15, ring / 12);
  return [loudest(wave, 0.8), 1];
}

// A skin: its tone sinks as it is let go, and there is the slap of the hand.
function skin(frequency) {
  const wave = new Float32Array(Math.round(RATE * 0.45));
  const random = noise();
  let phase = 0;
  let slap = 0;
  for (let i = 0; i < wave.length; i++) {
    const time = i / RATE;
    phase += (2 * Math.PI * frequency * (1 + 0.8 * Math.exp(-time / 0.02))) / RATE;
    slap = slap * 0.6 + random() * 0.4;
    wave[i] = Math.sin(phase) * Math.exp(-time / 0.09) + slap * 0.9 * Math.exp(-time / 0.012);
  }
  return [loudest(wave, 1), 1];
}

// Adds a tone that dies away.
function mode(wave, frequency, gain, decay) {
  if (frequency > RATE / 2.2) return;
  const turn = 2 * Math.cos((2 * Math.PI * frequency) / RATE);
  const loss = Math.exp(-1 / (RATE * decay));
  let before = 0;
  let now = Math.sin((2 * Math.PI * frequency) / RATE) * gain;
  for (let i = 1; i < wave.length; i++) {
    wave[i] += now;
    [before, now] = [now, turn * loss * now - loss * loss * before];
  }
}

function loudest(wave, wanted) {
  let most = 0.001;
  for (let i = 0; i < wave.length; i++) most = Math.max(most, Math.abs(wave[i]));
  for (let i = 0; i < wave.length; i++) wave[i] *= wanted / most;
  return wave;
}

// A pipe: few harmonics, breath at the start, and a voice that begins to sway when it is held.
const PIPE = new Float32Array([0, 1, 0.34, 0.16, 0.07, 0.04, 0.02]);
let breath;

function blown(context, level, gain, at, lasts, frequency) {
  const end = at + Math.max(lasts, 0.12);
  const wave = context.createOscillator();
  wave.setPeriodicWave(context.createPeriodicWave(new Float32Array(PIPE.length), PIPE));
  wave.frequency.value = frequency;
  const sway = context.createOscillator();
  const depth = context.createGain();
  sway.frequency.value = 5.2;
  depth.gain.setValueAtTime(0, at);
  depth.gain.setTargetAtTime(frequency * 0.004, at + 0.25, 0.2);
  sway.connect(depth);
  depth.connect(wave.frequency);
  wave.connect(level);
  level.gain.setValueAtTime(0, at);
  level.gain.linearRampToValueAtTime(gain * 0.8, at + 0.04);
  level.gain.setTargetAtTime(gain * 0.65, at + 0.04, 0.1);
  level.gain.setTargetAtTime(0, end - 0.03, 0.03);
  const air = context.createBufferSource();
  const puff = context.createGain();
  const narrow = context.createBiquadFilter();
  if (!breath) breath = buffered(context, new Float32Array(RATE / 2).map(noise()));
  air.buffer = breath;
  narrow.type = 'bandpass';
  narrow.frequency.value = frequency * 2;
  puff.gain.setValueAtTime(0.5, at);
  puff.gain.setTargetAtTime(0.03, at, 0.03);
  air.connect(narrow);
  narrow.connect(puff);
  puff.connect(level);
  for (const source of [wave, sway, air]) {
    source.start(at);
    source.stop(end + 0.2);
  }
}
