import { expect, it } from 'vitest';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { describeChart } from './describeChart.ts';

/** What is meant to change is written anew by `npm run generate`, and read before it is kept. */
it('The chart is, state by state and transition by transition, the one that is written down', async () => {
  await expect(describeChart(wizardMachine)).toMatchFileSnapshot('wholeChart.txt');
});
