import { z } from 'zod';
import type { Preview } from '../../src/chat/reply.ts';
import type { MessagePayload } from './payload.ts';
import { platform } from './platform.ts';

const text = z.object({ type: z.literal(10), content: z.string() });
const container = z.object({ type: z.literal(17), accent_color: z.number().optional(), components: z.array(text) });
const payload = z.looseObject({ components: z.array(z.union([text, container])) });

/** The components of a post to this platform, as they will stand in a channel; undefined for other platforms'. */
export function previewComponents(preview: Preview): MessagePayload['components'] | undefined {
  if (preview.platform !== platform) return undefined;
  const parsed = payload.safeParse(JSON.parse(preview.payload));
  if (!parsed.success) return undefined;
  return parsed.data.components.map((part) =>
    part.type === 10
      ? part
      : {
          type: part.type,
          components: part.components,
          ...(part.accent_color === undefined ? {} : { accent_color: part.accent_color }),
        },
  );
}
