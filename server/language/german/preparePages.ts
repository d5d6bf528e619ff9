import type { Catalog } from '../catalog.ts';

/**
 * What the first pages say, up to the choice of components. A tenant is a „Mandant“, a subscription an „Abonnement“, the box with a
 * code „mit einem Code“; the Volume License edition is the „Volumenlizenz-Edition“.
 */
export const preparePages: Catalog = {
  'Welcome to the Microsoft Identity Manager Service and Portal Setup Wizard':
    'Willkommen beim Setup-Assistenten für Microsoft Identity Manager-Dienst und -Portal',
  'The wizard gathers what the installation needs, checks it, and shows the plan.':
    'Der Assistent fragt ab, was für die Installation nötig ist, prüft es und zeigt den Plan an.',
  'Nothing is changed before you install.': 'Vor der Installation wird nichts geändert.',

  'End-User License Agreement': 'Endbenutzer-Lizenzvertrag',
  'Please read the following license agreement carefully': 'Bitte lesen Sie den folgenden Lizenzvertrag aufmerksam durch',
  'Read the license that came with your copy of Microsoft Identity Manager.':
    'Lesen Sie den Lizenzvertrag, den Sie mit Ihrem Exemplar von Microsoft Identity Manager erhalten haben.',
  'The installation goes on only if you accept it.': 'Die Installation wird nur fortgesetzt, wenn Sie ihm zustimmen.',
  'The license has to be accepted to go on.': 'Stimmen Sie dem Lizenzvertrag zu, um fortzufahren.',
  'I accept the terms in the License Agreement': 'Ich stimme den Bedingungen des Lizenzvertrags zu',

  'Azure Cloud': 'Azure-Cloud',
  'Select the Azure cloud that holds your tenant': 'Wählen Sie die Azure-Cloud aus, in der sich Ihr Mandant befindet',
  'National clouds are separate instances of Azure.': 'Nationale Clouds sind eigenständige Instanzen von Azure.',
  'Unless your organization uses one, keep the global one.':
    'Sofern Ihre Organisation keine davon verwendet, behalten Sie die globale Cloud bei.',
  'Azure AD China operated by 21Vianet': 'Azure AD China, betrieben von 21Vianet',
  'Azure cloud': 'Azure-Cloud',
  'The property by which the installer learns the cloud is not publicly known.':
    'Durch welche Eigenschaft das Installationsprogramm die Cloud erfährt, ist nicht öffentlich bekannt.',
  'Reading the package shows it.': 'Das Paket selbst gibt darüber Auskunft.',

  'Sign in': 'Anmelden',
  'Sign in to your tenant, so that its subscription can be checked':
    'Melden Sie sich bei Ihrem Mandanten an, damit dessen Abonnement geprüft werden kann',
  'Sign in as a user of the tenant.': 'Melden Sie sich als Benutzer des Mandanten an.',
  'Its subscriptions must include Microsoft Entra ID P1 or P2; without one, the Volume License edition is the one to install.':
    'Zu dessen Abonnements muss Microsoft Entra ID P1 oder P2 gehören; andernfalls ist die Volumenlizenz-Edition zu installieren.',
  'With a code, in a browser on any device': 'Mit einem Code, im Browser eines beliebigen Geräts',
  'As an application, with its secret': 'Als Anwendung, mit ihrem geheimen Clientschlüssel',
  'How to sign in': 'Art der Anmeldung',
  'Enter the domain name or the ID of the tenant, such as contoso.onmicrosoft.com.':
    'Geben Sie den Domänennamen oder die ID des Mandanten ein, z. B. contoso.onmicrosoft.com.',
  Tenant: 'Mandant',
  'Left out, the tenant of the user who signs in.': 'Ohne Angabe gilt der Mandant des Benutzers, der sich anmeldet.',
  'Application ID': 'Anwendungs-ID',
  'The application that signs in.': 'Die Anwendung, die sich anmeldet.',
  'Client secret': 'Geheimer Clientschlüssel',
  'GCC High and DoD are two clouds that share a directory.':
    'GCC High und DoD sind zwei Clouds mit einem gemeinsamen Verzeichnis.',
  'Enter the tenant: by it the right one is found.':
    'Geben Sie den Mandanten an: Anhand des Mandanten wird die richtige Cloud ermittelt.',
  'How, and whether, an unattended installation signs in to the tenant is not publicly known.':
    'Ob und wie sich eine unbeaufsichtigte Installation beim Mandanten anmeldet, ist nicht öffentlich bekannt.',
  'Reading the package shows what it asks for; the subscription is checked here instead.':
    'Das Paket selbst zeigt, was es abfragt; das Abonnement wird stattdessen hier geprüft.',

  'Sign in failed': 'Fehler bei der Anmeldung',
  'The directory refused the sign-in, or it was not finished in time.':
    'Das Verzeichnis hat die Anmeldung abgelehnt, oder sie wurde nicht rechtzeitig abgeschlossen.',
  'Its own words are below.': 'Die Meldung des Verzeichnisses steht unten.',
  'Subscription not found': 'Abonnement nicht gefunden',
  'No subscription with Microsoft Entra ID P1 or P2 was found.':
    'Es wurde kein Abonnement mit Microsoft Entra ID P1 oder P2 gefunden.',
  'Check that the user belongs to the right tenant.': 'Prüfen Sie, ob der Benutzer zum richtigen Mandanten gehört.',
  'Without such a subscription, install the Volume License edition.':
    'Installieren Sie ohne ein solches Abonnement die Volumenlizenz-Edition.',

  'Custom Setup': 'Benutzerdefiniertes Setup',
  'Select the way you want features to be installed': 'Wählen Sie aus, wie die Features installiert werden sollen',
  'Choose what to install on this server.': 'Wählen Sie aus, was auf diesem Server installiert werden soll.',
  'Reporting is a part of the MIM Service.': 'Die Berichterstellung ist Teil des MIM-Diensts.',
  'Choose at least one.': 'Wählen Sie mindestens eine Komponente aus.',
  'Name each component once.': 'Geben Sie jede Komponente nur einmal an.',
  Components: 'Komponenten',
  'Enter a folder with its drive, such as D:\\Program Files\\MIM\\.':
    'Geben Sie einen Ordner mit Laufwerk ein, z. B. D:\\Program Files\\MIM\\.',
  'Installation folder': 'Installationsordner',
  "Left out, the installer's own default.": 'Ohne Angabe gilt die Vorgabe des Installationsprogramms.',
  'MIM Reporting is a part of the MIM Service: choose service with it.':
    'MIM Reporting ist Teil des MIM-Diensts: Wählen Sie auch service aus.',
};
