import { createConfig, lintFromString } from '@redocly/openapi-core';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import spectralRulesets from '@stoplight/spectral-rulesets';
import { openApiText } from '../../server/docs/openApiText.ts';

/** Holds the OpenAPI document to what Spectral and Redocly recommend: prints each finding, and ends with 1 where there is one. */
const text = openApiText();

const spectral = new spectralCore.Spectral();
spectral.setRuleset(spectralRulesets.oas as RulesetDefinition);
const document = JSON.parse(text);
const bySpectral = (await spectral.run(document)).filter(({ code, path }) => {
  // What is answered by a connection has 101 for its success, which Spectral does not count.
  const [, address = '', method = ''] = path.map(String);
  return !(code === 'operation-success-response' && '101' in document.paths[address][method].responses);
});

const config = await createConfig({ extends: ['recommended'] });
const byRedocly = await lintFromString({ source: text, absoluteRef: 'docs/openapi.json', config });

const findings = [
  ...bySpectral.map(({ code, message, path }) => `Spectral, ${code}: ${message} (${path.join('/')})`),
  ...byRedocly.map(({ ruleId, message, location }) => `Redocly, ${ruleId}: ${message} (${location[0]?.pointer ?? ''})`),
];
for (const finding of findings) console.error(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
