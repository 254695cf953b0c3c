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

    /** The blob is here, but no picture is made of it. */
    record Broken(Reason reason) implements Preview {}

    /** Why there is no picture. */
    enum Reason {
        DAMAGED,
        /** In pixels or in bytes. */
        TOO_LARGE,
        /** It would take longer to make than anybody waits. */
        TOO_COMPLEX,
        /** Not a picture, or of a kind that is not known here. */
        UNKNOWN
    }
}
