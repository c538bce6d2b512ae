import { wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import type { GraphQLQuery } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { graphqlQuestions } from './asking';
import { OwnUserReader } from './ownUser';
import { SEARCHED, SEARCHED_FOR, SEARCHED_OBJECTS } from './queries';
import type { SearchedObject } from './queries';
import { likeTerm, recordOptions } from './records';
import type { RecordOption } from './records';
import type { Answer, Provisioned } from './wireQuestions';

export interface SearchResult {
  records: RecordOption[];
  /** False when something could not be searched: then nothing found does not mean that there is nothing. */
  isComplete: boolean;
}

/** Why part of a search is missing. */
export interface SearchProblem {
  type: 'object_hidden' | 'search_failed';
  detail: string;
}

/** What a wire of one object is asked; without a query it asks nothing. */
interface Asked {
  query?: GraphQLQuery;
  variables?: { term: string };
}

type ObjectInfos = WireResult<{
  results: readonly { statusCode: number; result: ObjectInfoRepresentation }[];
}>;

/**
 * Searches for Name and Related To: one query, and one wire, for each object. What this user may not see,
 * and what fails, takes nothing away from the others.
 */
export class RecordSearch extends OwnUserReader {
  searchedObjects: string[] = [...SEARCHED_OBJECTS];
  contacts: Asked = {};
  leads: Asked = {};
  cases: Asked = {};
  opportunities: Asked = {};
  accounts: Asked = {};

  /** Fields of each object that this user sees; undefined where the object itself is hidden. */
  #visible: Partial<Record<SearchedObject, ReadonlySet<string> | undefined>> | undefined;

  #asks = {
    Contact: graphqlQuestions<{ term: string }>((variables) => {
      this.contacts = this.asked('Contact', variables);
    }),
    Lead: graphqlQuestions<{ term: string }>((variables) => {
      this.leads = this.asked('Lead', variables);
    }),
    Case: graphqlQuestions<{ term: string }>((variables) => {
      this.cases = this.asked('Case', variables);
    }),
    Opportunity: graphqlQuestions<{ term: string }>((variables) => {
      this.opportunities = this.asked('Opportunity', variables);
    }),
    Account: graphqlQuestions<{ term: string }>((variables) => {
      this.accounts = this.asked('Account', variables);
    })
  };

  @wire(getObjectInfos, { objectApiNames: '$searchedObjects' })
  onSearchedObjects({ data }: ObjectInfos): void {
    // Without an answer every object is asked, and each refusal stands alone.
    if (!data) return;
    this.#visible = Object.fromEntries(
      SEARCHED_OBJECTS.map((objectName, index) => {
        const { statusCode, result } = data.results[index] ?? {};
        const fields =
          statusCode === 200 && result ? new Set(Object.keys(result.fields)) : undefined;
        return [objectName, fields];
      })
    );
  }

  @wire(graphql, { query: '$contacts.query', variables: '$contacts.variables' })
  onContacts(result: Provisioned): void {
    this.#asks.Contact.provisioned(result);
  }

  @wire(graphql, { query: '$leads.query', variables: '$leads.variables' })
  onLeads(result: Provisioned): void {
    this.#asks.Lead.provisioned(result);
  }

  @wire(graphql, { query: '$cases.query', variables: '$cases.variables' })
  onCases(result: Provisioned): void {
    this.#asks.Case.provisioned(result);
  }

  @wire(graphql, { query: '$opportunities.query', variables: '$opportunities.variables' })
  onOpportunities(result: Provisioned): void {
    this.#asks.Opportunity.provisioned(result);
  }

  @wire(graphql, { query: '$accounts.query', variables: '$accounts.variables' })
  onAccounts(result: Provisioned): void {
    this.#asks.Account.provisioned(result);
  }

  /** @param say told of each object that is left out, and why */
  async searchRecords(
    kind: 'people' | 'matters',
    text: string,
    say: (problem: SearchProblem) => void
  ): Promise<SearchResult> {
    const term = likeTerm(text);
    const objects = SEARCHED_FOR[kind].filter((objectName) => {
      if (!this.isHidden(objectName)) return true;
      say({ type: 'object_hidden', detail: objectName });
      return false;
    });
    const answers: [SearchedObject, Answer][] = await Promise.all(
      objects.map(async (objectName) => [objectName, await this.#asks[objectName].ask({ term })])
    );
    for (const [objectName, answer] of answers)
      if (!answer.ok) say({ type: 'search_failed', detail: `${objectName}: ${answer.message}` });
    return {
      records: answers.flatMap(([objectName, answer]) =>
        answer.ok ? recordOptions(answer.data, objectName) : []
      ),
      isComplete: answers.every(([, { ok }]) => ok)
    };
  }

  isHidden(objectName: SearchedObject): boolean {
    return this.#visible !== undefined && this.#visible[objectName] === undefined;
  }

  asked(objectName: SearchedObject, variables: { term: string }): Asked {
    const { query, needs, plain } = SEARCHED[objectName];
    const fields = this.#visible?.[objectName];
    const isPlain = plain && needs && fields && !fields.has(needs);
    return { query: isPlain ? plain : query, variables };
  }
}
