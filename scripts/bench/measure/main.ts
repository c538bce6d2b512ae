/** Runs in a process of its own: a setting comes in on stdin, the figures go out on stdout. */
import { text } from 'node:stream/consumers';
import { measureOutage } from '../../simulate/outage';
import type { Measured } from './measured';
import { measureMemory } from './memory';
import { compareWithNaive } from './naive';
import { measurePerEvent } from './perEvent';
import { measureScaling } from './scaling';
import type { Setting } from './setting';
import { countWrites } from './writes';

const setting = JSON.parse(await text(process.stdin)) as Setting;
const perEvent = await measurePerEvent(setting);
const scaling = await measureScaling(setting);
const measured: Measured = {
  perEvent: { ...perEvent, ...scaling },
  writes: await countWrites(setting.effort.seeds),
  outage: await measureOutage(),
  naive: await compareWithNaive(setting),
  memory: await measureMemory(setting)
};
process.stdout.write(JSON.stringify(measured));
