// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.content;

/** Whether the host has a picture of a blob, and if not, why: each deserves to be shown differently. */
public sealed interface Preview {

    /** Kind of preview: the picture that the blob itself is. */
    String IMAGE = "image";

    /**
     * Can be painted now. Names the picture, does not hold it: the host keeps pixels by blob and kind.
     *
     * @param pixels the picture's full size
     */
    record Ready(BlobRef blob, String kind, Size pixels) implements Preview {}

    /** Is being made. */
    record Pending() implements Preview {}

    /** The blob has not come from any peer yet. */
    record Missing() implements Preview {}

    /** The blob is here, but no picture can be made of it: it is damaged, too large, or of an unknown kind. */
    record Broken() implements Preview {}
}
