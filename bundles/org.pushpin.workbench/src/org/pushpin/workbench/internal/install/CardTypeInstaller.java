// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.workbench.internal.install;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.equinox.internal.provisional.configurator.Configurator;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.operations.InstallOperation;
import org.eclipse.equinox.p2.operations.ProfileChangeOperation;
import org.eclipse.equinox.p2.operations.ProfileModificationJob;
import org.eclipse.equinox.p2.operations.ProvisioningSession;
import org.eclipse.equinox.p2.operations.UninstallOperation;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/**
 * Installs card types into the running product, and takes them away, without a restart: a p2 install into the
 * profile's own configuration, then the framework's bundles are brought in line.
 *
 * <p>What is installed is first copied into a repository inside the profile, and installed from there; so it can be
 * reinstated, offline, when the installation below changes. Blocking; call from a job. One call at a time.
 */
public final class CardTypeInstaller {

    private static final String SPI = "org.pushpin.content";

    private final IProvisioningAgent agent;
    private final Configurator configurator;
    private final InstallRecord record;

    public CardTypeInstaller(IProvisioningAgent agent, Configurator configurator, Path profile) {
        this.agent = agent;
        this.configurator = configurator;
        this.record = new InstallRecord(profile);
    }

    /** The card types that a repository offers, newest versions only, by name. */
    public List<CardTypeFeature> available(URI repository, IProgressMonitor monitor) throws InstallException {
        IMetadataRepository metadata = load(repository, monitor);
        List<IInstallableUnit> cards = cards(metadata, monitor);
        return metadata.query(QueryUtil.createLatestQuery(QueryUtil.createIUGroupQuery()), monitor).toSet().stream()
                .filter(group -> cards.stream().anyMatch(card -> needs(group, card)))
                .map(CardTypeInstaller::feature).sorted(Comparator.comparing(CardTypeFeature::name)).toList();
    }

    /** The bundles that use the interface for card types; others, such as the SDK's own, are none. */
    private List<IInstallableUnit> cards(IMetadataRepository metadata, IProgressMonitor monitor)
            throws InstallException {
        Set<IInstallableUnit> content = self().available(QueryUtil.createIUQuery(SPI), monitor).toSet();
        return metadata.query(QueryUtil.createIUAnyQuery(), monitor).stream()
                .filter(unit -> !QueryUtil.isGroup(unit) && content.stream().anyMatch(spi -> needs(unit, spi))).toList();
    }

    private static boolean needs(IInstallableUnit unit, IInstallableUnit other) {
        return unit.getRequirements().stream().anyMatch(other::satisfies);
    }

    /** The card types that were installed into this profile. */
    public List<CardTypeFeature> installed() throws InstallException {
        return record.entries().stream()
                .map(entry -> new CardTypeFeature(entry.id(), entry.version(), entry.name(), entry.source())).toList();
    }

    /** Installs the newest version of a feature group; its services are there when this returns. */
    public CardTypeFeature install(URI repository, String id, IProgressMonitor monitor) throws InstallException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        IInstallableUnit unit = find(repository, id, progress.split(10));
        CardTypeFeature feature = feature(unit);
        RetainedRepository retained = new RetainedRepository(agent, record.repository(id, feature.version()));
        try {
            retained.copy(repository, unit, installedUnits(), progress.split(40));
            provision(new InstallOperation(session(), List.of(find(retained.location(), id, progress.split(5)))),
                    retained.location(), progress.split(40));
            record.add(new InstallRecord.Entry(id, feature.version(), feature.name(), repository.toString(),
                    retained.hashes()));
        } catch (ProvisionException | IOException e) {
            throw new InstallException(feature.name() + " could not be copied from " + repository + ": "
                    + e.getMessage() + ". Nothing was installed.", e);
        }
        apply();
        return feature;
    }

    /** Takes a card type away; boards keep its cards, shown by a placeholder. */
    public void uninstall(String id, IProgressMonitor monitor) throws InstallException {
        Collection<IInstallableUnit> units = self().query(QueryUtil.createIUQuery(id), monitor).toSet();
        if (!units.isEmpty()) {
            provision(new UninstallOperation(session(), units), null, monitor);
            apply();
        }
        for (InstallRecord.Entry entry : record.entries()) {
            if (entry.id().equals(id)) {
                removeCopy(new RetainedRepository(agent, record.repository(id, entry.version())));
            }
        }
        record.remove(id);
    }

    /**
     * Installs again what the record names and the installation no longer has, from the profile's own copies; a copy
     * whose bytes changed since is refused.
     *
     * @return one sentence for each that could not be reinstated
     */
    public List<String> reinstate(IProgressMonitor monitor) throws InstallException {
        List<String> problems = new ArrayList<>();
        boolean changed = false;
        for (InstallRecord.Entry entry : record.entries()) {
            if (!self().query(QueryUtil.createIUQuery(entry.id()), monitor).isEmpty()) {
                continue;
            }
            RetainedRepository retained =
                    new RetainedRepository(agent, record.repository(entry.id(), entry.version()));
            try {
                if (!retained.hashes().equals(new TreeMap<>(entry.artifacts()))) {
                    problems.add(entry.name() + " was not reinstated: its files changed since it was installed."
                            + " Install it again from " + entry.source() + ".");
                    continue;
                }
                provision(new InstallOperation(session(), List.of(find(retained.location(), entry.id(), monitor))),
                        retained.location(), monitor);
                changed = true;
            } catch (InstallException | IOException e) {
                problems.add(entry.name() + " was not reinstated: " + e.getMessage());
            }
        }
        if (changed) {
            apply();
        }
        return List.copyOf(problems);
    }

    private void provision(ProfileChangeOperation operation, URI only, IProgressMonitor monitor)
            throws InstallException {
        SubMonitor progress = SubMonitor.convert(monitor, 100);
        ProvisioningContext context = new ProvisioningContext(agent);
        URI[] repositories = only == null ? new URI[0] : new URI[] {only};
        context.setMetadataRepositories(repositories);
        context.setArtifactRepositories(repositories);
        operation.setProvisioningContext(context);
        IStatus resolved = operation.resolveModal(progress.split(30));
        if (!resolved.isOK() && resolved.getSeverity() != IStatus.INFO && resolved.getSeverity() != IStatus.WARNING) {
            throw new InstallException("It does not fit this installation: " + operation.getResolutionDetails());
        }
        ProfileModificationJob job = (ProfileModificationJob) operation.getProvisioningJob(progress);
        // The person has been asked in plain words before; hashes of what was installed are in the record.
        job.setPhaseSet(PhaseSetFactory.createDefaultPhaseSetExcluding(
                new String[] {PhaseSetFactory.PHASE_CHECK_TRUST}));
        IStatus done = job.runModal(progress.split(70));
        if (done.getSeverity() == IStatus.CANCEL) {
            throw new OperationCanceledException();
        }
        if (done.getSeverity() == IStatus.ERROR) {
            throw new InstallException(done.getMessage(), done.getException());
        }
    }

    /** Brings the framework's bundles in line with p2's list of them, and starts those that are new. */
    private void apply() throws InstallException {
        BundleContext framework = FrameworkUtil.getBundle(CardTypeInstaller.class).getBundleContext();
        Set<Bundle> before = Set.of(framework.getBundles());
        try {
            configurator.applyConfiguration();
            for (Bundle bundle : framework.getBundles()) {
                if (!before.contains(bundle) && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    bundle.start(Bundle.START_ACTIVATION_POLICY); // the framework's own try may have come too soon
                }
            }
        } catch (IOException | BundleException e) {
            throw new InstallException("Installed, but it starts only with the next start of the product: "
                    + e.getMessage(), e);
        }
    }

    private IInstallableUnit find(URI repository, String id, IProgressMonitor monitor) throws InstallException {
        return load(repository, monitor)
                .query(QueryUtil.createLatestQuery(QueryUtil.createIUQuery(id)), monitor).stream().findFirst()
                .orElseThrow(() -> new InstallException("The repository " + repository + " has no " + id + "."));
    }

    private IMetadataRepository load(URI repository, IProgressMonitor monitor) throws InstallException {
        try {
            IMetadataRepositoryManager manager = agent.getService(IMetadataRepositoryManager.class);
            IProgressMonitor progress = monitor == null ? new NullProgressMonitor() : monitor;
            // Only what is known can be refreshed, and what is known may have changed since.
            return manager.contains(repository) ? manager.refreshRepository(repository, progress)
                    : manager.loadRepository(repository, progress);
        } catch (ProvisionException first) {
            throw new InstallException(repository + " is not a p2 repository that can be read: "
                    + first.getStatus().getMessage(), first);
        }
    }

    private Collection<IInstallableUnit> installedUnits() throws InstallException {
        return self().available(QueryUtil.createIUAnyQuery(), new NullProgressMonitor()).toUnmodifiableSet();
    }

    private IProfile self() throws InstallException {
        IProfile profile = agent.getService(IProfileRegistry.class).getProfile(IProfileRegistry.SELF);
        if (profile == null) {
            throw new InstallException("This installation was not made by p2, so nothing can be installed into it."
                    + " Start the product with releng/run.");
        }
        return profile;
    }

    private ProvisioningSession session() {
        return new ProvisioningSession(agent);
    }

    private static void removeCopy(RetainedRepository retained) throws InstallException {
        try {
            retained.remove();
        } catch (IOException e) {
            throw new InstallException("The retained copy could not be removed: " + e.getMessage(), e);
        }
    }

    private static CardTypeFeature feature(IInstallableUnit unit) {
        String name = unit.getProperty(IInstallableUnit.PROP_NAME, null);
        String provider = unit.getProperty(IInstallableUnit.PROP_PROVIDER, null);
        return new CardTypeFeature(unit.getId(), unit.getVersion().toString(), name == null ? unit.getId() : name,
                provider == null ? "" : provider);
    }
}
