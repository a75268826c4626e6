package io.weir.acceptor.dictionary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A message of FIX 4.4, or the header or trailer of all. Immutable once read; for any thread. */
public final class MessageRule {
    private final String msgType;
    private final String name;
    private final boolean admin;
    private final int[] required;
    private final boolean[] fields;
    private final boolean[] groupFields;
    private final GroupRule[] groups;

    MessageRule(
            final String msgType,
            final String name,
            final boolean admin,
            final List<Integer> required,
            final List<Integer> fields,
            final Set<Integer> groupFields,
            final Map<Integer, GroupRule> groups) {
        this.msgType = msgType;
        this.name = name;
        this.admin = admin;
        this.required = required.stream().mapToInt(Integer::intValue).toArray();
        this.fields = new boolean[FixDictionary.MAX_TAG + 1];
        this.groupFields = new boolean[FixDictionary.MAX_TAG + 1];
        this.groups = new GroupRule[FixDictionary.MAX_TAG + 1];
        fields.forEach(tag -> this.fields[tag] = true);
        groupFields.forEach(tag -> this.groupFields[tag] = true);
        groups.forEach((tag, group) -> this.groups[tag] = group);
    }

    /** {@return MsgType(35); "" for header and trailer} */
    public String msgType() {
        return msgType;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return whether it belongs to the session, not to business} */
    public boolean isAdmin() {
        return admin;
    }

    /** {@return numbers of the fields that have to be there; shared, not to be changed} */
    public int[] required() {
        return required;
    }

    /** {@return whether the field may stand here, outside of any group} */
    public boolean has(final int tag) {
        return fields[tag];
    }

    /** {@return whether the field may stand here, but only within a group} */
    public boolean hasInGroup(final int tag) {
        return groupFields[tag];
    }

    /** {@return the group that the field counts, null if it counts none} */
    public GroupRule group(final int tag) {
        return groups[tag];
    }
}
