import { describe, expect, it } from 'vitest';
import { isBusy } from '../../server/cli/untilSettled.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { follow } from './follow.ts';
import { serve } from './service.ts';

const pages = answersFor('C');
const file = {
  pages,
  acknowledge: ['accountSecurityWarning', 'sharePointTimerWarning', 'registrationPortalWarning', 'resetPortalWarning'],
};

describe('A view says of a walk by an answers file', () => {
  it('that it goes on, between its steps and while a check runs, until it has stopped', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    await using follower = await follow(`${served.url}/api/v1/installations/${id}/stream`);
    await served.client.request('PUT', `/api/v1/installations/${id}/answers`, file);
    await follower.until(({ event, data }) => event === 'view' && !(data as View).walking && (data as View).revision > 1);
    const views = follower.told.filter(({ event }) => event === 'view').map(({ data }) => data as View);
    const onTheWay = views.filter(({ status, revision }) => status !== 'ready' && revision > 1);
    expect(new Set(onTheWay.map(({ status }) => status))).toEqual(new Set(['asking', 'checking', 'warning']));
    expect(onTheWay.filter(({ walking }) => !walking)).toEqual([]);
    expect(onTheWay.every(isBusy)).toBe(true);
    const { revision } = views.at(-1)!;
    const last = await served.client.view(id);
    expect(last).toMatchObject({ walking: false, stopped: { page: 'ready', reason: 'ready' } });
    expect(last.revision).toBeGreaterThanOrEqual(revision);
  });

  it('nothing where somebody else has taken a step since: that has ended it', async () => {
    await using served = await serve();
    const { id } = await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1 } });
    const walked = await served.client.request<View>('PUT', `/api/v1/installations/${id}/answers`, file);
    expect(walked.body).toMatchObject({ walking: true, status: 'checking' });
    const { body } = await served.client.event<View>(id, { type: 'back' });
    expect(body).toMatchObject({ walking: false, stopped: null });
    expect(await served.client.view(id)).toEqual(body);
  });
});
