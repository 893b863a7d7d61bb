/** I6: what was answered is still so. I7: the same key gets the same answer, with another body it is refused. */
import { isDeepStrictEqual } from 'node:util';
import type { Scene } from './scene.ts';
import type { Command, Portal, Said } from '../portal.ts';
import type { Product } from '../product.ts';

export async function checkAnswers({ product, portal }: Scene): Promise<string[]> {
  const wrong: string[] = [];
  for (const said of firstOfEach(portal.said)) {
    const again = await portal.insist(said);
    const where = `${said.method ?? 'POST'} ${said.path} under ${said.key}`;
    if (again.status !== said.answer.status || !isDeepStrictEqual(again.body, said.answer.body))
      wrong.push(`I7: ${where} was answered ${summary(said.answer)} and then ${summary(again)}`);
    wrong.push(...(await otherBody(portal, said, where)), ...(await stillSo(product, said, where)));
  }
  return wrong;
}

/** The checks before have asked for the same again: one of each key is enough. */
function firstOfEach(said: readonly Said[]): readonly Said[] {
  return [...new Map([...said].reverse().map((one) => [one.key, one])).values()].reverse();
}

async function otherBody(
  portal: Portal,
  { answer: _answer, ...command }: Said,
  where: string,
): Promise<string[]> {
  if (command.body === undefined) return [];
  const { status, body } = await portal.insist(withOtherBody(command));
  return status === 409 && body.reason === 'request.key-reused'
    ? []
    : [`I7: ${where} with another body was answered ${summary({ status, body })}`];
}

/** As well-formed as the first one, and about something else. */
function withOtherBody(command: Command): Command {
  const body = command.body as { weightGrams?: number; kind?: string; happenedAt?: string };
  if (command.scan) return { ...command, body: { ...body, weightGrams: Number(body.weightGrams) + 1 } };
  if (body.happenedAt) return { ...command, body: { ...body, happenedAt: new Date(0).toISOString() } };
  if (body.kind) return { ...command, body: { kind: body.kind === 'destroy' ? 'pick-up' : 'destroy' } };
  return { ...command, body: { confirmationToken: `1.${'a'.repeat(43)}` } };
}

/** A version that was answered was committed: the row has it, or a later one. */
async function stillSo({ knex }: Product, { answer, path }: Said, where: string): Promise<string[]> {
  if (!path.startsWith('/v1/mail-items') || answer.body.version === undefined) return [];
  const row = await knex('mail_items')
    .where({ id: answer.body.id })
    .first<{ version: number } | undefined>('version');
  const isThere = row !== undefined && row.version >= answer.body.version;
  return isThere
    ? []
    : [`I6: ${where} was answered version ${answer.body.version}, and the row has ${row?.version}`];
}

function summary({ status, body }: { status: number; body: unknown }): string {
  return `${status} ${JSON.stringify(body).slice(0, 300)}`;
}
