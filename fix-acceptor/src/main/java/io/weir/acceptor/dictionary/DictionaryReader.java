package io.weir.acceptor.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads a data dictionary in QuickFIX's form. Used once, at start. */
final class DictionaryReader {
    private static final Set<String> SEQ_NUM = Set.of("SEQNUM");

    private final Element root;
    private final Map<String, FieldRule> fieldsByName = new HashMap<>();
    private final Map<Integer, FieldRule> fields = new HashMap<>();
    private final Map<String, Element> components = new HashMap<>();

    DictionaryReader(final InputStream xml) throws IOException {
        try {
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final Document document = factory.newDocumentBuilder().parse(xml);
            root = document.getDocumentElement();
        } catch (final ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the FIX dictionary is not well-formed", e);
        }
    }

    FixDictionary read() {
        readFields();
        for (final Element component : children(child(root, "components"))) {
            components.put(component.getAttribute("name"), component);
        }
        final List<MessageRule> messages = new ArrayList<>();
        for (final Element message : children(child(root, "messages"))) {
            messages.add(rule(message));
        }
        return new FixDictionary(fields, messages, rule(child(root, "header")), rule(child(root, "trailer")));
    }

    private void readFields() {
        final Map<String, Integer> tags = new HashMap<>();
        final List<Element> elements = children(child(root, "fields"));
        for (final Element element : elements) {
            tags.put(element.getAttribute("name"), Integer.parseInt(element.getAttribute("number")));
        }
        for (final Element element : elements) {
            final FieldRule rule = field(element, tags);
            fields.put(rule.tag(), rule);
            fieldsByName.put(rule.name(), rule);
        }
    }

    private static FieldRule field(final Element element, final Map<String, Integer> tags) {
        final String name = element.getAttribute("name");
        final FieldType type = FieldType.of(element.getAttribute("type"));
        final Set<String> values = new HashSet<>();
        children(element).forEach(value -> values.add(value.getAttribute("enum")));
        return new FieldRule(
                tags.get(name),
                name,
                type,
                SEQ_NUM.contains(element.getAttribute("type")),
                values,
                type == FieldType.DATA ? lengthTag(name, tags) : 0);
    }

    /** By FIX's habit the length of a data field has its name and Len or Length behind it. */
    private static int lengthTag(final String name, final Map<String, Integer> tags) {
        final Integer tag = tags.containsKey(name + "Len") ? tags.get(name + "Len") : tags.get(name + "Length");
        if (tag == null) {
            throw new IllegalStateException("data field " + name + " has no field with its length");
        }
        return tag;
    }

    private MessageRule rule(final Element element) {
        final List<Integer> required = new ArrayList<>();
        final List<Integer> members = new ArrayList<>();
        final Set<Integer> inGroups = new HashSet<>();
        final Map<Integer, GroupRule> groups = new HashMap<>();
        collect(element, required, members, inGroups, groups);
        return new MessageRule(
                element.getAttribute("msgtype"),
                element.getAttribute("name"),
                "admin".equals(element.getAttribute("msgcat")),
                required,
                members,
                inGroups,
                groups);
    }

    private void collect(
            final Element element,
            final List<Integer> required,
            final List<Integer> members,
            final Set<Integer> inGroups,
            final Map<Integer, GroupRule> groups) {
        for (final Element child : children(element)) {
            final String name = child.getAttribute("name");
            if ("component".equals(child.getTagName())) {
                collect(named(components, name), required, members, inGroups, groups);
                continue;
            }
            final int tag = named(fieldsByName, name).tag();
            members.add(tag);
            if ("Y".equals(child.getAttribute("required"))) {
                required.add(tag);
            }
            if ("group".equals(child.getTagName())) {
                groups.put(tag, group(tag, child, inGroups));
            }
        }
    }

    private GroupRule group(final int countTag, final Element element, final Set<Integer> inGroups) {
        final List<Integer> members = new ArrayList<>();
        final Map<Integer, GroupRule> groups = new HashMap<>();
        collect(element, new ArrayList<>(), members, inGroups, groups);
        inGroups.addAll(members);
        return new GroupRule(countTag, members, groups);
    }

    private static <T> T named(final Map<String, T> map, final String name) {
        final T found = map.get(name);
        if (found == null) {
            throw new IllegalStateException("the FIX dictionary names " + name + ", which it does not define");
        }
        return found;
    }

    private static Element child(final Element parent, final String name) {
        for (final Element element : children(parent)) {
            if (name.equals(element.getTagName())) {
                return element;
            }
        }
        throw new IllegalStateException("the FIX dictionary has no " + name);
    }

    private static List<Element> children(final Element parent) {
        final List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                children.add((Element) node);
            }
        }
        return children;
    }
}
