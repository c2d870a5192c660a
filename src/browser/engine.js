// Engines: programs of their own, fetched when a page of theirs is first opened. The build puts their names in.

let tries = 0;
let engine;

// Has the engine fill the page; resolves to whether it could.
export async function learners(screen, locale, root) {
  try {
    // A script that could not be had once is not asked for again under the same address.
    engine = engine || import(new URL(tries++ ? `${LEARNERS}?${tries}` : LEARNERS, import.meta.url).href);
    await (await engine).open(document.getElementById('engine'), { screen, locale, root });
    return true;
  } catch (error) {
    engine = undefined;
    return false;
  }
}
