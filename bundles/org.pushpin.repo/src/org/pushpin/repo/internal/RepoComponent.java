// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.repo.internal;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pushpin.network.Transport;
import org.pushpin.repo.Profile;
import org.pushpin.repo.ProfileProblem;
import org.pushpin.repo.Repo;
import org.pushpin.repo.internal.profile.ProfileLock;
import org.pushpin.repo.internal.profile.SessionFiles;
import org.pushpin.storage.StorageException;
import org.pushpin.storage.StorageFactory;

/**
 * Opens the repo when a profile, a storage and a transport are there, and offers it as a service while they are. Immediate: nobody
 * asks for this component itself.
 */
@Component(immediate = true, service = {})
public final class RepoComponent {

    private static final System.Logger LOG = System.getLogger(RepoComponent.class.getName());

    private final ProfileLock lock;
    private final ThreadScheduler scheduler;
    private final OpenRepo repo;
    private final ServiceRegistration<Repo> registration;
    private final CopyOnWriteArrayList<Transport> transports = new CopyOnWriteArrayList<>();

    @Activate
    public RepoComponent(BundleContext context, @Reference Profile profile, @Reference StorageFactory storage,
            @Reference(name = "FirstTransport", cardinality = ReferenceCardinality.AT_LEAST_ONE) List<Transport> first)
            throws IOException, StorageException {
        transports.addAll(first);
        lock = lock(context, profile);
        scheduler = new ThreadScheduler();
        try {
            repo = OpenRepo.open(new RepoParts(profile.directory(), storage, scheduler, transports, new SecureRandom(),
                    SessionFiles.ofThisMachine()));
        } catch (StorageException e) {
            report(context, profile, e);
            scheduler.close();
            lock.close();
            throw e;
        }
        registration = context.registerService(Repo.class, repo, null);
    }

    private static ProfileLock lock(BundleContext context, Profile profile) throws IOException {
        try {
            return ProfileLock.acquire(profile.directory());
        } catch (IOException e) {
            report(context, profile, e);
            throw e;
        }
    }

    /** Whoever waits for the repo learns why it does not come. */
    private static void report(BundleContext context, Profile profile, Exception problem) {
        LOG.log(System.Logger.Level.DEBUG, problem.getMessage());
        context.registerService(ProfileProblem.class, new ProfileProblem(profile.directory(), problem.getMessage()),
                null);
    }

    /** Those that come later; the first are there before anybody sees the repo. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addTransport(Transport transport) {
        transports.addIfAbsent(transport);
    }

    void removeTransport(Transport transport) {
        transports.remove(transport);
    }

    @Deactivate
    void close() throws IOException {
        registration.unregister();
        repo.close();
        scheduler.close();
        lock.close();
    }
}
