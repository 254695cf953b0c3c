// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** What a person may do with an item, a canvas or a drawing; the host offers only what is granted. */
public enum Ability {
    SELECT, MOVE, RESIZE, CONNECT,
    /** Things can be dropped or pasted onto it. */
    DROP,
    /** Strokes of a pen: {@link Intent.Stroke}. */
    DRAW,
    REMOVE,
    /** It can be locked: {@link Intent.Lock}. */
    LOCK,
    /** It is locked, and can be unlocked; until then nothing on it is edited in place. */
    UNLOCK,
    /** It is a frame: other items can be put into it and move with it. It is taken at its edge and at what it shows. */
    HOLD
}
