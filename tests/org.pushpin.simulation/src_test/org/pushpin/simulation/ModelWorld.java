// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.pushpin.crypto.BlobId;
import org.pushpin.crypto.Bytes;
import org.pushpin.crypto.DeviceSeed;
import org.pushpin.crypto.DocumentId;
import org.pushpin.crypto.WriterId;
import org.pushpin.network.Address;
import org.pushpin.repo.Notice;
import org.pushpin.repo.internal.replication.ConnectedPeers;
import org.pushpin.repo.internal.replication.Node;
import org.pushpin.repo.internal.replication.Replication;

/** Some profiles with model replicas, what happens to them, and what must hold in the end. One thread. */
final class ModelWorld {
    final Simulation simulation;
    final SimulatedNetwork network;
    private final Random random;
    private final Faults faults;
    final List<Profile> profiles = new ArrayList<>();
    private final Map<Bytes, DocumentId> saved = new LinkedHashMap<>();
    private final Set<DocumentId> secrets = new HashSet<>();
    private final Leaks leaks = new Leaks();
    private final List<String> notices = new ArrayList<>();
    private long messages;
    private long pings;
    private final TreeSet<String> types = new TreeSet<>();

    ModelWorld(long seed, int profiles, Faults faults) {
        this.simulation = new Simulation(seed);
        this.random = simulation.random();
        this.faults = faults;
        this.network = new SimulatedNetwork(simulation);
        network.tap(this::tap);
        if (faults.loss()) {
            network.weather(new SimulatedNetwork.Weather(Duration.ofNanos(200_000), Duration.ofMillis(80), 0.002));
        }
        for (int i = 0; i < profiles; i++) {
            this.profiles.add(new Profile(i));
        }
        this.profiles.forEach(Profile::start);
    }

    private void tap(String from, String to, int channel, Bytes message) {
        int type = message.at(0);
        if (type == 0x0a || type == 0x0b) {
            pings++;
        } else {
            messages++;
            types.add(Integer.toHexString(type));
        }
        leaks.look(from, to, message);
    }

    /** One profile through all its lives. */
    final class Profile {
        final int number;
        final String host;
        final Address address;
        private final DeviceSeed device;
        private final List<Address> joins = new ArrayList<>();
        private final List<ModelChange.Link> pasted = new ArrayList<>();
        ModelDisk disk = new ModelDisk();
        private ModelDisk backup;
        private SimulatedScheduler scheduler;
        ModelReplica replica;
        Replication replication;
        private ConnectedPeers peers;

        Profile(int number) {
            this.number = number;
            host = "host" + number;
            address = new Address(host, 1);
            byte[] seed = new byte[DeviceSeed.LENGTH];
            random.nextBytes(seed);
            device = DeviceSeed.of(Bytes.of(seed));
            for (Profile other : profiles) {
                if (other.number == number - 1 || random.nextInt(3) == 0) {
                    joins.add(other.address);
                    if (random.nextInt(4) == 0) {
                        other.joins.add(address);
                    }
                }
            }
            if (random.nextInt(8) == 0) {
                joins.add(address);
            }
        }

        void start() {
            scheduler = new SimulatedScheduler(simulation);
            replica = new ModelReplica(disk, scheduler, random, device, faults.savedBeforeStored(), (document, hash) -> {
                saved.put(hash, document);
            });
            Node node = new Node(replica, scheduler, device.deviceKey(), random);
            replication = new Replication(node, notice -> notices.add(noticed(notice)));
            var transport = network.transport(host);
            peers = new ConnectedPeers(replication, () -> Optional.of(transport));
            peers.listen(address);
            joins.forEach(peers::join);
            pasted.forEach(link -> replica.want(link.document(), link.secret()));
            simulation.trace(host + " starts");
        }

        private String noticed(Notice notice) {
            return simulation + ", " + host + ": " + notice.text();
        }

        boolean up() {
            return !scheduler.dead();
        }

        void crash() {
            simulation.trace(host + " dies");
            scheduler.kill();
            network.died(host);
        }

        void backUp() {
            backup = disk.copy();
        }

        /** What was saved since is lost, as the person knows. */
        void restore() {
            if (backup != null) {
                disk = backup.copy();
            }
        }

        private List<DocumentId> here() {
            return disk.documents.entrySet().stream().filter(each -> each.getValue().genesis != null)
                    .map(Map.Entry::getKey).toList();
        }

        private void edit() {
            List<DocumentId> here = here();
            if (!here.isEmpty()) {
                edit(here.get(random.nextInt(here.size())));
            }
        }

        private void edit(DocumentId document) {
            boolean secret = secrets.contains(document);
            if (!secret && random.nextInt(20) == 0) {
                replica.editWithNew(document);
            } else if (!secret && random.nextInt(60) == 0) {
                replica.edit(document, List.of(), List.of(replica.addBlob(1 + random.nextInt(600_000))));
            } else {
                replica.edit(document, List.of(), List.of());
            }
        }
    }

    /** A document that all profiles know, and for each one that nobody else does. */
    void begin() {
        ModelChange.Link root = profiles.get(0).replica.create();
        for (Profile profile : profiles) {
            wantSoon(profile, root);
            DocumentId secret = profile.replica.create().document();
            secrets.add(secret);
            leaks.secret(profile.host, secret.key());
            leaks.secret(profile.host, new WriterId(profile.device.writerKey(secret,
                    Bytes.zeros(DeviceSeed.INCARNATION_LENGTH)).publicKey()).actor());
        }
    }

    /** Somebody pastes a link. */
    private void wantSoon(Profile profile, ModelChange.Link link) {
        simulation.after(simulation.between(Duration.ZERO, Duration.ofSeconds(5)), () -> {
            if (profile.up()) {
                profile.pasted.add(link);
                profile.replica.want(link.document(), link.secret());
            } else {
                wantSoon(profile, link);
            }
        });
    }

    /** Random edits and faults for a while; then all faults end. */
    void live(Duration duration) {
        var end = simulation.now().plus(duration);
        while (simulation.now().isBefore(end)) {
            simulation.run(simulation.between(Duration.ZERO, Duration.ofMillis(400)));
            Profile profile = profiles.get(random.nextInt(profiles.size()));
            if (profile.up()) {
                profile.edit();
                fault(profile);
            }
        }
        network.weather(SimulatedNetwork.Weather.FAIR);
        network.heal();
        profiles.stream().filter(profile -> !profile.up()).forEach(Profile::start);
    }

    private void fault(Profile profile) {
        if (faults.crashes() && random.nextInt(25) == 0) {
            simulation.run(simulation.between(Duration.ZERO, Duration.ofMillis(10)));
            profile.crash();
            restartLater(profile);
        } else if (faults.staleBackups() && random.nextInt(15) == 0) {
            profile.backUp();
        } else if (faults.staleBackups() && random.nextInt(25) == 0) {
            profile.crash();
            profile.restore();
            forgetSaved();
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

    /** After a restored backup, only that counts as saved which somebody still has. */
    private void forgetSaved() {
        saved.entrySet().removeIf(edit -> profiles.stream().noneMatch(profile -> {
            ModelDisk.Stored stored = profile.disk.documents.get(edit.getValue());
            return stored != null && stored.changes.stream().anyMatch(change -> change.hash().equals(edit.getKey()));
        }));
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
            if (disagreement().isEmpty()) {
                return Optional.of(second);
            }
            simulation.run(Duration.ofSeconds(1));
        }
        return Optional.empty();
    }

    /** The first thing in which the profiles differ. */
    Optional<String> disagreement() {
        for (Profile one : profiles) {
            for (Profile other : profiles) {
                Optional<String> difference = difference(one, other);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> difference(Profile one, Profile other) {
        for (DocumentId document : one.disk.documents.keySet()) {
            if (secrets.contains(document)) {
                continue;
            }
            String where = one.host + " and " + other.host + " differ in " + document.toString().substring(0, 8) + ": ";
            if (!other.disk.documents.containsKey(document)) {
                return Optional.of(where + "unknown");
            }
            if (!one.replica.genesis(document).equals(other.replica.genesis(document))) {
                return Optional.of(where + "genesis");
            }
            if (!one.replica.fingerprint(document).equals(other.replica.fingerprint(document))) {
                return Optional.of(where + one.replica.clock(document) + " " + other.replica.clock(document));
            }
            for (BlobId blob : one.replica.blobs(document)) {
                if (!one.replica.manifest(blob).equals(other.replica.manifest(blob))) {
                    return Optional.of(where + "blob " + blob);
                }
            }
        }
        return Optional.empty();
    }

    /** Edits that were said to be saved and are not in every replica that knows the document. */
    List<String> lost() {
        List<String> lost = new ArrayList<>();
        saved.forEach((hash, document) -> {
            for (Profile profile : profiles) {
                ModelDisk.Stored stored = profile.disk.documents.get(document);
                boolean has = stored != null && stored.changes.stream().anyMatch(change -> change.hash().equals(hash));
                if (!has && (stored != null || profile == profiles.get(0)) && !secrets.contains(document)
                        || secrets.contains(document) && stored != null && !has) {
                    lost.add(profile.host + " lacks " + hash.slice(0, 4));
                }
            }
        });
        return lost;
    }

    List<String> leaks() {
        return leaks.found();
    }

    List<String> notices() {
        return notices;
    }

    /** Writers with more than one branch, over all documents. */
    long forks() {
        return profiles.get(0).disk.documents.keySet().stream().mapToLong(document -> {
            var heads = profiles.get(0).replica.clock(document);
            return heads.size() - heads.stream().map(head -> head.writer()).distinct().count();
        }).sum();
    }

    int savedEdits() {
        return saved.size();
    }

    /** Messages other than pings since the last call. */
    long messages() {
        long since = messages;
        messages = 0;
        pings = 0;
        types.clear();
        return since;
    }

    long pings() {
        return pings;
    }

    String types() {
        return types.toString();
    }
}
