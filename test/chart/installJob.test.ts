import { describe, expect, it } from 'vitest';
import { installJob } from '../../machines/chart/installJob.ts';

const nothing = { id: 'one', attempt: 1, package: null, answers: {}, wantsStop: false, settlements: {} };

describe('A run of the installer', () => {
  it('that no answers amount to has neither features nor properties', () => {
    expect(installJob(nothing)).toEqual({ installation: 'one', attempt: 1, features: [], properties: {}, settlements: {} });
  });

  it('has the path of the package where one was named, and none where none was', () => {
    expect(installJob({ ...nothing, package: 'C:\\mim\\Service and Portal.msi' })).toMatchObject({
      package: 'C:\\mim\\Service and Portal.msi',
    });
    expect(installJob(nothing)).not.toHaveProperty('package');
  });

  it('is only looked for, and not begun, where it was asked to stop', () => {
    expect(installJob({ ...nothing, wantsStop: true })).toMatchObject({ onlyIfBegun: true });
    expect(installJob(nothing)).not.toHaveProperty('onlyIfBegun');
  });
});
