import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const compressible = /\.(?:js|css|svg|html|json|wasm)$/;

/** Writes `file.br` beside each text file of the build, so that the server never compresses at run time. */
function precompress(): Plugin {
  const brotli = promisify(brotliCompress);
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async closeBundle() {
      const compress = async (path: string) => {
        const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
        await writeFile(`${path}.br`, await brotli(await readFile(path), options));
      };
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && compressible.test(entry.name));
      await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))));
    },
  };
}

// What nearly every page needs goes into one file: as files of their own they weigh more in headers than in contents.
const everyday =
  /\/web\/(?:ui\/(?:button|icon|layout|link-button|notice|prose|states|use-action|form\/(?:field|text-field|password-field|error-summary|use-form))|context\/(?:address|announcements|contact|dates|document-title|documents|go|links|page|role-word|session|site)|texts\/problem-text)\./;

const dist = join(import.meta.dirname, 'dist');

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), precompress()],
  // A data: address would be the only way in for an asset that the content security policy did not foresee.
  build: {
    outDir: dist,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { advancedChunks: { groups: [{ name: 'everyday', test: everyday }] } } },
  },
  server: { proxy: { '/api': process.env['ENGAWA_PUBLIC_URL'] ?? 'http://localhost:3000' } },
});
