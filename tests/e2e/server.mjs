// Our static server with networks as they are: crates/xtask/src/server/faults.rs tells its orders.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const PATIENCE = 45_000;

/** A server over a build, as an origin of its own. */
export class Server {
  static async start(dist, base) {
    const child = spawn(process.env.SNOWLIGHT_XTASK, ['host', dist, '--base', base, '--faults'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', (line) => resolve([line]));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    return Object.assign(new Server(), { child, url, origin: new URL(url).origin });
  }

  /** hold, release, cut, flip, portal, down, clear, folder. */
  async order(order, part = '') {
    const response = await fetch(`${this.origin.replace('localhost', '127.0.0.1')}/-/${order}?${encodeURIComponent(part)}`);
    assert.equal(response.status, 200, order);
    return response.text();
  }

  /** Paths asked for so far, and what browsers said the policy forbade. */
  async log() {
    return (await this.order('log')).split('\n').filter(Boolean);
  }

  /** Waits until something was asked for so often. */
  async asked(part, times) {
    const deadline = Date.now() + PATIENCE;
    while ((await this.log()).filter((path) => path.includes(part)).length < times) {
      assert.ok(Date.now() < deadline, `${part} was not asked for ${times} times`);
    }
  }

  end() {
    this.child.kill();
  }
}
