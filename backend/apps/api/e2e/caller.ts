import type { AccessGrant, Problem } from '@calmness/contracts';
import { demoPassword, type Academy } from '@calmness/academy';

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Speaks HTTP to an academy as one person, or as nobody. */
export class Caller {
  private constructor(
    private readonly academy: Academy,
    readonly token?: string,
  ) {}

  static nobody(academy: Academy): Caller {
    return new Caller(academy);
  }

  static async as(academy: Academy, email: string, password = demoPassword): Promise<Caller> {
    const { body } = await new Caller(academy).post<AccessGrant>('/auth/login', { email, password });
    return new Caller(academy, body.access_token);
  }

  get<Body = Problem>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, headers);
  }

  post<Body = Problem>(
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send('POST', path, body === undefined ? undefined : JSON.stringify(body), headers);
  }

  async send<Body = Problem>(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    const answer = await fetch(`${this.academy.url}/api${path}`, {
      method,
      body,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}),
        ...headers,
      },
    });
    const text = await answer.text();
    const isJson = (answer.headers.get('content-type') ?? '').includes('json');
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? JSON.parse(text) : text) as Body,
    };
  }
}
