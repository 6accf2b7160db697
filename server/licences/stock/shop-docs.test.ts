import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { newDealer } from '../../../tools/test/licences.ts';
import { siteOf } from '../../../tools/test/organizations.ts';
import { startTestServer } from '../../../tools/test/server.ts';
import { checkout } from '../../config.ts';
import { shopSecret, writtenSecret } from './shop-secret.ts';

const run = promisify(execFile);

test('L-12 the example of docs/shop-orders.md sends an order, twice, and it counts once', async () => {
  const server = await startTestServer();
  try {
    const doc = await readFile(join(checkout, 'docs', 'shop-orders.md'), 'utf8');
    const example = /```js\n([\s\S]+?)```/.exec(doc)?.[1] ?? '';
    const dealer = await newDealer(server);
    const secret = await shopSecret(server.app.keyProvider, siteOf(server, 'camera'));
    const env = {
      ...process.env,
      SHOP_SECRET: writtenSecret(secret ?? Buffer.alloc(0)),
      SHOP_URL: `${server.url}/api/camera/shop-orders`,
      DEALER_CODE: dealer.loginId,
    };
    const send = () => run(process.execPath, ['--input-type=module', '--eval', example], { env });
    expect((await send()).stdout.trim()).toBe('200 {"state":"stored"}');
    expect((await send()).stdout.trim()).toBe('200 {"state":"before"}');
    const { body } = await dealer.call('GET', `${dealer.path}/licence-stock`);
    expect(body.items).toMatchObject([{ type: 'direct', termMonths: 36, inStock: 2 }]);
  } finally {
    await server.close();
  }
});
