// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// Times one piece of work again and again, as Meter.java does: first to warm up, then for the record.
const SECOND = 1e9;
const MANY = 2000;

export class Meter {
  constructor(quick) {
    this.warmUp = quick ? SECOND / 4 : SECOND;
    this.measure = quick ? SECOND / 4 : SECOND;
    this.slow = quick ? SECOND : 2.5 * SECOND;
    this.limit = 2 * this.measure;
  }

  static sample(times) {
    const sorted = [...times].sort((a, b) => a - b);
    return { median: sorted[sorted.length >> 1], best: sorted[0], count: sorted.length };
  }

  time(prepare, work, after = () => {}) {
    const first = this.#once(prepare, work, after);
    if (first > this.slow) return Meter.sample([first]);
    this.#repeat(this.warmUp - first, 0, prepare, work, after);
    globalThis.gc?.();
    return Meter.sample(this.#repeat(this.measure, 5, prepare, work, after));
  }

  #repeat(nanoseconds, least, prepare, work, after) {
    const times = [];
    const start = now();
    let spent = 0;
    while (times.length < MANY && (spent < nanoseconds || times.length < least) && (times.length === 0 || now() - start < 3 * nanoseconds)) {
      const time = this.#once(prepare, work, after);
      times.push(time);
      spent += time;
    }
    return times;
  }

  #once(prepare, work, after) {
    const subject = prepare();
    const start = clock();
    const result = work(subject);
    const time = clock() - start;
    after(result);
    return time;
  }
}

// Nanoseconds, on the wall.
export const now = () => Number(process.hrtime.bigint());

// What work is timed by: see WorkClock.java.
export const clock = process.env.PUSHPIN_CLOCK === "cpu"
  ? () => {
      const { user, system } = process.cpuUsage();
      return (user + system) * 1000;
    }
  : now;
