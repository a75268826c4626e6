package io.weir.core.refdata;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All assets by name and number. They come into being when an instrument, a transfer or a commission first names them. */
public final class Assets implements Snapshotable {
    /** The most assets that a node knows. */
    public static final int MAX_ASSETS = 1_024;

    private final List<Asset> byId = new ArrayList<>();
    private final Map<String, Asset> byName = new HashMap<>();

    /** {@return the asset, or null} */
    public Asset find(final String name) {
        return byName.get(name);
    }

    /**
     * Finds an asset, or makes it at {@link Asset#MIN_SCALE}.
     *
     * @param name not empty.
     * @return the asset; null if it is new and {@link #MAX_ASSETS} are there.
     */
    public Asset findOrAdd(final String name) {
        final Asset known = byName.get(name);
        if (known != null || byId.size() == MAX_ASSETS) {
            return known;
        }
        return add(name, Asset.MIN_SCALE);
    }

    /** {@return the asset of a number that was given out} */
    public Asset get(final int assetId) {
        return byId.get(assetId - 1);
    }

    /** {@return how many there are} */
    public int size() {
        return byId.size();
    }

    private Asset add(final String name, final int scale) {
        final Asset asset = new Asset(byId.size() + 1, name, scale);
        byId.add(asset);
        byName.put(name, asset);
        return asset;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("assets");
        snapshot.putInt(byId.size());
        for (final Asset asset : byId) {
            snapshot.putText(asset.name());
            snapshot.putInt(asset.scale());
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("assets");
        final int size = snapshot.getInt();
        for (int i = 0; i < size; i++) {
            final String name = snapshot.getText();
            add(name, snapshot.getInt());
        }
    }
}
