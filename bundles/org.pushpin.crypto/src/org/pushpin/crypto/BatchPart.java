// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crypto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One part of a body that is longer than a batch may be (a single large change, a snapshot). Each part is the body of a batch of its own
 * with the flag {@link BatchHeader#PART}; all of them name the same range. The table is in the package's description.
 *
 * @param index which part, from 0
 * @param count of how many, 2 to 1,024
 * @param whole the SHA-256 of the whole body, 32 bytes
 * @param content this part's bytes; all but the last are as long as possible
 */
public record BatchPart(int index, int count, Bytes whole, Bytes content) {
    /** The most parts of one body: 256 MiB in all. */
    public static final int MAX_PARTS = 1024;

    private static final int PREFIX = 36;
    private static final int CONTENT = BatchHeader.MAX_BODY - PREFIX;

    /** @throws IllegalArgumentException if the fields are not as said above */
    public BatchPart {
        whole.requireLength(Hashes.SHA256_LENGTH, "a body hash");
        if (count < 2 || count > MAX_PARTS || index < 0 || index >= count) {
            throw new IllegalArgumentException("part " + index + " of " + count);
        }
        boolean last = index == count - 1;
        if (last ? content.isEmpty() || content.length() > CONTENT : content.length() != CONTENT) {
            throw new IllegalArgumentException("a part of " + content.length() + " bytes");
        }
    }

    /** Cuts a body that is longer than {@link BatchHeader#MAX_BODY}. */
    public static List<BatchPart> split(Bytes body) {
        int count = (body.length() + CONTENT - 1) / CONTENT;
        Bytes whole = Hashes.sha256("", body);
        List<BatchPart> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            parts.add(new BatchPart(i, count, whole, body.slice(i * CONTENT, Math.min(body.length(), (i + 1) * CONTENT))));
        }
        return List.copyOf(parts);
    }

    /** The body, once all of its parts are there in order; empty while some are missing. @throws FormatException if they do not fit */
    public static Optional<Bytes> join(List<BatchPart> parts) throws FormatException {
        if (parts.isEmpty() || parts.size() < parts.get(0).count) {
            return Optional.empty();
        }
        BatchPart first = parts.get(0);
        for (int i = 0; i < parts.size(); i++) {
            BatchPart part = parts.get(i);
            if (part.index != i || part.count != first.count || !part.whole.equals(first.whole)) {
                throw new FormatException("the parts of a batch do not belong together");
            }
        }
        Bytes body = Bytes.concat(parts.stream().map(BatchPart::content).toArray(Bytes[]::new));
        if (!Hashes.sha256("", body).equals(first.whole)) {
            throw new FormatException("the parts of a batch do not make the body that they name");
        }
        return Optional.of(body);
    }

    /** @throws FormatException if the body of a batch with the flag PART is no part */
    public static BatchPart decode(Bytes body) throws FormatException {
        var in = new FieldReader(body, "batch part");
        try {
            return new BatchPart(in.u16(), in.u16(), in.bytes(Hashes.SHA256_LENGTH), in.rest());
        } catch (IllegalArgumentException broken) {
            throw new FormatException("the batch part is malformed: " + broken.getMessage());
        }
    }

    /** The body of this part's batch. */
    public Bytes encode() {
        return new FieldWriter(PREFIX + content.length()).u16(index).u16(count).bytes(whole).bytes(content).done();
    }
}
