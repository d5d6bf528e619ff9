import { describe, expect, it } from 'vitest';
import { readingsOf } from '../../machines/plan/disputedReadings.ts';
import { choices, control, packageAsking } from './packageAsking.ts';

const otherValues = { values: { Extranet: '1', None: '0' }, source: 'Others pass 1 and 0.' };
const otherName = { name: 'OTHER', source: 'Others call it OTHER.' };
const told = (...of: Parameters<typeof readingsOf>) =>
  readingsOf(...of).map(({ property, values, grounds }) => [property, values, grounds]);

describe('A property on which sources disagree', () => {
  it('is read as the plan has it, and as others do; where the package tells none from the other, in that order', () => {
    expect(readingsOf('ACCESS', 'Extranet', [otherValues], packageAsking([], { properties: ['ACCESS'] }))).toEqual([
      { property: 'ACCESS', values: {}, grounds: ['So the plan has it.'], control: null, weight: 0 },
      { property: 'ACCESS', values: otherValues.values, grounds: ['Others pass 1 and 0.'], control: null, weight: 0 },
    ]);
  });

  it('has no reading where the package does not know its name', () => {
    expect(readingsOf('ACCESS', 'Extranet', [otherValues, otherName], packageAsking([]))).toEqual([]);
  });

  it('has no reading that would pass on the same', () => {
    const asks = packageAsking([], { properties: ['ACCESS'] });
    expect(told('ACCESS', 'Partners', [otherValues], asks)).toEqual([['ACCESS', {}, ['So the plan has it.']]]);
    expect(readingsOf('ACCESS', '1', [{ values: { 0: '1' }, source: 'Others pass 1.' }], asks)).toHaveLength(1);
    expect(readingsOf('ACCESS', '0', [{ values: { 0: '1' }, source: 'Others pass 1.' }], asks)).toHaveLength(2);
  });

  it('is read first as its dialog offers it', () => {
    const ours = control('ACCESS', { dialog: 'AccessDlg', choices: choices({ 1: 'Anybody', 0: 'Nobody' }) });
    const asks = packageAsking([ours]);
    expect(told('ACCESS', 'Extranet', [otherValues], asks)).toEqual([
      ['ACCESS', otherValues.values, ['Others pass 1 and 0.', 'Its dialog AccessDlg offers “1”.']],
      ['ACCESS', {}, ['So the plan has it.']],
    ]);
    expect(readingsOf('ACCESS', 'Extranet', [otherValues], asks).map((reading) => reading.control)).toEqual([ours, ours]);
  });

  it('is not settled by a check box, which tells what it writes when it is ticked and not whether it has to be', () => {
    const asks = packageAsking([control('ACCESS', { type: 'CheckBox', choices: choices({ 1: 'Anybody' }) })]);
    expect(told('ACCESS', 'Extranet', [otherValues], asks)).toEqual([
      ['ACCESS', {}, ['So the plan has it.']],
      ['ACCESS', otherValues.values, ['Others pass 1 and 0.']],
    ]);
  });

  it('goes by the one of its names that the package knows', () => {
    expect(told('ACCESS', 'Extranet', [otherName], packageAsking([], { properties: ['OTHER'] }))).toEqual([
      ['OTHER', {}, ['Others call it OTHER.', 'Of ACCESS and OTHER, the package knows this one alone.']],
    ]);
  });

  it('may go by either name where the package knows both', () => {
    expect(told('ACCESS', 'Extranet', [otherName], packageAsking([], { properties: ['ACCESS', 'OTHER'] }))).toEqual([
      ['ACCESS', {}, ['So the plan has it.']],
      ['OTHER', {}, ['Others call it OTHER.']],
    ]);
  });
});
