import { z } from 'zod';
import { domainAccount } from './accountNames.ts';
import { whenMatching } from './appliesWhen.ts';
import { definePage, type Property } from './definePage.ts';
import { defineWarning } from './defineScreen.ts';
import { checkbox, choice, port, reachableHostName, secret, yesOrNo } from './fieldKinds.ts';
import { portalCollisions } from './portalCollisions.ts';

const accesses = {
  extranet: 'Portal is hosted on an IIS site which can be accessed by extranet users',
  intranet: 'Portal is hosted on an IIS site which can be accessed only by intranet users',
} as const;

/** The two password portals, each with its site and its MIM Service (guide, Continuation, 7 to 10). */
export const passwordPortalsScreens = {
  registrationPortal: definePage({
    ...iisPage('Registration', 'Continuation, 7', 'pwreg.contoso.com'),
    offered: { host: 'registrationHost' },
    judge: (answers, { claims }) => portalCollisions('registrationPortal', answers, claims),
    checks: {
      'registration-portal-account': { title: 'Application pool account of the registration portal' },
      'registration-portal-address': { title: 'Host name and port of the registration portal' },
      'registration-portal-principal-name': { title: 'Service principal name of the registration portal' },
    },
    properties: {
      ...iisProperties('REGISTRATION'),
      REGISTRATION_FIREWALL_CONFIG: firewallProperty(
        'Registration',
        'REGISTRATION_FIREWALL_CONF',
        'Most published scripts call it REGISTRATION_FIREWALL_CONFIG, some REGISTRATION_FIREWALL_CONF.',
      ),
    },
  }),

  registrationPortalWarning: portalWarning('Registration', 'Continuation, 7'),

  registrationPortalService: definePage({
    ...servicePage('Registration', 'Continuation, 8'),
    offered: { serviceAddress: 'serviceAddress' },
    checks: { 'registration-portal-service': { title: 'MIM Service that the registration portal talks to' } },
    properties: serviceProperties('REGISTRATION'),
  }),

  resetPortal: definePage({
    ...iisPage('Reset', 'Continuation, 9', 'pwreset.contoso.com'),
    offered: { account: 'poolAccount' },
    judge: (answers, { claims }) => portalCollisions('resetPortal', answers, claims),
    checks: {
      'reset-portal-account': { title: 'Application pool account of the reset portal' },
      'reset-portal-address': { title: 'Host name and port of the reset portal' },
      'reset-portal-principal-name': { title: 'Service principal name of the reset portal' },
    },
    properties: {
      ...iisProperties('RESET'),
      RESET_FIREWALL_CONF: firewallProperty(
        'Reset',
        'RESET_FIREWALL_CONFIG',
        'Some published scripts call it RESET_FIREWALL_CONF, some RESET_FIREWALL_CONFIG.',
      ),
    },
  }),

  resetPortalWarning: portalWarning('Reset', 'Continuation, 9'),

  resetPortalService: definePage({
    ...servicePage('Reset', 'Continuation, 10'),
    offered: { serviceAddress: 'serviceAddress' },
    checks: { 'reset-portal-service': { title: 'MIM Service that the reset portal talks to' } },
    properties: serviceProperties('RESET'),
  }),
};

type Portal = 'Registration' | 'Reset';
type Iis = ReturnType<typeof iisFields>;
type Service = ReturnType<typeof serviceFields>;

function iisPage(portal: Portal, step: string, sample: string) {
  return {
    title: `Configure MIM Password ${portal} Portal`,
    subtitle: 'Enter configuration information used by Internet Information Services (IIS)',
    step,
    guidance: 'The account of the application pool, and the binding of the web site. A managed account has no password to enter.',
    team: 'web' as const,
    teamOf: { account: 'directory', password: 'directory', openPort: 'network' } as const,
    fields: iisFields(sample),
    applies: { password: whenMatching('account', '[^$]$') },
  };
}

function iisFields(sample: string) {
  return z.strictObject({
    account: domainAccount().meta({ title: 'Account Name', examples: ['contoso\\mimpool'], description: 'Domain\\Account' }),
    password: secret().meta({ title: 'Password' }).optional(),
    host: reachableHostName().meta({ title: 'Host Name', examples: [sample] }),
    port: port()
      .refine((number) => number !== 5725 && number !== 5726, {
        error: 'Ports 5725 and 5726 are those of the MIM Service. Choose another.',
      })
      .meta({ title: 'Port', default: 80, examples: [80] }),
    openPort: checkbox().meta({ title: 'Open port in firewall', default: false }),
  });
}

function iisProperties<Prefix extends string>(prefix: Prefix): Record<string, Property<Iis>> {
  return {
    [`${prefix}_ACCOUNT`]: { field: 'account' },
    [`${prefix}_ACCOUNT_PASSWORD`]: { field: 'password', value: ({ password }) => password },
    [`${prefix}_HOSTNAME`]: { field: 'host' },
    [`${prefix}_PORT`]: { field: 'port' },
  };
}

/** Sources disagree on what this property is called. */
function firewallProperty(portal: Portal, elsewhere: string, note: string): Property<Iis> {
  return {
    field: 'openPort',
    provenance: 'disputed',
    value: ({ openPort }) => (openPort ? '1' : '0'),
    label: `Open port of the ${portal.toLowerCase()} portal in firewall`,
    words: yesOrNo,
    readings: [{ name: elsewhere, source: 'Some published scripts call it so.' }],
    note,
  };
}

function servicePage(portal: Portal, step: string) {
  return {
    title: `Configure MIM Password ${portal} Portal`,
    subtitle: `Enter configuration information for the MIM Password ${portal} Portal`,
    step,
    guidance: 'The MIM Service that this portal talks to, and from where users may reach the portal.',
    team: 'web' as const,
    teamOf: { serviceAddress: 'network' } as const,
    fields: serviceFields(portal),
  };
}

function serviceFields(portal: Portal) {
  return z.strictObject({
    serviceAddress: reachableHostName().meta({ title: 'MIM Service Server address', examples: ['mim.contoso.com'] }),
    access: choice(accesses).meta({ title: `Access to Password ${portal} Portal`, default: 'extranet' }),
  });
}

function serviceProperties(prefix: string): Record<string, Property<Service>> {
  return {
    [`${prefix}_SERVERNAME`]: { field: 'serviceAddress' },
    [`IS_${prefix}_EXTRANET`]: {
      field: 'access',
      provenance: 'disputed',
      value: ({ access }) => (access === 'extranet' ? 'Extranet' : 'None'),
      words: { Extranet: accesses.extranet, None: accesses.intranet },
      readings: [{ values: { Extranet: '1', None: '0' }, source: 'Some published scripts pass 1 and 0.' }],
      note: 'Most sources, the package’s own tables among them, use Extranet and None; some scripts use 1 and 0.',
    },
  };
}

function portalWarning(portal: Portal, step: string) {
  return defineWarning({
    title: `Password ${portal} Portal Warning`,
    step,
    guidance:
      'Your deployment is not secure in its current configuration: the IIS site does not require SSL. Set it up with a certificate before users enter passwords.',
    about: { page: portal === 'Registration' ? 'registrationPortal' : 'resetPortal', fields: ['host', 'port'] },
  });
}
