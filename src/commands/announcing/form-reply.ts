import { announcementForm } from '../../announcements/announcement-form.ts';
import { toFields } from '../../announcements/announcement-fields.ts';
import type { Audience } from '../../announcements/announcement.ts';
import type { InputProblem } from '../../announcements/input-problem.ts';
import { bodyOf, bullets, paragraph } from '../../chat/blocks.ts';
import { messagesIn } from '../../chat/messages.ts';
import type { Reply } from '../../chat/reply.ts';
import type { CommandContext } from '../command.ts';
import { mayPing } from './access.ts';
import type { Base } from './announcement-draft.ts';
import { zoneOf } from './zone-of.ts';

export interface FormInput {
  readonly audiences: readonly Audience[];
  readonly base: Base | undefined;
  /** What the author has written so far. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly problems?: readonly InputProblem[];
  readonly notice?: string;
}

/** The form with everything that has been written, and what is wrong with it: in one place, and at each field. */
export function formReply(context: CommandContext, input: FormInput): Reply {
  const { language } = context;
  const { base, audiences, fields = {}, problems = [], notice } = input;
  const messages = messagesIn(language).announcing.form;
  const written = base?.announcement.content;
  const form = announcementForm({
    language,
    audiences,
    values: { ...(written === undefined ? { zone: zoneOf(context) } : toFields(written)), ...fields },
    problems: byField(problems),
    offersPings: mayPing(context) || written?.pings === true || fields['pings'] !== undefined,
    offersCancelling: isAnnounced(base) || fields['cancelled'] !== undefined,
    ...(base === undefined ? {} : { changes: { id: base.announcement.id, revision: base.revision } }),
  });
  const labels = new Map(form.fields.map(({ name, label }) => [name, label]));
  const opening = base === undefined ? messages.opened : messages.openedChange;
  const body =
    problems.length === 0
      ? bodyOf([paragraph(opening)])
      : bodyOf([
          paragraph(messages.problems(problems.length)),
          bullets(problems.map(({ field, message }) => [messages.labelled(labels.get(field) ?? field, message)])),
        ]);
  return { language, ...(notice === undefined ? {} : { notice }), body, form, private: true };
}

/** Whether there is an event of which people may have been told. */
function isAnnounced(base: Base | undefined): boolean {
  return base !== undefined && base.announcement.confirmedRevision > 0 && base.announcement.content.event !== undefined;
}

/** What is wrong in a file, line by line. */
export function fileProblemsReply({ language }: CommandContext, problems: readonly InputProblem[]): Reply {
  const { form } = messagesIn(language).announcing;
  const lines = problems.map(({ line, message }) => [line === undefined ? message : form.line(line, message)]);
  return {
    language,
    body: bodyOf([paragraph(form.fileProblems(problems.length)), bullets(lines)]),
    private: true,
  };
}

function byField(problems: readonly InputProblem[]): ReadonlyMap<string, string> {
  const grouped = Map.groupBy(problems, ({ field }) => field);
  return new Map([...grouped].map(([field, all]) => [field, all.map(({ message }) => message).join(' ')]));
}
