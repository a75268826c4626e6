package io.weir.core.refdata;

/** Who keeps amounts at an asset's scale, asked before that scale grows. */
public interface Holdings {
    /**
     * May all amounts of an asset be brought to a finer scale?
     *
     * @param asset    any.
     * @param newScale above its scale.
     * @return false if something of it is reserved or an amount would not fit.
     */
    boolean mayRescale(Asset asset, int newScale);

    /**
     * Brings them there; the caller then changes the asset's own scale.
     *
     * @param asset    for which {@link #mayRescale} said true.
     * @param newScale above its scale.
     */
    void rescale(Asset asset, int newScale);
}
