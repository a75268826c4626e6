package io.weir.sor;

/** Which of two venues shows the better best price, fee included. */
final class TopOfBook {
    private TopOfBook() {}

    /**
     * Compares by best opposite price with taker fee, then by the quantity behind it; a venue without levels comes last.
     *
     * @return below 0 if {@code a} is better, above 0 if {@code b} is, 0 if neither.
     */
    static int compare(final RouteRequest request, final int a, final int b) {
        final BookSide bookA = request.opposite[a];
        final BookSide bookB = request.opposite[b];
        if (bookA.levels() == 0 || bookB.levels() == 0) {
            return Integer.compare(bookB.levels() == 0 ? 0 : 1, bookA.levels() == 0 ? 0 : 1);
        }
        final int byPx = Long.compare(pxWithFee(request, a, bookA.px(0)), pxWithFee(request, b, bookB.px(0)));
        if (byPx != 0) {
            return request.buy ? byPx : -byPx;
        }
        return Long.compare(bookB.qty(0), bookA.qty(0));
    }

    private static long pxWithFee(final RouteRequest request, final int i, final long px) {
        final long fee = Costs.ceilFee(px, request.rules[i].takerFeePpm());
        return request.buy ? px + fee : px - fee;
    }
}
