const { exec } = require('child_process');
const express = require('express');
const _ = require('lodash');
const options = require('minimist')(process.argv.slice(2));

const app = express();
const entries = [];
const settings = { title: 'Guest book' };

app.use(express.json());

// What one guest writes runs in the browser of the next.
app.get('/', (request, response) => {
  response.send(`<h1>${settings.title}</h1><p>Looking for ${request.query.name}</p>${entries.join('<br>')}`);
});

app.post('/entries', (request, response) => {
  entries.push(request.body.text);
  response.sendStatus(201);
});

// "__proto__" in the body changes every object there is.
app.post('/settings', (request, response) => {
  _.defaultsDeep(settings, request.body);
  response.sendStatus(204);
});

app.get('/backup', (request, response) => {
  exec(`tar czf /tmp/${request.query.file}.tgz entries`, error => response.send(error ? 'failed' : 'done'));
});

app.listen(options.port ?? 3000);
