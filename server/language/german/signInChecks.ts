import type { Catalog } from '../catalog.ts';

/** What Microsoft Entra ID has to do with signing in, looking for a license, and reaching Microsoft's services. */
export const signInChecks: Catalog = {
  '{who} is signed in to the tenant {tenant}.': '{who} ist beim Mandanten {tenant} angemeldet.',
  '{who} is signed in to the tenant {tenant}, of GCC High.': '{who} ist beim Mandanten {tenant} von GCC High angemeldet.',
  '{who} is signed in to the tenant {tenant}, of DoD.': '{who} ist beim Mandanten {tenant} von DoD angemeldet.',
  '{who} is signed in to the tenant {tenant}; the directory does not tell whether it is of GCC High or of DoD.':
    '{who} ist beim Mandanten {tenant} angemeldet; ob er zu GCC High oder zu DoD gehört, gibt das Verzeichnis nicht an.',
  'The sign-in with a code cannot be repeated without signing in again: the service was started anew since.':
    'Die Anmeldung mit einem Code lässt sich nicht ohne erneute Anmeldung wiederholen: Der Dienst wurde seither neu gestartet.',
  'Go back to the page to repeat it, or go on with what was found there.':
    'Gehen Sie zu der Seite zurück, um sie zu wiederholen, oder fahren Sie mit dem fort, was dort gefunden wurde.',
  'The subscriptions were not looked at, for nobody is signed in.':
    'Die Abonnements wurden nicht angesehen, weil niemand angemeldet ist.',
  'Sign in and repeat it, or see in the admin center that the tenant has Microsoft Entra ID P1 or P2.':
    'Melden Sie sich an, und wiederholen Sie die Prüfung, oder vergewissern Sie sich im Admin Center, dass der Mandant Microsoft Entra ID P1 oder P2 hat.',
  'An application signs in to a tenant that is named.': 'Eine Anwendung meldet sich bei einem genannten Mandanten an.',
  'Enter the tenant.': 'Geben Sie den Mandanten ein.',
  'An application signs in with its ID and its secret.':
    'Eine Anwendung meldet sich mit ihrer ID und ihrem geheimen Clientschlüssel an.',
  'Enter both.': 'Geben Sie beides ein.',
  'Nobody is signed in any more.': 'Es ist niemand mehr angemeldet.',
  'Sign in again.': 'Melden Sie sich erneut an.',
  'The directory handed out no token.': 'Das Verzeichnis hat kein Token ausgegeben.',
  'The code expired before anybody signed in with it.': 'Der Code ist abgelaufen, bevor sich jemand mit ihm angemeldet hat.',
  'The directory gave no answer when it was asked last.': 'Bei der letzten Anfrage hat das Verzeichnis nicht geantwortet.',
  'Sign in again, with a new code.': 'Melden Sie sich erneut an, mit einem neuen Code.',
  'The answer of the directory could not be used.': 'Die Antwort des Verzeichnisses war nicht zu gebrauchen.',
  'The directory of this cloud knows no such tenant.': 'Das Verzeichnis dieser Cloud kennt diesen Mandanten nicht.',
  'Check the tenant, and the cloud.': 'Überprüfen Sie den Mandanten und die Cloud.',
  'The tenant knows no such application.': 'Der Mandant kennt diese Anwendung nicht.',
  'Check the application ID and the tenant.': 'Überprüfen Sie die Anwendungs-ID und den Mandanten.',
  'The directory refuses the client secret.': 'Das Verzeichnis weist den geheimen Clientschlüssel zurück.',
  'Enter its value, not its ID, and see that it has not expired.':
    'Geben Sie seinen Wert ein, nicht seine ID, und vergewissern Sie sich, dass er nicht abgelaufen ist.',
  'The sign-in was declined in the browser.': 'Die Anmeldung wurde im Browser abgelehnt.',
  'Sign in again, and accept.': 'Melden Sie sich erneut an, und stimmen Sie zu.',
  'The directory refuses the sign-in.': 'Das Verzeichnis verweigert die Anmeldung.',
  'See its words, then sign in again.': 'Lesen Sie seine Begründung, und melden Sie sich dann erneut an.',

  'The tenant has {plan}, by its subscription {subscription}.': 'Der Mandant hat {plan} durch sein Abonnement {subscription}.',
  'The subscriptions that hold Microsoft Entra ID P1 or P2 cannot be used: {subscriptions}.':
    'Die Abonnements, die Microsoft Entra ID P1 oder P2 enthalten, können nicht verwendet werden: {subscriptions}.',
  'Renew one, or install the Volume License edition.': 'Erneuern Sie eines, oder installieren Sie die Volumenlizenz-Edition.',
  'None of the subscriptions of this tenant holds Microsoft Entra ID P1 or P2.':
    'Keines der Abonnements dieses Mandanten enthält Microsoft Entra ID P1 oder P2.',
  'Sign in to the right tenant, or install the Volume License edition.':
    'Melden Sie sich beim richtigen Mandanten an, oder installieren Sie die Volumenlizenz-Edition.',
  'The subscriptions cannot be read with this sign-in.': 'Mit dieser Anmeldung lassen sich die Abonnements nicht lesen.',
  'Sign in with one that has the permission {permission}, or see in the admin center that the tenant has Microsoft Entra ID P1 or P2.':
    'Melden Sie sich mit einem Konto an, das die Berechtigung {permission} hat, oder vergewissern Sie sich im Admin Center, dass der Mandant Microsoft Entra ID P1 oder P2 hat.',
  'Microsoft Graph does not take the sign-in.': 'Microsoft Graph nimmt die Anmeldung nicht an.',
  'Microsoft Graph could not answer (HTTP {status}).': 'Microsoft Graph konnte nicht antworten (HTTP {status}).',
  'Microsoft Graph answers without end.': 'Microsoft Graph antwortet ohne Ende.',
  'Repeat it later.': 'Wiederholen Sie es später.',

  '{host} did not answer in time.': '{host} hat nicht rechtzeitig geantwortet.',
  'Repeat it.': 'Wiederholen Sie es.',
  'What answers at {host} is not {service} (HTTP {status}).': 'Was unter {host} antwortet, ist nicht {service} (HTTP {status}).',
  'What answers at {host} is not {service} (HTTP {status}, empty).':
    'Was unter {host} antwortet, ist nicht {service} (HTTP {status}, leer).',
  'the directory': 'das Verzeichnis',
  'the mail service': 'der Maildienst',
  'See that no proxy or sign-in page of the network is in between, then repeat it.':
    'Vergewissern Sie sich, dass kein Proxy und keine Anmeldeseite des Netzwerks dazwischen steht, und wiederholen Sie es dann.',
  '{host} answers without end.': '{host} antwortet ohne Ende.',
  'See that it is the right host.': 'Vergewissern Sie sich, dass es der richtige Host ist.',
  'The certificate of {host} is not trusted here ({code}).': 'Dem Zertifikat von {host} wird hier nicht vertraut ({code}).',
  'If a proxy inspects the traffic, import its authority into the trusted roots of this host, or name a file with it in NODE_EXTRA_CA_CERTS, and start the service again.':
    'Wenn ein Proxy den Datenverkehr untersucht, importieren Sie seine Zertifizierungsstelle in die vertrauenswürdigen Stammzertifikate dieses Hosts, oder nennen Sie in NODE_EXTRA_CA_CERTS eine Datei mit ihr, und starten Sie den Dienst neu.',
  'This cannot be checked here: there is no way from this host to {host} ({code}).':
    'Das lässt sich hier nicht prüfen: Von diesem Host führt kein Weg zu {host} ({code}).',
  'Open the way in DNS and firewall, or name the proxy (HTTPS_PROXY, with NODE_USE_ENV_PROXY=1) and start the service again; then repeat it.':
    'Öffnen Sie den Weg im DNS und in der Firewall, oder geben Sie den Proxy an (HTTPS_PROXY, mit NODE_USE_ENV_PROXY=1), und starten Sie den Dienst neu; wiederholen Sie es dann.',
  'Or run the service where there is a way.': 'Oder betreiben Sie den Dienst dort, wo es einen Weg gibt.',
  '{host} cannot be reached.': '{host} ist nicht erreichbar.',
  '{host} cannot be reached ({code}).': '{host} ist nicht erreichbar ({code}).',
  'See to the network and the firewall between, then repeat it.':
    'Überprüfen Sie das Netzwerk und die Firewall dazwischen, und wiederholen Sie es dann.',
};
