// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.ObjectId;
import org.pushpin.crdt.ObjectType;
import org.pushpin.crdt.ObjectValue;
import org.pushpin.crdt.Read;
import org.pushpin.crdt.Scalar;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceId;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.DocumentUrl;
import org.pushpin.network.Address;
import org.pushpin.repo.DocHandle;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.OpenRepo;
import org.pushpin.repo.internal.RepoParts;
import org.pushpin.repo.internal.profile.SessionMemory;
import org.pushpin.storage.StorageException;
import org.pushpin.testkit.MemoryDisk;

/** Some real repos on disks in memory, what happens to them, and what must hold in the end. One thread. */
final class RepoWorld {
    /** An edit whose author saw it as saved. */
    private record Saved(DocumentId document, ChangeHash change) {}

    final Simulation simulation;
    final SimulatedNetwork network;
    private final Random random;
    private final Faults faults;
    final List<Profile> profiles = new ArrayList<>();
    private final Map<ChangeHash, DocumentId> saved = new LinkedHashMap<>();
    private final Set<DocumentId> secrets = new HashSet<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<DeviceId, Profile> devices = new HashMap<>();
    private final List<String> untrue = new ArrayList<>();
    private int claims;
    final Traffic traffic = new Traffic();
    private final Agreement agreement;
    private DocumentUrl url;
    private int links;
    private long folds;

    RepoWorld(long seed, int profiles, Faults faults) {
        simulation = new Simulation(seed);
        random = simulation.random();
        this.faults = faults;
        agreement = new Agreement(this.profiles, faults.staleBackups());
        network = new SimulatedNetwork(simulation);
        network.tap((from, to, channel, message) -> traffic.look(from, to, message));
        if (faults.loss()) {
            network.weather(new SimulatedNetwork.Weather(Duration.ofNanos(200_000), Duration.ofMillis(80), 0.002));
        }
        for (int i = 0; i < profiles; i++) {
            this.profiles.add(new Profile(i));
        }
        this.profiles.forEach(Profile::start);
    }

    /** One profile through all its lives. */
    final class Profile implements SessionMemory {
        final int number;
        final String host;
        final Address address;
        private final List<Address> joins = new ArrayList<>();
        private final List<DocumentUrl> pasted = new ArrayList<>();
        private final Map<Bytes, Session> sessions = new HashMap<>();
        private final List<Saved> unsaved = new ArrayList<>();
        private MemoryDisk disk = new MemoryDisk();
        private MemoryDisk earlier = disk;
        private MemoryDisk backup;
        private SimulatedScheduler scheduler;
        OpenRepo repo;

        Profile(int number) {
            this.number = number;
            host = "host" + number;
            address = new Address(host, 1);
            for (Profile other : profiles) {
                if (other.number == number - 1 || random.nextInt(3) == 0) {
                    joins.add(other.address);
                    if (random.nextInt(4) == 0) {
                        other.joins.add(address);
                    }
                }
            }
        }

        @Override
        public Optional<Session> read(Bytes profileId) {
            return Optional.ofNullable(sessions.get(profileId));
        }

        @Override
        public void write(Bytes profileId, Session session) {
            sessions.put(profileId, session);
        }

        void start() {
            scheduler = new SimulatedScheduler(simulation);
            var transport = network.transport(host);
            try {
                repo = OpenRepo.open(new RepoParts(Path.of(host), disk, scheduler, List.of(transport), random, this));
            } catch (StorageException e) {
                throw new AssertionError(host + " cannot open its profile", e);
            }
            devices.put(repo.device(), this);
            repo.notices(this::noticed);
            repo.peers().listen(address);
            joins.forEach(repo.peers()::join);
            pasted.forEach(repo::open);
            simulation.trace(host + " starts");
            if (faults.savedBeforeStored()) { // before it can tell the others what it has lost
                profiles.stream().filter(other -> other != this && other.repo != null && other.up()).forEach(Profile::checkClaims);
            }
        }

        private void noticed(Notice notice) {
            notices.add(simulation + ", " + host + ": " + notice.kind() + " " + notice.text());
        }

        boolean up() {
            return !scheduler.dead();
        }

        void crash() {
            simulation.trace(host + " dies");
            look();
            unsaved.clear();
            scheduler.kill();
            network.died(host);
            disk.crash();
            if (faults.savedBeforeStored()) {
                disk = earlier;
            }
        }

        /** Folds some documents; the process may die at any moment of it. */
        void fold() {
            for (DocHandle handle : here()) {
                if (random.nextInt(3) > 0) {
                    folds++;
                    repo.fold(handle.id());
                }
            }
        }

        void backUp() {
            backup = disk.copy();
        }

        void restore() {
            if (backup != null) {
                disk = backup.copy();
            }
        }

        void paste(DocumentUrl link) {
            pasted.add(link);
            repo.open(link);
        }

        private List<DocHandle> here() {
            return repo.documents().stream().flatMap(id -> repo.local(id).stream())
                    .filter(handle -> !handle.current().heads().isEmpty()).toList();
        }

        /** Whatever the profile says that another device holds must be on that one's disk. */
        void checkClaims() {
            for (DocumentId document : repo.documents()) {
                for (DeviceId holder : repo.status(document).holders()) {
                    Profile other = devices.get(holder);
                    if (other.up()) {
                        claims++;
                        Optional<Doc> there = other.repo.local(document).map(DocHandle::durable);
                        boolean held = repo.local(document).stream().flatMap(handle -> handle.current().heads().stream())
                                .allMatch(head -> there.isPresent() && there.get().contains(head));
                        if (!held) {
                            untrue.add(host + " says that " + other.host + " holds all of " + document);
                        }
                    }
                }
            }
        }

        /** What has become saved since the last look. */
        void look() {
            unsaved.removeIf(edit -> {
                boolean durable = repo.local(edit.document).filter(handle -> handle.durable().contains(edit.change)).isPresent();
                if (durable) {
                    saved.put(edit.change, edit.document);
                }
                return durable;
            });
        }

        void edit() {
            List<DocHandle> here = here();
            if (here.isEmpty()) {
                return;
            }
            if (faults.savedBeforeStored()) {
                earlier = disk.copy();
            }
            DocHandle handle = here.get(random.nextInt(here.size()));
            int what = random.nextInt(120);
            if (what < 3) {
                link(handle, create().url("text").toString());
            } else if (what < 6) {
                blob(handle);
            } else if (what == 6) {
                large(handle);
            } else {
                type(handle);
            }
        }

        private void done(DocHandle handle, Doc before, Doc after) {
            after.heads().stream().filter(head -> !before.contains(head))
                    .forEach(head -> unsaved.add(new Saved(handle.id(), head)));
        }

        private void type(DocHandle handle) {
            Doc before = handle.current();
            String typed = String.valueOf((char) ('a' + random.nextInt(26)));
            int place = random.nextInt(1000);
            done(handle, before, handle.change(null, edit -> {
                ObjectId text = text(edit);
                int length = edit.length(text);
                int at = length == 0 ? 0 : place % length;
                edit.splice(text, at, length > 0 && place % 7 == 0 ? 1 : 0, typed);
                if (place % 5 == 0) {
                    edit.put(ObjectId.ROOT, "k" + place % 3, new Scalar.Int(place));
                }
            }));
        }

        /** A change that no batch can hold, so that it travels in parts. */
        private void large(DocHandle handle) {
            byte[] content = new byte[600_000];
            random.nextBytes(content);
            Doc before = handle.current();
            done(handle, before, handle.change(null, edit -> edit.put(ObjectId.ROOT, "large", new Scalar.Bytes(content))));
        }

        private void link(DocHandle handle, String url) {
            if (secrets.contains(handle.id())) {
                return;
            }
            Doc before = handle.current();
            String key = "link" + links++;
            done(handle, before, handle.change(null, edit -> edit.put(ObjectId.ROOT, key, new Scalar.Str(url))));
        }

        private void blob(DocHandle handle) {
            byte[] content = new byte[1 + random.nextInt(600_000)];
            random.nextBytes(content);
            SimulatedScheduler life = scheduler;
            repo.blobs().importBytes(content).thenAccept(blob -> life.execute("test", () ->
                link(handle, "pushpin-blob:/" + blob.id())));
        }

        /** A document of which nobody is told. */
        void createSecret() {
            DocHandle handle = create();
            DocumentId id = handle.id();
            secrets.add(id);
            traffic.secret(host, id.key());
            handle.current().changes().forEach(change -> {
                traffic.secret(host, Bytes.of(change.actor().toByteArray()));
                traffic.secret(host, Bytes.of(change.hash().toByteArray()).slice(0, 8));
            });
        }

        DocHandle create() {
            return repo.create(null, edit -> edit.putObject(ObjectId.ROOT, "text", ObjectType.TEXT));
        }
    }

    private static ObjectId text(Read read) {
        return ((ObjectValue) read.get(ObjectId.ROOT, "text").orElseThrow()).id();
    }

    /** The first profile makes a document, and the others paste its link. */
    void begin() {
        DocHandle root = profiles.get(0).create();
        url = root.url("text");
        while (!root.saved()) {
            simulation.run(Duration.ofMillis(1));
        }
        profiles.stream().skip(1).forEach(profile -> paste(profile, url));
        profiles.forEach(Profile::createSecret);
    }

    private void paste(Profile profile, DocumentUrl link) {
        simulation.after(simulation.between(Duration.ZERO, Duration.ofSeconds(5)), () -> {
            if (profile.up()) {
                profile.paste(link);
            } else {
                paste(profile, link);
            }
        });
    }

    /** Random edits and faults for a while; then all faults end. */
    void live(Duration duration) {
        Instant end = simulation.now().plus(duration);
        while (simulation.now().isBefore(end)) {
            simulation.run(simulation.between(Duration.ZERO, Duration.ofMillis(400)));
            Profile profile = profiles.get(random.nextInt(profiles.size()));
            if (profile.up()) {
                profile.look();
                profile.checkClaims();
                profile.edit();
                profile.checkClaims();
                fault(profile);
            }
        }
        network.weather(SimulatedNetwork.Weather.FAIR);
        network.heal();
        profiles.stream().filter(profile -> !profile.up()).forEach(Profile::start);
    }

    private void fault(Profile profile) {
        if (faults.folding() && random.nextInt(8) == 0) {
            profile.fold();
            simulation.run(simulation.between(Duration.ZERO, Duration.ofMillis(20)));
            if (faults.crashes() && random.nextInt(3) == 0) {
                profile.crash();
                restartLater(profile);
                return;
            }
        }
        if (faults.crashes() && random.nextInt(20) == 0) {
            simulation.run(simulation.between(Duration.ZERO, Duration.ofMillis(faults.savedBeforeStored() ? 100 : 10)));
            profile.crash();
            restartLater(profile);
        } else if (faults.staleBackups() && random.nextInt(15) == 0) {
            profile.backUp();
        } else if (faults.staleBackups() && random.nextInt(25) == 0) {
            profile.crash();
            profile.restore();
            forgetSaved(profile);
            profile.start();
            profile.edit();
            profile.edit();
            profile.edit();
        } else if (faults.partitions() && random.nextInt(30) == 0) {
            profiles.forEach(each -> network.side(each.host, random.nextInt(2)));
        } else if (faults.partitions() && random.nextInt(15) == 0) {
            network.heal();
        } else if (faults.loss() && random.nextInt(30) == 0) {
            network.breakSome(0.3);
        }
    }

    /** After a restored backup, only that counts as saved which somebody else has. */
    private void forgetSaved(Profile restored) {
        saved.entrySet().removeIf(edit -> profiles.stream().noneMatch(profile -> profile != restored && profile.up()
                && profile.repo.local(edit.getValue()).filter(handle -> handle.durable().contains(edit.getKey())).isPresent()));
    }

    private void restartLater(Profile profile) {
        simulation.after(simulation.between(Duration.ofMillis(50), Duration.ofSeconds(15)), () -> {
            if (!profile.up()) {
                profile.start();
            }
        });
    }

    /** Lets time pass until all agree; how many seconds that took, or empty if it takes more than these. */
    Optional<Integer> converge(int seconds) {
        for (int second = 0; second < seconds; second++) {
            if (agreement.disagreement().isEmpty()) {
                return Optional.of(second);
            }
            simulation.run(Duration.ofSeconds(1));
        }
        return Optional.empty();
    }

    /** A new profile fetches all that the first document reaches; whether it had it within so many seconds. */
    boolean fetch(int seconds) {
        Profile fresh = new Profile(profiles.size());
        profiles.add(fresh);
        fresh.start();
        CompletionStage<Void> fetched = fresh.repo.fetch(url, progress -> { });
        for (int second = 0; second < seconds && !fetched.toCompletableFuture().isDone(); second++) {
            simulation.run(Duration.ofSeconds(1));
        }
        boolean impossible = fresh.repo.documents().stream()
                .anyMatch(document -> fresh.repo.replica().blobs(document).stream().anyMatch(agreement::isGone));
        return (fetched.toCompletableFuture().isDone() || impossible) && agreement.disagreement().isEmpty();
    }

    Optional<String> disagreement() {
        return agreement.disagreement();
    }

    /** Saved edits that somebody lacks who has the document, and documents of which the contents differ. */
    List<String> lost() {
        return agreement.lost(saved, secrets);
    }

    long folds() {
        return folds;
    }

    /** What profiles said of others' disks, and was not so. */
    List<String> untrue() {
        return untrue;
    }

    int claims() {
        return claims;
    }

    List<String> notices() {
        return notices;
    }

    int savedEdits() {
        return saved.size();
    }

    long documents() {
        return profiles.stream().mapToLong(profile -> profile.repo.documents().size()).max().orElse(0);
    }
}
