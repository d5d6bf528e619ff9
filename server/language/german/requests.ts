import type { Catalog } from '../catalog.ts';

/** What is said of a request that no route takes as it is. A request is an „Anforderung“, its body der „Inhalt“. */
export const requests: Catalog = {
  'Send an object with the `type` of the event.': 'Senden Sie ein Objekt mit dem `type` des Ereignisses.',
  'There is no event of this type.': 'Ein Ereignis dieses Typs gibt es nicht.',
  'There are {types}.': 'Es gibt: {types}.',
  'There is nothing at this address.': 'Unter dieser Adresse ist nichts vorhanden.',
  'See /api/v1/openapi.json for what there is.': 'Was vorhanden ist, steht in /api/v1/openapi.json.',
  'This address takes {methods}.': 'Diese Adresse nimmt an: {methods}.',
  'The body is larger than 256 KiB.': 'Der Inhalt ist größer als 256 KiB.',
  'The body nests deeper than {depth} levels.': 'Der Inhalt ist tiefer als {depth} Ebenen verschachtelt.',
  'Nothing asks for that.': 'Nirgends wird so etwas verlangt.',
  'Send UTF-8, without an encoding that is not understood.': 'Senden Sie UTF-8, ohne eine nicht unterstützte Codierung.',
  'Send application/yaml or application/json.': 'Senden Sie application/yaml oder application/json.',
  'The request cannot be read: it is not what its headers say.':
    'Die Anforderung kann nicht gelesen werden: Sie ist nicht das, was ihre Header angeben.',
  'The request cannot be read: it is no HTTP.': 'Die Anforderung kann nicht gelesen werden: Sie ist kein HTTP.',
  'The request was not whole after five minutes.': 'Die Anforderung war nach fünf Minuten nicht vollständig.',
  'The headers are larger than 16 KiB.': 'Die Header sind größer als 16 KiB.',
  'Send what an earlier list gave as `next`.': 'Senden Sie, was eine frühere Liste als `next` angegeben hat.',
  'This Idempotency-Key was used with another request.': 'Dieser Idempotency-Key wurde für eine andere Anforderung verwendet.',
  'Use a new one.': 'Verwenden Sie einen neuen.',
  'An Idempotency-Key has at most 255 characters.': 'Ein Idempotency-Key hat höchstens 255 Zeichen.',
  'Too many tokens from this address were refused.': 'Zu viele Token von dieser Adresse wurden abgelehnt.',
  'Wait {seconds} seconds.': '{seconds, plural, one {Warten Sie # Sekunde.} other {Warten Sie # Sekunden.}}',
  'This service is not known as "{name}".': 'Unter „{name}“ ist dieser Dienst nicht bekannt.',
  'See MIM_SETUP_ALLOWED_HOSTS.': 'Siehe MIM_SETUP_ALLOWED_HOSTS.',
  'Another web page may not drive this service.': 'Eine andere Webseite darf diesen Dienst nicht steuern.',
  'See MIM_SETUP_ALLOWED_ORIGINS.': 'Siehe MIM_SETUP_ALLOWED_ORIGINS.',
  'Send the token as "Authorization: Bearer …".': 'Senden Sie das Token als „Authorization: Bearer …“.',
  'The session is over: sign in again.': 'Die Sitzung ist beendet: Melden Sie sich erneut an.',
  'This token is not known.': 'Dieses Token ist nicht bekannt.',
  'There is no such file.': 'Diese Datei gibt es nicht.',
  'The web page is not built here.': 'Die Webseite ist hier nicht erstellt.',
  'Run "npm run build", or use the REST API.': 'Führen Sie „npm run build“ aus, oder verwenden Sie die REST-API.',
  'There is no action of the rehearsed installer "{name}".':
    'Die Aktion „{name}“ gibt es im simulierten Installationsprogramm nicht.',

  'Give the exit code of the installer as a whole number, such as 0, 1603 or 3010.':
    'Geben Sie den Exitcode des Installationsprogramms als ganze Zahl an, z. B. 0, 1603 oder 3010.',
  'Send the log itself as the body, not a form.': 'Senden Sie das Protokoll selbst als Inhalt, kein Formular.',
  'Send the log as it is, not compressed.': 'Senden Sie das Protokoll unverändert, nicht komprimiert.',
  'A log has at most 64 MiB.': 'Ein Protokoll hat höchstens 64 MiB.',
  'Send its last part.': 'Senden Sie seinen letzten Teil.',
  'The log is not that long.': 'So lang ist das Protokoll nicht.',
  'There is no log: the installer has not run.': 'Es gibt kein Protokoll: Das Installationsprogramm wurde nicht ausgeführt.',
  'Give the path of a file on the server, such as C:\\miminstall\\log.txt.':
    'Geben Sie den Pfad einer Datei auf dem Server an, z. B. C:\\miminstall\\log.txt.',
  'A line of the batch file, or the command with its secrets, may have {most} characters, and cmd takes {longest}.':
    'Eine Zeile der Batchdatei oder der Befehl mit seinen geheimen Werten kann {most} Zeichen lang werden; cmd nimmt {longest} an.',
  'Ask for format=ps1: PowerShell passes it on whole.': 'Fordern Sie format=ps1 an: PowerShell übergibt ihn vollständig.',
};
