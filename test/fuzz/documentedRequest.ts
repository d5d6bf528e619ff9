import fc from 'fast-check';
import { type Body, hostileBody, printable, writtenOddly } from './hostileBody.ts';
import { hostileText } from './hostileText.ts';
import { type JsonSchema, valuesOf } from './schemaArbitrary.ts';

/** A request as it is sent. Where `{station}` stands in its path, some installation is meant, by its number. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly station: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: JsonSchema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** Requests to every call of an OpenAPI document, by its own schemas: as it says, nearly so, and not at all so. */
export function documentedRequests({ paths, components: { schemas } }: Document): fc.Arbitrary<Sent> {
  const calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      // What changes something has more to look at.
      return { weight: method === 'get' ? 1 : 5, arbitrary: requestTo(path, method.toUpperCase(), operation, schemas) };
    }),
  );
  return fc.oneof(...calls);
}

function requestTo(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  schemas: Document['components']['schemas'],
) {
  return fc
    .record({
      method: fc.oneof(
        { weight: 20, arbitrary: fc.constant(method) },
        fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
      ),
      path: addressOf(path, parameters, schemas),
      station: fc.nat(),
      parameters: headersOf(parameters, schemas),
      more: fc.oneof({ weight: 6, arbitrary: fc.constant({}) }, moreHeaders),
      body: requestBody ? bodyOf(requestBody.content, schemas) : noBody,
    })
    .map(({ parameters: named, more, body: { bytes, headers }, ...rest }): Sent => {
      return { ...rest, headers: { ...headers, ...(named as Record<string, string>), ...more }, bytes };
    });
}

function addressOf(path: string, parameters: readonly Parameter[], schemas: Document['components']['schemas']) {
  const parts = path.split(/(\{\w+\})/).map((part) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return fc.constant(part);
    const schema = parameters.find((one) => one.name === name)?.schema ?? {};
    return fc.oneof(
      { weight: 12, arbitrary: name === 'id' ? fc.constant('{station}') : valuesOf(schema, schemas).map(inUrl) },
      segment,
    );
  });
  const queries = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) => fc.oneof(valuesOf(schema, schemas), hostileText).map((value) => `${name}=${inUrl(value)}`));
  const query = fc.oneof(
    fc.subarray(queries).chain((some): fc.Arbitrary<string[]> => fc.tuple(...some)),
    fc.array(
      fc.tuple(hostileText, hostileText).map((pair) => pair.map(inUrl).join('=')),
      { maxLength: 3 },
    ),
  );
  return fc
    .tuple(
      fc.tuple(...parts),
      query,
      fc.oneof({ weight: 20, arbitrary: fc.constant('') }, fc.constantFrom('/', '//', '/.', '/..', '/%2e%2e/', ';a=b', '%00')),
    )
    .map(([address, asked, tail]) => `${address.join('')}${tail}${asked.length > 0 ? `?${asked.join('&')}` : ''}`);
}

const segment = fc.oneof(
  hostileText.map(inUrl),
  fc.constantFrom('..', '.', '%2e%2e', '..%2f..', '%00', '%ff', '%c0%ae', '%', '00000000-0000-4000-8000-000000000000', "'", '*'),
);

function headersOf(parameters: readonly Parameter[], schemas: Document['components']['schemas']) {
  const named = parameters.filter((one) => one.in === 'header');
  const values = named.map(({ name, schema }) => [
    name,
    // Nobody is to be waited for.
    name === 'Prefer'
      ? fc.constantFrom('wait=0', 'wait', 'wait=-1', 'respond-async', 'wait=x', ',;wait = "0"')
      : fc
          .oneof(
            valuesOf(schema, schemas).map(inHeader),
            fc.constantFrom('"1"', 'W/"2"', '*', '"', '0', '-1', '1e3'),
            hostileText,
          )
          .map(printable),
  ]);
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<string>>, { requiredKeys: [] });
}

const moreHeaders = fc.dictionary(
  fc.constantFrom(
    'Accept',
    'Range',
    'Cookie',
    'Authorization',
    'Origin',
    'Host',
    'X-Forwarded-For',
    'X-HTTP-Method-Override',
    'If-Modified-Since',
    'Accept-Encoding',
    'Content-Encoding',
    'Expect',
  ),
  fc.oneof(
    hostileText.map(printable),
    fc.constantFrom(
      'bytes=0-',
      'bytes=-1',
      'bytes=9-1',
      'bytes=0-1,3-4,9-',
      'bytes=99999999999999999999-',
      '*/*;q=2',
      'text/html',
      'application/yaml',
      'x'.repeat(4000),
    ),
  ),
  { maxKeys: 3 },
);

const noBody: fc.Arbitrary<Body> = fc.constant({ bytes: new Uint8Array(), headers: {} });

function bodyOf(
  content: NonNullable<Operation['requestBody']>['content'],
  schemas: Document['components']['schemas'],
): fc.Arbitrary<Body> {
  const each = Object.entries(content).map(([type, { schema }]) =>
    /json/.test(type)
      ? fc.oneof(
          { weight: 6, arbitrary: valuesOf(schema, schemas).chain(writtenOddly) },
          { weight: 1, arbitrary: hostileBody(type) },
        )
      : hostileBody(type),
  );
  return fc.oneof({ weight: 15, arbitrary: fc.oneof(...each) }, noBody);
}

function inUrl(value: unknown): string {
  return encodeURIComponent(inHeader(value).toWellFormed());
}

/** A value that is bent may have no text of its own, or one that it does not give. */
function inHeader(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
