import type { DemoSite } from '../server/demo/demo.ts';
import { runDemoCameras } from './demo-cameras.ts';
import { runDemoGateways } from './demo-gateways.ts';
import { runDemoPrinters } from './demo-printers.ts';
import { simulate } from './simulate.ts';

const words = {
  usual: '',
  faulty: ', with a fault',
  silent: ', about to fall silent',
  board: ', its board was changed some weeks ago',
  unused: ', never switched on',
};

/** Simulated devices listen this far above the server's port. */
const unitPortsAfter = 101;

export type RunningDevices = { close(): Promise<void> };

/** Runs the simulated devices of the demo beside the server, and prints where to look and how to get in. */
export async function runDemo(url: string, sites: readonly DemoSite[]): Promise<RunningDevices> {
  const closers: (() => Promise<void>)[] = [];
  let port = Number(new URL(url).port) + unitPortsAfter;
  console.log(`\nMails appear at ${url}/dev/mail`);
  for (const site of sites) {
    console.log(`\n${site.name}: ${site.address}`);
    for (const login of site.logins) console.log(`  log in as ${login.who}: ${login.loginId} / ${login.password}`);
    for (const { deviceId, category, factoryFile, stateFile } of site.units) {
      const unit = await simulate({ factoryFile, stateFile, port }).catch(() =>
        simulate({ factoryFile, stateFile, port: 0 }),
      );
      port += 1;
      closers.push(unit.close);
      console.log(`  simulated unit ${deviceId} (${category}): ${unit.url}`);
    }
    if (site.activationKeys.length > 0) console.log('  activation keys to try (number / registration ID):');
    for (const key of site.activationKeys)
      console.log(`    ${key.number} / ${key.registrationId}  ${key.category}, ${key.productNumber}`);
    if (site.devices.length > 0) console.log('  serial numbers to register:');
    for (const { serial, model, claimCode } of site.devices)
      console.log(`    ${serial}  ${model}${claimCode ? `, delivered with the code ${claimCode}` : ''}`);
    if (site.gateways) {
      const running = await runDemoGateways(url, site.gateways);
      closers.push(() => running.close());
      console.log('  simulated gateways that report every minute, and first what they measured in the last days;');
      console.log(`  they are directed at ${running.url}:`);
      for (const { factory, course } of site.gateways.gateways)
        console.log(`    ${factory.serial}  ${factory.model}${words[course]}`);
    }
    if (site.printers) {
      const running = await runDemoPrinters(url, site.printers);
      closers.push(() => running.close());
      console.log(
        '  simulated printers with half a year behind them, which first deliver what they counted in the last days;',
      );
      console.log(`  they are directed at ${running.url}:`);
      for (const { factory, course } of site.printers.printers)
        console.log(`    ${factory.serial}  ${factory.model}${words[course]}`);
    }
    if (site.cameras) {
      const running = await runDemoCameras(url, site.cameras);
      closers.push(() => running.close());
      console.log(
        `  simulated cameras and recorders that do what their licences allow; they are looked at and directed at`,
      );
      console.log(`  ${running.url}`);
    }
    if (site.deviceFile) console.log(`  a list of the factory to import as operator: ${site.deviceFile}`);
    if (site.importFile) console.log(`  a file to import as operator: ${site.importFile}`);
  }
  console.log('\nStop with Ctrl+C.');
  return {
    close: async () => {
      for (const close of closers) await close();
    },
  };
}
