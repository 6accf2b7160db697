import { downKinds, downTopic, protocolVersions, rootOf } from '../../../../domain/protocol/topics.ts';
import { outsideId } from '../../../kernel/ids.ts';

/** A command of Mosquitto's dynamic security plugin, `{"command": "createRole", …}`. */
export type Command = { command: string } & Record<string, unknown>;
type Rule = { acltype: string; topic: string; allow: true };

/** Bears its number, so that a later version which may do other things makes another one. */
export const nodeName = 'engawa-node-1';
/** Every message goes to one node. */
const sharedGroup = 'engawa';
/** Of what is there under these names nothing is anybody else's. */
const credentialName = /^crd_/;

const allow = (acltype: string, topic: string): Rule => ({ acltype, topic, allow: true });

/** What nodes listen to: everything that leads up, of every version they speak. */
export const nodeSubscriptions: readonly string[] = protocolVersions.map(
  (version) => `$share/${sharedGroup}/engawa/${version}/+/+/+`,
);

/** The name under which nodes take and send messages, and that nobody may do anything else than what he is told. */
export function setUpCommands(nodePassword: string): Command[] {
  const acls = [
    ...nodeSubscriptions.map((topic) => allow('subscribeLiteral', topic)),
    ...protocolVersions.map((version) => allow('publishClientSend', `engawa/${version}/+/+/down/+`)),
  ];
  return [
    {
      command: 'setDefaultACLAccess',
      acls: [
        { acltype: 'publishClientSend', allow: false },
        { acltype: 'publishClientReceive', allow: true },
        { acltype: 'subscribe', allow: false },
        { acltype: 'unsubscribe', allow: true },
      ],
    },
    { command: 'createRole', rolename: nodeName, acls },
    { command: 'createClient', username: nodeName, password: nodePassword, roles: [{ rolename: nodeName }] },
  ];
}

/** A credential as the broker has to know it. */
export type KnownCredential = { siteId: string; id: string; deviceId: string; secret: string };

/**
 * Lets a device in: under its own name alone, to send one level below its root and to listen to what is written out. Mosquitto 2.0 has no placeholders in
 * its rules, so each credential has a role.
 */
export function admitCommands({ siteId, id, deviceId, secret }: KnownCredential): Command[] {
  const name = outsideId('deviceCredential', id);
  const owner = { site: siteId, device: outsideId('device', deviceId) };
  const acls = [
    allow('publishClientSend', `${rootOf(owner)}/+`),
    ...downKinds.map((kind) => allow('subscribeLiteral', downTopic(owner, kind))),
  ];
  return [
    { command: 'createRole', rolename: name, acls },
    {
      command: 'createClient',
      username: name,
      password: secret,
      clientid: owner.device,
      roles: [{ rolename: name }],
    },
  ];
}

/** Ends a credential; whoever is connected with it is cut off. */
export function endCommands(name: string): Command[] {
  return [
    { command: 'deleteClient', username: name },
    { command: 'deleteRole', rolename: name },
  ];
}

/** Whether a name at the broker is that of a credential. */
export function isCredentialName(name: string): boolean {
  return credentialName.test(name);
}
