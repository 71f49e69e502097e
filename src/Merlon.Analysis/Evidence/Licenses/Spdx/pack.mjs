// Packs the SPDX licence list and exception ids into one Brotli file that the assembly embeds: node pack.mjs TARGET
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);
const licenses = require('spdx-license-list/spdx-full.json');
const exceptions = require('spdx-exceptions/index.json');
const list = {
  licenses: Object.keys(licenses).sort().map(id => ({
    id, name: licenses[id].name, url: licenses[id].url ?? '', text: licenses[id].licenseText,
  })),
  exceptions,
};
const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 } };
writeFileSync(process.argv[2], brotliCompressSync(Buffer.from(JSON.stringify(list)), options));
