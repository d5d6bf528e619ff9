import { z } from 'zod';
import { featureNames, features } from '../vocabulary/features.ts';
import { whenFacts, whenField } from './appliesWhen.ts';
import { definePage } from './definePage.ts';
import { defineErrorBox } from './defineScreen.ts';
import { choice, guid, secret } from './fieldKinds.ts';

/** From the welcome to the choice of components (guide, Common deployment steps, 2 to 6). */
export const prepareScreens = {
  welcome: definePage({
    title: 'Welcome to the Microsoft Identity Manager Service and Portal Setup Wizard',
    subtitle: '',
    step: 'Common deployment steps, 2',
    guidance:
      'The wizard gathers what the installation needs, checks it, and shows the plan. Nothing is changed before you install.',
    team: 'project',
    fields: z.strictObject({}),
  }),

  licenseAgreement: definePage({
    title: 'End-User License Agreement',
    subtitle: 'Please read the following license agreement carefully',
    step: 'Common deployment steps, 3',
    guidance:
      'Read the license that came with your copy of Microsoft Identity Manager. The installation goes on only if you accept it.',
    team: 'project',
    fields: z.strictObject({
      accepted: z
        .literal(true, { error: (issue) => (issue.input === undefined ? undefined : 'The license has to be accepted to go on.') })
        .meta({ title: 'I accept the terms in the License Agreement' }),
    }),
    properties: { ACCEPT_EULA: { field: 'accepted', value: () => '1' } },
  }),

  cloud: definePage({
    title: 'Azure Cloud',
    subtitle: 'Select the Azure cloud that holds your tenant',
    step: 'Common deployment steps, 4',
    guidance: 'National clouds are separate instances of Azure. Unless your organization uses one, keep the global one.',
    team: 'entra',
    fields: z.strictObject({
      cloud: choice({
        global: 'Azure AD',
        china: 'Azure AD China operated by 21Vianet',
        governmentDod: 'Microsoft 365 Government - DoD',
      }).meta({ title: 'Azure cloud', default: 'global' }),
    }),
    properties: {
      'cloud.cloud': {
        field: 'cloud',
        provenance: 'unknown',
        note: 'The property by which the installer learns the cloud is not publicly known. Reading the package shows it.',
      },
    },
  }),

  signIn: definePage({
    title: 'Sign in',
    subtitle: 'Sign in to your tenant, so that its subscription can be checked',
    step: 'Common deployment steps, 5',
    guidance:
      'Sign in as a user of the tenant. Its subscriptions must include Microsoft Entra ID P1 or P2; without one, the Volume License edition is the one to install.',
    team: 'entra',
    fields: z.strictObject({
      method: choice({
        deviceCode: 'With a code, in a browser on any device',
        clientCredentials: 'As an application, with its secret',
      }).meta({
        title: 'How to sign in',
        default: 'deviceCode',
      }),
      tenant: z
        .string()
        .regex(
          /^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/,
          'Enter the domain name or the ID of the tenant, such as contoso.onmicrosoft.com.',
        )
        .meta({
          title: 'Tenant',
          examples: ['contoso.onmicrosoft.com'],
          description: 'Left out, the tenant of the user who signs in.',
        })
        .optional(),
      clientId: guid().meta({ title: 'Application ID', description: 'The application that signs in.' }).optional(),
      clientSecret: secret().meta({ title: 'Client secret' }).optional(),
    }),
    applies: { clientId: whenField('method', 'clientCredentials'), clientSecret: whenField('method', 'clientCredentials') },
    notes: [
      {
        code: 'government-tenant',
        message: 'GCC High and DoD are two clouds that share a directory. Enter the tenant: by it the right one is found.',
        ...whenFacts(({ cloud }) => cloud === 'governmentDod'),
      },
    ],
    checks: {
      'sign-in': { title: 'Sign-in to the tenant' },
      subscription: { title: 'Subscription to Microsoft Entra ID P1 or P2' },
    },
    properties: {
      'signIn.method': {
        field: 'method',
        provenance: 'unknown',
        note: 'How, and whether, an unattended installation signs in to the tenant is not publicly known. Reading the package shows what it asks for; the subscription is checked here instead.',
      },
    },
  }),

  signInFailed: defineErrorBox({
    title: 'Sign in failed',
    step: 'Common deployment steps, 5',
    guidance: 'The directory refused the sign-in, or it was not finished in time. Its own words are below.',
  }),

  subscriptionNotFound: defineErrorBox({
    title: 'Subscription not found',
    step: 'Common deployment steps, 5',
    guidance:
      'No subscription with Microsoft Entra ID P1 or P2 was found. Check that the user belongs to the right tenant. Without such a subscription, install the Volume License edition.',
  }),

  components: definePage({
    title: 'Custom Setup',
    subtitle: 'Select the way you want features to be installed',
    step: 'Common deployment steps, 6',
    guidance: 'Choose what to install on this server. Reporting is a part of the MIM Service.',
    team: 'project',
    fields: z.strictObject({
      features: z
        .array(
          choice(
            Object.fromEntries(featureNames.map((name) => [name, features[name].title])) as Record<
              (typeof featureNames)[number],
              string
            >,
          ),
        )
        .min(1, 'Choose at least one.')
        .max(featureNames.length, 'Name each component once.')
        .meta({ title: 'Components', default: featureNames, uniqueItems: true }),
      installDirectory: z
        .string()
        .max(240)
        .regex(
          /^[A-Za-z]:\\(?:[^<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029]+\\)*[^<>:"/\\|?*\p{Cc}\p{Cs}\u2028\u2029]*$/u,
          'Enter a folder with its drive, such as D:\\Program Files\\MIM\\.',
        )
        .meta({
          title: 'Installation folder',
          examples: ['C:\\Program Files\\Microsoft Forefront Identity Manager\\2010\\'],
          description: "Left out, the installer's own default.",
        })
        .optional(),
    }),
    judge: ({ features: chosen }) => [
      ...(chosen.includes('reporting') && !chosen.includes('service')
        ? [{ field: 'features', code: 'invalid', message: 'MIM Reporting is a part of the MIM Service: choose service with it.' }]
        : []),
      ...(new Set(chosen).size < chosen.length
        ? [{ field: 'features', code: 'invalid', message: 'Name each component once.' }]
        : []),
    ],
    properties: {
      ADDLOCAL: { field: 'features', value: ({ features: chosen }) => addLocal(chosen) },
      INSTALLDIR: { field: 'installDirectory' },
    },
  }),
};

/** The installer's features, in its own order, whatever order they were named in. */
function addLocal(chosen: readonly string[]): string {
  return featureNames
    .filter((name) => chosen.includes(name))
    .map((name) => features[name].feature)
    .join(',');
}
