// Shows the operations of one document at a time. Text only ever enters the page as text.
const names = ['qwiet', 'code-insight', 'api-security', 'guardian', 'iq'];
const documents = new Map();
const find = document.getElementById('find');
const main = document.getElementById('operations');
let shown = names.includes(location.hash.slice(1)) ? location.hash.slice(1) : names[0];

const make = (tag, text, className) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
};

// The schema with references followed, as far as a reader can take in.
const resolve = (schema, whole, depth = 0) => {
  if (!schema || typeof schema !== 'object' || depth > 6) return schema;
  if (schema.$ref) return resolve(schema.$ref.split('/').slice(1).reduce((at, key) => at?.[key], whole), whole, depth + 1);
  if (Array.isArray(schema)) return schema.map(part => resolve(part, whole, depth + 1));
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, resolve(value, whole, depth + 1)]));
};

const parameters = list => {
  const table = make('table');
  for (const parameter of list) {
    const row = table.appendChild(make('tr'));
    row.append(make('td', parameter.name), make('td', parameter.in), make('td', parameter.required ? 'required' : ''), make('td', [parameter.schema?.type].flat().join(' or ')));
  }
  return table;
};

const content = (title, body, whole) => {
  const schema = Object.values(body?.content ?? {})[0]?.schema;
  if (!schema) return [];
  return [make('h4', title), make('pre', JSON.stringify(resolve(schema, whole), null, 2))];
};

const operation = (path, method, described, whole) => {
  const details = make('details');
  const summary = details.appendChild(make('summary'));
  summary.append(make('span', method.toUpperCase(), `method ${method}`), make('code', path), ` ${described.summary ?? ''}`);
  details.addEventListener('toggle', () => {
    if (!details.open || details.childElementCount > 1) return;
    details.append(make('p', described.description ?? ''));
    if (described.parameters?.length) details.append(make('h4', 'Parameters'), parameters(described.parameters));
    details.append(...content('Body', described.requestBody, whole));
    for (const [status, response] of Object.entries(described.responses ?? {})) details.append(...content(`Answer ${status}`, response, whole));
  });
  return details;
};

const show = () => {
  for (const button of document.querySelectorAll('#apis button')) button.setAttribute('aria-pressed', button.dataset.name === shown);
  const whole = documents.get(shown);
  const word = find.value.trim().toLowerCase();
  main.replaceChildren(make('h2', whole.info.title), make('p', whole.info.description));
  for (const [path, item] of Object.entries(whole.paths ?? {})) {
    for (const [method, described] of Object.entries(item)) {
      if (`${method} ${path} ${described.summary}`.toLowerCase().includes(word)) main.append(operation(path, method, described, whole));
    }
  }
};

const start = async () => {
  for (const name of names) {
    const response = await fetch(`/openapi/${name}.json`);
    if (!response.ok) continue;
    documents.set(name, await response.json());
    const button = document.getElementById('apis').appendChild(make('button', name));
    button.dataset.name = name;
    button.addEventListener('click', () => { shown = name; location.hash = name; show(); });
  }
  if (!documents.has(shown)) shown = documents.keys().next().value;
  find.addEventListener('input', show);
  show();
};

start().catch(error => main.replaceChildren(make('p', `The documents could not be read: ${error.message}`)));
