import { z } from 'zod';
import { isLocalhost } from '../vocabulary/localhost.ts';
import { definePage } from './definePage.ts';
import { defineWarning } from './defineScreen.ts';
import { checkbox, reachableHostName, webAddress } from './fieldKinds.ts';

const title = 'Configure MIM Service and Portal';

/** How the MIM Service and the MIM Portal are reached (guide, Continuation, 3 to 6). */
export const serviceAndPortalScreens = {
  serviceAddress: definePage({
    title,
    subtitle: 'Configure connection to the MIM Service',
    step: 'Continuation, 3',
    guidance:
      'The name by which the portal and other clients reach the MIM Service. Behind a load balancer it is the name of the cluster.',
    team: 'network',
    fields: z.strictObject({
      host: reachableHostName().meta({ title: 'MIM Service Server address', examples: ['mim.contoso.com'] }),
    }),
    checks: {
      'service-address': { title: 'Address of the MIM Service' },
      'service-principal-name': { title: 'Service principal name of the MIM Service' },
    },
    properties: { SERVICEADDRESS: { field: 'host' } },
  }),

  sharePointSite: definePage({
    title,
    subtitle: 'Configure connection to the MIM Service',
    step: 'Continuation, 4',
    guidance: 'The SharePoint site collection that will hold the MIM Portal. Replace localhost by the name that users type.',
    team: 'web',
    fields: z.strictObject({
      url: webAddress()
        .refine((url) => !URL.canParse(url) || !isLocalhost(new URL(url).hostname), {
          error: 'Replace localhost by the name that users type, such as http://mim.contoso.com.',
        })
        .refine(isSiteCollection, {
          error:
            'Enter the address of the site collection alone, such as http://mim.contoso.com: without ?, #, a page, or /identitymanagement, which the installer adds.',
        })
        .meta({ title: 'SharePoint site collection URL', examples: ['http://mim.contoso.com'], format: 'uri' }),
    }),
    offered: { url: 'portalSite' },
    checks: {
      'sharepoint-site': { title: 'Connection to the SharePoint site' },
      'sharepoint-authentication': { title: 'Authentication of the SharePoint site' },
      'portal-principal-name': { title: 'Service principal name of the MIM Portal' },
    },
    properties: { SHAREPOINT_URL: { field: 'url' } },
  }),

  sharePointTimerWarning: defineWarning({
    title: 'SharePoint 2016 services restart warning',
    step: 'Continuation, 4',
    guidance: 'The SharePoint Timer services will be restarted during the installation, on every server of the farm.',
    about: { page: 'sharePointSite', fields: ['url'] },
  }),

  registrationPortalUrl: definePage({
    title,
    subtitle: 'Configure optional portal homepage configuration',
    step: 'Continuation, 5',
    guidance:
      "Where the portal's home page sends users to register for password reset. Leave it empty where Microsoft Entra ID resets passwords.",
    team: 'web',
    fields: z.strictObject({
      url: webAddress()
        .refine((url) => !URL.canParse(url) || !isLocalhost(new URL(url).hostname), {
          error:
            'localhost means a different computer on each of them. Enter the name that users type, such as https://pwreg.contoso.com.',
        })
        .meta({ title: 'Registration Portal URL', examples: ['https://pwreg.contoso.com'], format: 'uri' })
        .optional(),
    }),
    properties: { REGISTRATION_PORTAL_URL: { field: 'url' } },
  }),

  firewall: definePage({
    title,
    subtitle: 'Configure security changes configured by setup',
    step: 'Continuation, 6',
    guidance:
      'Without the open ports, clients cannot reach the MIM Service. Without the grant, users cannot reach the MIM Portal. Each has an effect only where its component is installed.',
    team: 'network',
    teamOf: { grantPortalAccess: 'web' },
    fields: z.strictObject({
      openServicePorts: checkbox().meta({ title: 'Open ports 5725 and 5726 in firewall', default: true }),
      grantPortalAccess: checkbox().meta({ title: 'Grant authenticated users access to the MIM Portal site', default: true }),
    }),
    properties: {
      FIREWALL_CONF: {
        field: 'openServicePorts',
        value: ({ openServicePorts }, { features }) => (features.includes('service') ? flag(openServicePorts) : undefined),
      },
      SHAREPOINTUSERS_CONF: {
        field: 'grantPortalAccess',
        value: ({ grantPortalAccess }, { features }) => (features.includes('portal') ? flag(grantPortalAccess) : undefined),
      },
    },
  }),
};

function isSiteCollection(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { search, hash, pathname } = new URL(url);
  return search === '' && hash === '' && !/[?#]/.test(url) && !/\.\w{3,5}$|\/identitymanagement(\/|$)/i.test(pathname);
}

function flag(on: boolean): string {
  return on ? '1' : '0';
}
