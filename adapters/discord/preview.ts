import { z } from 'zod';
import type { Preview } from '../../src/chat/reply.ts';
import { escapeText } from './dialect.ts';
import { componentType, eventFile, textDisplay, type MessagePayload, type TextDisplay } from './payload.ts';
import { platform } from './platform.ts';

const text = z.object({ type: z.literal(componentType.text), content: z.string() });
const file = z.object({ type: z.literal(componentType.file) });
const container = z.object({
  type: z.literal(componentType.container),
  accent_color: z.number().optional(),
  components: z.array(z.union([text, file])),
});
const payload = z.looseObject({ components: z.array(z.union([text, file, container])) });

/** The components of a post to this platform, as they will stand in a channel; undefined for other platforms'. */
export function previewComponents(preview: Preview): MessagePayload['components'] | undefined {
  if (preview.platform !== platform) return undefined;
  const parsed = payload.safeParse(JSON.parse(preview.payload));
  if (!parsed.success) return undefined;
  return parsed.data.components.map((part) =>
    part.type === componentType.container
      ? {
          type: part.type,
          components: part.components.map(shown),
          ...(part.accent_color === undefined ? {} : { accent_color: part.accent_color }),
        }
      : shown(part),
  );
}

/** The file itself comes with the post; here its name stands for it. */
function shown(part: TextDisplay | z.infer<typeof file>): TextDisplay {
  return part.type === componentType.text ? part : textDisplay(`📎 ${escapeText(eventFile)}`);
}
