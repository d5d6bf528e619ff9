import type { Catalog } from '../catalog.ts';

/** Whom the answers are asked of, and what each provides. */
export const checklist: Catalog = {
  'MIM project': 'MIM-Projekt',
  'Decides what is installed, accepts the license, and knows the synchronization server.':
    'Entscheidet, was installiert wird, stimmt dem Lizenzvertrag zu und kennt den Synchronisierungsserver.',
  'Active Directory': 'Active Directory',
  'Creates the accounts, knows their passwords, and gives them their rights.':
    'Legt die Konten an, kennt ihre Kennwörter und erteilt ihnen ihre Rechte.',
  'SQL Server': 'SQL Server',
  'Provides the SQL Server that holds the database of the MIM Service.':
    'Stellt die SQL Server-Instanz mit der Datenbank des MIM-Diensts bereit.',
  Mail: 'E-Mail',
  'Provides the mailbox of the MIM Service, and the way to it.':
    'Stellt das Postfach des MIM-Diensts und den Zugang dazu bereit.',
  'Microsoft Entra ID': 'Microsoft Entra ID',
  'Signs in to the tenant, and registers the application that opens the mailbox.':
    'Meldet sich beim Mandanten an und registriert die Anwendung, die das Postfach öffnet.',
  'SharePoint and web servers': 'SharePoint und Webserver',
  'Provides the sites that the portals run on.': 'Stellt die Websites bereit, auf denen die Portale laufen.',
  'Network and certificates': 'Netzwerk und Zertifikate',
  'Provides the names in DNS, the open ports and the certificate.':
    'Stellt die Namen im DNS, die offenen Ports und das Zertifikat bereit.',
  'System Center Service Manager': 'System Center Service Manager',
  'Provides the management server that MIM Reporting works with.':
    'Stellt den Verwaltungsserver bereit, mit dem MIM Reporting arbeitet.',

  'Only with the MIM Service.': 'Nur mit dem MIM-Dienst.',
  'Only with the MIM Service or the MIM Portal.': 'Nur mit dem MIM-Dienst oder dem MIM-Portal.',
  'Only with MIM Reporting.': 'Nur mit MIM Reporting.',
  'Only with the MIM Portal.': 'Nur mit dem MIM-Portal.',
  'Only with the Password Registration Portal.': 'Nur mit dem Kennwortregistrierungsportal.',
  'Only with the Password Reset Portal.': 'Nur mit dem Kennwortzurücksetzungsportal.',
  'Only with Application Context Authentication.': 'Nur mit Authentifizierung im Anwendungskontext.',
  'What to have at hand': 'Was bereitliegen sollte',
  'The wizard will check': 'Der Assistent prüft',
  'a secret: enter it in the wizard, and write it nowhere':
    'ein geheimer Wert: im Assistenten eingeben und nirgends aufschreiben',
  'depends on other answers': 'hängt von anderen Angaben ab',
  'may be left empty': 'kann leer bleiben',
  'such as': 'zum Beispiel',
  usually: 'üblicherweise',
  'One of': 'Zur Auswahl',
  With: 'Dazu gehören',
  'Only where it {condition}.': 'Nur unter dieser Bedingung: {condition}.',
};
