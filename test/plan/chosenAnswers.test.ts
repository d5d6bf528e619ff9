import { describe, expect, it } from 'vitest';
import { isChosenFrom, isChosenOn } from '../../machines/plan/chosenAnswers.ts';

describe('An answer', () => {
  it.each([
    ['one of several was chosen', 'mailServer', 'type'],
    ['any of several were ticked', 'components', 'features'],
    ['there is a box to tick', 'firewall', 'openServicePorts'],
    ['it is a secret', 'serviceAccount', 'password'],
    ['it has fields of its own, which are named', 'database', 'checkAs'],
  ])('is told in words of its page where %s', (_, page, field) => {
    expect(isChosenOn(page, field)).toBe(true);
  });

  it.each([
    ['it is any text', 'database', 'name'],
    ['it is text of a certain form', 'serviceAccount', 'email'],
    ['it is a number', 'resetPortal', 'port'],
    ['its page has no such field', 'database', 'telemetry'],
    ['its page asks nothing', 'welcome', 'name'],
    ['its screen is no page', 'ready', 'name'],
    ['there is no such screen', 'telemetry', 'name'],
  ])('is told as it stands where %s', (_, page, field) => {
    expect(isChosenOn(page, field)).toBe(false);
  });
});

describe('The value of a property', () => {
  it.each([
    ['what the page shows for a choice', 'cloud.cloud', 'Azure AD'],
    ['what the property has words of its own for', 'REGISTRATION_FIREWALL_CONFIG', 'yes'],
  ])('is a word of its page where it is %s', (_, name, value) => {
    expect(isChosenFrom(name, value)).toBe(true);
  });

  it.each([
    ['the name of a choice', 'cloud.cloud', 'global'],
    ['typed in, though another page has that word', 'SQLSERVER_DATABASE', 'None'],
    ['of a property that no page declares', 'SHAREPOINTTIMEOUT', 'yes'],
  ])('is none where it is %s', (_, name, value) => {
    expect(isChosenFrom(name, value)).toBe(false);
  });
});
