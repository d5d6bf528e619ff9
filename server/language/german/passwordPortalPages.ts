import type { Catalog } from '../catalog.ts';

/** What the pages of the two password portals say: „Kennwortregistrierungsportal“ and „Kennwortzurücksetzungsportal“. */
export const passwordPortalPages: Catalog = {
  'Configure MIM Password {portal} Portal':
    'MIM-{portal, select, Registration {Kennwortregistrierungsportal} other {Kennwortzurücksetzungsportal}} konfigurieren',
  // Where a subtitle follows a title, the title is looked up as it is.
  'Configure MIM Password Registration Portal': 'MIM-Kennwortregistrierungsportal konfigurieren',
  'Configure MIM Password Reset Portal': 'MIM-Kennwortzurücksetzungsportal konfigurieren',
  'Enter configuration information for the MIM Password {portal} Portal':
    'Geben Sie die Konfigurationsdaten für das MIM-{portal, select, Registration {Kennwortregistrierungsportal} other {Kennwortzurücksetzungsportal}} ein',
  'Access to Password {portal} Portal':
    'Zugriff auf das {portal, select, Registration {Kennwortregistrierungsportal} other {Kennwortzurücksetzungsportal}}',
  'Password {portal} Portal Warning':
    'Warnung zum {portal, select, Registration {Kennwortregistrierungsportal} other {Kennwortzurücksetzungsportal}}',
  'Open port of the {portal} portal in firewall':
    'Port des {portal, select, registration {Registrierungsportals} other {Zurücksetzungsportals}} in der Firewall öffnen',

  'Enter configuration information used by Internet Information Services (IIS)':
    'Geben Sie die Konfigurationsdaten für Internetinformationsdienste (IIS) ein',
  'The account of the application pool, and the binding of the web site.':
    'Das Konto des Anwendungspools und die Bindung der Website.',
  'Account Name': 'Kontoname',
  'Domain\\Account': 'Domäne\\Konto',
  'Host Name': 'Hostname',
  'Ports 5725 and 5726 are those of the MIM Service.': 'Die Ports 5725 und 5726 sind die des MIM-Diensts.',
  'Choose another.': 'Wählen Sie einen anderen.',
  Port: 'Port',
  'Open port in firewall': 'Port in der Firewall öffnen',
  'Most published scripts call it REGISTRATION_FIREWALL_CONFIG, some REGISTRATION_FIREWALL_CONF.':
    'In den meisten veröffentlichten Skripts heißt sie REGISTRATION_FIREWALL_CONFIG, in einigen REGISTRATION_FIREWALL_CONF.',
  'Some published scripts call it RESET_FIREWALL_CONF, some RESET_FIREWALL_CONFIG.':
    'In einigen veröffentlichten Skripts heißt sie RESET_FIREWALL_CONF, in anderen RESET_FIREWALL_CONFIG.',
  'Some published scripts call it so.': 'In einigen veröffentlichten Skripts heißt sie so.',

  'The MIM Service that this portal talks to, and from where users may reach the portal.':
    'Der MIM-Dienst, mit dem dieses Portal kommuniziert, und von wo aus Benutzer das Portal erreichen dürfen.',
  'Portal is hosted on an IIS site which can be accessed by extranet users':
    'Das Portal wird auf einer IIS-Website gehostet, auf die Extranetbenutzer zugreifen können',
  'Portal is hosted on an IIS site which can be accessed only by intranet users':
    'Das Portal wird auf einer IIS-Website gehostet, auf die nur Intranetbenutzer zugreifen können',
  'Some published scripts pass 1 and 0.': 'Einige veröffentlichte Skripts übergeben 1 und 0.',
  'Most sources, the package’s own tables among them, use Extranet and None; some scripts use 1 and 0.':
    'Die meisten Quellen, darunter die Tabellen des Pakets selbst, verwenden Extranet und None; einige Skripts verwenden 1 und 0.',

  'Your deployment is not secure in its current configuration: the IIS site does not require SSL.':
    'Ihre Bereitstellung ist in der aktuellen Konfiguration nicht sicher: Die IIS-Website erfordert kein SSL.',
  'Set it up with a certificate before users enter passwords.':
    'Richten Sie SSL mit einem Zertifikat ein, bevor Benutzer Kennwörter eingeben.',

  'This is the management agent account, which the MIM Service lets pass without authorization: whoever breaks into the portal could do anything.':
    'Dies ist das Konto des Verwaltungs-Agents, das der MIM-Dienst ohne Autorisierung zulässt: Wer in das Portal eindringt, könnte alles tun.',
  'Choose an account of its own.': 'Wählen Sie ein eigenes Konto.',
  'The SharePoint site of the MIM Portal': 'Die SharePoint-Website des MIM-Portals',
  'The registration portal': 'Das Registrierungsportal',
  'The reset portal': 'Das Zurücksetzungsportal',
};
