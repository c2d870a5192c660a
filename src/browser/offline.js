// Keeping files for the time without a network, by the service worker.

import { files } from './engine.js';

// Keeps the files of these names and of these engines; calls `told` with how many are done. Resolves to whether all are kept.
export async function keep(names, engines, locale, told) {
  const workers = navigator.serviceWorker;
  const registration = workers && (await workers.getRegistration());
  const worker = registration && registration.active;
  if (!worker) return false;
  const all = await files(engines, locale).catch(() => undefined);
  if (!all) return false;
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => (data.finished ? resolve(!data.failed.length) : told(data.done));
    worker.postMessage({ keep: names.split(' ').concat(all) }, [port2]);
  });
}
