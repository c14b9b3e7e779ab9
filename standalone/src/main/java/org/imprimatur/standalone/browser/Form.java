package org.imprimatur.standalone.browser;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** A form as it stands on the page, being filled in. Only fields that the page has can be filled. */
public final class Form {

    private record Field(String name, String value, String fileName, byte[] content) {}

    private final Browser browser;
    private final Element form;
    private final List<Field> fields = new ArrayList<>();

    Form(Browser browser, Element form) {
        this.browser = browser;
        this.form = form;
        for (Element control : form.select("input[name],textarea[name],select[name]")) {
            take(control);
        }
    }

    // what a browser would send without a touch
    private void take(Element control) {
        String name = control.attr("name");
        if (control.hasAttr("disabled")) {
            return;
        }
        switch (control.normalName()) {
            case "select" -> {
                Element chosen = control.selectFirst("option[selected]");
                Element first = chosen == null ? control.selectFirst("option") : chosen;
                if (first != null && (chosen != null || !control.hasAttr("multiple"))) {
                    fields.add(
                            new Field(name, first.hasAttr("value") ? first.attr("value") : first.text(), null, null));
                }
            }
            case "textarea" -> fields.add(new Field(name, control.wholeText().replaceFirst("^\n", ""), null, null));
            default -> {
                String type = control.attr("type");
                boolean sent = switch (type) {
                    case "checkbox", "radio" -> control.hasAttr("checked");
                    case "file", "submit", "button", "reset", "image" -> false;
                    default -> true;
                };
                if (sent) {
                    fields.add(new Field(
                            name,
                            type.equals("checkbox") && !control.hasAttr("value") ? "on" : control.attr("value"),
                            null,
                            null));
                }
            }
        }
    }

    /** Types into a field, or chooses an option or radio button of that value. */
    public Form fill(String name, String value) {
        Element control = control(name);
        if (control.normalName().equals("select")
                && control.select("option").stream()
                        .noneMatch(option -> option.attr("value").equals(value))) {
            throw new NotAsExpected("the field " + name + " offers no “" + value + "”, only "
                    + control.select("option").eachAttr("value"));
        }
        if (control.attr("type").equals("radio")
                && form.select("input[type=radio]").stream()
                        .noneMatch(radio -> radio.attr("name").equals(name)
                                && radio.attr("value").equals(value))) {
            throw new NotAsExpected("the field " + name + " has no choice “" + value + "”");
        }
        fields.removeIf(field -> field.name().equals(name));
        fields.add(new Field(name, value, null, null));
        return this;
    }

    /** Ticks the box of that value. */
    public Form tick(String name, String value) {
        boolean there = form.select("input[type=checkbox]").stream()
                .anyMatch(box -> box.attr("name").equals(name)
                        && (box.hasAttr("value") ? box.attr("value") : "on").equals(value));
        if (!there) {
            throw new NotAsExpected("there is no box " + name + " = " + value + " to tick");
        }
        fields.add(new Field(name, value, null, null));
        return this;
    }

    /** Takes back every choice of that field. */
    public Form clear(String name) {
        fields.removeIf(field -> field.name().equals(name));
        return this;
    }

    /** The names of all groups of radio buttons. */
    public List<String> radios() {
        return form.select("input[type=radio]").eachAttr("name").stream()
                .distinct()
                .toList();
    }

    /** Chooses the n-th radio button of a group, counted from 0. */
    public Form choose(String name, int nth) {
        List<String> values = form.select("input[type=radio]").stream()
                .filter(radio -> radio.attr("name").equals(name))
                .map(radio -> radio.attr("value"))
                .toList();
        return fill(name, values.get(Math.min(nth, values.size() - 1)));
    }

    public Form attach(String name, String fileName, byte[] content) {
        if (!control(name).attr("type").equals("file")) {
            throw new NotAsExpected("the field " + name + " takes no file");
        }
        fields.add(new Field(name, null, fileName, content));
        return this;
    }

    public boolean has(String name) {
        return form.select("[name]").stream()
                .anyMatch(control -> control.attr("name").equals(name));
    }

    private Element control(String name) {
        return form.select("input[name],textarea[name],select[name]").stream()
                .filter(control -> control.attr("name").equals(name))
                .findFirst()
                .orElseThrow(() -> new NotAsExpected("the form for %s has no field “%s”, only %s"
                        .formatted(
                                form.attr("action"), name, form.select("[name]").eachAttr("name"))));
    }

    /** Presses the form's main button: the last one that leads where the form leads, else the only one. */
    public Page send() {
        List<Element> buttons =
                form.select("button:not([type=button]):not([disabled]),input[type=submit]:not([disabled])");
        Element button = buttons.stream()
                .filter(one -> !one.hasAttr("name") && !one.hasAttr("formaction") && !one.hasAttr("formmethod"))
                .reduce((earlier, later) -> later)
                .orElse(buttons.size() == 1 ? buttons.get(0) : null);
        if (button == null) {
            throw new NotAsExpected("the form for " + form.attr("action") + " has no button that can be pressed");
        }
        return press(button);
    }

    /** Presses the button of that name and value. */
    public Page press(String name, String value) {
        return form.select("button,input[type=submit]").stream()
                .filter(button ->
                        button.attr("name").equals(name) && button.attr("value").equals(value))
                .findFirst()
                .map(this::press)
                .orElseThrow(() -> new NotAsExpected("there is no button " + name + " = " + value));
    }

    private Page press(Element button) {
        if (button.hasAttr("disabled")) {
            throw new NotAsExpected("the button “" + button.text() + "” can't be pressed");
        }
        List<Field> sent = new ArrayList<>(fields);
        if (button.hasAttr("name")) {
            sent.add(new Field(button.attr("name"), button.attr("value"), null, null));
        }
        String action = button.hasAttr("formaction") ? button.absUrl("formaction") : form.absUrl("action");
        URI to = URI.create(action.isEmpty() ? form.baseUri() : action);
        if (form.attr("method").equalsIgnoreCase("get") || form.attr("method").isEmpty()) {
            return browser.open(to.getPath() + "?" + encoded(sent));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(to);
        if (form.attr("enctype").equals("multipart/form-data")) {
            String boundary = "imprimatur-" + UUID.randomUUID();
            request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(sent, boundary)));
        } else {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encoded(sent)));
        }
        return browser.page(browser.send(request));
    }

    private static String encoded(List<Field> fields) {
        return fields.stream()
                .filter(field -> field.value() != null)
                .map(field -> URLEncoder.encode(field.name(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static byte[] multipart(List<Field> fields, String boundary) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Field field : fields) {
            String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.name() + "\"";
            if (field.content() == null) {
                body.writeBytes((head + "\r\n\r\n" + field.value() + "\r\n").getBytes(StandardCharsets.UTF_8));
            } else {
                body.writeBytes((head + "; filename=\"" + field.fileName()
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.writeBytes(field.content());
                body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
