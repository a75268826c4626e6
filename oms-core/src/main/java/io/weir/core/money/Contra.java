package io.weir.core.money;

import io.weir.core.refdata.Asset;

/**
 * The other side of every posting of one asset at one venue: what came from outside, what the market gave, what the venue
 * kept. With the accounts' totals it sums to zero, always.
 */
final class Contra {
    final Amount128 transferred = new Amount128();
    final Amount128 traded = new Amount128();
    final Amount128 fees = new Amount128();
    private final int venueId;
    private final String venueName;
    private final Asset asset;

    Contra(final int venueId, final String venueName, final Asset asset) {
        this.venueId = venueId;
        this.venueName = venueName;
        this.asset = asset;
    }

    int venueId() {
        return venueId;
    }

    String venueName() {
        return venueName;
    }

    Asset asset() {
        return asset;
    }

    Amount128 side(final Posting posting) {
        return switch (posting) {
            case TRANSFER -> transferred;
            case TRADE -> traded;
            case FEE -> fees;
        };
    }
}
