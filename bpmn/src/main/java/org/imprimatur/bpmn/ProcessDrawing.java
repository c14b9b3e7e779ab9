package org.imprimatur.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.bpmn.Diagram.Box;
import org.imprimatur.bpmn.Diagram.Edge;
import org.imprimatur.bpmn.Diagram.Point;
import org.imprimatur.bpmn.Diagram.Shape;
import org.imprimatur.bpmn.Diagram.Trait;

/**
 * Draws a process model as SVG 1.1, from the model's own diagram, so that drawing and model can't disagree. Each element
 * is a group with {@code data-element-id}; those passed bear the class {@code passed}, those where the token is {@code
 * now}. There is no style sheet, style attribute or script in it, so that it may stand in a page with a strict content
 * security policy; a page's own style sheet overrides its colours.
 */
public final class ProcessDrawing {

    private static final int MARGIN = 24;
    private static final double LINE = 14;
    private static final double LETTER = 5.9;

    private static final String INK = "#191c1f";
    private static final String QUIET = "#4b5157";
    private static final String EDGE = "#7f858a";
    private static final String SHEET = "#ffffff";
    private static final String PASSED = "#1a5c3d";
    private static final String PASSED_FILL = "#e7f4eb";
    private static final String NOW = "#1d4690";
    private static final String NOW_FILL = "#eaf0fb";

    private final Map<String, Diagram> diagrams = new ConcurrentHashMap<>();

    /** The model as it is, without a way on it. */
    public String svg(String modelKey) {
        return svg(modelKey, Set.of(), Set.of());
    }

    /**
     * @param passed ids of elements and flows that were passed; ids of other models are no matter
     * @param now ids of elements where the manuscript stands
     * @throws IllegalArgumentException for a key that isn't in {@link ProcessModels#DRAWN}
     */
    public String svg(String modelKey, Set<String> passed, Set<String> now) {
        Diagram diagram = diagrams.computeIfAbsent(modelKey, key -> Diagram.read(ProcessModels.bpmn(key)));
        return new Sheet(modelKey, diagram, passed, now).draw();
    }

    private static final class Sheet {

        private final String key;
        private final Diagram diagram;
        private final Set<String> passed;
        private final Set<String> now;
        private final StringBuilder out = new StringBuilder();

        Sheet(String key, Diagram diagram, Set<String> passed, Set<String> now) {
            this.key = key;
            this.diagram = diagram;
            this.passed = passed;
            this.now = now;
        }

        String draw() {
            List<Box> boxes = Stream.of(
                            diagram.shapes().stream().map(Shape::box),
                            diagram.shapes().stream().map(Shape::label).filter(l -> l != null),
                            diagram.edges().stream().map(Edge::label).filter(l -> l != null),
                            diagram.edges().stream()
                                    .flatMap(e -> e.points().stream())
                                    .map(p -> new Box(p.x(), p.y(), 0, 0)))
                    .flatMap(s -> s)
                    .toList();
            double left = boxes.stream().mapToDouble(Box::x).min().orElse(0) - MARGIN;
            double top = boxes.stream().mapToDouble(Box::y).min().orElse(0) - MARGIN;
            double right =
                    boxes.stream().mapToDouble(b -> b.x() + b.width()).max().orElse(0) + MARGIN;
            double bottom =
                    boxes.stream().mapToDouble(b -> b.y() + b.height()).max().orElse(0) + MARGIN;
            add(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"process-drawing\" viewBox=\"%s %s %s %s\""
                            + " width=\"%s\" height=\"%s\" role=\"img\" aria-labelledby=\"%s-title %s-desc\""
                            + " font-family=\"'Source Sans 3', system-ui, 'Liberation Sans', sans-serif\" font-size=\"12\""
                            + " data-model=\"%s\">",
                    n(left), n(top), n(right - left), n(bottom - top), n(right - left), n(bottom - top), key, key, key);
            add("<title id=\"%s-title\">%s</title>", key, escaped(diagram.name()));
            add("<desc id=\"%s-desc\">%s</desc>", key, escaped(described()));
            add("<defs>");
            arrow("quiet", EDGE);
            arrow("passed", PASSED);
            add("</defs>");
            Predicate<Shape> holdsOthers = s -> s.type().equals("subProcess");
            diagram.shapes().stream().filter(holdsOthers).forEach(this::shape);
            diagram.edges().stream().filter(e -> !passed.contains(e.id())).forEach(this::edge);
            diagram.edges().stream().filter(e -> passed.contains(e.id())).forEach(this::edge);
            diagram.shapes().stream().filter(holdsOthers.negate()).forEach(this::shape);
            return out.append("</svg>").toString();
        }

        private String described() {
            String been = names(passed);
            String here = names(now);
            return (been.isEmpty() ? "" : "Passed: " + been + ". ") + (here.isEmpty() ? "" : "Now at: " + here + ".");
        }

        private String names(Set<String> ids) {
            return diagram.shapes().stream()
                    .filter(s -> ids.contains(s.id()) && !s.name().isEmpty())
                    .map(Shape::name)
                    .distinct()
                    .collect(Collectors.joining("; "));
        }

        private void arrow(String name, String colour) {
            add(
                    "<marker id=\"%s-arrow-%s\" class=\"arrow %s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\""
                            + " markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path"
                            + " d=\"M0 0.8 10 5 0 9.2z\" fill=\"%s\"/></marker>",
                    key, name, name, colour);
        }

        private void edge(Edge edge) {
            boolean been = passed.contains(edge.id());
            add("<g class=\"flow%s\" data-element-id=\"%s\">", been ? " passed" : "", escaped(edge.id()));
            if (!edge.name().isEmpty()) {
                add("<title>%s</title>", escaped(edge.name()));
            }
            add(
                    "<path class=\"line\" d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\""
                            + " marker-end=\"url(#%s-arrow-%s)\"/>",
                    rounded(edge.points()), been ? PASSED : EDGE, been ? "2.2" : "1.4", key, been ? "passed" : "quiet");
            if (!edge.name().isEmpty()) {
                label(edge.name(), edge.label(), "start", QUIET);
            }
            add("</g>");
        }

        /** Corners are rounded a little, so that an eye follows the line around them. */
        private static String rounded(List<Point> points) {
            StringBuilder d = new StringBuilder("M" + at(points.get(0)));
            for (int i = 1; i < points.size() - 1; i++) {
                Point corner = points.get(i);
                d.append('L').append(at(towards(corner, points.get(i - 1))));
                d.append('Q').append(at(corner)).append(' ').append(at(towards(corner, points.get(i + 1))));
            }
            return d.append('L').append(at(points.get(points.size() - 1))).toString();
        }

        private static Point towards(Point from, Point to) {
            double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
            double step = Math.min(7, length / 2) / length;
            return new Point(from.x() + (to.x() - from.x()) * step, from.y() + (to.y() - from.y()) * step);
        }

        private void shape(Shape shape) {
            boolean here = now.contains(shape.id());
            boolean been = passed.contains(shape.id());
            String state = (been ? " passed" : "") + (here ? " now" : "");
            add("<g class=\"element %s%s\" data-element-id=\"%s\">", shape.type(), state, escaped(shape.id()));
            if (!shape.name().isEmpty()) {
                add("<title>%s</title>", escaped(shape.name()));
            }
            String fill = here ? NOW_FILL : been ? PASSED_FILL : SHEET;
            String stroke = here ? NOW : been ? PASSED : QUIET;
            double width = here ? 2.6 : been ? 1.9 : 1.4;
            switch (shape.type()) {
                case "startEvent", "endEvent", "intermediateCatchEvent", "boundaryEvent" ->
                    event(shape, fill, stroke, width);
                case "exclusiveGateway", "eventBasedGateway" -> gateway(shape, fill, stroke, width);
                case "subProcess" -> subprocess(shape, stroke, width);
                default -> task(shape, fill, stroke, width);
            }
            if (here) {
                add(
                        "<circle class=\"token\" cx=\"%s\" cy=\"%s\" r=\"8\" fill=\"%s\" stroke=\"#ffffff\""
                                + " stroke-width=\"2\"/>",
                        n(shape.box().x()), n(shape.box().y()), NOW);
            }
            add("</g>");
        }

        private void event(Shape shape, String fill, String stroke, double width) {
            Box b = shape.box();
            double r = b.width() / 2;
            boolean end = shape.type().equals("endEvent");
            String dashes = shape.traits().contains(Trait.NON_INTERRUPTING) ? " stroke-dasharray=\"3.5 2.5\"" : "";
            add(
                    "<circle class=\"outline\" cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\""
                            + " stroke-width=\"%s\"%s/>",
                    n(b.middleX()), n(b.middleY()), n(r), fill, stroke, n(end ? width + 1.8 : width), dashes);
            if (!end && !shape.type().equals("startEvent")) {
                add(
                        "<circle class=\"outline\" cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" stroke=\"%s\""
                                + " stroke-width=\"%s\"%s/>",
                        n(b.middleX()), n(b.middleY()), n(r - 3), stroke, n(width), dashes);
            }
            double size = r * 0.95;
            switch (shape.definition()) {
                case "message" ->
                    envelope(
                            b.middleX() - size / 2,
                            b.middleY() - size * 0.36,
                            size,
                            shape.traits().contains(Trait.THROWING),
                            stroke);
                case "timer" -> clock(b.middleX(), b.middleY(), r * 0.55, stroke);
                case "error" ->
                    add(
                            "<path d=\"M%s %sl4 -9 4 5 4 -9 -4 13 -4 -5z\" fill=\"%s\"/>",
                            n(b.middleX() - 6), n(b.middleY() + 7), stroke);
                default -> {
                    // a plain event has no sign in it
                }
            }
            if (!shape.name().isEmpty()) {
                label(shape.name(), shape.label(), anchor(shape), QUIET);
            }
        }

        /** A label beside its shape leans towards it, one above or below is centred. */
        private static String anchor(Shape shape) {
            if (shape.label().x() >= shape.box().middleX()) {
                return "start";
            }
            return shape.label().x() + shape.label().width() <= shape.box().middleX() ? "end" : "middle";
        }

        private void gateway(Shape shape, String fill, String stroke, double width) {
            Box b = shape.box();
            double h = b.width() / 2;
            add(
                    "<path class=\"outline\" d=\"M%s %sl%s %s %s %s %s %sz\" fill=\"%s\" stroke=\"%s\""
                            + " stroke-width=\"%s\"/>",
                    n(b.middleX()), n(b.y()), n(h), n(h), n(-h), n(h), n(-h), n(-h), fill, stroke, n(width));
            if (shape.type().equals("exclusiveGateway")) {
                add(
                        "<path d=\"M%s %sl12 14m0 -14l-12 14\" stroke=\"%s\" stroke-width=\"2.6\" fill=\"none\"/>",
                        n(b.middleX() - 6), n(b.middleY() - 7), stroke);
            } else {
                add(
                        "<circle cx=\"%s\" cy=\"%s\" r=\"13\" fill=\"none\" stroke=\"%s\"/><circle cx=\"%s\" cy=\"%s\""
                                + " r=\"10.5\" fill=\"none\" stroke=\"%s\"/>",
                        n(b.middleX()), n(b.middleY()), stroke, n(b.middleX()), n(b.middleY()), stroke);
                add(
                        "<path d=\"M%s %sl6.6 4.8 -2.5 7.8h-8.2l-2.5 -7.8z\" fill=\"none\" stroke=\"%s\"/>",
                        n(b.middleX()), n(b.middleY() - 7), stroke);
            }
            if (!shape.name().isEmpty()) {
                label(shape.name(), shape.label(), anchor(shape), INK);
            }
        }

        private void subprocess(Shape shape, String stroke, double width) {
            Box b = shape.box();
            boolean event = shape.traits().contains(Trait.EVENT_SUBPROCESS);
            add(
                    "<rect class=\"outline\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"#f6f6f4\""
                            + " stroke=\"%s\" stroke-width=\"%s\"%s/>",
                    n(b.x()),
                    n(b.y()),
                    n(b.width()),
                    n(b.height()),
                    stroke,
                    n(width),
                    event ? " stroke-dasharray=\"2 4\" stroke-linecap=\"round\"" : "");
            add(
                    "<text x=\"%s\" y=\"%s\" fill=\"%s\" font-weight=\"600\">%s</text>",
                    n(b.x() + 12), n(b.y() + 20), INK, escaped(shape.name()));
            if (shape.traits().contains(Trait.MANY)) {
                add(
                        "<path d=\"M%s %sv12m5 -12v12m5 -12v12\" stroke=\"%s\" stroke-width=\"2.4\" fill=\"none\"/>",
                        n(b.middleX() - 5), n(b.y() + b.height() - 18), stroke);
            }
        }

        private void task(Shape shape, String fill, String stroke, double width) {
            Box b = shape.box();
            boolean call = shape.type().equals("callActivity");
            add(
                    "<rect class=\"outline\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"7\" fill=\"%s\""
                            + " stroke=\"%s\" stroke-width=\"%s\"/>",
                    n(b.x()), n(b.y()), n(b.width()), n(b.height()), fill, stroke, n(call ? width + 2 : width));
            double x = b.x() + 6;
            double y = b.y() + 6;
            switch (shape.type()) {
                case "userTask" ->
                    add(
                            "<g fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\"><circle cx=\"%s\" cy=\"%s\""
                                    + " r=\"3.2\"/><path d=\"M%s %sc0 -8 12 -8 12 0z\"/></g>",
                            stroke, n(x + 7), n(y + 3.5), n(x + 1), n(y + 14));
                case "sendTask" -> envelope(x, y + 1, 15, true, stroke);
                case "receiveTask" -> envelope(x, y + 1, 15, false, stroke);
                case "serviceTask" ->
                    add(
                            "<g fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\"><circle cx=\"%s\" cy=\"%s\""
                                    + " r=\"2.4\"/><circle cx=\"%s\" cy=\"%s\" r=\"5.6\" stroke-dasharray=\"2.2 2.2\""
                                    + " stroke-width=\"2.6\"/></g>",
                            stroke, n(x + 7), n(y + 7), n(x + 7), n(y + 7));
                case "businessRuleTask" ->
                    add(
                            "<path d=\"M%s %sh15v11h-15zm0 4h15m-10 0v7m-5 -3.5h15\" fill=\"none\" stroke=\"%s\""
                                    + " stroke-width=\"1.2\"/>",
                            n(x), n(y + 1), stroke);
                default ->
                    add(
                            "<path d=\"M%s %sh12v12h-12zm6 2.5v7m-3.5 -3.5h7\" fill=\"none\" stroke=\"%s\""
                                    + " stroke-width=\"1.3\"/>",
                            n(b.middleX() - 6), n(b.y() + b.height() - 15), stroke);
            }
            List<String> lines = wrapped(shape.name(), b.width() - 12);
            // the sign stands above the words, a call's below them
            double middle = b.middleY() + (call ? -4 : 3);
            text(lines, b.middleX(), middle - (lines.size() - 1) * LINE / 2 + 4, "middle", INK);
        }

        private void envelope(double x, double y, double w, boolean filled, String stroke) {
            double h = w * 0.72;
            add(
                    "<path d=\"M%s %sh%sv%sh%sz\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.1\"/>",
                    n(x), n(y), n(w), n(h), n(-w), filled ? stroke : "none", stroke);
            add(
                    "<path d=\"M%s %sl%s %s %s %s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.1\"/>",
                    n(x), n(y), n(w / 2), n(h * 0.55), n(w / 2), n(-h * 0.55), filled ? "#ffffff" : stroke);
        }

        private void clock(double x, double y, double r, String stroke) {
            add(
                    "<g fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\"><circle cx=\"%s\" cy=\"%s\" r=\"%s\"/><path"
                            + " d=\"M%s %sv%sh%s\"/></g>",
                    stroke, n(x), n(y), n(r), n(x), n(y - r * 0.7), n(r * 0.7), n(r * 0.55));
        }

        private void label(String name, Box place, String anchor, String colour) {
            double x = switch (anchor) {
                case "start" -> place.x();
                case "end" -> place.x() + place.width();
                default -> place.middleX();
            };
            text(wrapped(name, place.width() + LETTER), x, place.y() + 11, anchor, colour);
        }

        private void text(List<String> lines, double x, double firstLine, String anchor, String colour) {
            add("<text class=\"label\" text-anchor=\"%s\" fill=\"%s\">", anchor, colour);
            for (int i = 0; i < lines.size(); i++) {
                add("<tspan x=\"%s\" y=\"%s\">%s</tspan>", n(x), n(firstLine + i * LINE), escaped(lines.get(i)));
            }
            add("</text>");
        }

        private static List<String> wrapped(String text, double width) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split(" ")) {
                if (!line.isEmpty() && (line.length() + 1 + word.length()) * LETTER > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
            lines.add(line.toString());
            return lines;
        }

        private static String at(Point point) {
            return n(point.x()) + " " + n(point.y());
        }

        private static String n(double number) {
            // formatters are slow, and a drawing has a thousand numbers
            long tenths = Math.round(number * 10);
            return tenths % 10 == 0
                    ? Long.toString(tenths / 10)
                    : (tenths < 0 ? "-" : "") + Math.abs(tenths / 10) + "." + Math.abs(tenths % 10);
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }

        private void add(String format, Object... arguments) {
            out.append(format.formatted(arguments));
        }
    }
}
