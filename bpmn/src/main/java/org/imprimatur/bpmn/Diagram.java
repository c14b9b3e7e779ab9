package org.imprimatur.bpmn;

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
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a BPMN file's diagram interchange (BPMN 2.0.2, chapter 12) says of places, joined with the elements it draws. */
record Diagram(String name, List<Shape> shapes, List<Edge> edges) {

    record Point(double x, double y) {}

    record Box(double x, double y, double width, double height) {

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    /** An element with a place. {@code type} is its BPMN name, {@code definition} its event's: timer, message, error or none. */
    record Shape(String id, String type, String name, String definition, Set<Trait> traits, Box box, Box label) {}

    record Edge(String id, String name, List<Point> points, Box label) {}

    enum Trait {
        NON_INTERRUPTING,
        THROWING,
        EVENT_SUBPROCESS,
        MANY
    }

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String WAYPOINTS = "http://www.omg.org/spec/DD/20100524/DI";

    static Diagram read(InputStream bpmn) {
        Document document = parse(bpmn);
        Map<String, Element> elements = new HashMap<>();
        for (Element element : all(document.getDocumentElement(), BPMN, "*")) {
            elements.put(element.getAttribute("id"), element);
        }
        List<Shape> shapes = new ArrayList<>();
        for (Element shape : all(document.getDocumentElement(), DI, "BPMNShape")) {
            Element element = elements.get(shape.getAttribute("bpmnElement"));
            shapes.add(new Shape(
                    element.getAttribute("id"),
                    element.getLocalName(),
                    element.getAttribute("name"),
                    definition(element),
                    traits(element),
                    box(child(shape, DC, "Bounds")),
                    label(shape)));
        }
        List<Edge> edges = new ArrayList<>();
        for (Element edge : all(document.getDocumentElement(), DI, "BPMNEdge")) {
            Element element = elements.get(edge.getAttribute("bpmnElement"));
            edges.add(new Edge(
                    element.getAttribute("id"),
                    element.getAttribute("name"),
                    all(edge, WAYPOINTS, "waypoint").stream()
                            .map(p -> new Point(number(p, "x"), number(p, "y")))
                            .toList(),
                    label(edge)));
        }
        return new Diagram(
                all(document.getDocumentElement(), BPMN, "process").get(0).getAttribute("name"), shapes, edges);
    }

    private static String definition(Element element) {
        for (String kind : List.of("timer", "message", "error")) {
            if (child(element, BPMN, kind + "EventDefinition") != null) {
                return kind;
            }
        }
        return "none";
    }

    private static Set<Trait> traits(Element element) {
        Set<Trait> traits = new HashSet<>();
        if (element.getAttribute("cancelActivity").equals("false")) {
            traits.add(Trait.NON_INTERRUPTING);
        }
        if (element.getLocalName().equals("endEvent")) {
            traits.add(Trait.THROWING);
        }
        if (element.getAttribute("triggeredByEvent").equals("true")) {
            traits.add(Trait.EVENT_SUBPROCESS);
        }
        if (child(element, BPMN, "multiInstanceLoopCharacteristics") != null) {
            traits.add(Trait.MANY);
        }
        return Set.copyOf(traits);
    }

    private static Box label(Element shapeOrEdge) {
        Element label = child(shapeOrEdge, DI, "BPMNLabel");
        return label == null ? null : box(child(label, DC, "Bounds"));
    }

    private static Box box(Element bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Element child(Element parent, String namespace, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static List<Element> all(Element root, String namespace, String name) {
        NodeList nodes = root.getElementsByTagNameNS(namespace, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parse(InputStream bpmn) {
        try (bpmn) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(bpmn);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("a model of this release can't be read", e);
        }
    }
}
