import type { LogEvent } from './logEvent.ts';
import type { Purpose } from './whatRan.ts';

/** A product by its code, which the text begins with. */
export function productOf(text: string): Extract<LogEvent, { is: 'product' }> | null {
  const [, code] = /^(\{[0-9A-Fa-f-]{36}\})/.exec(text) ?? [];
  return code ? { is: 'product', code: code.toUpperCase() } : null;
}

/** `{…},ProductName=…,PackageName=…,` */
export function productInfo(rest: string): LogEvent | null {
  const [, name] = /,ProductName=([^,]{1,200}),/.exec(rest) ?? [];
  const [, file] = /,PackageName=([^,]{1,200}),/.exec(rest) ?? [];
  const found = productOf(rest);
  return found && { ...found, ...(name !== undefined && { name }), ...(file !== undefined && { package: file }) };
}

/** `Windows Installer installed the product. Product Name: …`, from the verb on. */
export function productStatus(rest: string): LogEvent | null {
  const [, verb = '', name] = /^(\w+) the product\. Product Name: (.{1,200}?)\. Product Version:/.exec(rest) ?? [];
  const purpose = purposesOfVerbs[verb];
  return purpose && name !== undefined ? { is: 'purpose', purpose, by: 'status', name } : null;
}

const purposesOfVerbs: Readonly<Record<string, Purpose>> = {
  installed: 'installation',
  removed: 'removal',
  reconfigured: 'change',
  updated: 'change',
};
