import InteractionFacts from '../interactionFacts';
import { findAll, mount, settled, unmountAll } from '../../softphonePanel/__tests__/data/mount';

afterEach(unmountAll);

it('shows the way here and the data of the flow, and nothing that is absent', async () => {
  const element = mount('c-interaction-facts', InteractionFacts, {
    attributes: {
      'Call.Ani': '+13175550101',
      'Call.CalledNumber': '+13175550100',
      'Interaction.TotalAcdTime': 83,
      'Participant.policy': 'NB-20417',
      'Participant.vip': false
    }
  });
  await settled();
  const facts = findAll(element, '.fact').map((fact) =>
    [...fact.children].map((e) => e.textContent)
  );
  expect(facts).toEqual([
    ['c.Softphone_Fact_Caller_Number', '+1 317 555 0101'],
    ['c.Softphone_Fact_Called_Number', '+1 317 555 0100'],
    ['c.Softphone_Fact_In_Queue', '1:23'],
    ['policy', 'NB-20417'],
    ['vip', 'false']
  ]);
});

it('does not flood the panel', async () => {
  const many = Object.fromEntries([...Array(500).keys()].map((n) => [`Participant.k${n}`, 'v']));
  const element = mount('c-interaction-facts', InteractionFacts, { attributes: many });
  await settled();
  expect(findAll(element, '.fact')).toHaveLength(8);
});
