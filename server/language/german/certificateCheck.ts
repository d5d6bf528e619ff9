import type { Catalog } from '../catalog.ts';

/** What the check of the certificate says. */
export const certificateCheck: Catalog = {
  'On the server, see that it is listed, is valid and has its private key: Get-ChildItem Cert:\\LocalMachine\\My | Format-List Subject, Thumbprint, NotBefore, NotAfter, HasPrivateKey.':
    'Vergewissern Sie sich auf dem Server, dass es aufgeführt wird, gültig ist und seinen privaten Schlüssel hat: Get-ChildItem Cert:\\LocalMachine\\My | Format-List Subject, Thumbprint, NotBefore, NotAfter, HasPrivateKey.',
  'The certificate "{subject}" ({thumbprint}) expired on {date}.':
    'Das Zertifikat „{subject}“ ({thumbprint}) ist am {date} abgelaufen.',
  'Renew it, or choose another.': 'Erneuern Sie es, oder wählen Sie ein anderes.',
  'The certificate "{subject}" ({thumbprint}) is not valid before {date}.':
    'Das Zertifikat „{subject}“ ({thumbprint}) ist erst ab {date} gültig.',
  'See that the clock is right, or choose another.':
    'Vergewissern Sie sich, dass die Uhr richtig geht, oder wählen Sie ein anderes.',
  'The certificate "{subject}" ({thumbprint}) has no private key in the store.':
    'Zum Zertifikat „{subject}“ ({thumbprint}) liegt kein privater Schlüssel im Speicher.',
  'Import it again together with its key, or choose another.':
    'Importieren Sie es erneut zusammen mit seinem Schlüssel, oder wählen Sie ein anderes.',
  '{count} certificates of the store have the subject {subject}: {thumbprints}.':
    '{count} Zertifikate im Speicher haben den Antragsteller {subject}: {thumbprints}.',
  'Enter the thumbprint of the right one, and take the others away: the installer goes by the subject.':
    'Geben Sie den Fingerabdruck des richtigen ein, und entfernen Sie die anderen: Das Installationsprogramm richtet sich nach dem Antragsteller.',
  'The certificate "{subject}" expires in 1 day, on {date}.': 'Das Zertifikat „{subject}“ läuft in einem Tag ab, am {date}.',
  'The certificate "{subject}" expires in {days} days, on {date}.':
    'Das Zertifikat „{subject}“ läuft in {days} Tagen ab, am {date}.',
  'Renew it soon.': 'Erneuern Sie es bald.',
  'The certificate "{subject}" is in the store, has its private key, and is valid until {date}.':
    'Das Zertifikat „{subject}“ ist im Speicher, hat seinen privaten Schlüssel und ist bis {date} gültig.',
  'No certificate with the subject {subject} has the thumbprint {thumbprint}; there is {there}.':
    'Kein Zertifikat mit dem Antragsteller {subject} hat den Fingerabdruck {thumbprint}; vorhanden ist {there}.',
  'No certificate with the subject {subject} has the thumbprint {thumbprint}; there are {there}.':
    'Kein Zertifikat mit dem Antragsteller {subject} hat den Fingerabdruck {thumbprint}; vorhanden sind {there}.',
  'Enter the right one.': 'Geben Sie den richtigen ein.',
  'The store of the computer (LocalMachine, Personal) has no certificate with the subject {subject}.':
    'Im Speicher des Computers (LocalMachine, Eigene Zertifikate) ist kein Zertifikat mit dem Antragsteller {subject}.',
  'It has: {there}.': 'Vorhanden sind: {there}.',
  'It is empty.': 'Er ist leer.',
  'Import it with its private key, or choose another.':
    'Importieren Sie es mit seinem privaten Schlüssel, oder wählen Sie ein anderes.',
  'The subject "{subject}" does not carry the host name of this server ({hosts}), only its alternative names do.':
    'Der Antragsteller „{subject}“ enthält den Hostnamen dieses Servers nicht ({hosts}), nur die alternativen Namen enthalten ihn.',
  'MIM Reporting may need it in the subject: with TLS 1.2 alone, choose a certificate that is issued to this server.':
    'MIM Reporting benötigt ihn unter Umständen im Antragsteller: Wo nur TLS 1.2 zugelassen ist, wählen Sie ein Zertifikat, das auf diesen Server ausgestellt ist.',
  'The subject "{subject}" does not carry the host name of this server ({hosts}), which MIM Reporting needs.':
    'Der Antragsteller „{subject}“ enthält den Hostnamen dieses Servers nicht ({hosts}), den MIM Reporting benötigt.',
  'Choose a certificate that is issued to it.': 'Wählen Sie ein Zertifikat, das auf ihn ausgestellt ist.',
};
