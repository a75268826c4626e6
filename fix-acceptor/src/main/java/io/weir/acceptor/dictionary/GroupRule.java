package io.weir.acceptor.dictionary;

import java.util.List;
import java.util.Map;
import org.agrona.collections.Int2IntHashMap;
import org.agrona.collections.Int2ObjectHashMap;

/** A repeating group: which fields each entry has, and in which order. Immutable once read; for any thread. */
public final class GroupRule {
    /** What {@link #placeOf} answers for a field of another place. */
    public static final int NOT_HERE = -1;

    private final int countTag;
    private final Int2IntHashMap places = new Int2IntHashMap(NOT_HERE);
    private final Int2ObjectHashMap<GroupRule> groups = new Int2ObjectHashMap<>();

    GroupRule(final int countTag, final List<Integer> members, final Map<Integer, GroupRule> groups) {
        this.countTag = countTag;
        for (int i = 0; i < members.size(); i++) {
            places.put((int) members.get(i), i);
        }
        this.groups.putAll(groups);
    }

    /** {@return the field that says how many entries there are} */
    public int countTag() {
        return countTag;
    }

    /** {@return place of a field within an entry; 0 begins an entry; {@link #NOT_HERE} for a field of another place} */
    public int placeOf(final int tag) {
        return places.get(tag);
    }

    /** {@return the group within this one that the field counts, null if it counts none} */
    public GroupRule group(final int tag) {
        return groups.get(tag);
    }
}
