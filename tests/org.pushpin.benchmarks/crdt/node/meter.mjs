// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT

// Times one piece of work again and again, as Meter.java does: first to warm up, until it gets no
// faster, then for the record.
const SECOND = 1e9;
const MANY = 2000;
const BLOCKS = 10;
const FASTER = 0.97;

// So often a piece of work may be run for one measurement.
export const MOST_RUNS = 1 + (BLOCKS + 1) * MANY;

export class Meter {
  constructor(quick) {
    this.block = quick ? SECOND / 8 : SECOND / 2;
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
    this.#warmUp(prepare, work, after);
    globalThis.gc?.();
    return Meter.sample(this.#repeat(this.measure, 5, prepare, work, after));
  }

  // Until two blocks in a row were not faster than the best before them: a compiler may come late, but it does come.
  #warmUp(prepare, work, after) {
    let best = Infinity;
    let idle = 0;
    for (let i = 0; i < BLOCKS && idle < 2; i++) {
      const { median } = Meter.sample(this.#repeat(this.block, 1, prepare, work, after));
      idle = median < FASTER * best ? 0 : idle + 1;
      best = Math.min(best, median);
    }
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
