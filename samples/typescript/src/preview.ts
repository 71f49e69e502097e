import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import axios from 'axios';
import _ from 'lodash';

interface Preview { title: string; address: string; }

// Fetches whatever address the caller names, also those that only this machine can reach.
async function preview(address: string): Promise<Preview> {
  const page = await axios.get<string>(address);
  const title = /<title>(.*?)<\/title>/.exec(page.data)?.[1] ?? address;
  return { title, address };
}

// The template is the caller's own text, and is run.
function render(template: string, values: Preview): string {
  return _.template(template)(values);
}

createServer(async (request: IncomingMessage, response: ServerResponse) => {
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const values = await preview(query.get('address') ?? '');
  response.setHeader('Content-Type', 'text/html');
  response.end(render(query.get('template') ?? '<a href="<%= address %>"><%= title %></a>', values));
}).listen(3001);
