// A school's site, which is another site than the lessons': pages as a teacher or the site's owner wrote them.
import { createServer } from 'node:http';

export class School {
  /** `pages` are HTML by their paths; `headers` come with each. */
  static async start(pages, headers = {}) {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url, 'http://school.localhost');
      const page = pages[pathname.slice(1)];
      response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(page);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://school.localhost:${server.address().port}/`;
    return Object.assign(new School(), { server, url, origin: new URL(url).origin });
  }

  end() {
    this.server.closeAllConnections();
    this.server.close();
  }
}
