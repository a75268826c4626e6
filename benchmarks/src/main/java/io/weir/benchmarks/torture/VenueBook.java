package io.weir.benchmarks.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.protocol.VenueClOrdIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one venue has on record: its orders and its executions, under the ids by which we know them. */
public final class VenueBook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OPEN = Set.of("NEW", "PARTIALLY_FILLED");

    private final Map<String, Deal> deals = new TreeMap<>();
    private final List<JsonNode> orders = new ArrayList<>();

    /**
     * One execution.
     *
     * @param key     venue and id, as our books have it.
     * @param words   side, quantity and price.
     * @param clOrdId ClOrdID that we gave the order.
     * @param line    the whole of it.
     */
    public record Deal(String key, String words, String clOrdId, String line) {}

    /**
     * Reads a venue's records.
     *
     * @param name        of the venue, as we call it.
     * @param namesTrades whether we name its executions by symbol, trade and side; else by its own ExecID.
     * @param orders      JSON lines.
     * @param executions  JSON lines.
     */
    VenueBook(final String name, final boolean namesTrades, final List<String> orders, final List<String> executions) {
        orders.forEach(line -> this.orders.add(parse(line)));
        for (final String line : executions) {
            final JsonNode execution = parse(line);
            final String id = namesTrades
                    ? text(execution, "symbol") + ":" + text(execution, "tradeId")
                            + (text(execution, "side").equals("BUY") ? ":B" : ":S")
                    : text(execution, "execId");
            final String key = name + "/" + id;
            final String words =
                    deal(text(execution, "side"), number(execution, "lastQty"), number(execution, "lastPx"));
            deals.put(key, new Deal(key, words, text(execution, "clOrdId"), line));
        }
    }

    /** Asks a running venue. */
    static VenueBook of(final VenueProcess venue) {
        return new VenueBook(venue.name(), venue.namesTrades(), venue.audit("orders"), venue.audit("executions"));
    }

    /** {@return an execution in words that are the same in every book} */
    static String deal(final String side, final BigDecimal qty, final BigDecimal price) {
        return side + " " + plain(qty) + "@" + plain(price);
    }

    private static String plain(final BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** {@return executions by venue and id} */
    public Map<String, Deal> deals() {
        return deals;
    }

    /** {@return orders that are open there, as JSON} */
    List<String> open() {
        return orders.stream()
                .filter(order -> OPEN.contains(text(order, "ordStatus")))
                .map(JsonNode::toString)
                .toList();
    }

    /** {@return ClOrdID of every order there} */
    List<String> clOrdIds() {
        return orders.stream().map(order -> text(order, "clOrdId")).toList();
    }

    /** {@return our id of the part of an order that this ClOrdID stands for} */
    static long child(final String clOrdId) {
        return VenueClOrdIds.childOrderId(clOrdId, clOrdId.substring(0, Math.max(0, clOrdId.indexOf('-'))));
    }

    /** {@return all that the venue has of our child orders of these ids, as JSON} */
    List<String> history(final Set<Long> childOrderIds) {
        final List<String> lines = new ArrayList<>();
        for (final JsonNode order : orders) {
            if (childOrderIds.contains(child(text(order, "clOrdId")))) {
                lines.add(order.toString());
            }
        }
        for (final Deal deal : deals.values()) {
            if (childOrderIds.contains(child(deal.clOrdId()))) {
                lines.add(deal.line());
            }
        }
        return lines;
    }

    private static String text(final JsonNode node, final String field) {
        return node.get(field).asText();
    }

    private static BigDecimal number(final JsonNode node, final String field) {
        return new BigDecimal(text(node, field));
    }

    private static JsonNode parse(final String line) {
        try {
            return JSON.readTree(line);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
