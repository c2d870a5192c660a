// A context that renders without being heard.

export function silent(rate, seconds) {
  return new OfflineAudioContext(1, rate * seconds, rate);
}

export function destination(context) {
  return context.destination;
}

export async function rendered(context) {
  return (await context.startRendering()).getChannelData(0);
}
