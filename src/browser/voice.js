// Speech by the device's own voices. A voice that needs the network is none.

const local = () => (self.speechSynthesis ? speechSynthesis.getVoices().filter((voice) => voice.localService) : []);

// Calls `tell` with the first letters of the languages that are spoken, now and when the device learns of more.
export function listen(tell) {
  if (!self.speechSynthesis) return;
  const all = () => tell([...new Set(local().map((voice) => voice.lang.slice(0, 2)))].join(' '));
  speechSynthesis.onvoiceschanged = all;
  all();
}

// Speaks words, instead of what is being spoken.
export function say(words, lang) {
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.voice = local().find((voice) => voice.lang.startsWith(lang.slice(0, 2))) || null;
  utterance.lang = lang;
  utterance.rate = 0.85;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}
