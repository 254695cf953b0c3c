// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.repo.DocHandle;
import org.pushpin.simulation.RepoWorld.Profile;

/** Whether profiles hold the same, and all that was saved. */
final class Agreement {
    private final List<Profile> profiles;
    private final boolean lossy;

    /** @param lossy whether old backups are put back, which may lose the only copy of a file */
    Agreement(List<Profile> profiles, boolean lossy) {
        this.profiles = profiles;
        this.lossy = lossy;
    }

    /** The first thing in which the profiles differ. */
    Optional<String> disagreement() {
        for (Profile one : profiles) {
            for (Profile other : profiles) {
                for (DocumentId document : reachable(one)) {
                    Optional<String> difference = difference(one, other, document);
                    if (difference.isPresent()) {
                        return difference;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What somebody shares; a document whose link was lost in a crash is not shared. */
    private List<DocumentId> reachable(Profile profile) {
        return profile.repo.documents().stream().filter(document -> profiles.stream()
                .anyMatch(other -> other != profile && other.repo.documents().contains(document))).toList();
    }

    private Optional<String> difference(Profile one, Profile other, DocumentId document) {
        String where = one.host + " and " + other.host + " differ in " + document.toString().substring(0, 8) + ": ";
        Optional<DocHandle> mine = one.repo.local(document);
        Optional<DocHandle> theirs = other.repo.local(document);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return Optional.of(where + "not here");
        }
        if (!mine.get().current().heads().equals(theirs.get().current().heads())
                || !mine.get().durable().heads().equals(theirs.get().durable().heads())) {
            return Optional.of(where + "heads");
        }
        if (!one.repo.replica().fingerprint(document).equals(other.repo.replica().fingerprint(document))) {
            return Optional.of(where + "fingerprints");
        }
        for (BlobId blob : one.repo.replica().blobs(document)) {
            if (other.repo.blobs().find(blob).isEmpty() && !isGone(blob)) {
                return Optional.of(where + "blob " + blob);
            }
        }
        return Optional.empty();
    }

    /** A file whose only copy was lost when an old backup was put back. */
    boolean isGone(BlobId blob) {
        return lossy && profiles.stream().allMatch(profile -> profile.repo.blobs().find(blob).isEmpty());
    }

    /** Saved edits that somebody lacks who has the document, and documents of which the contents differ. */
    List<String> lost(Map<ChangeHash, DocumentId> saved, Set<DocumentId> secrets) {
        List<String> lost = new ArrayList<>();
        saved.forEach((change, document) -> {
            boolean anywhere = false;
            for (Profile profile : profiles) {
                Optional<DocHandle> handle = profile.repo.local(document);
                anywhere |= handle.isPresent();
                if (handle.isPresent() && !handle.get().current().contains(change)) {
                    lost.add(profile.host + " lacks " + change);
                }
            }
            if (!anywhere && !secrets.contains(document)) {
                lost.add("nobody has the document of " + change);
            }
        });
        return lost;
    }
}
