package io.weir.core.money;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which transfers were taken: the newest {@link #GENERATION} references at least, twice as many at most. */
final class References implements Snapshotable {
    /** References in one generation; when it is full the one before is forgotten. */
    static final int GENERATION = 65_536;

    private List<String> newer = new ArrayList<>();
    private List<String> older = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    boolean contains(final String reference) {
        return known.contains(reference);
    }

    void add(final String reference) {
        if (newer.size() == GENERATION) {
            known.removeAll(older);
            older = newer;
            newer = new ArrayList<>();
        }
        newer.add(reference);
        known.add(reference);
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("references");
        put(snapshot, older);
        put(snapshot, newer);
    }

    private static void put(final SnapshotWriter snapshot, final List<String> generation) {
        snapshot.putInt(generation.size());
        generation.forEach(snapshot::putText);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("references");
        get(snapshot, older);
        get(snapshot, newer);
    }

    private void get(final SnapshotReader snapshot, final List<String> generation) {
        for (int i = snapshot.getInt(); i > 0; i--) {
            generation.add(snapshot.getText());
        }
        known.addAll(generation);
    }
}
