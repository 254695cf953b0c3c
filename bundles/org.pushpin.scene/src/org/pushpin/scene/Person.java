// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.scene;

import org.pushpin.content.Color;

/**
 * Somebody who is at the shown document now.
 *
 * @param id of the device, proven; stable while this person is there
 * @param name as the person says; never empty
 * @param color of this person's pointer and selection in this window
 * @param selected how many cards this person has selected
 * @param followed whether this stage shows what this person sees
 * @param says a sentence for assistive technology and tooltips, for instance "Zoë is here, 3 cards selected"
 */
public record Person(String id, String name, Color color, int selected, boolean followed, String says) {

    /** One or two letters that stand for the name. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }

    /** The command of {@link Stage#perform} that follows this person, or ends that. */
    public String command() {
        return "follow:" + id;
    }
}
