import { createElement } from 'lwc';
import MappingForm from '../mappingForm';
import type { PickGroup } from 'c/mappingRules';
import { mapping, TASK } from '../../mappingRules/__tests__/task';

interface Picker extends HTMLElement {
  groups: PickGroup[];
  chosenLabel: string;
  problem: string;
}

interface Form {
  attribute: Picker;
  field: Picker;
  button(id: string): HTMLElement;
  combobox(id: string): HTMLInputElement;
  hints(): string;
  events: [string, unknown][];
}

function form(props: object = {}): Form {
  const element = createElement('c-mapping-form', { is: MappingForm });
  Object.assign(element, { shape: TASK, mappings: [], ...props });
  const events: [string, unknown][] = [];
  for (const type of ['save', 'cancel']) {
    element.addEventListener(type, (event) => events.push([type, (event as CustomEvent).detail]));
  }
  document.body.appendChild(element);
  const find = <Found extends HTMLElement>(id: string): Found =>
    element.shadowRoot!.querySelector<Found>(`[data-id="${id}"]`)!;
  return {
    attribute: find('attribute'),
    field: find('field'),
    button: find,
    combobox: find,
    hints: () => element.shadowRoot!.querySelector('[role="status"]')!.textContent ?? '',
    events
  };
}

async function pick(picker: Picker, value: string): Promise<void> {
  picker.dispatchEvent(new CustomEvent('pick', { detail: { value } }));
  await Promise.resolve();
}

const values = (picker: Picker): string[] =>
  picker.groups.flatMap(({ options }) => options.map(({ value }) => value));

afterEach(() => document.body.replaceChildren());

test('a new mapping: attribute, then a field it fits in, then what to do when', async () => {
  const { attribute, field, combobox, button, events } = form();
  await pick(attribute, 'Salesforce.ConnectedTime');
  expect(values(field)).toContain('Connected_At__c');
  expect(values(field)).not.toContain('Wait__c');
  await pick(field, 'Connected_At__c');
  expect(field.chosenLabel).toBe('Connected_At');
  combobox('empty').dispatchEvent(new CustomEvent('change', { detail: { value: 'clear' } }));
  await Promise.resolve();
  button('save').click();
  expect(events).toEqual([
    [
      'save',
      { mapping: mapping('Salesforce.ConnectedTime', 'Connected_At__c', { whenEmpty: 'clear' }) }
    ]
  ]);
});

test('a change begins with what is there, and keeps its id', async () => {
  const existing = mapping('Call.Ani', 'Queue__c', { id: 'a01', whenTooLong: 'leave_out' });
  const { attribute, field, button, events } = form({ mapping: existing });
  expect(attribute.chosenLabel).toBe('Call.Ani');
  await pick(field, 'Reason__c');
  button('save').click();
  expect(events).toEqual([['save', { mapping: { ...existing, field: 'Reason__c' } }]]);
});

test('searching narrows the options', async () => {
  const { attribute } = form();
  attribute.dispatchEvent(new CustomEvent('search', { detail: { term: 'policyNumber' } }));
  await Promise.resolve();
  expect(values(attribute)).toEqual(['Participant.policyNumber']);
});

test('nothing is saved by half, and what is missing is said', async () => {
  const { attribute, field, button, events } = form();
  await pick(attribute, 'Call.Ani');
  button('save').click();
  await Promise.resolve();
  expect(events).toEqual([]);
  expect(attribute.problem).toBe('');
  expect(field.problem).toBe('c.Mapping_Choose');
});

test('problems are said while choosing', async () => {
  const mappings = [mapping('Call.Ani', 'Queue__c', { id: 'a01' })];
  const { attribute, field, hints } = form({ mappings });
  await pick(attribute, 'Call.QueueName');
  await pick(field, 'Queue__c');
  expect(hints()).toContain('c.Mapping_Problem_Duplicate');
});

test('cutting is no choice where a part is of no use', async () => {
  const { field, combobox } = form();
  expect(combobox('tooLong').disabled).toBe(false);
  await pick(field, 'Caller_Phone__c');
  expect(combobox('tooLong').disabled).toBe(true);
});

test('Cancel and Escape', () => {
  const { attribute, button, events } = form();
  button('cancel').click();
  attribute.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(events.map(([type]) => type)).toEqual(['cancel', 'cancel']);
});
