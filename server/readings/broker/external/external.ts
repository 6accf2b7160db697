import { formatDown, type Down } from '../../../../domain/protocol/down.ts';
import { downTopic, parseTopic, type UpKind } from '../../../../domain/protocol/topics.ts';
import type { App } from '../../../kernel/app.ts';
import { hear } from '../../../kernel/hear.ts';
import { keyedHash } from '../../../kernel/seal.ts';
import { connectedTo } from '../../connected.ts';
import { withdrawnChannel } from '../../credentials/store.ts';
import { openDownLink } from '../../down/link.ts';
import { tellChannel } from '../../down/tell.ts';
import { intakeOf } from '../../intake/intake.ts';
import { mayPass } from '../../intake/pace.ts';
import type { Reporter } from '../../reporter.ts';
import { readArrived } from '../arrived.ts';
import { ownerOf } from '../doorway.ts';
import { againAndAgain } from './again.ts';
import { nodeName, setUpCommands } from './commands.ts';
import { openDynamicSecurity } from './dynamic-security.ts';
import { setGate } from './gate.ts';
import { keepCredentials } from './keep-credentials.ts';
import { openMessages } from './messages.ts';
import { makeReporters } from './reporters.ts';

/** With these a device says that it is there: nobody else tells, where the broker is not ours. */
const greetings: readonly UpKind[] = ['hello', 'time'];

/**
 * A broker of the operator's own (Mosquitto with its dynamic security plugin) in place of the embedded one, for any number of nodes: it
 * lets devices in by what it is told here, and each node takes its share of what they say.
 */
export function openExternalBroker(app: App, url: string, databaseUrl: string): { close(): Promise<void> } {
  const { log } = app;
  const password = keyedHash(app.keys.proofs, 'broker node', nodeName).toString('base64url');
  const reporters = makeReporters(app);
  const send = (reporter: Reporter, down: Down) => {
    const { kind, payload } = formatDown(down);
    return messages.send(downTopic(ownerOf(reporter), kind), payload);
  };
  const link = openDownLink(app, connectedTo(app).downs, (deviceId, down) => {
    const reporter = reporters.known(deviceId);
    return reporter !== undefined && send(reporter, down);
  });
  /** One node tells; who was not found while the database is away is looked at when it says that it is there. */
  const look = async (deviceIds: readonly string[]) => {
    if (!(await ears.isFirst())) return;
    await reporters.look(deviceIds);
    link.look(deviceIds);
  };
  const tellSome = (deviceIds: Iterable<string>) =>
    void look([...deviceIds]).catch((error: unknown) => log.warn({ err: error }, 'devices were not told what is new'));
  const messages = openMessages(url, password, log, async (text, payload) => {
    const topic = parseTopic(text);
    if (topic?.direction !== 'up') return;
    const reporter = await reporters.find(topic.site, topic.device);
    // One that sends too fast is not waited for, as all share a connection; it was told nothing, so it sends again.
    if (!reporter || !mayPass(app, reporter)) return;
    const answers = await intakeOf(app).submit(reporter, readArrived(topic.kind, payload));
    for (const answer of answers ?? []) send(reporter, answer);
    if (answers && greetings.includes(topic.kind)) link.greet([reporter.deviceId]);
  });

  const compare = againAndAgain(log, async () => {
    await security.run(setUpCommands(password));
    messages.open();
    await keeper.compare();
  });
  const security = openDynamicSecurity(url, log, compare.now);
  const keeper = keepCredentials(app, security);
  app.vitals.set('broker', () => messages.connected());
  setGate(app, { admit: (credential) => keeper.admit(credential) });
  const ears = hear(
    databaseUrl,
    log,
    'engawa-devices',
    {
      [withdrawnChannel]: (id) => void keeper.end(id).catch(compare.after),
      [tellChannel]: (deviceId) => tellSome([deviceId]),
    },
    () => {
      compare.now();
      tellSome(reporters.all());
    },
  );
  return {
    close: async () => {
      compare.stop();
      setGate(app, null);
      app.vitals.delete('broker');
      await ears.stop();
      await link.stop();
      await messages.stop();
      await security.stop();
      await intakeOf(app).drain();
    },
  };
}
