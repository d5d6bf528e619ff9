import type { Catalog } from '../catalog.ts';

/** What can be installed, and the nine options for mail. Products keep their names; a regular account is a „normales Dienstkonto“. */
export const components: Catalog = {
  'MIM Service': 'MIM-Dienst',
  'MIM Reporting': 'MIM Reporting',
  'MIM Portal': 'MIM-Portal',
  'MIM Password Registration Portal': 'MIM-Kennwortregistrierungsportal',
  'MIM Password Reset Portal': 'MIM-Kennwortzurücksetzungsportal',

  'Exchange Server 2013 or later': 'Exchange Server 2013 oder höher',
  'Office 365': 'Office 365',
  'Office 365 operated by 21Vianet': 'Office 365, betrieben von 21Vianet',
  'Office 365 Government GCC High and DoD': 'Office 365 Government GCC High und DoD',
  SMTP: 'SMTP',
  None: 'Keiner',
  'GCC High': 'GCC High',
  DoD: 'DoD',
  'Azure AD': 'Azure AD',
  'Microsoft 365 Government - DoD': 'Microsoft 365 Government - DoD',
  'Basic Authentication': 'Standardauthentifizierung',
  'Application Context Authentication': 'Authentifizierung im Anwendungskontext',
  'Integrated Windows Authentication': 'Integrierte Windows-Authentifizierung',

  'Exchange Server 2013 or later, Integrated Windows Authentication, regular service account':
    'Exchange Server 2013 oder höher, integrierte Windows-Authentifizierung, normales Dienstkonto',
  'Office 365, Basic Authentication, regular service account': 'Office 365, Standardauthentifizierung, normales Dienstkonto',
  'Office 365, Application Context Authentication, regular service account':
    'Office 365, Authentifizierung im Anwendungskontext, normales Dienstkonto',
  'SMTP, Integrated Windows Authentication, regular service account':
    'SMTP, integrierte Windows-Authentifizierung, normales Dienstkonto',
  'No mail server, regular service account': 'Kein Mailserver, normales Dienstkonto',
  'Exchange Server 2013 or later, Integrated Windows Authentication, group managed service account':
    'Exchange Server 2013 oder höher, integrierte Windows-Authentifizierung, gruppenverwaltetes Dienstkonto',
  'Office 365, Basic Authentication, group managed service account':
    'Office 365, Standardauthentifizierung, gruppenverwaltetes Dienstkonto',
  'Office 365, Application Context Authentication, group managed service account':
    'Office 365, Authentifizierung im Anwendungskontext, gruppenverwaltetes Dienstkonto',
  'No mail server, group managed service account': 'Kein Mailserver, gruppenverwaltetes Dienstkonto',
};
