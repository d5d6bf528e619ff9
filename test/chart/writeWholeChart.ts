import { writeFileSync } from 'node:fs';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { describeChart } from './describeChart.ts';

/* The last part of `npm run generate`: the chart as `wholeChart.test.ts` holds it to. */
writeFileSync(new URL('wholeChart.txt', import.meta.url), describeChart(wizardMachine));
