import { describe, expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

describe('the figures of the process', () => {
  it('count by label, in the form that Prometheus reads', async () => {
    const metrics = createMetrics();
    const requests = metrics.counter('requests_total', 'Requests');
    requests.add({ route: '/volg/:code', status: '200' });
    requests.add({ route: '/volg/:code', status: '200' });
    requests.add({ route: '/', status: '404' });
    expect(await metrics.text()).toBe(
      [
        '# HELP requests_total Requests',
        '# TYPE requests_total counter',
        'requests_total{route="/volg/:code",status="200"} 2',
        'requests_total{route="/",status="404"} 1',
        '',
      ].join('\n'),
    );
  });

  it('count durations in growing steps, with sum and count', async () => {
    const metrics = createMetrics();
    const durations = metrics.histogram('seconds', 'Seconds');
    for (const seconds of [0.005, 0.2, 60]) durations.observe({ route: '/' }, seconds);
    const lines = (await metrics.text()).split('\n');
    expect(lines).toContain('seconds_bucket{route="/",le="0.01"} 1');
    expect(lines).toContain('seconds_bucket{route="/",le="0.3"} 2');
    expect(lines).toContain('seconds_bucket{route="/",le="10"} 2');
    expect(lines).toContain('seconds_bucket{route="/",le="+Inf"} 3');
    expect(lines).toContain('seconds_count{route="/"} 3');
  });

  it('look a gauge up when somebody asks, and escape what would break a line', async () => {
    const metrics = createMetrics();
    let value = 1;
    metrics.gauge('waiting', 'Waiting', () => [{ labels: { queue: 'a"b\n\\' }, value }]);
    value = 7;
    expect(await metrics.text()).toContain('waiting{queue="a\\"b\\n\\\\"} 7');
  });
});
