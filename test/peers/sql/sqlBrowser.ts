import { createSocket } from 'node:dgram';

/** SQL Server Browser for the named instances given; it keeps silent about others, as the real one does. */
export async function startSqlBrowser(instances: Readonly<Record<string, number>>) {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const name = question.toString('latin1', 1).replace(/\0$/, '');
    const port = question[0] === 0x04 ? instances[name] : undefined;
    if (port === undefined) return;
    const text = `ServerName;TCP;InstanceName;${name};IsClustered;No;Version;15.0.2000.5;tcp;${port};np;\\\\TCP\\pipe\\sql\\query;;`;
    const header = Buffer.from([0x05, 0, 0]);
    header.writeUInt16LE(text.length, 1);
    socket.send(Buffer.concat([header, Buffer.from(text, 'latin1')]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { port: socket.address().port, close: () => new Promise<void>((resolve) => socket.close(() => resolve())) };
}
