import manifest from '../../package.json' with { type: 'json' };

/** The flags that `npm start` gives to Node. */
export const nodeFlags: readonly string[] = /^node (.*) server\/start\.js$/.exec(manifest.scripts.start)![1]!.split(' ');
