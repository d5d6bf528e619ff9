import type { Catalog } from '../catalog.ts';

/** What is said of an answer that is not valid, wherever its kind of field stands. */
export const fieldFindings: Catalog = {
  'Enter a host name alone, such as mim.contoso.com, without http:// or https:// and without a path.':
    'Geben Sie nur einen Hostnamen ein, z. B. mim.contoso.com, ohne http:// oder https:// und ohne Pfad.',
  'Enter the name by which other computers reach this server.':
    'Geben Sie den Namen ein, unter dem andere Computer diesen Server erreichen.',
  'MSSQLSERVER is the default instance.': 'MSSQLSERVER ist die Standardinstanz.',
  'Enter the name of the server alone.': 'Geben Sie nur den Namen des Servers ein.',
  'Enter Domain\\Account, such as contoso\\svcMIMMA.': 'Geben Sie Domäne\\Konto ein, z. B. contoso\\svcMIMMA.',
  'Leave out control characters.': 'Lassen Sie Steuerzeichen weg.',
  'Leave out line breaks and control characters.': 'Lassen Sie Zeilenumbrüche und Steuerzeichen weg.',
  'Enter the account name alone, such as svcMIMService: the domain goes in a field of its own.':
    'Geben Sie nur den Kontonamen ein, z. B. svcMIMService: Für die Domäne gibt es ein eigenes Feld.',
  'Enter the domain, such as contoso or contoso.com.': 'Geben Sie die Domäne ein, z. B. contoso oder contoso.com.',
  'Enter a GUID, such as 48b15b07-ae4a-ae4a-ae4a-8850556d6b76.':
    'Geben Sie eine GUID ein, z. B. 48b15b07-ae4a-ae4a-ae4a-8850556d6b76.',
  'Enter the thumbprint as 40 hexadecimal digits.': 'Geben Sie den Fingerabdruck mit 40 hexadezimalen Ziffern ein.',
  'Enter an e-mail address, such as svcMIMService@contoso.com.':
    'Geben Sie eine E-Mail-Adresse ein, z. B. svcMIMService@contoso.com.',
  'Enter an address that begins with http:// or https://, such as http://mim.contoso.com.':
    'Geben Sie eine Adresse ein, die mit http:// oder https:// beginnt, z. B. http://mim.contoso.com.',
  'Enter a port number from 1 to 65535.': 'Geben Sie eine Portnummer von 1 bis 65535 ein.',
  'Enter a whole number.': 'Geben Sie eine ganze Zahl ein.',
  'Answer true or false.': 'Antworten Sie mit true oder false.',
  'Choose one of {choices}.': 'Wählen Sie einen der folgenden Werte: {choices}.',
  '"." and (local) mean whatever computer reads them.': '„.“ und (local) bezeichnen den Computer, auf dem sie gelesen werden.',
  'Enter the name of the server, {example}.': 'Geben Sie den Namen des Servers ein, {example}.',
  'Leave out the protocol before the colon.': 'Lassen Sie das Protokoll vor dem Doppelpunkt weg.',
  'An IPv6 address is not accepted here.': 'Eine IPv6-Adresse ist hier nicht zulässig.',
  'Enter Server or Server\\Instance, {example}.': 'Geben Sie Server oder Server\\Instanz ein, {example}.',
  'such as contosoagl.contoso.com or sql01\\MIM': 'z. B. contosoagl.contoso.com oder sql01\\MIM',
  'The name of an account, as it is before Windows 2000 (sAMAccountName), has at most 20 characters.':
    'Der Kontoname im Format vor Windows 2000 (sAMAccountName) hat höchstens 20 Zeichen.',
  'Enter that one.': 'Geben Sie diesen Namen ein.',
  'Enter it.': 'Geben Sie einen Wert ein.',
  'It is longer than 1024 characters.': 'Der Wert ist länger als 1024 Zeichen.',

  'Send the answers as an object, a field for each question.': 'Senden Sie die Angaben als Objekt mit einem Feld für jede Frage.',
  'Nothing is kept here.': 'Hier ist nichts gespeichert.',
  'This does not apply here.': 'Diese Angabe trifft hier nicht zu.',
  'Leave it out.': 'Lassen Sie sie weg.',
  'This is needed.': 'Diese Angabe ist erforderlich.',
  'Fill it in.': 'Füllen Sie das Feld aus.',
  'There is no such field here.': 'Dieses Feld gibt es hier nicht.',
  'Did you mean {name}?': 'Meinten Sie {name}?',
};
