import { expect, test } from 'vitest';
import { downKinds, downTopic, maySubscribe, upKinds, upTopic } from '../../../../domain/protocol/topics.ts';
import { newId, outsideId } from '../../../kernel/ids.ts';
import { admitCommands, endCommands, isCredentialName, setUpCommands, type Command } from './commands.ts';

type Rule = { acltype: string; topic: string; allow: boolean };
const credential = { siteId: 'kettle', id: newId(), deviceId: newId(), secret: 'secret' };
const owner = { site: 'kettle', device: outsideId('device', credential.deviceId) };
const aclsOf = (command: Command | undefined) => (command?.['acls'] ?? []) as Rule[];
const rulesOf = (acltype: string) =>
  admitCommands(credential)
    .flatMap(aclsOf)
    .filter((rule) => rule.acltype === acltype);

test('E-10 a device is let in under its own client ID, to send one level below its root and to listen to its own topics written out', () => {
  const [role, client] = admitCommands(credential);
  const name = outsideId('deviceCredential', credential.id);
  expect(role).toMatchObject({ command: 'createRole', rolename: name });
  expect(client).toMatchObject({
    username: name,
    password: 'secret',
    clientid: owner.device,
    roles: [{ rolename: name }],
  });
  const [sends, ...others] = rulesOf('publishClientSend').map(({ topic }) => topic);
  expect(others).toEqual([]);
  expect(upKinds.map((kind) => upTopic(owner, kind).split('/').slice(0, -1).concat('+').join('/'))).toEqual(
    upKinds.map(() => sends),
  );
  const listens = rulesOf('subscribeLiteral').map(({ topic }) => topic);
  expect(listens).toEqual(downKinds.map((kind) => downTopic(owner, kind)));
  expect(listens.every((topic) => maySubscribe(topic, owner))).toBe(true);
  expect(rulesOf('subscribePattern')).toEqual([]);
  expect(endCommands(name)).toEqual([
    { command: 'deleteClient', username: name },
    { command: 'deleteRole', rolename: name },
  ]);
  expect([name, 'administrator', 'engawa-node-1'].map(isCredentialName)).toEqual([true, false, false]);
});

test('E-10 nobody may do what no rule allows, and servers nothing but take what leads up and send what leads down', () => {
  const [defaults, role] = setUpCommands('password');
  const allowed = aclsOf(defaults)
    .filter(({ allow }) => allow)
    .map(({ acltype }) => acltype);
  expect(allowed).toEqual(['publishClientReceive', 'unsubscribe']);
  expect(aclsOf(role).map(({ acltype, topic }) => `${acltype} ${topic}`)).toEqual([
    'subscribeLiteral $share/engawa/engawa/1/+/+/+',
    'publishClientSend engawa/1/+/+/down/+',
  ]);
});
