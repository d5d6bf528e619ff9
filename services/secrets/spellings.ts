/**
 * A secret in every way that logs and other programs write one: as typed, on a command line, in WiX's custom action data, in XML,
 * JSON, a URL, a form, PowerShell, and in Base64 of UTF-8 and UTF-16, from 5 bytes on. Each once; an empty secret has none.
 */
export function spellingsOf(secret: string): string[] {
  if (secret === '') return [];
  const wellFormed = secret.toWellFormed();
  const url = encodeURIComponent(wellFormed);
  const strictUrl = url.replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const form = new URLSearchParams([['', secret]]).toString().slice(1);
  const json = JSON.stringify(secret).slice(1, -1);
  const spelt = [
    secret,
    secret.replaceAll('"', '""'),
    secret.replaceAll("'", "''"),
    secret.replaceAll(';', ';;'),
    secret.replaceAll('\\', '\\\\'),
    ...inXml(secret),
    json,
    json.replaceAll('/', '\\/'),
    ...['upper', 'lower'].map((hex) => inAsciiJson(json, hex === 'upper')),
    ...[url, strictUrl, form].flatMap((one) => [one, one.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]),
    ...[Buffer.from(wellFormed), Buffer.from(secret, 'utf16le')].flatMap(inBase64),
  ];
  return [...new Set(spelt)];
}

function inXml(secret: string): string[] {
  const text = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const attribute = text.replaceAll('"', '&quot;');
  return [text, attribute, ...['&apos;', '&#39;', '&#x27;'].map((quote) => attribute.replaceAll("'", quote))];
}

/** As .NET and PowerShell write it: nothing but ASCII, and none of it that means something in HTML. */
function inAsciiJson(json: string, upper: boolean): string {
  return json.replace(/\\"|[^\x20-\x7e]|[<>&'+`]/g, (one) => {
    const code = one
      .charCodeAt(one.length - 1)
      .toString(16)
      .padStart(4, '0');
    return `\\u${upper ? code.toUpperCase() : code}`;
  });
}

/**
 * What the bytes look like in Base64, wherever among others they stand: behind none, one or two bytes of what is written three at a
 * time. The characters at either end that hold bits of a neighbour are left out. Too little would be left of a short secret.
 */
function inBase64(bytes: Buffer): string[] {
  if (bytes.length < fewestBytes) return [];
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    return [whole, whole.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

const fewestBytes = 5;
