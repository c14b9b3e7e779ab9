package org.imprimatur.web.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form as a person typed it and what is wrong with it, so that a refused form comes back with every word kept. It
 * never changes; adding a value or an error gives a new one. Templates read it through {@code web/fields}.
 */
public record Form(Map<String, List<String>> values, List<FieldError> errors) {
    public Form {
        values = values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue()), (a, b) -> b, LinkedHashMap::new));
        errors = List.copyOf(errors);
    }

    /** Nothing typed yet. */
    public static Form empty() {
        return new Form(Map.of(), List.of());
    }

    /** What was typed: all parameters of the request except the CSRF token. */
    public static Form typed(HttpServletRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, all) -> {
            if (!name.equals("_csrf")) {
                values.put(name, Arrays.asList(all));
            }
        });
        return new Form(values, List.of());
    }

    /** The same with this field's values; null stands for none. */
    public Form with(String field, String... fieldValues) {
        Map<String, List<String>> more = new LinkedHashMap<>(values);
        more.put(
                field, Arrays.stream(fieldValues).filter(value -> value != null).toList());
        return new Form(more, errors);
    }

    /** The same with one more error. */
    public Form error(String field, String message) {
        List<FieldError> more = new ArrayList<>(errors);
        more.add(new FieldError(field, message));
        return new Form(values, more);
    }

    /** The field's first value without white space around it, or empty. */
    public String value(String field) {
        return values(field).stream().findFirst().map(String::strip).orElse("");
    }

    /** The field's first value exactly as typed, or empty. */
    public String asTyped(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    /** All values of a field that may have several. */
    public List<String> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** Whether the field has this among its values. */
    public boolean has(String field, String value) {
        return values(field).contains(value);
    }

    /** The first error of the field, or null for a template's sake. */
    public String errorOf(String field) {
        return firstError(field).orElse(null);
    }

    private Optional<String> firstError(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst();
    }

    /** Whether nothing is wrong so far. */
    public boolean good() {
        return errors.isEmpty();
    }

    /** The page again, with this form as {@code form} and status 422. */
    public ModelAndView refused(String view, Map<String, ?> model) {
        var again = new ModelAndView(view, model);
        again.addObject("form", this);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }
}
