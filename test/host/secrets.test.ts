import { describe, expect, it } from 'vitest';
import { NewSecret, type SecretRef } from '../../machines/vocabulary/secret.ts';
import { isSealedFromTheFirst, newInstallationId } from '../../server/host/secrets/installationId.ts';
import { journalKey } from '../../server/host/secrets/journalKey.ts';
import { maskedForBody } from '../../server/host/secrets/maskedForBody.ts';
import { Secrets } from '../../server/host/secrets/secrets.ts';
import { unusedSecrets } from '../../server/host/secrets/unusedSecrets.ts';
import { markOf, newDataKey, openVault } from '../../server/host/secrets/vault.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';

const master = Buffer.alloc(32, 7);
const other = Buffer.alloc(32, 8);

describe('A vault', () => {
  const wrapped = newDataKey(master, 'i');
  const vault = openVault(master, 'i', wrapped);

  it('gives back what was sealed, in any script, and shows nothing of it', () => {
    const sealed = vault.seal('s', 'Pässwörd 密码');
    expect(vault.open('s', sealed)).toBe('Pässwörd 密码');
    expect(sealed.toString('utf8')).not.toContain('ssw');
  });

  it('seals the same text in another way each time', () => {
    expect(vault.seal('s', 'a')).not.toEqual(vault.seal('s', 'a'));
    expect(newDataKey(master, 'i')).not.toEqual(wrapped);
  });

  it('opens no text under the name of another, and none that was changed', () => {
    const sealed = vault.seal('s', 'a text');
    expect(() => vault.open('t', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => vault.open('s', changed)).toThrow();
    }
  });

  it('is opened by its own master key, and for its own installation, alone', () => {
    expect(() => openVault(other, 'i', wrapped)).toThrow();
    expect(() => openVault(master, 'j', wrapped)).toThrow();
    const moved = openVault(master, 'j', newDataKey(master, 'j'));
    expect(() => moved.open('s', vault.seal('s', 'a text'))).toThrow();
  });

  it('has a mark of its master key that tells it from others', () => {
    expect(markOf(master)).toBe(markOf(Buffer.from(master)));
    expect(markOf(master)).not.toBe(markOf(other));
    expect(markOf(master)).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('Secrets', () => {
  it('stand as references until a call needs them, wherever they are', async () => {
    const { secrets, seal } = await keeping();
    const [one, two] = [seal('first'), seal('second')];
    expect(await secrets.open('i', { a: one, list: [two, 'plain'], n: 1 })).toEqual({
      a: 'first',
      list: ['second', 'plain'],
      n: 1,
    });
    expect(await secrets.textsIn('i', { a: one, list: [two] })).toEqual(['first', 'second']);
  });

  it('that are not kept any more open no call', async () => {
    const { secrets, seal, kept } = await keeping();
    const ref = seal('text');
    kept.clear();
    await expect(secrets.open('i', { ref })).rejects.toThrow(`The secret ${ref.secret} is not kept.`);
    expect(await secrets.textsIn('i', { ref })).toEqual([]);
  });

  it('that are destroyed with their key can be neither opened nor sealed', async () => {
    const { secrets, seal, destroy } = await keeping();
    const ref = seal('text');
    destroy();
    await expect(secrets.open('i', { ref })).rejects.toThrow('are destroyed');
    await expect(secrets.sealFor('i')).rejects.toThrow('are destroyed');
  });

  it('that are destroyed have no texts any more', async () => {
    const { secrets, seal, kept, destroy } = await keeping();
    const ref = seal('text');
    kept.clear();
    destroy();
    expect(await secrets.textsIn('i', { ref })).toEqual([]);
  });

  it('that no value refers to are not looked for', async () => {
    const { secrets, destroy, looked } = await keeping();
    destroy();
    expect(await secrets.open('i', { plain: 'text' })).toEqual({ plain: 'text' });
    expect(looked()).toBe(0);
  });

  it('are sealed by the key that is kept, where none is given', async () => {
    const { secrets, keep } = await keeping();
    const { ref, sealed } = (await secrets.sealFor('i'))('text');
    keep(sealed);
    expect(await secrets.open('i', ref)).toBe('text');
  });

  it('that a service has come by are sealed, each of them, and all else stays', async () => {
    const { secrets, keep } = await keeping();
    const output = { id: 'app', list: [new NewSecret('first'), 'plain', null], inner: { secret: new NewSecret('second') } };
    const { value, sealed } = await secrets.sealNew<unknown>('i', output);
    expect(JSON.stringify(value)).not.toMatch(/first|second/);
    expect(sealed).toHaveLength(2);
    sealed.map(keep);
    expect(await secrets.open('i', value)).toEqual({ id: 'app', list: ['first', 'plain', null], inner: { secret: 'second' } });
  });

  it('need no key where a service has come by none', async () => {
    const { secrets, destroy } = await keeping();
    destroy();
    const output = { a: [1, null, 'text', { b: undefined }] };
    expect(await secrets.sealNew('i', output)).toEqual({ value: output, sealed: [] });
  });

  it('are told apart by nobody without the master key', async () => {
    const [{ secrets }, { secrets: others }] = [await keeping(), await keeping(other)];
    expect(secrets.digest('text')).toBe(secrets.digest('text'));
    expect(secrets.digest('text')).not.toBe(secrets.digest('other text'));
    expect(secrets.digest('text')).not.toBe(others.digest('text'));
  });

  it('have keys beside them for journals, signatures and each token’s sessions, none like another', async () => {
    const { secrets } = await keeping();
    const signing = secrets.signingKey.export({ format: 'der', type: 'pkcs8' });
    expect(secrets.signingKey.asymmetricKeyType).toBe('ed25519');
    expect(signing).toEqual((await keeping()).secrets.signingKey.export({ format: 'der', type: 'pkcs8' }));
    expect(secrets.journalKey.export()).toHaveLength(32);
    const keys = [secrets.sessionKey('a'), secrets.sessionKey('b'), secrets.journalKey.export(), signing.subarray(-32)];
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(4);
    expect(secrets.sessionKey('a')).toEqual((await keeping()).secrets.sessionKey('a'));
  });
});

describe('A secret that a step leaves behind', () => {
  const at = (context: object) => ({ value: '', context, status: 'active' }) as unknown as PersistedSnapshot;
  const [kept, gone] = [{ secret: 'kept' }, { secret: 'gone' }];

  it('is unused', () => {
    expect(unusedSecrets(at({ a: kept, b: [gone] }), at({ a: kept }), null)).toEqual(['gone']);
  });

  it('is still used where the walk refers to it', () => {
    expect(unusedSecrets(at({ b: gone }), at({}), JSON.stringify({ answers: { password: gone } }))).toEqual([]);
  });

  it('is none where there was none before', () => {
    expect(unusedSecrets(undefined, at({ a: kept }), null)).toEqual([]);
    expect(unusedSecrets(at({}), at({ a: kept }), 'no JSON')).toEqual([]);
  });
});

describe('An error about a request', () => {
  it('holds nothing of what stands under a name that says that it is secret, however deep', () => {
    const body = { answers: { clientSecret: 'hush1234', list: [{ password: 'deep5678' }], name: 'Contoso' } };
    const { message } = maskedForBody(new Error('hush1234 and deep5678 for Contoso'), body);
    expect(message).not.toMatch(/hush1234|deep5678/);
    expect(message).toMatch(/ and .* for Contoso$/);
  });

  it.each([[null], ['text'], [undefined], [{ password: 7 }]])('stays as it is where the body is %j', (body) => {
    expect(maskedForBody(new Error('A fault at text.'), body).message).toBe('A fault at text.');
  });

  it('is cleared of texts as long as a secret may be, and of no more of them than answers have', () => {
    const longest = 'x'.repeat(1024);
    expect(maskedForBody(new Error(longest), { password: longest }).message).not.toContain('xxxx');
    const longer = `${longest}x`;
    expect(maskedForBody(new Error(longer), { password: longer }).message).toBe(longer);
    const texts = Array.from({ length: 21 }, (_, n) => `text-number-${n}.`);
    const body = texts.map((password) => ({ password }));
    const { message } = maskedForBody(new Error(texts.join(' ')), body);
    expect(texts.filter((text) => message.includes(text))).toEqual(['text-number-20.']);
  });
});

describe('The id of an installation', () => {
  const key = journalKey(master);

  it('is a UUID, and shows to whoever has the key that its journal is sealed from the first entry on', () => {
    const id = newInstallationId(key);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isSealedFromTheFirst(key, id)).toBe(true);
    expect(newInstallationId(key)).not.toBe(id);
  });

  it('shows so of no id that was made otherwise, or with another key', () => {
    expect(isSealedFromTheFirst(key, crypto.randomUUID())).toBe(false);
    expect(isSealedFromTheFirst(journalKey(other), newInstallationId(key))).toBe(false);
    const [one, two] = [newInstallationId(key), newInstallationId(key)];
    expect(isSealedFromTheFirst(key, one.slice(0, 24) + two.slice(24))).toBe(false);
  });
});

/** Secrets of one installation over what is kept in memory. */
async function keeping(key = master) {
  const kept = new Map<string, Uint8Array>();
  let wrapped: Uint8Array | undefined;
  let looks = 0;
  const secrets = new Secrets(
    {
      dataKey: async () => wrapped,
      sealed: async (_id, ids) => {
        looks += 1;
        return new Map([...kept].filter(([id]) => ids.includes(id)));
      },
    },
    key,
  );
  wrapped = secrets.newKey('i');
  const sealText = await secrets.sealFor('i', wrapped);
  const keep = ({ id, sealed }: { readonly id: string; readonly sealed: Uint8Array }) => void kept.set(id, sealed);
  return {
    secrets,
    kept,
    keep,
    looked: () => looks,
    seal(text: string): SecretRef {
      const { ref, sealed } = sealText(text);
      keep(sealed);
      return ref;
    },
    destroy: () => {
      wrapped = undefined;
    },
  };
}
