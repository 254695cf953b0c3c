// Copyright (c) 2026 PushPin on the JVM contributors
// SPDX-License-Identifier: MIT
package org.pushpin.crdt.sync;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.pushpin.crdt.Change;
import org.pushpin.crdt.ChangeHash;
import org.pushpin.crdt.Doc;
import org.pushpin.crdt.MalformedException;
import org.pushpin.crdt.sync.SyncMessage.Flag;
import org.pushpin.crdt.sync.SyncMessage.Version;

/**
 * One side of the synchronisation of one document with one peer. After every change of the document, and after every message received,
 * call {@link #generate}; hand what it gives to the peer, over a stream that loses and reorders nothing. When it gives nothing on either
 * side and nothing is under way, both have the same.
 *
 * <p>One state serves one connection. For the next connection with the same peer begin with {@link #parse} of {@link #toByteArray()}, which
 * keeps what both are known to have; or with a new state, which costs one larger message. Not thread-safe: one thread at a time.
 *
 * <p>Cost of a call: in proportion to what the two sides do not share, not to the document. Source: the protocol is Automerge's
 * (automerge.org, "sync protocol", and Kleppmann and Howard, arXiv:2012.00472).
 */
public final class SyncState {
    private static final int TYPE = 0x43;

    private final Sent sent = new Sent();
    private final Set<Flag> abilities = EnumSet.noneOf(Flag.class);
    /** What both are known to have. */
    private List<ChangeHash> sharedHeads = List.of();
    /** Our heads as we last told them. */
    private List<ChangeHash> announced = List.of();
    /** The last message without its changes; null before the first. */
    private SyncMessage ours;
    private SyncMessage theirs;
    /** Whether the peer owes us an answer. */
    private boolean inFlight;
    /** Whether the peer's last message was the one before once more: then saying ours once more would go on for ever. */
    private boolean repeated;
    private boolean readOnly;
    private boolean peerReadOnly;
    /** Whether the peer must forget what it believes to have sent. */
    private boolean needsReset;

    /** The state for a peer of which nothing is known. */
    public SyncState() {
    }

    /**
     * Reads what {@link #toByteArray()} gave.
     *
     * @throws MalformedException if it is anything else
     */
    public static SyncState parse(byte[] bytes) throws MalformedException {
        Input in = new Input(bytes);
        if (in.readByte() != TYPE) {
            throw new MalformedException("not a sync state");
        }
        SyncState state = new SyncState();
        state.sharedHeads = in.readHashes(SyncMessage.MAX_HASHES);
        if (in.remaining() > 0) {
            throw new MalformedException("bytes behind a sync state");
        }
        return state;
    }

    /** What is worth keeping from one connection to the next: the heads that both sides have. */
    public byte[] toByteArray() {
        return new Output().writeByte(TYPE).writeHashes(sharedHeads).toByteArray();
    }

    /**
     * The next message to the peer; none if there is nothing to say, or if its answer is to be awaited first.
     *
     * @param doc the document as it is now: later than at the last call, or, after a loss of data, earlier
     */
    public Optional<SyncMessage> generate(Doc doc) {
        sharedHeads = shared(doc);
        noticeLoss(doc);
        List<ChangeHash> heads = doc.heads();
        boolean nothingNew = ours != null && announced.equals(heads);
        if (nothingNew && inFlight) {
            return Optional.empty();
        }
        boolean afresh = theirs != null && !theirs.haves().isEmpty() && !containsAll(doc, theirs.haves().getFirst().lastSync());
        Parcel parcel = afresh ? Parcel.NOTHING : parcel(doc);
        if (nothingNew && !afresh && parcel.isEmpty() && (readOnly || theirs != null && theirs.heads().equals(heads))) {
            return Optional.empty();
        }
        SyncMessage message = afresh ? fresh(heads) : message(doc, heads, parcel);
        boolean again = repeated && ours != null && parcel.isEmpty() && message.saysTheSame(ours);
        return again ? Optional.empty() : said(heads, message, parcel);
    }

    private Optional<SyncMessage> said(List<ChangeHash> heads, SyncMessage message, Parcel parcel) {
        announced = message.heads();
        ours = message.withoutChanges();
        inFlight = true;
        needsReset = false;
        parcel.document().ifPresentOrElse(d -> sent.addDocument(heads), () -> sent.add(parcel.changes()));
        return Optional.of(message);
    }

    /** Where the document lost what both sides had, the peer must send that again. */
    private void noticeLoss(Doc doc) {
        if (!containsAll(doc, sharedHeads)) {
            sharedHeads = sharedHeads.stream().filter(doc::contains).toList();
            needsReset |= ours != null;
            ours = null;
            inFlight = false;
        }
    }

    /** The peer counts on changes that we have not: begin from nothing. */
    private SyncMessage fresh(List<ChangeHash> heads) {
        return new SyncMessage(Version.V1, told(heads), List.of(), List.of(Have.NOTHING), List.of(), flags());
    }

    private Parcel parcel(Doc doc) {
        int all = doc.changeCount();
        if (theirs == null || peerReadOnly || all == 0) {
            return Parcel.NOTHING;
        }
        boolean documents = abilities.contains(Flag.SUPPORTS_V2);
        if (documents && theirs.heads().isEmpty() && sent.isEmpty()) {
            return Parcel.of(doc);
        }
        List<Change> missing = sent.unsent(doc, Parcel.missing(doc, theirs));
        return documents && missing.size() > all / 3 ? Parcel.of(doc) : Parcel.of(missing);
    }

    private SyncMessage message(Doc doc, List<ChangeHash> heads, Parcel parcel) {
        List<ChangeHash> theirHeads = theirs == null ? List.of() : theirs.heads();
        List<ChangeHash> need = readOnly ? List.of()
                : doc.missingDependencies(theirHeads).stream().limit(SyncMessage.MAX_HASHES).toList();
        List<Have> haves = Set.copyOf(theirHeads).containsAll(need) ? List.of(have(doc, heads, parcel)) : List.of();
        Version version = abilities.contains(Flag.SUPPORTS_V2) ? Version.V2 : Version.V1;
        return new SyncMessage(version, told(heads), need, haves, parcel.chunks(version), flags());
    }

    /** Once the peer has the whole document, our heads say all that a filter could say. */
    private Have have(Doc doc, List<ChangeHash> heads, Parcel parcel) {
        if (parcel.document().isPresent()) {
            return new Have(heads, BloomFilter.EMPTY);
        }
        return new Have(sharedHeads, BloomFilter.of(doc.changesSince(sharedHeads).stream().map(Change::hash).toList()));
    }

    /** A peer that does not know of a reset begins anew with one that seems to have lost all. */
    private List<ChangeHash> told(List<ChangeHash> heads) {
        return needsReset && !abilities.contains(Flag.SUPPORTS_SYNC_RESET) ? List.of() : heads;
    }

    private Set<Flag> flags() {
        Set<Flag> flags = EnumSet.of(Flag.SUPPORTS_V2, Flag.SUPPORTS_SYNC_RESET);
        if (readOnly) {
            flags.add(Flag.READ_ONLY);
        }
        if (needsReset && abilities.contains(Flag.SUPPORTS_SYNC_RESET)) {
            flags.add(Flag.SYNC_RESET);
        }
        return flags;
    }

    /**
     * Takes in a message of the peer.
     *
     * @param doc the document as it is now
     * @return the document with the peer's changes; the same if there were none, or if this state is read-only
     * @throws MalformedException if the changes are not as they must be or break a rule; then nothing happened, neither to the document
     *     nor to this state, and the connection had better end
     */
    public Doc receive(Doc doc, SyncMessage message) throws MalformedException {
        boolean takes = message.hasChanges() && !readOnly;
        Doc after = takes ? with(doc, message) : doc;
        inFlight = false;
        note(message.flags());
        if (takes) {
            sharedHeads = advanced(doc.heads(), after.heads());
        }
        sent.acknowledge(after, message.heads());
        note(after, message);
        repeated = theirs != null && !message.hasChanges() && message.saysTheSame(theirs);
        theirs = message.withoutChanges();
        return after;
    }

    private static Doc with(Doc doc, SyncMessage message) throws MalformedException {
        boolean blank = doc.changeCount() == 0 && doc.missingDependencies().isEmpty();
        return blank ? Doc.load(message.content()) : doc.apply(message.changes());
    }

    private void note(Set<Flag> flags) {
        if (flags.isEmpty()) {
            return;
        }
        abilities.clear();
        abilities.addAll(flags);
        peerReadOnly = flags.contains(Flag.READ_ONLY);
        if (flags.contains(Flag.SYNC_RESET)) {
            ours = null; // it has forgotten what we said
            sent.clear();
        }
    }

    /** What is new among our heads came from the peer; what was shared and is still a head is still shared. */
    private List<ChangeHash> advanced(List<ChangeHash> before, List<ChangeHash> after) {
        return after.stream().filter(head -> !before.contains(head) || sharedHeads.contains(head)).toList();
    }

    private void note(Doc doc, SyncMessage message) {
        List<ChangeHash> known = message.heads().stream().filter(doc::contains).toList();
        if (known.size() < message.heads().size()) {
            Set<ChangeHash> union = new TreeSet<>(sharedHeads);
            union.addAll(known);
            sharedHeads = List.copyOf(union);
            return;
        }
        sharedHeads = known;
        boolean hadSome = theirs != null && !theirs.heads().isEmpty();
        if (known.isEmpty() && (hadSome || message.need().isEmpty())) {
            announced = List.of(); // the peer lost all, or begins
            sent.clear();
        }
    }

    /** What was still unknown among the peer's heads may have come by another way since. */
    private List<ChangeHash> shared(Doc doc) {
        return theirs != null && containsAll(doc, theirs.heads()) ? theirs.heads() : sharedHeads;
    }

    private static boolean containsAll(Doc doc, List<ChangeHash> hashes) {
        return hashes.stream().allMatch(doc::contains);
    }

    /**
     * Whether both sides have the same, as far as the peer has told in this session. Automerge's own engines now and then leave out the
     * last word, that they have all now; this one does not.
     */
    public boolean isInSync(Doc doc) {
        return theirs != null && theirs.heads().equals(doc.heads());
    }

    /** Whether the peer is known to have all of the document; it may have more. */
    public boolean peerHasAll(Doc doc) {
        return shared(doc).equals(doc.heads());
    }

    /** Heads of what both sides are known to have, ascending. */
    public List<ChangeHash> sharedHeads() {
        return sharedHeads;
    }

    /** The peer's heads, ascending, once it has told them in this session. */
    public Optional<List<ChangeHash>> peerHeads() {
        return Optional.ofNullable(theirs).map(SyncMessage::heads);
    }

    /** Whether the peer says that it takes no changes. */
    public boolean isPeerReadOnly() {
        return peerReadOnly;
    }

    /** Whether the peer's changes are ignored. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** From now on takes no changes of the peer's but goes on sending ours; or takes them again, and has those sent that were ignored. */
    public void setReadOnly(boolean readOnly) {
        if (this.readOnly == readOnly) {
            return;
        }
        this.readOnly = readOnly;
        inFlight = false;
        ours = null;
        if (!readOnly) {
            needsReset = true;
            sharedHeads = List.of();
            announced = List.of();
            theirs = null;
            repeated = false;
            peerReadOnly = false;
            sent.clear();
        }
    }
}
