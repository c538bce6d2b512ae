import { done, refused } from './problem';
import type { Outcome } from './problem';
import { defaultSettings } from './settings';
import type { Settings } from './settings';

/** Takes settings over, all or none: the first that is unknown or of the wrong kind refuses them. */
export function changeSettings(settings: Settings, patch: Partial<Settings>): Outcome<Settings> {
  for (const [name, value] of Object.entries(patch)) {
    const isKnown = Object.hasOwn(settings, name);
    const isRight =
      (name === 'outboundAnswerMs' && value === null) ||
      (isSwitch(name) ? typeof value === 'boolean' : typeof value === 'number' && value >= 0);
    if (!isKnown || !isRight) {
      return refused({
        type: 'invalid',
        field: name,
        value: String(value),
        expected: isKnown
          ? isSwitch(name)
            ? 'true or false'
            : 'a number, 0 or more'
          : Object.keys(settings).join(', ')
      });
    }
  }
  return done(Object.assign(settings, patch));
}

const isSwitch = (name: string) => typeof defaultSettings[name as keyof Settings] === 'boolean';
