import type { Catalog } from '../catalog.ts';

/** What the pages about the addresses of service and portal say. A site collection is a „Websitesammlung“. */
export const serviceAndPortalPages: Catalog = {
  'Configure MIM Service and Portal': 'MIM-Dienst und -Portal konfigurieren',
  'Configure connection to the MIM Service': 'Verbindung zum MIM-Dienst konfigurieren',
  'The name by which the portal and other clients reach the MIM Service.':
    'Der Name, unter dem das Portal und andere Clients den MIM-Dienst erreichen.',
  'Behind a load balancer it is the name of the cluster.': 'Hinter einem Lastenausgleich ist es der Name des Clusters.',
  'MIM Service Server address': 'Adresse des MIM-Dienstservers',

  'The SharePoint site collection that will hold the MIM Portal.':
    'Die SharePoint-Websitesammlung, in der das MIM-Portal eingerichtet wird.',
  'Replace localhost by the name that users type.': 'Ersetzen Sie localhost durch den Namen, den Benutzer eingeben.',
  'Replace localhost by the name that users type, such as http://mim.contoso.com.':
    'Ersetzen Sie localhost durch den Namen, den Benutzer eingeben, z. B. http://mim.contoso.com.',
  'Enter the address of the site collection alone, such as http://mim.contoso.com: without ?, #, a page, or /identitymanagement, which the installer adds.':
    'Geben Sie nur die Adresse der Websitesammlung ein, z. B. http://mim.contoso.com: ohne ?, #, eine Seite oder /identitymanagement, das das Installationsprogramm selbst anfügt.',
  'SharePoint site collection URL': 'URL der SharePoint-Websitesammlung',

  'SharePoint 2016 services restart warning': 'Warnung zum Neustart der SharePoint 2016-Dienste',
  'The SharePoint Timer services will be restarted during the installation, on every server of the farm.':
    'Die SharePoint-Timerdienste werden während der Installation neu gestartet, und zwar auf jedem Server der Farm.',

  'Configure optional portal homepage configuration': 'Optionale Konfiguration der Startseite des Portals festlegen',
  "Where the portal's home page sends users to register for password reset.":
    'Die Adresse, zu der die Startseite des Portals Benutzer führt, die sich für die Kennwortzurücksetzung registrieren.',
  'Leave it empty where Microsoft Entra ID resets passwords.':
    'Lassen Sie das Feld leer, wenn Kennwörter mit Microsoft Entra ID zurückgesetzt werden.',
  'localhost means a different computer on each of them.': 'localhost bezeichnet auf jedem Computer einen anderen.',
  'Enter the name that users type, such as https://pwreg.contoso.com.':
    'Geben Sie den Namen ein, den Benutzer eingeben, z. B. https://pwreg.contoso.com.',
  'Registration Portal URL': 'URL des Registrierungsportals',

  'Configure security changes configured by setup': 'Sicherheitsänderungen konfigurieren, die das Setup vornimmt',
  'Without the open ports, clients cannot reach the MIM Service.':
    'Ohne die geöffneten Ports erreichen Clients den MIM-Dienst nicht.',
  'Without the grant, users cannot reach the MIM Portal.': 'Ohne den gewährten Zugriff erreichen Benutzer das MIM-Portal nicht.',
  'Each has an effect only where its component is installed.':
    'Beides wirkt sich nur aus, wenn die zugehörige Komponente installiert wird.',
  'Open ports 5725 and 5726 in firewall': 'Ports 5725 und 5726 in der Firewall öffnen',
  'Grant authenticated users access to the MIM Portal site':
    'Authentifizierten Benutzern Zugriff auf die Website des MIM-Portals gewähren',
};
