// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.IRequirement;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRequest;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;

/** A p2 repository in the profile with just what one card type needs beyond the product. */
final class RetainedRepository {

    private final IProvisioningAgent agent;
    private final Path folder;

    RetainedRepository(IProvisioningAgent agent, Path folder) {
        this.agent = agent;
        this.folder = folder;
    }

    URI location() {
        return folder.toUri();
    }

    /**
     * Copies {@code root} and all that it requires and {@code present} does not have, metadata and artifacts; in place
     * of what was here.
     */
    void copy(URI source, IInstallableUnit root, Collection<IInstallableUnit> present, IProgressMonitor monitor)
            throws ProvisionException, IOException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        remove();
        Files.createDirectories(folder);
        IMetadataRepository from =
                agent.getService(IMetadataRepositoryManager.class).loadRepository(source, progress.split(10));
        Set<IInstallableUnit> units = closure(from, root, present, progress.split(10));
        metadata(root).addInstallableUnits(units);
        copyArtifacts(source, root, units, progress.split(80));
    }

    /** Takes it away, from the disk and from what p2 remembers of it. */
    void remove() throws IOException {
        agent.getService(IMetadataRepositoryManager.class).removeRepository(location());
        agent.getService(IArtifactRepositoryManager.class).removeRepository(location());
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** File name → SHA-256 in hex, of every artifact here. */
    SortedMap<String, String> hashes() throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (String kind : List.of("plugins", "features")) {
            Path artifacts = folder.resolve(kind);
            if (Files.isDirectory(artifacts)) {
                try (Stream<Path> files = Files.list(artifacts)) {
                    for (Path file : files.toList()) {
                        hashes.put(kind + "/" + file.getFileName(), sha256(file));
                    }
                }
            }
        }
        return hashes;
    }

    private static Set<IInstallableUnit> closure(IMetadataRepository from, IInstallableUnit root,
            Collection<IInstallableUnit> present, IProgressMonitor monitor) {
        Set<IInstallableUnit> found = new LinkedHashSet<>(List.of(root));
        Deque<IInstallableUnit> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (IRequirement requirement : open.pop().getRequirements()) {
                if (present.stream().anyMatch(unit -> unit.satisfies(requirement))) {
                    continue;
                }
                for (IInstallableUnit unit : from
                        .query(QueryUtil.createLatestQuery(QueryUtil.createMatchQuery(requirement.getMatches())),
                                monitor)
                        .toUnmodifiableSet()) {
                    if (found.add(unit)) {
                        open.add(unit);
                    }
                }
            }
        }
        return found;
    }

    private IMetadataRepository metadata(IInstallableUnit root) throws ProvisionException {
        return agent.getService(IMetadataRepositoryManager.class).createRepository(location(), root.getId(),
                IMetadataRepositoryManager.TYPE_SIMPLE_REPOSITORY, Map.of());
    }

    private void copyArtifacts(URI source, IInstallableUnit root, Set<IInstallableUnit> units,
            IProgressMonitor monitor) throws ProvisionException {
        IArtifactRepositoryManager manager = agent.getService(IArtifactRepositoryManager.class);
        IArtifactRepository from = manager.loadRepository(source, monitor);
        IArtifactRepository to = manager.createRepository(location(), root.getId(),
                IArtifactRepositoryManager.TYPE_SIMPLE_REPOSITORY, Map.of());
        List<IArtifactRequest> requests = new ArrayList<>();
        for (IInstallableUnit unit : units) {
            for (IArtifactKey key : unit.getArtifacts()) {
                requests.add(manager.createMirrorRequest(key, to, null, null));
            }
        }
        IStatus copied = from.getArtifacts(requests.toArray(IArtifactRequest[]::new), monitor);
        if (copied.matches(IStatus.ERROR | IStatus.CANCEL)) {
            throw new ProvisionException(copied);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
