import { memberObject, rolesOf } from './api-objects.ts';
import { ok, refused, type Answer, type RestRequest, type World } from './answer.ts';
import { eventObject } from './scheduled-events.ts';
import { bot, isRefusal, refusals } from './state.ts';

const createEvents = 1n << 44n;

/** What is asked of a server: its name, members, roles and scheduled events. */
export function answerGuild(world: World, parts: readonly string[], request: RestRequest): Answer {
  const [, guildId = '', what, id] = parts;
  const server = world.state.servers.get(guildId);
  if (server === undefined) return refused(refusals.unknownServer);
  switch (what) {
    case undefined:
      return ok({ id: guildId, name: server.name, icon: null, owner_id: '900000000000000099', features: [] });
    case 'members':
      return ok(memberObject(world.users.get(id ?? '') ?? bot));
    case 'scheduled-events':
      return answerCalendar(world, guildId, id, request);
    default:
      return ok(rolesOf(guildId, server));
  }
}

function answerCalendar(
  { events, state }: World,
  guildId: string,
  id: string | undefined,
  { method, body }: RestRequest,
): Answer {
  if (method === 'GET' && id === undefined) return ok(events.list(guildId).map(eventObject));
  const rights = BigInt(state.servers.get(guildId)?.rights ?? '0');
  if (method !== 'GET' && (rights & createEvents) === 0n) return refused(refusals.missingPermissions);
  const result =
    id === undefined
      ? events.create(guildId, body)
      : method === 'PATCH'
        ? events.change(guildId, id, body)
        : events.get(guildId, id);
  return isRefusal(result) ? refused(result) : ok(eventObject(result));
}
